// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/logruns.h"

#include "server/store/db.h"

#include <array>
#include <iterator>
#include <random>

namespace atrium::store {

namespace {

/// 32 random bits as hex.
std::string drawnTag() {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::random_device source;
    std::uint32_t bits = source();
    std::array<char, 8> out{};
    for (char& digit : out) {
        digit = kDigits[bits & 15U];
        bits >>= 4U;
    }
    return {out.data(), out.size()};
}

} // namespace

std::string LogRuns::tagOf(std::int64_t seq) const {
    const auto next = m_byFirst.upper_bound(seq);
    return next == m_byFirst.begin() ? std::string() : std::prev(next)->second;
}

void beginRun(Db& db) {
    // The first run of a log that was begun without runs takes the last event too, so that whoever fetches a
    // snapshot now has a tag. A run that wrote nothing gives its place to the next.
    db.exec("INSERT INTO \"log_run\" (\"first_seq\", \"tag\") "
            "SELECT (SELECT COALESCE(MAX(\"seq\"), 0) FROM \"event_log\") + "
            "(SELECT CASE WHEN COUNT(*) > 0 THEN 1 ELSE 0 END FROM \"log_run\"), $1 "
            "WHERE true ON CONFLICT (\"first_seq\") DO UPDATE SET \"tag\" = excluded.\"tag\"",
            {drawnTag()});
}

LogRuns readRuns(Db& db) {
    std::map<std::int64_t, std::string> out;
    for (const Row& row : db.query("SELECT \"first_seq\", \"tag\" FROM \"log_run\"", {},
                                   {ColumnType::integer, ColumnType::text}))
        out.emplace(asInt(row[0]), asText(row[1]));
    return LogRuns(std::move(out));
}

void pruneRuns(Db& db) {
    db.exec("DELETE FROM \"log_run\" WHERE \"first_seq\" < (SELECT MAX(\"first_seq\") FROM \"log_run\" "
            "WHERE \"first_seq\" <= (SELECT MIN(\"seq\") FROM \"event_log\"))");
}

} // namespace atrium::store
