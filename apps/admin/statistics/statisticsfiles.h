// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics as files that people open elsewhere, and as a page to print.
#pragma once

#include "apps/admin/statistics/statisticstable.h"

#include <QByteArray>

namespace atrium::admin {

/// What heads a file or a page.
struct StatisticsHead {
    QString hall;
    QString title;  ///< 大厅统计 · 按队列
    QString period; ///< with the filters
    QString made;   ///< when
};

/// A text that a spreadsheet would take for a formula (it begins with = + - @ a tabulator or a line break)
/// gets an apostrophe before it, so that it stays a text: names are what people typed.
[[nodiscard]] QString withoutFormula(const QString& text);

/// RFC 4180 in UTF-8 with its mark, because spreadsheets take a file without one for the local code page.
[[nodiscard]] QByteArray statisticsCsv(const StatisticsTable& table);

/// An XLSX with the table, the week's heat map and the pauses on a sheet each; false: the file cannot be
/// written.
[[nodiscard]] bool writeStatisticsXlsx(const QString& path, const StatisticsHead& head,
                                       const StatisticsTable& table, const model::Statistics& statistics);

/// A page for a printer, landscape.
[[nodiscard]] QString statisticsHtml(const StatisticsHead& head, const StatisticsTable& table);

} // namespace atrium::admin
