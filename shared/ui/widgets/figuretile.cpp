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
constexpr int kUnitGap = 6;
constexpr int kSmallestFigure = 20;

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
    line->setSpacing(kUnitGap);
    line->addWidget(m_figure);
    m_unit->setContentsMargins(0, 0, 0, kUnitRise);
    line->addWidget(m_unit, 0, Qt::AlignBottom);
    line->addStretch();
    column->addLayout(line);
    // A narrow tile takes a smaller figure and breaks the line below: half a number is another number.
    m_figure->setMinimumSize(1, kMeasures.deskFigure * 5 / 4); // and stands on the others' line
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addStretch();
    describe();
}

void FigureTile::setFigure(const QString& figure, const QString& unit) {
    m_figure->setText(figure);
    m_unit->setText(unit);
    describe();
    fit();
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

void FigureTile::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void FigureTile::fit() {
    const QMargins around = layout()->contentsMargins();
    const int room = width() - around.left() - around.right() - kUnitGap - m_unit->sizeHint().width() - 2;
    QFont font = m_figure->font();
    font.setBold(true); // as the style makes it
    int size = kMeasures.deskFigure;
    for (; size > kSmallestFigure; size -= 2) {
        font.setPixelSize(size);
        if (QFontMetrics(font).horizontalAdvance(m_figure->text()) <= room)
            break;
    }
    const QString style = size == kMeasures.deskFigure ? QString() : u"font-size: %1px;"_s.arg(size);
    if (m_figure->styleSheet() != style)
        m_figure->setStyleSheet(style);
}

void FigureTile::describe() {
    setAccessibleName(u"%1 %2 %3"_s.arg(m_label->text(), m_figure->text(), m_unit->text()).trimmed());
    setAccessibleDescription(m_hint->text());
}

} // namespace atrium::ui
