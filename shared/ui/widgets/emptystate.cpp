// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/emptystate.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEmptyIcon = 56;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& happened, const QString& whatToDo,
                       QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_happened(new QLabel(this)), m_whatToDo(new QLabel(this)),
      m_action(new QPushButton(this)) {
    setKind(*m_happened, u"section"_s);
    setKind(*m_whatToDo, u"hint"_s);
    m_whatToDo->setWordWrap(true);
    for (QLabel* label : {m_icon, m_happened, m_whatToDo}) {
        label->setAlignment(Qt::AlignCenter);
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch();
    column->addWidget(m_icon);
    column->addWidget(m_happened);
    column->addWidget(m_whatToDo);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::action);
    setTexts(iconName, happened, whatToDo);
    setAction({});
}

void EmptyState::setTexts(const QString& iconName, const QString& happened, const QString& whatToDo) {
    m_icon->setPixmap(lucideIcon(iconName, widgetColor(&Palette::primary)).pixmap(kEmptyIcon, kEmptyIcon));
    m_happened->setText(happened);
    m_whatToDo->setText(whatToDo);
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    setAccessibleName(happened + u' ' + whatToDo);
}

void EmptyState::setAction(const QString& action) {
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace atrium::ui
