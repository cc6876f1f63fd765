// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The hall's statistics over a period; what each figure means is in docs/statistics.md. Only the admin tool
// asks for them.
namespace atrium::model {

enum class StatisticsBy { queue, item, department, window, staff, hour, weekday, recognition, day };
BOOST_DESCRIBE_ENUM(StatisticsBy, queue, item, department, window, staff, hour, weekday, recognition, day)

/// Days that one answer covers at most: three years.
inline constexpr int kLongestStatistics = 3 * 366;

/// A figure that needs something to have happened is missing where nothing did. Shares are 0..1.
struct StatisticsFigures {
    std::int64_t issued = 0;       ///< numbers given out that were not voided
    std::int64_t appointments = 0; ///< of them with an appointment
    std::int64_t called = 0;
    std::int64_t recalls = 0;
    std::int64_t services = 0;
    std::int64_t transferred = 0;
    std::int64_t finished = 0;
    std::int64_t noShows = 0;   ///< times somebody who was called did not come
    std::int64_t abandoned = 0; ///< tickets that ended without service: passed, cancelled, expired
    std::int64_t waited = 0;    ///< first calls; the waits below are theirs
    std::optional<double> waitMeanMinutes;
    std::optional<double> waitP50Minutes;
    std::optional<double> waitP90Minutes;
    std::optional<double> serviceLevel; ///< share that waited a quarter of an hour at most
    std::optional<double> handlingMeanMinutes;
    std::optional<double> handlingP50Minutes;
    std::optional<double> handlingP90Minutes;
    std::optional<double> toldErrorMinutes; ///< mean distance of told waits from true ones
    std::optional<double> toldWithinFive;   ///< share that was off by five minutes at most
    double openMinutes = 0;                 ///< of windows, pauses included
    double pausedMinutes = 0;
    double idleMinutes = 0;
    double idleAwaitedMinutes = 0;   ///< of them while the next one called was waiting already
    std::optional<double> occupancy; ///< share of the open time without pauses that was calling or serving
    bool operator==(const StatisticsFigures&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticsFigures, (),
                      (issued, appointments, called, recalls, services, transferred, finished, noShows,
                       abandoned, waited, waitMeanMinutes, waitP50Minutes, waitP90Minutes, serviceLevel,
                       handlingMeanMinutes, handlingP50Minutes, handlingP90Minutes, toldErrorMinutes,
                       toldWithinFive, openMinutes, pausedMinutes, idleMinutes, idleAwaitedMinutes,
                       occupancy))

/// key: an id; of hours 0 to 23, of weekdays 1 (Monday) to 7, of days yyyymmdd, of recognition its word.
/// Empty: of nothing that is known, such as the queue of a window's time.
struct StatisticsRow {
    std::string key;
    StatisticsFigures figures;
    bool operator==(const StatisticsRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticsRow, (), (key, figures))

/// One field of the heat map; fields without anything are left out.
struct StatisticsCell {
    int weekday = 1; ///< ISO: 1 Monday … 7 Sunday
    int hour = 0;
    std::int64_t issued = 0;
    std::optional<double> waitMeanMinutes;
    bool operator==(const StatisticsCell&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticsCell, (), (weekday, hour, issued, waitMeanMinutes))

struct StatisticsPause {
    std::string reason;
    double minutes = 0;
    bool operator==(const StatisticsPause&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticsPause, (), (reason, minutes))

/// Answer of GET /statistics.
struct Statistics {
    Day from;
    Day to;
    StatisticsBy by = StatisticsBy::queue;
    StatisticsFigures totals;
    std::vector<StatisticsRow> rows; ///< by key
    std::vector<StatisticsCell> week;
    std::vector<StatisticsPause> pauses; ///< longest first; none when a queue is asked for
    bool operator==(const Statistics&) const = default;
};
BOOST_DESCRIBE_STRUCT(Statistics, (), (from, to, by, totals, rows, week, pauses))

} // namespace atrium::model
