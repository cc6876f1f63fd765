// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/cardframe.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCardPadding = 20;

} // namespace

CardFrame::CardFrame(const QString& title, const QString& hint, QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_hint(new QLabel(this)), m_body(new QVBoxLayout) {
    setKind(*this, u"card"_s);
    setKind(*m_title, u"section"_s);
    setKind(*m_hint, u"hint"_s);
    // Spare height goes to the content.
    auto* head = new QWidget(this);
    head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(kCardPadding, kCardPadding, kCardPadding, kCardPadding);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_title);
    line->addWidget(m_hint);
    line->addStretch();
    outer->addWidget(head);
    outer->addLayout(m_body, 1);
    setTitle(title);
    setHint(hint);
}

void CardFrame::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void CardFrame::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace atrium::ui
