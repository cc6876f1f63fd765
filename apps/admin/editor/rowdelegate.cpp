// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/rowdelegate.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QPainter>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 58;
constexpr int kRowPad = 10;

} // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ui::widgetColor(&ui::Palette::primaryLight));
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), kRowPad - 2, kRowPad - 2);
    }
    const bool active = index.data(kActive).toBool();
    const QRect text = option.rect.adjusted(kRowPad, kRowPad - 3, -kRowPad, -kRowPad + 3);
    QFont name = option.font;
    name.setPixelSize(ui::kMeasures.deskBody);
    name.setBold(selected);
    painter->setFont(name);
    painter->setPen(ui::widgetColor(active ? &ui::Palette::ink : &ui::Palette::ink2));
    const QString title = active ? index.data().toString() : tr("%1（停用）").arg(index.data().toString());
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
    QFont hint = option.font;
    hint.setPixelSize(ui::kMeasures.deskHint);
    painter->setFont(hint);
    painter->setPen(ui::widgetColor(&ui::Palette::ink2));
    painter->drawText(
        text, Qt::AlignBottom | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data(kHint).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
    return {0, kHeight};
}

} // namespace atrium::admin
