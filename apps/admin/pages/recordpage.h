// SPDX-License-Identifier: GPL-3.0-or-later
// A page that edits the records of one kind or of a few: list, form, and what can be done with them.
#pragma once

#include "apps/admin/editor/edithistory.h"
#include "apps/admin/records/checks.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QShortcut;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::ui {
class UndoBar;
}

namespace atrium::admin {

class Account;
class RecordForm;
class RecordList;
class StaleNotice;

/// GUI thread.
class RecordPage : public QWidget {
    Q_OBJECT
public:
    RecordPage(const QString& title, const QStringList& kinds, sync::HallClient& client, Account& account,
               EditHistory& history, QWidget* parent = nullptr);

    /// Opens a record of the present kind; refused (with a message) while another one has unsaved changes.
    bool open(const QString& id);
    /// Whether nothing unsaved would be lost; says so on the page when something would. `next` runs when the
    /// person then gives the changes up.
    bool mayLeave(std::function<void()> next = {});
    void save();
    void removeRecord();
    void revert();
    /// Esc: asks before anything typed is given up; asked again the question goes away.
    void escape();
    /// The last save or deletion back, or once more; not while something unsaved stands on it.
    void undo();
    void redo();
    void addRecord();
    [[nodiscard]] bool dirty() const;
    [[nodiscard]] RecordForm* form() const;
    [[nodiscard]] const RecordKind& kind() const { return *m_kinds[m_tab].kind; }
    [[nodiscard]] QVariantMap describe() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Tab {
        const RecordKind* kind = nullptr;
        RecordList* list = nullptr;
        RecordForm* form = nullptr;
        QWidget* widget = nullptr;
    };

    void buildHead(const QString& title, QVBoxLayout& column);
    void buildTab(const QString& kindName);
    void buildShortcuts();
    void showTab(int index);
    void show(const Record& record, bool isNew);
    void showFirst();
    void recordsChanged(const QString& kindName);
    void checkStale();
    void takeLatest(bool keepMine);
    void refresh();
    bool mayStep();
    void saved(const model::Result<Record>& answer);
    [[nodiscard]] QString words(const Record& record) const;

    sync::HallClient& m_client;
    Account& m_account;
    EditHistory& m_history;
    QList<Tab> m_kinds;
    int m_tab = 0;
    Record m_base; ///< what the form began with; empty: nothing is open
    bool m_isNew = false;
    Record m_sent; ///< what is being saved
    QList<QShortcut*> m_shortcuts;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QLabel* m_name;
    QLabel* m_mark;
    StaleNotice* m_stale;
    ui::UndoBar* m_message;
    QPushButton* m_save;
    QPushButton* m_revert;
    QPushButton* m_remove;
    QPushButton* m_undo;
    QPushButton* m_redo;
    std::function<void()> m_next; ///< what the offered action does
};

} // namespace atrium::admin
