// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms that are not over, the urgent and unseen first, each with what to do about it.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}
namespace atrium::model {
struct Alarm;
}

namespace atrium::admin {

class Account;

/// GUI thread; client and account must outlive it.
class AlarmList : public QWidget {
    Q_OBJECT
public:
    AlarmList(sync::HallClient& client, Account& account, QWidget* parent = nullptr);
    /// Alarms that nobody has acknowledged.
    [[nodiscard]] int open() const { return m_open; }
    void refresh();

Q_SIGNALS:
    void changed();
    /// Acknowledging did not work.
    void failed(const QString& why);

private:
    QWidget* row(const model::Alarm& alarm);
    [[nodiscard]] QString subjectWord(const model::Alarm& alarm) const;
    void acknowledge(const QString& id);

    sync::HallClient& m_client;
    Account& m_account;
    QVBoxLayout* m_rows;
    int m_open = 0;
};

} // namespace atrium::admin
