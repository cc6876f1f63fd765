// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a record in a list: its name, and a smaller line of what tells it from others.
#pragma once

#include <QStyledItemDelegate>

namespace atrium::admin {

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { kId = Qt::UserRole + 1, kHint, kSearch, kActive };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace atrium::admin
