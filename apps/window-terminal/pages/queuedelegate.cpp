// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/queuedelegate.h"

#include "shared/ui/types/recordlistmodel.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMarksColumn = 4;
constexpr int kQueueRowHeight = 46;
constexpr int kBadgeGap = 6;
constexpr int kBadgePadding = 8;
constexpr int kTextMargin = 10;

QVariant value(const QModelIndex& index, const QString& role) {
    const auto* model = qobject_cast<const ui::RecordListModel*>(index.model());
    return model == nullptr ? QVariant() : index.data(model->roleOf(role));
}

QFont badgeFont(const QFont& base) {
    QFont font = base;
    font.setPixelSize(ui::kMeasures.deskHint);
    return font;
}

} // namespace

void QueueDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text.clear(); // drawn by paint(), with the space that the headings have
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    if (index.column() != kMarksColumn) {
        QFont plain = option.font;
        plain.setBold(index.column() == 0);
        painter->setFont(plain);
        painter->setPen(ui::widgetColor(&ui::Palette::ink));
        const QRect room = option.rect.adjusted(kTextMargin, 0, -4, 0);
        const QString words = index.data(Qt::DisplayRole).toString();
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(plain).elidedText(words, Qt::ElideRight, room.width()));
        return painter->restore();
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const QFont font = badgeFont(option.font);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 6;
    int x = option.rect.left() + kTextMargin;
    const QStringList marks = value(index, u"marks"_s).toStringList();
    for (const QString& mark : marks) {
        const int room = option.rect.right() - x - 2 * kBadgePadding;
        if (room < metrics.averageCharWidth() * 2)
            break;
        const QString shown = metrics.elidedText(mark, Qt::ElideRight, room);
        const QRectF badge(x, option.rect.center().y() - height / 2.0,
                           metrics.horizontalAdvance(shown) + 2 * kBadgePadding, height);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ui::widgetColor(&ui::Palette::warningLight));
        painter->drawRoundedRect(badge, 6, 6);
        painter->setPen(ui::widgetColor(&ui::Palette::warning));
        painter->drawText(badge, Qt::AlignCenter, shown);
        x += static_cast<int>(badge.width()) + kBadgeGap;
    }
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == kMarksColumn) {
        const QFontMetrics metrics(badgeFont(option.font));
        int width = 8;
        const QStringList marks = value(index, u"marks"_s).toStringList();
        for (const QString& mark : marks)
            width += metrics.horizontalAdvance(mark) + 2 * kBadgePadding + kBadgeGap;
        size.setWidth(width);
    }
    size.setHeight(kQueueRowHeight);
    return size;
}

bool QueueDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                              const QStyleOptionViewItem& /*option*/, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QStringList lines;
    for (const char* role : {"number", "item", "holder", "waited"})
        lines.append(value(index, QLatin1StringView(role)).toString());
    QString tip = lines.join(u"  "_s);
    const QStringList marks = value(index, u"marks"_s).toStringList();
    if (!marks.isEmpty())
        tip += u'\n' + marks.join(u" · "_s);
    if (const QString note = value(index, u"note"_s).toString(); !note.isEmpty())
        tip += u'\n' + note;
    QToolTip::showText(event->globalPos(), tip, view);
    return true;
}

} // namespace atrium::windowterminal
