// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/sender.h"

#include "server/services/messages/gatewayalarm.h"
#include "server/services/people/vault.h"
#include "shared/model/reflect.h"
#include "shared/rules/messages/event.h"

#include <utility>

namespace atrium::services {

using rules::messages::Answer;
using Sent = rules::messages::Outcome;

void MessageSender::start(gateways::SmsGateway& gateway) {
    (void)m_writer.run({}, [](WriteContext& context) -> model::Result<Outcome> {
        context.message(rules::messages::Recover{});
        return Outcome{};
    });
    {
        const std::lock_guard lock(m_mutex);
        m_hasGateway = true;
    }
    m_thread = std::thread([this, &gateway] { run(gateway); });
}

void MessageSender::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_came.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void MessageSender::announce(const std::vector<store::LogEventPtr>& events) {
    const auto attempted = model::enumName(rules::messages::EventType::messageAttempted);
    const std::lock_guard lock(m_mutex);
    for (const auto& event : events) {
        if (event->type != attempted)
            continue;
        for (const store::Change& change : event->changes) {
            const auto* message = change.record ? std::get_if<model::Message>(&*change.record) : nullptr;
            if (message == nullptr)
                continue;
            if (m_hasGateway)
                m_waiting.push_back(*message);
            else // it was queued while there was one
                submit(Answer{message->id, Sent::notSent, {}, "notConfigured"});
        }
    }
    m_came.notify_all();
}

void MessageSender::run(gateways::SmsGateway& gateway) {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_came.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        if (m_isStopping)
            return; // what waits was attempted as far as the log knows; the next start calls it unsure
        const auto message = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        hand(gateway, message);
        lock.lock();
    }
}

void MessageSender::hand(gateways::SmsGateway& gateway, const model::Message& message) {
    auto phone = m_vault.phone(message.personId);
    if (!phone)
        return submit(Answer{message.id, Sent::notSent, {}, "database"});
    if (!*phone)
        return submit(Answer{message.id, Sent::refused, {}, "noPhone"});
    if (!gateway.send({message.id, *std::move(*phone), message.text, message.expiresAt}))
        submit(Answer{message.id, Sent::notSent, {}, "queueFull"});
}

void MessageSender::submit(rules::messages::Command command) {
    m_writer.submit(
        {}, {},
        [command = std::move(command)](WriteContext& context) -> model::Result<Outcome> {
            context.message(command);
            return Outcome{};
        },
        [](const model::Result<Outcome>&) {}); // one that is lost counts as unsure in a while
}

void MessageSender::answered(const gateways::SendAnswer& answer) {
    submit(Answer{answer.id, answer.outcome, answer.refs, answer.code});
}

void MessageSender::reported(const gateways::DeliveryReport& report) {
    submit(rules::messages::Report{report.ref, report.delivered, report.code});
}

void MessageSender::reachable(bool isReachable, const std::string& code) {
    if (code == "stopped") // by ourselves
        return;
    m_writer.submit(
        {}, {},
        [isReachable, code](WriteContext& context) -> model::Result<Outcome> {
            setAlarm(context, gatewayCause(code), !isReachable);
            return Outcome{};
        },
        [](const model::Result<Outcome>&) {});
}

} // namespace atrium::services
