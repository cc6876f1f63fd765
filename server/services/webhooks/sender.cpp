// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/webhooks/sender.h"

#include "server/http/poller.h"
#include "server/services/webhooks/notice.h"
#include "shared/model/codec/walker.h"

#include <algorithm>
#include <charconv>
#include <iostream>

ATRIUM_JSON_INSTANCE(atrium::services::WebhookNotice)

namespace atrium::services {
namespace {

constexpr std::chrono::seconds kTimeout{10};
constexpr std::chrono::seconds kFirstPause{10};
constexpr std::chrono::seconds kLongestPause{300};
constexpr std::chrono::hours kTooOld{24};
constexpr int kBatch = 200;
constexpr int kGood = 200;               ///< first status that says it was taken …
constexpr int kNotGood = 300;            ///< … and the first that does not
constexpr std::int64_t kSaveEvery = 500; ///< events that it is not told of

} // namespace

WebhookSender::WebhookSender(Webhook hook, store::Store& store, const HallModel& model,
                             const http::Clock& clock)
    : m_hook(std::move(hook)), m_store(store), m_model(model), m_clock(clock),
      m_poster({m_hook.url, m_hook.allowPrivate, m_hook.caFile}, kTimeout) {}

model::Result<void> WebhookSender::start(std::int64_t lastSeq) {
    const auto stored = m_store.setting(settingName());
    if (!stored)
        return stored.error();
    m_position = lastSeq;
    const auto* end = stored->data() + stored->size();
    if (!stored->empty() && std::from_chars(stored->data(), end, m_position).ptr != end)
        m_position = lastSeq;
    // A copy of the hall that was put back may be older than what was told.
    m_position = std::min(m_position, lastSeq);
    m_lastSeq = lastSeq;
    save(m_position);
    m_thread = std::thread([this] { run(); });
    return {};
}

void WebhookSender::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_poster.abort();
    if (m_thread.joinable())
        m_thread.join();
}

void WebhookSender::announce(std::int64_t lastSeq) {
    {
        const std::lock_guard lock(m_mutex);
        m_lastSeq = std::max(m_lastSeq, lastSeq);
    }
    m_changed.notify_all();
}

void WebhookSender::run() {
    http::blockSignals();
    auto pause = kFirstPause;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopping || m_lastSeq > m_position; });
            if (m_isStopping)
                return save(m_position);
        }
        if (tellAll()) {
            pause = kFirstPause;
            continue;
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, pause, [this] { return m_isStopping; });
        pause = std::min(2 * pause, kLongestPause);
    }
}

bool WebhookSender::tellAll() {
    const auto events = m_store.eventsAfter(m_position, kBatch);
    if (!events)
        return false;                     // the store will say why elsewhere
    if (!*events || (*events)->empty()) { // they are no longer kept
        const std::lock_guard lock(m_mutex);
        m_position = m_lastSeq;
        return true;
    }
    const auto setup = m_model.setup();
    for (const auto& event : **events) {
        const bool wanted =
            std::find(m_hook.events.begin(), m_hook.events.end(), event.type) != m_hook.events.end();
        if (wanted && m_clock.now() - event.at < kTooOld) {
            if (const auto notice = noticeOf(event, *setup)) {
                if (!tell(*notice)) {
                    save(m_position);
                    return false;
                }
                save(event.seq);
            }
        }
        m_position = event.seq;
    }
    if (m_position - m_saved >= kSaveEvery)
        save(m_position);
    return true;
}

bool WebhookSender::tell(const WebhookNotice& notice) {
    const std::string body = model::toJson(notice);
    const auto answer = m_poster.post({{"Atrium-Event", notice.type},
                                       {"Atrium-Delivery", notice.id},
                                       {"Atrium-Signature", signatureOf(m_hook.secret, m_clock.now(), body)}},
                                      body);
    if (answer.status >= kGood && answer.status < kNotGood)
        return true;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return false;
    }
    std::cerr << "atrium-server: webhook " + m_hook.name + " did not take event " + notice.id + ": " +
                     (answer.status == 0 ? answer.why : "status " + std::to_string(answer.status)) + "\n";
    return false;
}

void WebhookSender::save(std::int64_t position) {
    if (position == m_saved)
        return;
    if (m_store.putSetting(settingName(), std::to_string(position)))
        m_saved = position; // else some are told twice, under the same id
}

} // namespace atrium::services
