// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/callerrun/callerrun.h"

#include <algorithm>
#include <utility>

namespace atrium::rules::callerrun {
namespace {

using model::WindowState;

constexpr std::size_t kDigits = 3;

Outcome refused(Refusal why) {
    return {{}, why};
}

Outcome just(Deed deed) {
    return {{{deed, {}}}, std::nullopt};
}

bool hasTicket(WindowState state) {
    return state == WindowState::calling || state == WindowState::serving;
}

std::string padded(std::string_view digits) {
    return std::string(kDigits - std::min(kDigits, digits.size()), '0').append(digits);
}

/// Brings an open window to where a ticket can be called, then calls one.
Outcome calling(WindowState state, const Act& call) {
    if (state == WindowState::calling)
        return refused(Refusal::ticketInHand);
    Outcome outcome;
    if (state == WindowState::paused)
        outcome.acts.push_back({Deed::resume, {}});
    if (state == WindowState::serving && call.deed == Deed::returnHeld)
        return refused(Refusal::ticketInHand);
    if (state == WindowState::serving)
        outcome.acts.push_back({Deed::finishService, {}});
    outcome.acts.push_back(call);
    return outcome;
}

Outcome called(WindowState state, const std::string& digits) {
    return calling(state, digits.empty() ? Act{Deed::callNext, {}} : Act{Deed::callNumber, padded(digits)});
}

Outcome rated(WindowState state) {
    if (state == WindowState::serving)
        return just(Deed::finishService);
    if (state == WindowState::calling) // who is rated has come
        return {{{Deed::startService, {}}, {Deed::finishService, {}}}, std::nullopt};
    return just(Deed::askRating);
}

Outcome confirmed(WindowState state) {
    if (!hasTicket(state))
        return refused(Refusal::noTicket);
    return just(state == WindowState::calling ? Deed::startService : Deed::finishService);
}

/// One digit and "confirm".
Outcome coded(WindowState state, char code) {
    switch (code) {
    case '0':
        return hasTicket(state) ? just(Deed::hold) : refused(Refusal::noTicket);
    case '1':
        return refused(Refusal::windowOpen);
    case '3':
        return calling(state, {Deed::returnHeld, {}});
    case '6':
        if (state == WindowState::calling)
            return just(Deed::markNoShow);
        return refused(state == WindowState::serving ? Refusal::ticketInHand : Refusal::noTicket);
    case '9':
        return hasTicket(state) ? refused(Refusal::ticketInHand) : just(Deed::closeWindow);
    default:
        return refused(Refusal::unknownCode);
    }
}

Outcome paused(WindowState state) {
    if (hasTicket(state))
        return refused(Refusal::ticketInHand);
    return just(state == WindowState::paused ? Deed::resume : Deed::pause);
}

Outcome transferred(WindowState state, const std::string& digits) {
    if (!hasTicket(state))
        return refused(Refusal::noTicket);
    if (digits.empty())
        return refused(Refusal::nothingTyped);
    return {{{Deed::transfer, digits}}, std::nullopt};
}

Outcome atOpenWindow(Key key, WindowState state, const std::string& digits) {
    const bool takesDigits = key == Key::call || key == Key::confirm || key == Key::transfer;
    if (!digits.empty() && !takesDigits)
        return refused(Refusal::unknownCode);
    switch (key) {
    case Key::call:
        return called(state, digits);
    case Key::recall:
        return state == WindowState::calling ? just(Deed::recall) : refused(Refusal::notWaiting);
    case Key::rate:
        return rated(state);
    case Key::confirm:
        if (digits.empty())
            return confirmed(state);
        return digits.size() == 1 ? coded(state, digits.front()) : called(state, digits);
    case Key::pause:
        return paused(state);
    case Key::transfer:
        return transferred(state, digits);
    case Key::cancel:
    case Key::metre:
        break;
    }
    return refused(Refusal::unknownCode);
}

std::string_view withoutZeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? std::string_view() : digits.substr(first);
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

template <class Fits> Found find(std::span<const std::string> numbers, const Fits& fits) {
    const auto first = std::find_if(numbers.begin(), numbers.end(), fits);
    if (first == numbers.end())
        return {};
    if (std::find_if(first + 1, numbers.end(), fits) != numbers.end())
        return {Found::Kind::several, 0};
    return {Found::Kind::one, static_cast<std::size_t>(first - numbers.begin())};
}

} // namespace

Outcome CallerRun::take(const Entry& entry, model::WindowState state, model::Milliseconds now) {
    if (now - m_lastAt > kTypingPause)
        m_typed.clear();
    m_lastAt = now;
    // A caller that forgets to end its entry must not make the memory grow.
    m_typed += entry.digits.substr(0, kDigits + 1);
    if (m_typed.size() > kDigits) {
        m_typed.clear();
        return refused(Refusal::tooLong);
    }
    if (!entry.key)
        return {};
    const std::string digits = std::exchange(m_typed, {});
    if (*entry.key == Key::cancel)
        return digits.empty() ? refused(Refusal::nothingTyped) : Outcome{};
    if (state != WindowState::closed)
        return atOpenWindow(*entry.key, state, digits);
    const bool isOpening = *entry.key == Key::confirm && digits == "1";
    return isOpening ? just(Deed::openWindow) : refused(Refusal::windowClosed);
}

Found ticketEndingIn(std::string_view digits, std::span<const std::string> numbers) {
    if (!isDigits(digits) || digits.size() > kDigits)
        return {};
    const std::string end = padded(digits);
    return find(numbers, [&](const std::string& number) { return std::string_view(number).ends_with(end); });
}

Found windowNumbered(std::string_view digits, std::span<const std::string> numbers) {
    if (!isDigits(digits))
        return {};
    return find(numbers, [&](const std::string& number) {
        return isDigits(number) && withoutZeros(number) == withoutZeros(digits);
    });
}

} // namespace atrium::rules::callerrun
