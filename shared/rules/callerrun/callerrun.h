// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of a caller mean at a window that has no terminal.
#pragma once

#include "shared/model/instant.h"
#include "shared/model/queue.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::rules::callerrun {

/// Keys of a caller, whatever its protocol.
enum class Key { rate, call, recall, cancel, confirm, metre, pause, transfer };

/// Digits and, when one was pressed, the key behind them. Callers send a whole entry or key by key.
struct Entry {
    std::string digits; ///< "0" to "9" each
    std::optional<Key> key;
    bool operator==(const Entry&) const = default;
};

/// What is to be done at the window. Each is one command of the queue.
enum class Deed {
    openWindow, ///< under the name of whoever is on duty there
    closeWindow,
    callNext,
    callNumber, ///< Act::number: three digits, see ticketEndingIn()
    recall,
    startService,
    finishService,
    askRating,
    markNoShow,
    hold,
    returnHeld, ///< the ticket put on hold last
    pause,
    resume,
    transfer, ///< Act::number: a window's number, see windowNumbered()
};

struct Act {
    Deed deed = Deed::callNext;
    std::string number;
    bool operator==(const Act&) const = default;
};

/// Why an entry does nothing. The caller beeps.
enum class Refusal {
    windowClosed, ///< only opening is possible
    windowOpen,   ///< it is open already
    ticketInHand, ///< the number called is to be started or passed over first
    noTicket,     ///< there is none in hand
    notWaiting,   ///< a recall, while nobody is being waited for
    nothingTyped, ///< the key needs digits
    unknownCode,  ///< these digits mean nothing with that key
    tooLong,      ///< more than three digits
};

/// What an entry led to: acts, in this order and only as long as none is refused; or why there is none.
struct Outcome {
    std::vector<Act> acts;
    std::optional<Refusal> refusal;
    bool operator==(const Outcome&) const = default;
};

/// The keys of one caller. Remembers digits until a key ends them. One thread.
///
///   call             the next ticket; during a service ends that first; lifts a pause
///   digits call      that ticket: its last three digits, leading zeros may be left out
///   recall           calls the same ticket again
///   confirm          starts the service; during a service ends it
///   rate             ends the service, upon which the citizen is asked; afterwards asks once more
///   6 confirm        no-show                   0 confirm   on hold
///   3 confirm        the ticket on hold again  1 confirm   opens the window    9 confirm   closes it
///   digits confirm   with two or three digits as digits call
///   pause            pauses, or goes on
///   digits transfer  to the window of that number
///   cancel           forgets the digits
///
/// Codes 0, 3 and 6 are those of the deployed callers; 1 and 9 are ours. A number called and not yet started
/// is never passed over by "call": whether somebody came is for the clerk to say.
class CallerRun {
public:
    /// Digits are forgotten when the next key comes later than this.
    static constexpr std::chrono::seconds kTypingPause{10};

    /// `now` is any steady time. The window's state is that of this moment: while a command is under way the
    /// program should not ask.
    [[nodiscard]] Outcome take(const Entry& entry, model::WindowState state, model::Milliseconds now);

    /// Digits typed so far, for the display.
    [[nodiscard]] const std::string& typed() const { return m_typed; }

private:
    std::string m_typed;
    model::Milliseconds m_lastAt{0};
};

/// A ticket or window that a typed number stands for: its place in the list, or why there is none.
struct Found {
    enum class Kind { one, none, several };
    Kind kind = Kind::none;
    std::size_t at = 0; ///< only for one
    bool operator==(const Found&) const = default;
};

/// Looks for the ticket whose number (A0127, A-K3007) ends in these digits. `numbers`: those that the window
/// may call. Several fit when queues share the window: then the clerk must use the terminal or call in order,
/// because a guess would call the wrong person.
[[nodiscard]] Found ticketEndingIn(std::string_view digits, std::span<const std::string> numbers);

/// Looks for the window of that number; leading zeros do not count.
[[nodiscard]] Found windowNumbered(std::string_view digits, std::span<const std::string> numbers);

} // namespace atrium::rules::callerrun
