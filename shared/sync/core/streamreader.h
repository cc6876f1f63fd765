// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/core/envelope.h"
#include "shared/sync/core/sseparser.h"

#include <optional>
#include <string_view>
#include <vector>

namespace atrium::sync {

/// What came together on an event stream: one transaction of a replica.
struct StreamBatch {
    std::vector<LogEvent> events{};
    std::vector<Heartbeat> heartbeats{};
    Position position{};                ///< up to where the log is known after it
    std::optional<std::int64_t> seen{}; ///< the highest number that was named; nullopt: none was
    const char* lost = nullptr;         ///< why the rest of the log must be fetched otherwise, for the log
};

/// Reads the bytes of one GET /events. Not thread-safe.
class StreamReader {
public:
    /// from: what is known before these bytes.
    [[nodiscard]] StreamBatch feed(std::string_view bytes, const Position& from);

private:
    SseParser m_parser;
};

} // namespace atrium::sync
