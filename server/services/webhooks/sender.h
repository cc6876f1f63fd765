// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/webhook/poster.h"
#include "server/http/clock.h"
#include "server/services/core/hallmodel.h"
#include "server/services/webhooks/settings.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace atrium::services {

struct WebhookNotice;

/// Tells one system of the queue, event after event in the order of the log, from where it stopped: what it
/// did not take (anything but 2xx) is told again, ten seconds later and then twice as long, up to five
/// minutes. Events of more than a day ago are not told any more. How far it was told is stored; after a crash
/// the last ones come again, under the same id. Owns one thread.
class WebhookSender {
public:
    /// All outlive this.
    WebhookSender(Webhook hook, store::Store& store, const HallModel& model, const http::Clock& clock);
    ~WebhookSender() { stop(); }
    WebhookSender(const WebhookSender&) = delete;
    WebhookSender& operator=(const WebhookSender&) = delete;

    /// lastSeq: where one that was never told anything begins.
    [[nodiscard]] model::Result<void> start(std::int64_t lastSeq);
    /// A post under way is broken off. Idempotent.
    void stop();
    /// Events up to there are durable. Any thread.
    void announce(std::int64_t lastSeq);

private:
    void run();
    /// Tells what is there; false: something was not taken, and waits.
    [[nodiscard]] bool tellAll();
    [[nodiscard]] bool tell(const WebhookNotice& notice);
    void save(std::int64_t position);
    [[nodiscard]] std::string settingName() const { return "webhook." + m_hook.name; }

    const Webhook m_hook;
    store::Store& m_store;
    const HallModel& m_model;
    const http::Clock& m_clock;
    gateways::Poster m_poster;
    std::int64_t m_position = 0; ///< told up to here; the thread's own after start()
    std::int64_t m_saved = 0;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::int64_t m_lastSeq = 0;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace atrium::services
