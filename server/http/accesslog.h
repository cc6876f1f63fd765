// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/metrics.h"
#include "shared/model/instant.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace atrium::http {

/// What is remembered of a request: no path, query or body, so no personal data and no ticket.
struct AccessEntry {
    model::Instant at;
    std::string requestId;
    std::string deviceId; ///< empty: unknown
    std::string method;
    std::string route; ///< the pattern; empty: none matched
    int status = 0;
    double milliseconds = 0; ///< from the complete request to the answer
    std::size_t bytes = 0;   ///< of the answer's body
};

/// One JSON object on one line, without the line end.
[[nodiscard]] std::string accessLine(const AccessEntry& entry);

/// Writes lines on a thread of its own; drops and counts them when the writer falls behind.
class AccessLog {
public:
    AccessLog(std::function<void(const std::string&)> write, Metrics& metrics, std::size_t limit = 8192);
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    void add(AccessEntry entry); ///< any thread; never waits for the writer
    void stop();                 ///< writes the rest and joins; idempotent

private:
    void run();

    std::function<void(const std::string&)> m_write;
    Counter& m_dropped;
    std::size_t m_limit;
    std::mutex m_mutex; // guards the two below
    std::vector<AccessEntry> m_entries;
    bool m_stopping = false;
    std::condition_variable m_changed;
    std::thread m_thread;
};

} // namespace atrium::http
