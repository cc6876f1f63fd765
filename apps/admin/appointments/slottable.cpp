// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/appointments/slottable.h"

#include "shared/rules/appointments/officedays.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cstddef>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBarColumn = 1;
constexpr int kStateColumn = 2;
constexpr int kShareRole = Qt::UserRole + 1;

/// The share that is taken as a bar behind the number.
class BarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        constexpr int kInset = 8;
        constexpr int kBarHeight = 8;
        QStyledItemDelegate::paint(painter, option, index);
        const double share = std::clamp(index.data(kShareRole).toDouble(), 0.0, 1.0);
        QRect bar = option.rect.adjusted(kInset, 0, -kInset, 0);
        bar.setTop(bar.center().y() - kBarHeight / 2);
        bar.setHeight(kBarHeight);
        bar.setLeft(bar.left() + option.fontMetrics.horizontalAdvance(u"0000 / 0000"_s));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ui::widgetColor(&ui::Palette::well));
        painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        bar.setWidth(static_cast<int>(bar.width() * share));
        painter->setBrush(ui::widgetColor(share < 1 ? &ui::Palette::primary : &ui::Palette::accent));
        if (share > 0)
            painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        painter->restore();
    }
};

QString stateWord(model::SlotState state) {
    switch (state) {
    case model::SlotState::free:
        return SlotTable::tr("可约");
    case model::SlotState::full:
        return SlotTable::tr("约满");
    case model::SlotState::cutOff:
        return SlotTable::tr("截止");
    case model::SlotState::over:
        return SlotTable::tr("已过");
    }
    return {};
}

} // namespace

SlotTable::SlotTable(QWidget* parent) : QTableWidget(parent) {
    setObjectName(u"slots"_s);
    setColumnCount(3);
    setHorizontalHeaderLabels({tr("时段"), tr("已约 / 可约"), tr("状态")});
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->setVisible(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(kBarColumn, QHeaderView::Stretch);
    setItemDelegateForColumn(kBarColumn, new BarDelegate(this));
    setAccessibleName(tr("时段"));
    connect(this, &QTableWidget::itemSelectionChanged, this, &SlotTable::choiceChanged);
}

void SlotTable::setTimes(const model::SlotList& list) {
    const auto before = chosen();
    const bool isSame = m_list.queueId == list.queueId && m_list.day == list.day;
    m_list = list;
    {
        const QSignalBlocker quiet(this);
        clearSelection();
        setRowCount(static_cast<int>(list.times.size()));
        for (int row = 0; row < rowCount(); ++row) {
            const model::Slot& slot = list.times[static_cast<std::size_t>(row)];
            const QStringList texts{QString::fromStdString(rules::appointments::spanText(slot.from, slot.to)),
                                    u"%1 / %2"_s.arg(slot.booked).arg(slot.capacity), stateWord(slot.state)};
            for (int column = 0; column < texts.size(); ++column) {
                auto* cell = new QTableWidgetItem(texts[column]);
                if (column == kBarColumn)
                    cell->setData(kShareRole, static_cast<double>(slot.booked) / std::max(1, slot.capacity));
                if (slot.state != model::SlotState::free)
                    cell->setForeground(ui::widgetColor(&ui::Palette::ink3));
                setItem(row, column, cell);
            }
            if (isSame && before && before->from == slot.from)
                selectRow(row);
        }
    }
    Q_EMIT choiceChanged();
}

std::optional<model::Slot> SlotTable::chosen() const {
    const auto rows = selectionModel()->selectedRows();
    if (rows.isEmpty() || static_cast<std::size_t>(rows.front().row()) >= m_list.times.size())
        return std::nullopt;
    return m_list.times[static_cast<std::size_t>(rows.front().row())];
}

} // namespace atrium::admin
