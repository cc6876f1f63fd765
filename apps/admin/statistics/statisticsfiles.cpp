// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/statistics/statisticsfiles.h"

#include <QCoreApplication>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

QString csvCell(const QString& text) {
    const QString safe = withoutFormula(text);
    if (!safe.contains(u',') && !safe.contains(u'"') && !safe.contains(u'\n') && !safe.contains(u'\r'))
        return safe;
    return u'"' + QString(safe).replace(u'"', u"\"\""_s) + u'"';
}

/// A number as programs read it, whatever the language; nothing where there is none.
QString csvNumber(const StatisticsValue& value) {
    return value.number ? QString::number(*value.number, 'g', 10) : QString();
}

QString csvLine(const StatisticsTable::Line& line) {
    QStringList cells{csvCell(line.name)};
    for (const StatisticsValue& value : line.values)
        cells.append(csvNumber(value));
    return cells.join(u',') + u"\r\n"_s;
}

QString htmlLine(const StatisticsTable::Line& line, const QString& cell) {
    QString out = u"<tr><%1 align=\"left\">%2</%1>"_s.arg(cell, line.name.toHtmlEscaped());
    for (const StatisticsValue& value : line.values)
        out += u"<%1 align=\"right\">%2</%1>"_s.arg(cell, value.text.toHtmlEscaped());
    return out + u"</tr>"_s;
}

} // namespace

QString withoutFormula(const QString& text) {
    static const QString kDangerous = u"=+-@\t\r\n"_s;
    return !text.isEmpty() && kDangerous.contains(text.front()) ? u'\'' + text : text;
}

QByteArray statisticsCsv(const StatisticsTable& table) {
    QStringList titles;
    for (const QString& title : table.titles)
        titles.append(csvCell(title));
    QString out = QChar(QChar::ByteOrderMark) + titles.join(u',') + u"\r\n"_s;
    for (const auto& line : table.lines)
        out += csvLine(line);
    return (out + csvLine(table.sum)).toUtf8();
}

QString statisticsHtml(const StatisticsHead& head, const StatisticsTable& table) {
    QString out = u"<h2>%1</h2><p>%2<br>%3 · %4</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
                  "width=\"100%\"><thead><tr>"_s.arg(head.title.toHtmlEscaped(), head.hall.toHtmlEscaped(),
                                                     head.period.toHtmlEscaped(), head.made.toHtmlEscaped());
    for (const QString& title : table.titles)
        out += u"<th>"_s + title.toHtmlEscaped() + u"</th>"_s;
    out += u"</tr></thead>"_s;
    for (const auto& line : table.lines)
        out += htmlLine(line, u"td"_s);
    return out + htmlLine(table.sum, u"th"_s) + u"</table>"_s;
}

} // namespace atrium::admin
