// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of one window, simple enough to read: what the verbs of docs/api.md do to a queue of
// three.
#pragma once

#include "shared/model/api.h"
#include "shared/model/queue.h"
#include "tests/support/sync/fakeserver.h"

#include <QByteArray>
#include <QList>

namespace atrium::test {

/// Answers /session, /windows/window-03/…, /tickets… of a FakeServer and publishes the events.
class FakeWindow {
public:
    static constexpr std::int64_t kNow = 1'763'777'040'000; ///< what FakeServer's clock says

    explicit FakeWindow(FakeServer& server);

    /// Set-up records, the closed window and three waiting tickets.
    void publishHall();
    void publishStatus();
    /// The queue is called by the server from now on, a window that has just become free after so long.
    void publishOwnCalls(int afterSeconds);

    struct Asked {
        QByteArray verb; ///< "call", "return" … or the path behind /tickets
        QByteArray body;
    };
    [[nodiscard]] QList<Asked> commands() const { return m_commands; }
    [[nodiscard]] model::WindowRequest lastRequest() const;
    void forget() { m_commands.clear(); }

    model::WindowStatus status;
    model::WindowQueue queue;
    bool atWindow = true;         ///< false: the device has no window, the person the desk's duty
    bool passedWaitAgain = false; ///< the queue's rule lets a no-show wait again
    bool knowsSession = true;     ///< false: 401 for everything with a session
    QByteArray refuseWith;        ///< an error code: the next command is refused with 409
    std::vector<model::TicketView> found;

    static model::Ticket ticket(int number);
    static sync::HttpResponse ok(const std::string& json);
    static sync::HttpResponse problem(int status, const QByteArray& code);

private:
    sync::HttpResponse answer(const sync::HttpRequest& request);
    sync::HttpResponse signIn(const sync::HttpRequest& request);
    sync::HttpResponse window(const QByteArray& verb, const sync::HttpRequest& request);
    sync::HttpResponse tickets(const QByteArray& path, const sync::HttpRequest& request);
    void carryOut(const QByteArray& verb, const model::WindowRequest& request);
    void present(model::QueueEntry entry, model::TicketState state);

    FakeServer& m_server;
    QList<Asked> m_commands;
    std::optional<model::QueueEntry> m_ended;
};

} // namespace atrium::test
