// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/figuretile.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Brings the small unit to the base line of the large figure.
constexpr int kUnitRise = 7;

} // namespace

FigureTile::FigureTile(const QString& label, QWidget* parent)
    : QFrame(parent), m_label(new QLabel(label, this)), m_figure(new QLabel(u"–"_s, this)),
      m_unit(new QLabel(this)), m_hint(new QLabel(this)) {
    setKind(*this, u"card"_s);
    setKind(*m_label, u"hint"_s);
    setKind(*m_figure, u"figure"_s);
    setKind(*m_unit, u"hint"_s);
    setKind(*m_hint, u"hint"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(4);
    column->addWidget(m_label);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_figure);
    m_unit->setContentsMargins(0, 0, 0, kUnitRise);
    line->addWidget(m_unit, 0, Qt::AlignBottom);
    line->addStretch();
    column->addLayout(line);
    column->addWidget(m_hint);
    column->addStretch();
    describe();
}

void FigureTile::setLabel(const QString& label) {
    m_label->setText(label);
    describe();
}

void FigureTile::setFigure(const QString& figure, const QString& unit) {
    m_figure->setText(figure);
    m_unit->setText(unit);
    describe();
}

void FigureTile::setHint(const QString& hint, Tone tone) {
    m_hint->setText(hint);
    setKind(*m_hint, tone == Tone::good      ? u"good"_s
                     : tone == Tone::warning ? u"warning"_s
                     : tone == Tone::accent  ? u"accent"_s
                                             : u"hint"_s);
    describe();
}

QString FigureTile::figure() const {
    return m_figure->text();
}

void FigureTile::describe() {
    setAccessibleName(u"%1 %2 %3"_s.arg(m_label->text(), m_figure->text(), m_unit->text()).trimmed());
    setAccessibleDescription(m_hint->text());
}

} // namespace atrium::ui
