// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accesslog.h"

#include "server/http/poller.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <cmath>

namespace atrium::http {

std::string accessLine(const AccessEntry& entry) {
    boost::json::object line{{"at", model::toMillis(entry.at)}, {"request", entry.requestId}};
    line.emplace("device", entry.deviceId);
    line.emplace("method", entry.method);
    line.emplace("route", entry.route);
    line.emplace("status", entry.status);
    line.emplace("ms", std::round(entry.milliseconds * 1000) / 1000);
    line.emplace("bytes", entry.bytes);
    return boost::json::serialize(line);
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
