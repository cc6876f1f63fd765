// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed what and when, newest first.
#pragma once

#include "shared/model/adminapi.h"
#include "shared/model/result.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QShortcut;
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

class Account;
class ErasePanel;

/// GUI thread.
class AuditPage : public QWidget {
    Q_OBJECT
public:
    AuditPage(sync::HallClient& client, Account& account, QWidget* parent = nullptr);
    [[nodiscard]] QVariantMap describe() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fetch(bool older);
    void taken(const model::Result<model::AuditPage>& answer, bool older, std::size_t asked);
    /// The server filters nothing: what is to be found must be here.
    void loadAll();
    void say();
    void fill();
    void filter();

    sync::HallClient& m_client;
    Account& m_account;
    QLineEdit* m_filter;
    QTableWidget* m_table;
    QLabel* m_words;
    QPushButton* m_older;
    QPushButton* m_all;
    QPushButton* m_person;
    ErasePanel* m_erase;
    QShortcut* m_find = nullptr;
    QTimer m_soon;
    std::vector<model::AuditEntry> m_entries; ///< newest first
    bool m_asking = false;
    bool m_end = false;     ///< the oldest entry is here
    bool m_loading = false; ///< page after page, until the end or until stopped
    int m_found = 0;
};

} // namespace atrium::admin
