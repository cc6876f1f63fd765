// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accesslog.h"

#include "server/http/poller.h"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <Poco/NumberFormatter.h>

namespace atrium::http {

std::string accessLine(const AccessEntry& entry) {
    const auto text = [](const std::string& value) {
        return boost::json::serialize(boost::json::string(value));
    };
    std::string line = "{\"at\":" + std::to_string(model::toMillis(entry.at));
    line += ",\"request\":" + text(entry.requestId) + ",\"device\":" + text(entry.deviceId);
    line += ",\"method\":" + text(entry.method) + ",\"route\":" + text(entry.route);
    line += ",\"status\":" + std::to_string(entry.status);
    // Written here, because Boost.JSON prints 1.235 as 1.235E0.
    line += ",\"ms\":" + Poco::NumberFormatter::format(entry.milliseconds, 3);
    line += ",\"bytes\":" + std::to_string(entry.bytes) + "}";
    return line;
}

AccessLog::AccessLog(std::function<void(const std::string&)> write, Metrics& metrics, std::size_t limit)
    : m_write(std::move(write)), m_dropped(metrics.counter("atrium_access_log_dropped_total",
                                                           "Lines lost because the log's writer was slow")),
      m_limit(limit) {
    if (m_write)
        m_thread = std::thread([this] { run(); });
}

AccessLog::~AccessLog() {
    stop();
}

void AccessLog::add(AccessEntry entry) {
    if (!m_write)
        return;
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_entries.size() >= m_limit) {
            m_dropped.add();
            return;
        }
        first = m_entries.empty();
        m_entries.push_back(std::move(entry));
    }
    if (first)
        m_changed.notify_one();
}

void AccessLog::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void AccessLog::run() {
    blockSignals();
    std::vector<AccessEntry> taken;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_entries.empty(); });
            if (m_entries.empty())
                return;
            taken.swap(m_entries);
        }
        for (const AccessEntry& entry : taken) {
            try {
                m_write(accessLine(entry));
            } catch (...) {
                m_dropped.add();
            }
        }
        taken.clear();
    }
}

} // namespace atrium::http
