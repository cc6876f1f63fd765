// SPDX-License-Identifier: GPL-3.0-or-later
// The tool's one window: signing in, then the pages beside their list.
#pragma once

#include "apps/admin/account.h"

#include <QHash>
#include <QVariantMap>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace atrium::ui {
class HallState;
}

namespace atrium::admin {

class DashboardPage;
class EditHistory;
class RecordPage;
class SideBar;
class SignInPage;

/// GUI thread; client and hall must outlive it.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    MainWindow(sync::HallClient& client, ui::HallState& hall, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Names of all pages, in the order of the list.
    [[nodiscard]] static QStringList pageNames();
    /// Opens a page; refused while unsaved changes wait on the present one (it then says so itself).
    bool showPage(const QString& page);
    [[nodiscard]] QString page() const;
    /// What tests see: page, online, figures, and what the page says of itself.
    [[nodiscard]] QVariantMap describe() const;
    [[nodiscard]] Account& account() { return m_account; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void addRecords(const QString& page, const QString& icon, const QString& title, const QStringList& kinds);
    void refresh();
    void switchLanguage();

    sync::HallClient& m_client;
    ui::HallState& m_hall;
    Account m_account;
    EditHistory* m_history;
    QStackedWidget* m_outer;
    SignInPage* m_signIn = nullptr;
    QWidget* m_workspace = nullptr;
    SideBar* m_side = nullptr;
    QStackedWidget* m_pages = nullptr;
    QHash<QString, QWidget*> m_byName;
    QHash<QString, RecordPage*> m_records;
    DashboardPage* m_dashboard = nullptr;
};

} // namespace atrium::admin
