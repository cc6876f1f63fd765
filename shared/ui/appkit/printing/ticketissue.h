// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a ticket without ever losing sight of one that was made but whose answer got lost.
#pragma once

#include "shared/model/appointmentapi.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// One wish at a time, asked with one idempotency key until the server says what became of it. A wish that
/// nobody waits for any more is asked on all the same: the same request under the same key gives the number
/// that was made, if one was, or makes one, and it is given back either way: one for paper as a failed print,
/// by a command in the outbox; one without paper is cancelled, by a service desk in the same way, by others
/// in the holder's name (the outbox keeps no identities) and by them not at all where nobody said who they
/// are: that number is called and passed. A crash meanwhile leaves a reservation to the server, which admits
/// it. GUI thread; the client must outlive it.
class TicketIssue : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(model::Result<model::TicketView>)>;
    using NoAnswer = std::function<void(const model::Error&)>;

    enum class Place { kiosk, desk };
    TicketIssue(sync::HallClient& client, Place place, QObject* parent = nullptr,
                std::chrono::milliseconds askAgain = std::chrono::seconds(3));

    /// `answered` runs once, unless forget() comes first; `noAnswer` whenever an attempt brought no answer,
    /// before the next one: it may call forget(). Nobody may be waiting.
    void ask(const model::IssueRequest& request, Answer answered, NoAnswer noAnswer);
    /// The same for the ticket of an appointment that is taken up: one that is given back can be taken up
    /// again.
    struct Redemption {
        model::AppointmentId id;
        model::RedeemRequest request;
    };
    void ask(const Redemption& redemption, Answer answered, NoAnswer noAnswer);
    [[nodiscard]] bool asking() const { return m_present != nullptr; }
    /// Whether a ticket that comes of this wish could be given back from here.
    [[nodiscard]] bool canGiveBack(const model::IssueRequest& request) const {
        return request.paper || request.identity || m_place == Place::desk;
    }
    /// Nobody waits for the ticket any more.
    void forget() { m_present.reset(); }

private:
    struct Wish {
        model::IssueRequest request; ///< of a redemption: who asks, and whether on paper
        std::optional<Redemption> redemption;
        QByteArray key;
        Answer answered;
        NoAnswer noAnswer;
        bool mayBeMade = false; ///< an attempt brought no answer
    };

    void begin(Wish wish);
    void send(const std::shared_ptr<Wish>& wish);
    void take(const std::shared_ptr<Wish>& wish, const model::Result<model::TicketView>& answer);
    void giveBack(const std::shared_ptr<Wish>& wish, const model::TicketId& ticket);
    void again(const std::shared_ptr<Wish>& wish);

    sync::HallClient& m_client;
    Place m_place;
    std::chrono::milliseconds m_askAgain;
    std::shared_ptr<Wish> m_present; ///< shared with the calls that are under way
};

} // namespace atrium::ui
