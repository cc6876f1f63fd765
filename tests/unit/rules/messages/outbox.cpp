// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/messages/outbox.h"

namespace atrium::rules::messages::tests {

Config smallConfig() {
    Config config;
    config.kinds[MessageKind::nearTurn] = {
        QuietPolicy::hold,
        {{model::Language::zh, "您的号码{number}前面还有{ahead}人，约{minutes}分钟"},
         {model::Language::en, "{number}: {ahead} ahead of you, about {minutes} min"}}};
    config.kinds[MessageKind::called] = {QuietPolicy::urgent,
                                         {{model::Language::zh, "请{number}到{window}号窗口"}}};
    config.kinds[MessageKind::nextPerson] = {QuietPolicy::drop,
                                             {{model::Language::zh, "{number}，下一位就是您，请不要走远"}}};
    config.quiet = {model::MinuteOfDay{22 * 60}, model::MinuteOfDay{7 * 60}};
    return config;
}

Outbox::Outbox() {
    m_now.at = model::fromMillis(1'795'395'600'000);
    m_now.local = {model::Day{20261123}, model::MinuteOfDay{9 * 60}, 1};
}

std::vector<Event> Outbox::ask(const Command& command) {
    const auto events = decide(state, command, m_now, config);
    for (const auto& event : events) {
        evolve(state, event);
        log.push_back(event);
    }
    return events;
}

std::vector<EventType> Outbox::make(const Command& command) {
    std::vector<EventType> types;
    for (const auto& event : ask(command))
        types.push_back(event.type);
    return types;
}

void Outbox::pass(std::chrono::seconds time) {
    const auto before = std::chrono::floor<std::chrono::minutes>(m_now.at);
    m_now.at += time;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(m_now.at) - before;
    m_now.local.minute.value = static_cast<int>((m_now.local.minute.value + minutes.count()) % (24 * 60));
}

void Outbox::setMinute(int minute) {
    pass(std::chrono::minutes((minute - m_now.local.minute.value + 24 * 60) % (24 * 60)));
}

MessageId Outbox::queue(MessageKind kind, const std::string& ticket, std::chrono::seconds life,
                        const std::string& key) {
    Notice notice;
    notice.kind = kind;
    notice.ticketId = model::TicketId{ticket};
    notice.personId = model::PersonId{"person-" + ticket};
    notice.key = key.empty() ? std::to_string(static_cast<int>(kind)) + "/" + ticket : key;
    notice.values = {"A001", "身份证", 2, "5-10", 7};
    notice.expiresAt = m_now.at + life;
    const MessageId id{"m" + std::to_string(++m_messages)};
    ask(QueueMessage{id, notice});
    return id;
}

} // namespace atrium::rules::messages::tests
