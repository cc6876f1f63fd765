// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/previewrows.h"

#include "apps/admin/editor/previewwords.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPreviewGap = 10; // between the cells of one row
constexpr int kPreviewLines = 2;
constexpr int kPreviewColumns = 5;

QStringList cellsOf(const rules::queueing::PreviewRow& row, int order) {
    return {QString::number(order), QString::fromStdString(row.number),
            QCoreApplication::translate("Preview", "级别 %1").arg(classWord(row)),
            QCoreApplication::translate("Preview", "已等 %1 分钟").arg(row.waitedMinutes),
            QCoreApplication::translate("Preview", "%1 号窗口").arg(row.windowNumber)};
}

QLabel* previewCell(const QString& text, int order, int column, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(u"preview-%1-%2"_s.arg(order - 1).arg(column));
    label->setTextFormat(Qt::PlainText);
    if (column == 1)
        ui::setKind(*label, u"section"_s);
    else if (column == 0 || column == kPreviewColumns)
        ui::setKind(*label, u"hint"_s);
    return label;
}

} // namespace

QWidget* previewRows(const rules::queueing::CallPreview& shown, QWidget* parent) {
    auto* inside = new QWidget(parent);
    auto* outer = new QVBoxLayout(inside);
    outer->setContentsMargins(0, 0, kPreviewGap, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kPreviewGap);
    grid->setVerticalSpacing(kPreviewLines);
    grid->setColumnStretch(kPreviewColumns - 1, 1);
    int line = 0;
    int order = 0;
    for (const auto& row : shown.rows) {
        const QStringList cells = cellsOf(row, ++order);
        for (int column = 0; column < kPreviewColumns; ++column)
            grid->addWidget(previewCell(cells[column], order, column, inside), line, column);
        auto* reason = previewCell(reasonWord(row), order, kPreviewColumns, inside);
        reason->setWordWrap(true);
        grid->addWidget(reason, ++line, 1, 1, kPreviewColumns - 1);
        auto* rule = new QFrame(inside);
        rule->setFixedHeight(1);
        rule->setStyleSheet(u"background: %1;"_s.arg(ui::widgetColor(&ui::Palette::line).name()));
        grid->addWidget(rule, ++line, 0, 1, kPreviewColumns);
        ++line;
    }
    outer->addLayout(grid);
    outer->addStretch();
    return inside;
}

} // namespace atrium::admin
