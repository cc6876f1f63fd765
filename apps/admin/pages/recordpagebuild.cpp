// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together; what it does is in recordpage.cpp.
#include "apps/admin/account.h"
#include "apps/admin/editor/recordform.h"
#include "apps/admin/editor/recordlist.h"
#include "apps/admin/pages/recordpage.h"
#include "apps/admin/pages/stalenotice.h"
#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/undobar.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPageMargin = 30;
constexpr int kPageGap = 16;
constexpr int kWidestList = 420;
constexpr int kListShare = 3; ///< of the page's width, to the form's; on a small screen the form needs more
constexpr int kFormShare = 7;

QPushButton* named(QPushButton* button, const QString& name, const QString& icon, const QString& tip) {
    button->setObjectName(name);
    button->setText(u' ' + button->text()); // room between icon and word
    button->setIcon(ui::lucideIcon(icon, ui::widgetColor(&ui::Palette::primary)));
    button->setToolTip(tip);
    return button;
}

} // namespace

RecordPage::RecordPage(const QString& title, const QStringList& kinds, sync::HallClient& client,
                       Account& account, EditHistory& history, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_history(history), m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)), m_name(new QLabel(this)), m_mark(new QLabel(this)),
      m_stale(new StaleNotice(this)), m_message(new ui::UndoBar(this)),
      m_save(new QPushButton(tr("保存"), this)), m_revert(new QPushButton(tr("还原"), this)),
      m_remove(new QPushButton(tr("删除"), this)), m_undo(new QPushButton(tr("撤销"), this)),
      m_redo(new QPushButton(tr("重做"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargin, kPageGap, kPageMargin, kPageGap);
    column->setSpacing(kPageGap);
    buildHead(title, *column);
    for (const QString& kindName : kinds)
        buildTab(kindName);
    column->addWidget(m_stack, 1);
    column->addWidget(m_message);
    m_tabs->setVisible(kinds.size() > 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &RecordPage::showTab);
    connect(m_save, &QPushButton::clicked, this, &RecordPage::save);
    connect(m_revert, &QPushButton::clicked, this, &RecordPage::revert);
    connect(m_remove, &QPushButton::clicked, this, &RecordPage::removeRecord);
    connect(m_undo, &QPushButton::clicked, this, &RecordPage::undo);
    connect(m_redo, &QPushButton::clicked, this, &RecordPage::redo);
    connect(m_stale, &StaleNotice::reloadWanted, this, [this] { takeLatest(false); });
    connect(m_stale, &StaleNotice::keepWanted, this, [this] { takeLatest(true); });
    connect(m_message, &ui::UndoBar::undo, this, [this] {
        if (const auto next = std::exchange(m_next, {}))
            next();
    });
    connect(&m_history, &EditHistory::changed, this, &RecordPage::refresh);
    connect(&m_history, &EditHistory::replayed, this,
            [this](const QString& kindName, const QString& id, const QString& what) {
                if (isVisible())
                    m_message->showMessage(what);
                checkStale();
                if (kindName == kind().name() && m_base.isEmpty())
                    open(id);
            });
    connect(&m_history, &EditHistory::failed, this, [this](const QString& why) {
        if (isVisible())
            m_message->showMessage(why, {}, 0);
    });
    connect(&m_account, &Account::changed, this, &RecordPage::refresh);
    connect(&m_client.replica(), &sync::Replica::changed, this, &RecordPage::recordsChanged);
    buildShortcuts();
    showFirst();
    refresh();
}

void RecordPage::buildHead(const QString& title, QVBoxLayout& column) {
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(title, this);
    ui::setKind(*label, u"title"_s);
    head->addWidget(label);
    head->addSpacing(kPageGap);
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(named(m_undo, u"undo"_s, u"undo-2"_s, tr("撤销上一次保存或删除（Ctrl+Z）")));
    head->addWidget(named(m_redo, u"redo"_s, u"rotate-cw"_s, tr("重做（Ctrl+Shift+Z）")));
    column.addLayout(head);
    named(m_revert, u"record-revert"_s, u"x"_s, tr("放弃没有保存的修改（Esc）"));
    named(m_remove, u"record-delete"_s, u"trash-2"_s, tr("删除这条记录"));
    m_save->setObjectName(u"record-save"_s);
    m_save->setToolTip(tr("保存（Ctrl+S）"));
    ui::setKind(*m_save, u"primary"_s);
    ui::setKind(*m_name, u"section"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true); // a long name takes a second line rather than lose its end
    ui::setKind(*m_mark, u"warning"_s);
    m_mark->setObjectName(u"unsaved"_s);
}

void RecordPage::buildTab(const QString& kindName) {
    Tab tab;
    tab.kind = recordKind(kindName);
    m_tabs->addTab(fieldText(kindForm(kindName).word));
    tab.widget = new QWidget(m_stack);
    auto* row = new QHBoxLayout(tab.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kPageGap);
    auto* listCard = new ui::CardFrame({}, {}, tab.widget);
    tab.list = new RecordList(*tab.kind, m_client, listCard);
    listCard->body().addWidget(tab.list);
    listCard->setMaximumWidth(kWidestList);
    listCard->setVisible(kindName != u"hall"); // there is one hall only
    auto* formCard = new ui::CardFrame({}, {}, tab.widget);
    tab.form = new RecordForm(*tab.kind, m_client, m_account, formCard);
    formCard->body().setSpacing(kPageGap);
    formCard->body().addWidget(tab.form, 1);
    row->addWidget(listCard, kListShare);
    row->addWidget(formCard, kFormShare);
    m_stack->addWidget(tab.widget);
    connect(tab.list, &RecordList::chosen, this, [this](const QString& id) { open(id); });
    connect(tab.list, &RecordList::addWanted, this, &RecordPage::addRecord);
    connect(tab.form, &RecordForm::edited, this, &RecordPage::refresh);
    connect(tab.form, &RecordForm::said, this, [this](const QString& what) { m_message->showMessage(what); });
    m_kinds.append(tab);
}

void RecordPage::buildShortcuts() {
    const auto on = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        // Of the page that is seen, wherever the focus is: after a choice in the sidebar it is still there.
        shortcut->setContext(Qt::WindowShortcut);
        shortcut->setEnabled(isVisible());
        m_shortcuts.append(shortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { save(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { redo(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { redo(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_kinds[m_tab].list->focusFilter(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { addRecord(); });
    on(QKeySequence(Qt::Key_Escape), [this] { escape(); });
}

void RecordPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    for (QShortcut* each : std::as_const(m_shortcuts))
        each->setEnabled(true);
}

void RecordPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    for (QShortcut* each : std::as_const(m_shortcuts))
        each->setEnabled(false);
}

void RecordPage::refresh() {
    // The head of the form moves with the tab: there is one set of buttons for all kinds.
    const Tab& tab = m_kinds[m_tab];
    auto* card = qobject_cast<ui::CardFrame*>(tab.form->parentWidget());
    if (m_name->parentWidget() != card) {
        auto* head = new QHBoxLayout;
        head->addWidget(m_name, 1);
        head->addWidget(m_mark);
        head->addWidget(m_remove);
        head->addWidget(m_revert);
        head->addWidget(m_save);
        card->body().insertLayout(0, head);
        card->body().insertWidget(1, m_stale);
    }
    const bool something = !m_base.isEmpty();
    const bool administrator = m_account.isAdministrator();
    const bool isDirty = dirty();
    tab.form->setVisible(something);
    tab.list->setMayAdd(administrator);
    const QString word = fieldText(kindForm(kind().name()).word);
    m_name->setText(!something ? tr("请在左边选一条") : m_isNew ? tr("新%1").arg(word) : words(m_base));
    m_mark->setText(isDirty ? tr("● 未保存") : QString());
    const bool only = kind().name() == u"hall";
    m_remove->setVisible(something && !m_isNew && administrator && !only);
    m_revert->setVisible(something);
    m_save->setVisible(something && (administrator || m_account.isPublisher()));
    m_revert->setEnabled(isDirty);
    m_save->setEnabled(isDirty && !m_history.busy());
    m_remove->setEnabled(!m_history.busy());
    m_undo->setEnabled(m_history.canUndo() && !isDirty);
    m_redo->setEnabled(m_history.canRedo() && !isDirty);
}

} // namespace atrium::admin
