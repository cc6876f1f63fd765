// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/directpanel.h"

#include "apps/window-terminal/pages/itempicker.h"
#include "apps/window-terminal/pages/panelkeys.h"
#include "apps/window-terminal/view/windowdesk.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

DirectPanel::DirectPanel(WindowDesk& desk, sync::Replica& replica, ItemSearch& search, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_items(new ItemPicker(search, replica, u"direct"_s)),
      m_confirm(new QPushButton(tr("开始办理"))) {
    setAccessibleName(tr("直接办理"));
    auto* heading = new QLabel(tr("直接办理：请选择事项"));
    ui::setKind(*heading, u"section"_s);
    auto* hint = new QLabel(tr("给没有取号的办事人发一个号并立即开始办理，计入统计和评价。"));
    ui::setKind(*hint, u"hint"_s);
    hint->setWordWrap(true);
    m_confirm->setObjectName(u"direct-confirm"_s);
    ui::setKind(*m_confirm, u"primary"_s);
    auto* back = new QPushButton(tr("返回（Esc）"));
    back->setObjectName(u"direct-back"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(hint, 1);
    row->addWidget(m_confirm);
    row->addWidget(back);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_items, 1);
    column->addLayout(row);
    connect(m_items, &ItemPicker::chosenChanged, this,
            [this] { m_confirm->setEnabled(m_items->chosen().has_value()); });
    connect(m_confirm, &QPushButton::clicked, this, &DirectPanel::give);
    connect(back, &QPushButton::clicked, this, &DirectPanel::closed);
}

void DirectPanel::begin() {
    const auto* window = m_desk.window();
    m_items->resetTo(window == nullptr ? std::vector<model::ServiceItemId>() : window->itemIds);
    m_confirm->setEnabled(false);
    m_items->field().setFocus(Qt::ShortcutFocusReason);
}

void DirectPanel::give() {
    if (const auto item = m_items->chosen())
        Q_EMIT given(*item);
}

void DirectPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    if (pressFocused(*event, *this))
        return;
    QWidget::keyPressEvent(event);
}

} // namespace atrium::windowterminal
