// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/hub.h"

#include "server/http/hubloop.h"

#include <algorithm>
#include <charconv>

namespace atrium::http {

bool StreamPlaces::take(const std::string& owner) {
    const std::lock_guard lock(m_mutex);
    std::size_t& count = m_counts[owner];
    if (count >= m_limit)
        return false;
    ++count;
    return true;
}

void StreamPlaces::giveBack(const std::string& owner) noexcept {
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(owner);
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
}

std::vector<std::string> StreamPlaces::owners() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> out;
    out.reserve(m_counts.size());
    for (const auto& [owner, count] : m_counts)
        if (count > 0)
            out.push_back(owner);
    return out;
}

EventHub::Place::Place(std::shared_ptr<StreamPlaces> places, std::string owner, std::uint64_t epoch)
    : m_places(std::move(places)), m_owner(std::move(owner)), m_epoch(epoch) {}

EventHub::Place::~Place() {
    m_places->giveBack(m_owner);
}

EventHub::EventHub(HubSource source, Submit submit, HubLimits limits, const Clock& clock, Metrics* metrics)
    : m_loop(std::make_unique<Loop>(std::move(source), std::move(submit), limits, clock, metrics)) {}

EventHub::~EventHub() = default;

void EventHub::start(std::int64_t lastSeq) {
    m_loop->start(lastSeq);
}

void EventHub::publish(std::vector<LogEvent> events) {
    if (!events.empty())
        m_loop->post(Loop::Publish{std::move(events)});
}

void EventHub::closeOwner(std::string owner) {
    m_loop->closeOwner(std::move(owner));
}

std::uint64_t EventHub::epoch() const noexcept {
    return m_loop->epoch();
}

void EventHub::stop() {
    m_loop->stop();
}

std::size_t EventHub::streamCount() const noexcept {
    return m_loop->streamCount();
}

std::vector<std::string> EventHub::owners() const {
    return m_loop->places()->owners();
}

std::int64_t EventHub::lastSeq() const noexcept {
    return m_loop->lastSeq();
}

std::shared_ptr<EventHub::Place> EventHub::reserve(const std::string& owner, std::uint64_t epoch) {
    if (!m_loop->places()->take(owner))
        return nullptr;
    return std::make_shared<Place>(m_loop->places(), owner, epoch);
}

void EventHub::adopt(std::unique_ptr<Transport> transport, std::string head, StreamRequest request,
                     std::shared_ptr<Place> place) {
    m_loop->post(Loop::Adopt{std::move(transport), std::move(head), std::move(request), std::move(place)});
}

std::string positionText(const LogPosition& position) {
    return std::to_string(position.seq) + (position.tag.empty() ? "" : "-" + position.tag);
}

std::optional<LogPosition> readPosition(std::string_view text) {
    constexpr std::size_t kLongestTag = 32;
    LogPosition out;
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, out.seq);
    if (failure != std::errc{} || out.seq < 0)
        return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(stop - text.data()));
    if (rest.empty())
        return out;
    rest.remove_prefix(1);
    const bool plain = std::all_of(rest.begin(), rest.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
    if (*stop != '-' || rest.empty() || rest.size() > kLongestTag || !plain)
        return std::nullopt;
    out.tag = rest;
    return out;
}

std::string eventFrame(const LogPosition& position, std::string_view type, std::string_view data) {
    std::string frame;
    frame.reserve(data.size() + type.size() + 56);
    frame.append("id: ").append(positionText(position)).append("\nevent: ").append(type);
    frame.append("\ndata: ").append(data).append("\n\n");
    return frame;
}

model::Result<std::optional<LogPosition>> resumePosition(const Request& request) {
    auto text = request.headers.find("Last-Event-ID");
    if (!text || text->empty())
        text = request.queryValue("after");
    if (!text || text->empty())
        return std::optional<LogPosition>{};
    auto position = readPosition(*text);
    if (!position)
        return model::Error{model::ErrorCode::invalid, "", model::Sentence::logNumber};
    return position;
}

} // namespace atrium::http
