// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/words.h"
#include "apps/admin/statistics/statisticsfiles.h"

#include <QCoreApplication>
#include <QFile>

#include <xlsxwriter.h>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNameWidth = 32; // characters
constexpr int kFigureWidth = 11;
constexpr int kHeadRows = 4;
constexpr int kHoursOfDay = 24;

QString sheetWord(const char* text) {
    return QCoreApplication::translate("Statistics", text);
}

/// One sheet; texts are written as texts, so nothing in them is ever reckoned with.
class XlsxSheet {
public:
    XlsxSheet(lxw_workbook* book, const QString& name)
        : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData())) {}

    void text(int row, int column, const QString& text, lxw_format* format = nullptr) {
        worksheet_write_string(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                               withoutFormula(text).toUtf8().constData(), format);
    }
    void number(int row, int column, double number, lxw_format* format = nullptr) {
        worksheet_write_number(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number,
                               format);
    }
    void widths(int columns) {
        worksheet_set_column(m_sheet, 0, 0, kNameWidth, nullptr);
        worksheet_set_column(m_sheet, 1, static_cast<lxw_col_t>(columns), kFigureWidth, nullptr);
    }
    void freeze(int rows) { worksheet_freeze_panes(m_sheet, static_cast<lxw_row_t>(rows), 1); }

private:
    lxw_worksheet* m_sheet; ///< the book's
};

struct XlsxFormats {
    lxw_format* bold;
    lxw_format* share;
    lxw_format* figure;
};

void writeLine(XlsxSheet& sheet, int row, const StatisticsTable::Line& line, const XlsxFormats& formats) {
    sheet.text(row, 0, line.name);
    for (int i = 0; i < line.values.size(); ++i) {
        const StatisticsValue& value = line.values[i];
        if (value.number)
            sheet.number(row, i + 1, *value.number,
                         value.text.endsWith(u'%')   ? formats.share
                         : value.text.contains(u'.') ? formats.figure
                                                     : nullptr);
    }
}

void writeTable(lxw_workbook* book, const StatisticsHead& head, const StatisticsTable& table,
                const XlsxFormats& formats) {
    XlsxSheet sheet(book, sheetWord(QT_TRANSLATE_NOOP("Statistics", "统计")));
    sheet.text(0, 0, head.title, formats.bold);
    sheet.text(1, 0, head.hall + u" · "_s + head.period);
    sheet.text(2, 0, head.made);
    for (int i = 0; i < table.titles.size(); ++i)
        sheet.text(kHeadRows - 1, i, table.titles[i], formats.bold);
    int row = kHeadRows;
    for (const auto& line : table.lines)
        writeLine(sheet, row++, line, formats);
    writeLine(sheet, row, table.sum, formats);
    sheet.widths(static_cast<int>(table.titles.size()) - 1);
    sheet.freeze(kHeadRows);
}

void writeWeek(lxw_workbook* book, const model::Statistics& statistics, const XlsxFormats& formats) {
    XlsxSheet sheet(book, sheetWord(QT_TRANSLATE_NOOP("Statistics", "一周热力")));
    for (int hour = 0; hour < kHoursOfDay; ++hour)
        sheet.number(0, hour + 1, hour, formats.bold);
    for (int weekday = 1; weekday <= 7; ++weekday)
        sheet.text(weekday, 0, weekdayWord(weekday), formats.bold);
    for (const model::StatisticsCell& cell : statistics.week)
        sheet.number(cell.weekday, cell.hour + 1, static_cast<double>(cell.issued));
}

void writePauses(lxw_workbook* book, const model::Statistics& statistics, const XlsxFormats& formats) {
    XlsxSheet sheet(book, sheetWord(QT_TRANSLATE_NOOP("Statistics", "暂停")));
    sheet.text(0, 0, sheetWord(QT_TRANSLATE_NOOP("Statistics", "原因")), formats.bold);
    sheet.text(0, 1, sheetWord(QT_TRANSLATE_NOOP("Statistics", "分钟")), formats.bold);
    int row = 1;
    for (const model::StatisticsPause& pause : statistics.pauses) {
        sheet.text(row, 0, QString::fromStdString(pause.reason));
        sheet.number(row++, 1, pause.minutes, formats.figure);
    }
    sheet.widths(1);
}

} // namespace

bool writeStatisticsXlsx(const QString& path, const StatisticsHead& head, const StatisticsTable& table,
                         const model::Statistics& statistics) {
    lxw_workbook* book = workbook_new(QFile::encodeName(path).constData());
    if (book == nullptr)
        return false;
    const XlsxFormats formats{workbook_add_format(book), workbook_add_format(book),
                              workbook_add_format(book)};
    format_set_bold(formats.bold);
    format_set_num_format(formats.share, "0.0%");
    format_set_num_format(formats.figure, "0.0");
    writeTable(book, head, table, formats);
    writeWeek(book, statistics, formats);
    writePauses(book, statistics, formats);
    return workbook_close(book) == LXW_NO_ERROR;
}

} // namespace atrium::admin
