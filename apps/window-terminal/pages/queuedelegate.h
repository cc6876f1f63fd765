// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rows of a queue: the number bold, marks as badges, long texts cut with the whole in the tooltip.
#pragma once

#include <QStyledItemDelegate>

namespace atrium::windowterminal {

/// For tables over QueueLists' models. GUI thread.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace atrium::windowterminal
