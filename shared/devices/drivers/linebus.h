// SPDX-License-Identifier: GPL-3.0-or-later
// Several devices on one line (RS-485, or TCP to a box in front of it), one talking at a time.
#pragma once

#include "shared/devices/drivers/bytelink.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace atrium::devices {

using LineBytes = std::vector<std::uint8_t>;

struct LineTimings {
    int bitsPerSecond = 9600;              ///< of the line itself, also behind a network box
    std::chrono::milliseconds gap{5};      ///< silence between two frames: at least 3.5 characters
    std::chrono::milliseconds answer{600}; ///< a device that begins no answer in this time is silent
    std::chrono::milliseconds quiet{50};   ///< a frame that stands still longer will not be completed
    int silentTurnsUntilRenewal = 8;       ///< then a network connection is taken for dead
};

/// One device on a line. Called in the bus's thread. A member may leave its bus in any of these.
class LineMember {
public:
    virtual ~LineMember() = default;
    /// The line is open now.
    virtual void lineOpened() = 0;
    virtual void lineLost(DeviceReason reason) = 0;
    /// Bytes that anybody on the line sent; members look for their own frames.
    virtual void heard(std::span<const std::uint8_t> bytes) = 0;
    /// Nothing came for LineTimings::quiet after bytes that came.
    virtual void quiet() {}
    /// A request without an answer has gone out.
    virtual void sent(int slot) = 0;
    /// Nobody answered a request in time.
    virtual void unanswered(int slot) = 0;
};

/// Gives its members the line in turns. Each member has a few slots, each for the newest request of a kind: a
/// newer one takes the place of one that was not sent, so the queue is bounded and nothing stale is shown. A
/// member that does not answer costs one time-out and then waits behind the others.
class LineBus : public QObject {
    Q_OBJECT

public:
    explicit LineBus(std::unique_ptr<ByteLink> link, LineTimings timings = {}, QObject* parent = nullptr);

    /// The first member opens the line, the last one that leaves closes it.
    void join(LineMember& member);
    void leave(LineMember& member);

    enum class Wants { answer, nothing };
    enum class Place { last, first }; ///< first: an acknowledgement, which a device waits for

    /// Queues a frame. Ignored while the line is closed: a member sends anew in lineOpened().
    void post(LineMember& member, int slot, LineBytes bytes, Wants wants, Place place = Place::last);

    /// Whether the line is this member's, that is, an answer heard now may be its own.
    [[nodiscard]] bool isTurnOf(const LineMember& member) const {
        return m_turn && m_turn->member == &member;
    }

    /// The member has its answer: the next one may speak.
    void endTurn(const LineMember& member);

    [[nodiscard]] bool isOpen() const { return m_link->isOpen(); }
    [[nodiscard]] QString name() const { return m_link->name(); }
    [[nodiscard]] const LineTimings& timings() const { return m_timings; }

private:
    struct Request {
        LineMember* member = nullptr;
        int slot = 0;
        LineBytes bytes;
        Wants wants = Wants::nothing;
    };

    template <typename Call> void tellAll(Call call);
    [[nodiscard]] std::chrono::milliseconds onTheWire(std::size_t bytes) const;
    void onLost(DeviceReason reason);
    void onReceived(const LineBytes& bytes);
    void next();
    void onTurnOver();

    std::unique_ptr<ByteLink> m_link;
    LineTimings m_timings;
    std::vector<LineMember*> m_members;
    std::deque<Request> m_queue;
    std::optional<Request> m_turn;
    QTimer m_next;  ///< the gap before the next turn
    QTimer m_limit; ///< the end of this turn
    QTimer m_quiet;
    QElapsedTimer m_lastHeard;
    QElapsedTimer m_turnBegan;
    int m_silentTurns = 0;
};

} // namespace atrium::devices
