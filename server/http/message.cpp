// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

#include "server/http/problem.h"

#include <algorithm>
#include <atomic>
#include <charconv>

namespace atrium::http {

namespace {

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

std::optional<std::string_view> Headers::find(std::string_view name) const noexcept {
    for (const auto& [key, value] : m_fields)
        if (sameName(key, name))
            return value;
    return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const noexcept {
    return static_cast<std::size_t>(std::count_if(
        m_fields.begin(), m_fields.end(), [&](const auto& field) { return sameName(field.first, name); }));
}

void Headers::add(std::string name, std::string value) {
    m_fields.emplace_back(std::move(name), std::move(value));
}

std::string_view Request::param(std::string_view name) const noexcept {
    for (const auto& [key, value] : params)
        if (key == name)
            return value;
    return {};
}

std::optional<std::string_view> Request::queryValue(std::string_view name) const noexcept {
    for (const auto& [key, value] : query)
        if (key == name)
            return value;
    return std::nullopt;
}

model::Result<std::int64_t> Request::queryNumber(std::string_view name, std::int64_t fallback,
                                                 std::int64_t low, std::int64_t high) const {
    const auto text = queryValue(name);
    if (!text)
        return fallback;
    std::int64_t number = 0;
    const char* const end = text->data() + text->size();
    const auto [stop, failure] = std::from_chars(text->data(), end, number);
    if (failure != std::errc{} || stop != end || number < low || number > high)
        return model::Error{
            model::ErrorCode::invalid,
            "",
            {model::Sentence::queryRange,
             {{"name", std::string(name)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}}}};
    return number;
}

std::string_view Request::bearerToken() const noexcept {
    constexpr std::string_view kScheme = "Bearer ";
    const auto value = headers.find("Authorization");
    if (!value || value->size() <= kScheme.size() || !sameName(value->substr(0, kScheme.size()), kScheme))
        return {};
    return value->substr(kScheme.size());
}

Response jsonResponse(std::string json, int status) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", "application/json");
    response.body = std::move(json);
    return response;
}

Response noContent() {
    Response response;
    response.status = 204;
    return response;
}

struct Responder::State {
    explicit State(Sink target) : sink(std::move(target)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (!answered.load())
            deliver(problem(500, {model::ErrorCode::unavailable, "", model::Sentence::notAnswered}));
    }

    void deliver(Response&& response) noexcept {
        try {
            sink(std::move(response));
        } catch (...) { // out of memory: the connection's own end tells the client
        }
        sink = nullptr;
    }

    std::atomic<bool> answered{false};
    Sink sink;
};

Responder::Responder(Sink sink) : m_state(std::make_shared<State>(std::move(sink))) {}

bool Responder::send(Response response) const noexcept {
    if (m_state->answered.exchange(true))
        return false;
    m_state->deliver(std::move(response));
    return true;
}

Handler answer(std::function<Response(const Request&)> handle) {
    return [handle = std::move(handle)](const Request& request, const Responder& responder) {
        responder.send(handle(request));
    };
}

} // namespace atrium::http
