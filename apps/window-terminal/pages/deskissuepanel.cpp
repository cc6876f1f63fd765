// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/deskissuepanel.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/pages/itempicker.h"
#include "apps/window-terminal/view/servicedesk.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Stored as written here, in Chinese, like every reason; shown in the clerk's language.
constexpr std::array kPriorities{
    QT_TRANSLATE_NOOP("atrium::windowterminal::DeskIssuePanel", "老年人"),
    QT_TRANSLATE_NOOP("atrium::windowterminal::DeskIssuePanel", "残疾人"),
    QT_TRANSLATE_NOOP("atrium::windowterminal::DeskIssuePanel", "孕妇或携带婴幼儿"),
    QT_TRANSLATE_NOOP("atrium::windowterminal::DeskIssuePanel", "军人及军属"),
    QT_TRANSLATE_NOOP("atrium::windowterminal::DeskIssuePanel", "急事急办")};

} // namespace

DeskIssuePanel::DeskIssuePanel(ServiceDesk& desk, ItemSearch& search, sync::Replica& replica, QWidget* parent)
    : CardFrame({}, {}, parent), m_desk(desk), m_items(new ItemPicker(search, replica, u"desk"_s)),
      m_identity(new QLineEdit), m_visitor(new ElidedLabel), m_clear(new QPushButton(tr("清除"))),
      m_language(new QComboBox), m_priority(new QComboBox), m_issue(new QPushButton(tr("取号"))) {
    setTitle(tr("取号"));
    setHint(tr("先选事项，再按 Ctrl+Enter 取号"));
    m_issue->setObjectName(u"desk-issue"_s);
    m_issue->setMinimumHeight(52);
    ui::setKind(*m_issue, u"primary"_s);
    body().setSpacing(12);
    body().addWidget(m_items, 1);
    body().addWidget(makeVisitor());
    body().addWidget(makeChoices());
    body().addWidget(m_issue);
    for (const auto enter : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}) {
        auto* key = new QShortcut(QKeySequence(enter), this);
        key->setAutoRepeat(false);
        connect(key, &QShortcut::activated, this, &DeskIssuePanel::issue);
    }
    connect(m_issue, &QPushButton::clicked, this, &DeskIssuePanel::issue);
    connect(m_items, &ItemPicker::chosenChanged, this, &DeskIssuePanel::follow);
    connect(&desk, &ServiceDesk::changed, this, &DeskIssuePanel::follow);
    connect(&desk, &ServiceDesk::visitorChanged, this, &DeskIssuePanel::follow);
    connect(&desk, &ServiceDesk::issued, this, &DeskIssuePanel::begin);
    follow();
}

QWidget* DeskIssuePanel::makeVisitor() {
    m_identity->setObjectName(u"desk-identity"_s);
    m_identity->setPlaceholderText(tr("放身份证，或输入证件号、统一社会信用代码后回车"));
    m_identity->setAccessibleName(tr("证件号码"));
    m_identity->setMaxLength(24);
    m_clear->setObjectName(u"desk-identity-clear"_s);
    m_visitor->setObjectName(u"desk-visitor"_s);
    connect(m_identity, &QLineEdit::returnPressed, this, &DeskIssuePanel::keyed);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_identity->clear();
        if (m_desk.mayTakeNext())
            m_desk.clear();
        m_identity->setFocus();
    });
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("办事人"));
    label->setBuddy(m_identity);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_identity, 1, 0);
    grid->addWidget(m_clear, 1, 1);
    grid->addWidget(m_visitor, 2, 0, 1, 2);
    return part;
}

QWidget* DeskIssuePanel::makeChoices() {
    m_language->setObjectName(u"desk-language"_s);
    m_language->addItem(tr("中文"), u"zh"_s);
    m_language->addItem(tr("英文"), u"en"_s);
    m_language->setAccessibleName(tr("号单语言"));
    m_priority->setObjectName(u"desk-priority"_s);
    m_priority->setAccessibleName(tr("优先原因"));
    m_priority->addItem(tr("不优先"), QString());
    for (const char* reason : kPriorities)
        m_priority->addItem(tr(reason), QString::fromUtf8(reason));
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->addWidget(new QLabel(tr("号单语言")), 0, 0);
    grid->addWidget(new QLabel(tr("优先原因")), 0, 1);
    grid->addWidget(m_language, 1, 0);
    grid->addWidget(m_priority, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    return part;
}

void DeskIssuePanel::begin() {
    m_items->reset();
    m_identity->clear();
    m_language->setCurrentIndex(0);
    m_priority->setCurrentIndex(0);
    m_items->field().setFocus(Qt::ShortcutFocusReason);
    follow();
}

void DeskIssuePanel::follow() {
    const auto& visitor = m_desk.visitor();
    m_visitor->setFullText(visitor ? Identities::masked(*visitor) : tr("未登记证件（实名队列须登记）"));
    ui::setKind(*m_visitor, visitor ? u"good"_s : u"hint"_s);
    m_clear->setEnabled(visitor.has_value() || m_desk.asking() || !m_desk.tickets().empty());
    const bool ready = m_items->chosen() && m_desk.online() && !m_desk.busy();
    m_issue->setEnabled(ready);
    m_issue->setToolTip(ready                ? QString()
                        : !m_desk.online()   ? tr("与服务器断开，恢复连接后才能办理")
                        : !m_items->chosen() ? tr("请先选择事项")
                                             : tr("上一项操作还在办理"));
}

void DeskIssuePanel::keyed() {
    if (m_desk.keyVisitor(m_identity->text()))
        m_identity->clear(); // the full number stays on the screen no longer than needed
    else
        m_identity->selectAll();
}

void DeskIssuePanel::issue() {
    if (!m_issue->isEnabled())
        return;
    if (!m_identity->text().trimmed().isEmpty() && !m_desk.keyVisitor(m_identity->text()))
        return; // a number that was typed and is wrong must not be left out silently
    const auto language =
        m_language->currentData().toString() == u"en"_s ? model::Language::en : model::Language::zh;
    m_desk.issue(*m_items->chosen(), language, m_priority->currentData().toString());
}

} // namespace atrium::windowterminal
