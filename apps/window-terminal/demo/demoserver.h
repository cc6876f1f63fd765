// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the server in --demo and --self-test: one window, forty people waiting, nothing leaves the
// process.
#pragma once

#include "shared/model/api.h"
#include "shared/model/queue.h"
#include "shared/sync/core/envelope.h"
#include "shared/sync/qt/transport.h"

#include <QObject>

#include <functional>

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

/// Any account and password are accepted. Answers like docs/api.md, much simplified. GUI thread.
class DemoServer : public QObject, public sync::Transport {
    Q_OBJECT
public:
    explicit DemoServer(bool atWindow, int waiting = 40);

    /// Fills the replica with the demonstration's records; live changes go there, too.
    void attach(sync::Replica& replica);

    void send(sync::HttpRequest request, QObject* context,
              std::function<void(sync::HttpResponse)> done) override;
    [[nodiscard]] std::unique_ptr<sync::HttpStream> stream(sync::HttpRequest request,
                                                           sync::StreamHandler handler) override;
    void setToken(const QByteArray& /*token*/) override {}

private:
    [[nodiscard]] sync::Change statusChange() const;
    /// What a person who signs in may see: the same records.
    [[nodiscard]] QByteArray snapshot() const;
    [[nodiscard]] std::string answer(const sync::HttpRequest& request);
    [[nodiscard]] std::string signIn();
    void carryOut(const QByteArray& verb, const model::WindowRequest& request);
    void present(model::QueueEntry entry, model::TicketState state);
    void leave();
    void publish();

    bool m_atWindow;
    sync::Replica* m_replica = nullptr;
    model::WindowStatus m_status;
    model::WindowQueue m_queue;
    std::optional<model::QueueEntry> m_ended;
    std::int64_t m_seq = 1;
};

} // namespace atrium::windowterminal
