// SPDX-License-Identifier: GPL-3.0-or-later
// A window at work: its state, its queue, and the commands of the bar.
#pragma once

#include "apps/window-terminal/view/actions.h"
#include "apps/window-terminal/view/answerwatch.h"
#include "shared/model/api.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// Follows one window by its record in the replica and by GET /windows/{id}/queue, asked for again
/// (debounced) whenever tickets or the window changed, and once a minute for the order of waiting. One
/// command at a time; its answer shows at once, before the event of it arrives. GUI thread; client and watch
/// must outlive it.
class WindowDesk : public QObject {
    Q_OBJECT
public:
    WindowDesk(sync::HallClient& client, AnswerWatch& watch, QObject* parent = nullptr);

    /// Follows this window from now on; nullopt: none (signed out).
    void follow(const std::optional<model::WindowId>& window);

    [[nodiscard]] Availability availability(Action action) const;
    [[nodiscard]] Situation situation() const;
    [[nodiscard]] model::WindowState state() const;
    [[nodiscard]] const model::WindowQueue& queue() const { return m_queue; }
    [[nodiscard]] const model::Window* window() const;
    /// Connected, and the server answers.
    [[nodiscard]] bool online() const;
    /// Something has been asked of the server for longer than it takes to notice.
    [[nodiscard]] bool isWaiting() const { return m_watch.isWaiting(); }
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString pauseReason() const;
    /// Since when the present state holds: call, service or pause; nullopt when idle or closed.
    [[nodiscard]] std::optional<model::Instant> since() const;
    [[nodiscard]] model::Instant now() const;
    /// Number and seconds left of what Ctrl+Z takes back; 0 seconds: nothing.
    [[nodiscard]] int undoSecondsLeft() const;
    [[nodiscard]] QString undoNumber() const;
    /// Whether what can be undone was a no-show; else it was a finish.
    [[nodiscard]] bool undoesNoShow() const;
    /// The ticket that the last command was about; empty when it was about none.
    [[nodiscard]] QString actedOn() const { return m_actedOn; }

    // Commands without further question. What is not allowed now is refused with its reason.
    void call() { act(Action::call, {}); }
    void recall() { act(Action::recall, {}); }
    void start() { act(Action::start, {}); }
    void finish() { act(Action::finish, {}); }
    void noShow() { act(Action::noShow, {}); }
    void undo() { act(Action::undo, {}); }
    void promptRating() { act(Action::rating, {}); }
    void resume();
    /// Lays the present item's guide on the outer screen, or takes it away.
    void show();
    // Commands that a panel has asked about.
    void callOutOfOrder(const model::TicketId& ticket, const QString& reason);
    /// Serves somebody who took no number.
    void serveDirectly(const model::ServiceItemId& item);
    /// What stands in the way of that, or of taking a held ticket up: as for a call with somebody waiting.
    [[nodiscard]] Availability canTake() const;
    /// Seconds until the server calls the next one by itself; nullopt: it will not.
    [[nodiscard]] std::optional<int> secondsToOwnCall() const;
    void hold(const QString& reason);
    void pause(const QString& reason);
    void transfer(const model::WindowRequest& request);
    void returnHeld(const model::TicketId& ticket);
    void requeue(const model::TicketId& ticket);
    /// Whose ticket a code is; answered by scanned() or refused().
    void scan(const QString& qrText);

Q_SIGNALS:
    void changed();
    /// A command goes out: what was refused before it is past.
    void began();
    /// A command was carried out.
    void done(atrium::windowterminal::Action action);
    /// A sentence why something was not done.
    void refused(const QString& why);
    void scanned(const atrium::model::TicketView& ticket);

private:
    void act(Action action, const model::WindowRequest& request);
    void send(const char* verb, const model::WindowRequest& request, Action action);
    void answered(const model::Result<model::WindowQueue>& answer, Action action);
    void refreshSoon();
    void refresh();
    [[nodiscard]] const model::WindowStatus* status() const;
    [[nodiscard]] bool recallsLeft() const;

    /// What the last answer says of the state until the record of it arrives.
    struct Ahead {
        model::WindowState state = model::WindowState::idle;
        std::int64_t thanVersion = 0;
    };

    sync::HallClient& m_client;
    AnswerWatch& m_watch;
    std::optional<model::WindowId> m_window;
    model::WindowQueue m_queue;
    std::optional<Ahead> m_ahead;
    QTimer m_soon;
    QTimer m_minute;
    int m_generation = 0; ///< answers to questions about an earlier state are dropped
    bool m_known = false;
    QString m_actedOn;
    std::optional<Action> m_ending; ///< the last finish or no-show that was sent from here
    bool m_busy = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace atrium::windowterminal
