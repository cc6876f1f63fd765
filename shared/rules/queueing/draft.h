// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/queueing/decide.h"

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

// What the rules' own files share. Nothing outside this folder includes it.
namespace atrium::rules::queueing {

using Decision = model::Result<std::vector<Event>>;

/// All a rule may look at.
struct Context {
    const State& state;
    const Now& now;
    const Config& config;
};

[[nodiscard]] model::Error refuse(model::ErrorCode code, std::string path, model::Saying why);
[[nodiscard]] Decision nothingNew(); ///< the wish is already fulfilled: success without a fact

/// Not ended: reserved, waiting, called, serving or held.
[[nodiscard]] bool isOpen(model::TicketState state);
/// The lane a ticket waits in, and its place there.
[[nodiscard]] LaneKey laneOf(const model::Ticket& ticket);
[[nodiscard]] Place placeOf(const model::Ticket& ticket);
/// The queue's rules; the defaults of model::Queue for one that was deleted while tickets still wait in it.
[[nodiscard]] const model::Queue& queueOf(const Context& context, const model::QueueId& id);
/// nullptr when unknown.
[[nodiscard]] const model::Ticket* findTicket(const Context& context, const model::TicketId& id);
[[nodiscard]] const model::Window* findWindow(const Config& config, const model::WindowId& id);
[[nodiscard]] bool serves(const model::Window& window, const model::ServiceItemId& item);
/// Whether any window that is switched on serves it.
[[nodiscard]] bool isServed(const Config& config, const model::ServiceItemId& item);
/// How firmly a ticket that was transferred to one window waits for that window alone.
enum class Binding {
    none, ///< the window cannot take its item any more: gone, switched off, or the item was taken away
    untilOverdue, ///< closed, paused or its person excluded: kept for its return, never beyond the hard bound
    firm,         ///< at work
};
[[nodiscard]] Binding bindingTo(const Context& context, const model::WindowId& window,
                                const model::ServiceItemId& item);
/// For refusals: "window 3", or the id when the set-up does not know it.
[[nodiscard]] std::string numberOf(const Context& context, const model::WindowId& id);

/// The window's status, closed when nobody opened it today.
[[nodiscard]] model::WindowStatus statusOf(const Context& context, const model::WindowId& id);
/// The same when somebody is signed in there, else notFound or windowClosed.
[[nodiscard]] model::Result<model::WindowStatus> openStatus(const Context& context,
                                                            const model::WindowId& id);
/// Nothing when the window is idle, else windowPaused or windowBusy.
[[nodiscard]] std::optional<model::Error> needIdle(const model::WindowStatus& status);
/// The status of a window that may take somebody now: open, idle and switched on.
[[nodiscard]] model::Result<model::WindowStatus> readyToCall(const Context& context, const WindowId& id);

/// A window and the ticket it calls or serves.
struct Present {
    model::WindowStatus window;
    model::Ticket ticket;
};
/// Refuses when the window has no ticket in one of these states.
[[nodiscard]] model::Result<Present> present(const Context& context, const model::WindowId& id,
                                             std::initializer_list<model::TicketState> states);

/// Refuses when the person holds as many open tickets of the queue as one may.
[[nodiscard]] std::optional<model::Error> needRoomForPerson(const Context& context,
                                                            const std::optional<model::PersonId>& person,
                                                            const model::QueueId& queue);

/// The queue that gives out the number wished for, or why none may be given out.
[[nodiscard]] model::Result<const model::Queue*> queueToIssue(const Context& context,
                                                              const IssueTicket& wish);
/// Today's counters of a queue, fresh when nothing happened there yet.
[[nodiscard]] model::QueueDay queueDayOf(const Context& context, const model::QueueId& id);

/// The window lets its ticket go and is idle.
void becomeIdle(model::WindowStatus& window, model::Instant now);
/// Remembers at the window that what happens now to its ticket may be taken back.
void offerUndo(model::WindowStatus& window, const Context& context);
/// The ticket waits (again): nothing of an earlier turn remains on it.
void waitAgain(model::Ticket& ticket);

/// A passed ticket waits again, at the place that the rule of its queue gives it.
void comeBack(model::Ticket& ticket, const model::Queue& queue, model::Instant now);

/// Somebody stands at the window with this number: whether its paper came out is no longer in question, and a
/// late report of failure cannot void it.
void holderIsHere(model::Ticket& ticket);

/// Collects one event. Puts raise the records' versions by one; a writer that numbers its log overwrites
/// them.
class Draft {
public:
    Draft(const Context& context, EventType type);

    void put(model::Ticket ticket);
    void put(model::WindowStatus window);
    /// The queue's counters to change in place; from the state at the first use. The pointer lives until the
    /// next call.
    model::QueueDay& queueDay(const model::QueueId& id);
    /// A ticket goes on: no other window may take its own last act on it back any more.
    void settle(const model::TicketId& ticket);
    void call(model::Call call) { m_event.call = std::move(call); }
    void undo(model::Ticket before) { m_event.undoTicket = std::move(before); }
    void nextDay(model::Day day) { m_event.nextDay = day; }

    [[nodiscard]] Decision done() &&;

private:
    const Context& m_context;
    Event m_event;
};

/// The next number of the queue on a new ticket, counted in the draft but not put there.
[[nodiscard]] model::Ticket giveOut(Draft& draft, const Context& context, const IssueTicket& wish,
                                    const model::Queue& queue);

/// Counts the service that the window finished last in the day's mean of its queue: when it can no longer be
/// undone, so that a service finished twice counts once. next: who is called now; nullptr: nobody, the window
/// does something else. Call while `status` still names what can be undone.
void countService(Draft& draft, const Context& context, const model::WindowStatus& status,
                  const model::Ticket* next);

Decision apply(const Context& context, const IssueTicket& command);
Decision apply(const Context& context, const ReportPrint& command);
Decision apply(const Context& context, const SettleReservations& command);
Decision apply(const Context& context, const CancelTicket& command);
Decision apply(const Context& context, const RequeueTicket& command);
Decision apply(const Context& context, const OpenWindow& command);
Decision apply(const Context& context, const CloseWindow& command);
Decision apply(const Context& context, const PauseWindow& command);
Decision apply(const Context& context, const ResumeWindow& command);
Decision apply(const Context& context, const CallNext& command);
Decision apply(const Context& context, const CallByItself& command);
Decision apply(const Context& context, const ServeDirectly& command);
Decision apply(const Context& context, const CallTicket& command);
Decision apply(const Context& context, const Recall& command);
Decision apply(const Context& context, const StartService& command);
Decision apply(const Context& context, const FinishService& command);
Decision apply(const Context& context, const MarkNoShow& command);
Decision apply(const Context& context, const HoldTicket& command);
Decision apply(const Context& context, const ReturnHeld& command);
Decision apply(const Context& context, const TransferTicket& command);
Decision apply(const Context& context, const UndoLast& command);
Decision apply(const Context& context, const PromptRating& command);
Decision apply(const Context& context, const ShowGuide& command);
Decision apply(const Context& context, const CloseRating& command);
Decision apply(const Context& context, const CloseDay& command);

} // namespace atrium::rules::queueing
