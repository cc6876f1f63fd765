// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the statistics: period, grouping and filters, in one bar.
#pragma once

#include "shared/model/statistics.h"

#include <QDate>
#include <QWidget>

#include <string>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// The periods one chooses from; weeks begin on Monday.
enum class StatisticsPeriod { today, yesterday, thisWeek, lastWeek, thisMonth, lastMonth, any };

struct DateSpan {
    QDate from;
    QDate to;
    bool operator==(const DateSpan&) const = default;
};
/// `any` is today.
[[nodiscard]] DateSpan spanOf(StatisticsPeriod period, const QDate& today);

/// GUI thread; the client must outlive it.
class StatisticsWish : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsWish(sync::HallClient& client, QWidget* parent = nullptr);

    /// "/statistics?from=…"
    [[nodiscard]] std::string path() const;
    /// 2026-11-01 至 2026-11-30 · 市监局
    [[nodiscard]] QString words() const;
    [[nodiscard]] model::StatisticsBy by() const;
    [[nodiscard]] DateSpan span() const;
    void takeFocus();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void fillFilters();
    void fill(QComboBox& box, const QString& all, const QString& kind);

    sync::HallClient& m_client;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_by;
    QComboBox* m_department;
    QComboBox* m_queue;
};

} // namespace atrium::admin
