// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics as one table: what the screen, the files and the paper show alike.
#pragma once

#include "shared/model/statistics.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace atrium::sync {
class Replica;
}

namespace atrium::admin {

/// A figure of a table: what people read, and the number behind it, which files take and columns sort by.
struct StatisticsValue {
    QString text;
    std::optional<double> number; ///< none: there is nothing to say
    bool operator==(const StatisticsValue&) const = default;
};

struct StatisticsTable {
    QStringList titles; ///< of the name and of every value
    QStringList hints;  ///< what each figure means
    struct Line {
        QString name;
        QString key; ///< as the server has it; empty for the sum
        QList<StatisticsValue> values;
    };
    QList<Line> lines;
    Line sum;
};

[[nodiscard]] QDate dateOf(model::Day day);
[[nodiscard]] model::Day dayOf(const QDate& date);
/// The name of a row: that of its record, an hour, a weekday, a date, a word.
[[nodiscard]] QString statisticsName(model::StatisticsBy by, const QString& key,
                                     const sync::Replica& replica);
/// A grouping as the server calls it, and in words.
[[nodiscard]] std::string statisticsByName(model::StatisticsBy by);
[[nodiscard]] QString statisticsByWord(model::StatisticsBy by);
/// Minutes with one decimal, shares in percent; a dash for what is missing.
[[nodiscard]] QString minutesText(const std::optional<double>& minutes);
[[nodiscard]] QString shareText(const std::optional<double>& share);

/// Rows in the order of the server, but what has no name last.
[[nodiscard]] StatisticsTable statisticsTable(const model::Statistics& statistics,
                                              const sync::Replica& replica);

} // namespace atrium::admin
