// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/callerrun/callerrun.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace atrium::rules::callerrun;
using atrium::model::Milliseconds;
using atrium::model::WindowState;

namespace {

Outcome acts(std::vector<Act> list) {
    return {std::move(list), {}};
}

Outcome refusal(Refusal why) {
    return {{}, why};
}

/// One entry at a window in that state.
Outcome take(const std::string& digits, Key key, WindowState state) {
    CallerRun run;
    return run.take({digits, key}, state, Milliseconds(1000));
}

/// What the queue makes of an act, as far as the window's state goes; nothing when it would refuse.
std::optional<WindowState> after(WindowState state, Deed deed) {
    const bool open = state != WindowState::closed;
    const bool free = state == WindowState::idle;
    const bool calling = state == WindowState::calling;
    const bool serving = state == WindowState::serving;
    switch (deed) {
    case Deed::openWindow:
        return open ? std::nullopt : std::optional(WindowState::idle);
    case Deed::closeWindow:
        return open && !calling && !serving ? std::optional(WindowState::closed) : std::nullopt;
    case Deed::callNext:
    case Deed::callNumber:
        return free ? std::optional(WindowState::calling) : std::nullopt;
    case Deed::recall:
        return calling ? std::optional(state) : std::nullopt;
    case Deed::startService:
        return calling ? std::optional(WindowState::serving) : std::nullopt;
    case Deed::finishService:
        return serving ? std::optional(WindowState::idle) : std::nullopt;
    case Deed::askRating:
        return free || state == WindowState::paused ? std::optional(state) : std::nullopt;
    case Deed::markNoShow:
        return calling ? std::optional(WindowState::idle) : std::nullopt;
    case Deed::hold:
    case Deed::transfer:
        return calling || serving ? std::optional(WindowState::idle) : std::nullopt;
    case Deed::returnHeld:
        return free ? std::optional(WindowState::serving) : std::nullopt;
    case Deed::pause:
        return free ? std::optional(WindowState::paused) : std::nullopt;
    case Deed::resume:
        return state == WindowState::paused ? std::optional(WindowState::idle) : std::nullopt;
    }
    return std::nullopt;
}

rc::Gen<WindowState> anyState() {
    return rc::gen::element(WindowState::closed, WindowState::idle, WindowState::calling,
                            WindowState::serving, WindowState::paused);
}

rc::Gen<Key> anyKey() {
    return rc::gen::element(Key::rate, Key::call, Key::recall, Key::cancel, Key::confirm, Key::metre,
                            Key::pause, Key::transfer);
}

rc::Gen<std::string> anyDigits() {
    return rc::gen::resize(
        4, rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1))));
}

} // namespace

TEST(CallerRun, OneTurnByTheCallerAlone) {
    CallerRun run;
    Milliseconds now{0};
    const auto press = [&](const std::string& digits, Key key, WindowState state) {
        now += Milliseconds(60'000);
        return run.take({digits, key}, state, now);
    };
    EXPECT_EQ(press("1", Key::confirm, WindowState::closed), acts({{Deed::openWindow, ""}}));
    EXPECT_EQ(press("", Key::call, WindowState::idle), acts({{Deed::callNext, ""}}));
    EXPECT_EQ(press("", Key::recall, WindowState::calling), acts({{Deed::recall, ""}}));
    EXPECT_EQ(press("", Key::confirm, WindowState::calling), acts({{Deed::startService, ""}}));
    EXPECT_EQ(press("", Key::rate, WindowState::serving), acts({{Deed::finishService, ""}}));
    EXPECT_EQ(press("", Key::pause, WindowState::idle), acts({{Deed::pause, ""}}));
    EXPECT_EQ(press("", Key::pause, WindowState::paused), acts({{Deed::resume, ""}}));
    EXPECT_EQ(press("9", Key::confirm, WindowState::idle), acts({{Deed::closeWindow, ""}}));
}

TEST(CallerRun, ThreeDigitsCallThatNumber) {
    EXPECT_EQ(take("127", Key::call, WindowState::idle), acts({{Deed::callNumber, "127"}}));
    EXPECT_EQ(take("127", Key::confirm, WindowState::idle), acts({{Deed::callNumber, "127"}}));
    EXPECT_EQ(take("7", Key::call, WindowState::idle), acts({{Deed::callNumber, "007"}}));
    EXPECT_EQ(take("27", Key::confirm, WindowState::idle), acts({{Deed::callNumber, "027"}}));
}

TEST(CallerRun, DigitsMayComeOneByOne) {
    CallerRun run;
    EXPECT_EQ(run.take({"1", {}}, WindowState::idle, Milliseconds(0)), Outcome{});
    EXPECT_EQ(run.take({"2", {}}, WindowState::idle, Milliseconds(900)), Outcome{});
    EXPECT_EQ(run.typed(), "12");
    EXPECT_EQ(run.take({"7", Key::call}, WindowState::idle, Milliseconds(1800)),
              acts({{Deed::callNumber, "127"}}));
    EXPECT_EQ(run.typed(), "");
}

TEST(CallerRun, DigitsLeftBehindAreForgotten) {
    CallerRun run;
    static_cast<void>(run.take({"12", {}}, WindowState::idle, Milliseconds(0)));
    EXPECT_EQ(run.take({"", Key::call}, WindowState::idle, Milliseconds(10'001)),
              acts({{Deed::callNext, ""}}));
}

TEST(CallerRun, CancelForgetsTheDigits) {
    CallerRun run;
    static_cast<void>(run.take({"12", {}}, WindowState::idle, Milliseconds(0)));
    EXPECT_EQ(run.take({"", Key::cancel}, WindowState::idle, Milliseconds(100)), Outcome{});
    EXPECT_EQ(run.take({"", Key::cancel}, WindowState::idle, Milliseconds(200)),
              refusal(Refusal::nothingTyped));
    EXPECT_EQ(run.take({"", Key::call}, WindowState::idle, Milliseconds(300)), acts({{Deed::callNext, ""}}));
}

TEST(CallerRun, CallDuringAServiceEndsItFirst) {
    EXPECT_EQ(take("", Key::call, WindowState::serving),
              acts({{Deed::finishService, ""}, {Deed::callNext, ""}}));
    EXPECT_EQ(take("127", Key::call, WindowState::serving),
              acts({{Deed::finishService, ""}, {Deed::callNumber, "127"}}));
}

TEST(CallerRun, CallLiftsAPause) {
    EXPECT_EQ(take("", Key::call, WindowState::paused), acts({{Deed::resume, ""}, {Deed::callNext, ""}}));
    EXPECT_EQ(take("3", Key::confirm, WindowState::paused),
              acts({{Deed::resume, ""}, {Deed::returnHeld, ""}}));
}

TEST(CallerRun, NobodyCalledIsPassedOverByAccident) {
    EXPECT_EQ(take("", Key::call, WindowState::calling), refusal(Refusal::ticketInHand));
    EXPECT_EQ(take("127", Key::call, WindowState::calling), refusal(Refusal::ticketInHand));
    EXPECT_EQ(take("6", Key::confirm, WindowState::calling), acts({{Deed::markNoShow, ""}}));
    EXPECT_EQ(take("6", Key::confirm, WindowState::serving), refusal(Refusal::ticketInHand));
}

TEST(CallerRun, RatingEndsTheServiceEvenWithoutAStart) {
    EXPECT_EQ(take("", Key::rate, WindowState::calling),
              acts({{Deed::startService, ""}, {Deed::finishService, ""}}));
    EXPECT_EQ(take("", Key::rate, WindowState::idle), acts({{Deed::askRating, ""}}));
}

TEST(CallerRun, HoldAndBack) {
    EXPECT_EQ(take("0", Key::confirm, WindowState::serving), acts({{Deed::hold, ""}}));
    EXPECT_EQ(take("0", Key::confirm, WindowState::idle), refusal(Refusal::noTicket));
    EXPECT_EQ(take("3", Key::confirm, WindowState::idle), acts({{Deed::returnHeld, ""}}));
    EXPECT_EQ(take("3", Key::confirm, WindowState::serving), refusal(Refusal::ticketInHand));
}

TEST(CallerRun, TransferByNumber) {
    EXPECT_EQ(take("12", Key::transfer, WindowState::serving), acts({{Deed::transfer, "12"}}));
    EXPECT_EQ(take("", Key::transfer, WindowState::serving), refusal(Refusal::nothingTyped));
    EXPECT_EQ(take("12", Key::transfer, WindowState::idle), refusal(Refusal::noTicket));
}

TEST(CallerRun, AClosedWindowOnlyOpens) {
    EXPECT_EQ(take("", Key::call, WindowState::closed), refusal(Refusal::windowClosed));
    EXPECT_EQ(take("1", Key::confirm, WindowState::idle), refusal(Refusal::windowOpen));
    EXPECT_EQ(take("9", Key::confirm, WindowState::serving), refusal(Refusal::ticketInHand));
}

TEST(CallerRun, WhatMeansNothingIsRefused) {
    EXPECT_EQ(take("7", Key::confirm, WindowState::idle), refusal(Refusal::unknownCode));
    EXPECT_EQ(take("7", Key::recall, WindowState::calling), refusal(Refusal::unknownCode));
    EXPECT_EQ(take("", Key::metre, WindowState::idle), refusal(Refusal::unknownCode));
    EXPECT_EQ(take("1234", Key::call, WindowState::idle), refusal(Refusal::tooLong));
    EXPECT_EQ(take("", Key::recall, WindowState::serving), refusal(Refusal::notWaiting));
}

TEST(CallerRun, TicketIsFoundByItsLastThreeDigits) {
    const std::vector<std::string> numbers{"A0127", "B0128", "A-K3007", "C1128"};
    EXPECT_EQ(ticketEndingIn("127", numbers), (Found{Found::Kind::one, 0}));
    EXPECT_EQ(ticketEndingIn("7", numbers), (Found{Found::Kind::one, 2}));
    EXPECT_EQ(ticketEndingIn("128", numbers).kind, Found::Kind::several);
    EXPECT_EQ(ticketEndingIn("999", numbers).kind, Found::Kind::none);
    EXPECT_EQ(ticketEndingIn("", numbers).kind, Found::Kind::none);
    EXPECT_EQ(ticketEndingIn("12x", numbers).kind, Found::Kind::none);
}

TEST(CallerRun, WindowIsFoundByItsNumber) {
    const std::vector<std::string> numbers{"01", "12", "A5", "112"};
    EXPECT_EQ(windowNumbered("1", numbers), (Found{Found::Kind::one, 0}));
    EXPECT_EQ(windowNumbered("012", numbers), (Found{Found::Kind::one, 1}));
    EXPECT_EQ(windowNumbered("5", numbers).kind, Found::Kind::none); // "A5" cannot be typed
}

/// The queue would take what the keys ask for: no act is one that the state forbids.
RC_GTEST_PROP(CallerRunProperty, ActsFitTheStateOfTheWindow, ()) {
    CallerRun run;
    WindowState state = *anyState();
    Milliseconds now{0};
    const int presses = *rc::gen::inRange(1, 40);
    for (int i = 0; i < presses; ++i) {
        now += Milliseconds(*rc::gen::inRange(0, 12'000));
        const bool ends = *rc::gen::arbitrary<bool>();
        const Entry entry{*anyDigits(), ends ? std::optional(*anyKey()) : std::nullopt};
        const Outcome outcome = run.take(entry, state, now);
        RC_ASSERT(outcome.acts.empty() || !outcome.refusal);
        RC_ASSERT(run.typed().size() <= 3U);
        for (const Act& act : outcome.acts) {
            const auto next = after(state, act.deed);
            RC_ASSERT(next.has_value());
            state = *next;
            const bool takesNumber = act.deed == Deed::callNumber || act.deed == Deed::transfer;
            RC_ASSERT(act.number.empty() == !takesNumber);
        }
    }
}

/// From every state some keys lead to a call: a window cannot be stuck at its caller.
RC_GTEST_PROP(CallerRunProperty, EveryStateLeadsToACall, ()) {
    WindowState state = *anyState();
    CallerRun run;
    Milliseconds now{0};
    bool called = false;
    for (const Entry& entry : {Entry{"1", Key::confirm}, Entry{"6", Key::confirm}, Entry{"", Key::confirm},
                               Entry{"", Key::call}}) {
        now += Milliseconds(500);
        for (const Act& act : run.take(entry, state, now).acts) {
            state = after(state, act.deed).value();
            called = called || act.deed == Deed::callNext;
        }
    }
    RC_ASSERT(called);
}

/// However digits are cut into entries, the same number is called.
RC_GTEST_PROP(CallerRunProperty, PiecesOfAnEntryMeanTheWhole, ()) {
    const std::string digits = *rc::gen::suchThat(anyDigits(), [](const auto& d) { return d.size() <= 3; });
    const Key key = *anyKey();
    const WindowState state = *anyState();
    const auto cut = *rc::gen::inRange<std::size_t>(0, digits.size() + 1);
    CallerRun whole;
    CallerRun pieces;
    static_cast<void>(pieces.take({digits.substr(0, cut), {}}, state, Milliseconds(0)));
    RC_ASSERT(pieces.take({digits.substr(cut), key}, state, Milliseconds(5000)) ==
              whole.take({digits, key}, state, Milliseconds(5000)));
}
