// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/linebus.h"

#include <algorithm>

namespace atrium::devices {

LineBus::LineBus(std::unique_ptr<ByteLink> link, LineTimings timings, QObject* parent)
    : QObject(parent), m_link(std::move(link)), m_timings(timings) {
    for (QTimer* timer : {&m_next, &m_limit, &m_quiet}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer); // gaps are a few milliseconds
    }
    connect(&m_next, &QTimer::timeout, this, &LineBus::next);
    connect(&m_limit, &QTimer::timeout, this, &LineBus::onTurnOver);
    connect(&m_quiet, &QTimer::timeout, this, [this] { tellAll([](LineMember& each) { each.quiet(); }); });
    connect(m_link.get(), &ByteLink::opened, this, [this] {
        m_silentTurns = 0;
        tellAll([](LineMember& each) { each.lineOpened(); });
    });
    connect(m_link.get(), &ByteLink::failed, this, &LineBus::onLost);
    connect(m_link.get(), &ByteLink::received, this, &LineBus::onReceived);
}

/// A member that is told something may leave, or make another one leave.
template <typename Call> void LineBus::tellAll(Call call) {
    const std::vector<LineMember*> members = m_members;
    for (LineMember* member : members) {
        if (std::find(m_members.begin(), m_members.end(), member) != m_members.end())
            call(*member);
    }
}

void LineBus::join(LineMember& member) {
    m_members.push_back(&member);
    if (m_members.size() == 1)
        m_link->open();
    else if (m_link->isOpen())
        member.lineOpened();
}

void LineBus::leave(LineMember& member) {
    std::erase(m_members, &member);
    std::erase_if(m_queue, [&](const Request& request) { return request.member == &member; });
    endTurn(member);
    if (!m_members.empty())
        return;
    m_link->close();
    for (QTimer* timer : {&m_next, &m_limit, &m_quiet})
        timer->stop();
}

void LineBus::onLost(DeviceReason reason) {
    m_queue.clear();
    m_turn.reset();
    for (QTimer* timer : {&m_next, &m_limit, &m_quiet})
        timer->stop();
    tellAll([reason](LineMember& each) { each.lineLost(reason); });
}

void LineBus::post(LineMember& member, int slot, LineBytes bytes, Wants wants, Place place) {
    if (!isOpen())
        return;
    const auto same = std::find_if(m_queue.begin(), m_queue.end(), [&](const Request& request) {
        return request.member == &member && request.slot == slot;
    });
    Request request{&member, slot, std::move(bytes), wants};
    if (same != m_queue.end())
        *same = std::move(request);
    else if (place == Place::first)
        m_queue.push_front(std::move(request));
    else
        m_queue.push_back(std::move(request));
    if (!m_turn && !m_next.isActive())
        m_next.start(0);
}

std::chrono::milliseconds LineBus::onTheWire(std::size_t bytes) const {
    return std::chrono::milliseconds(bytes * 10 * 1000 / static_cast<std::size_t>(m_timings.bitsPerSecond) +
                                     1);
}

void LineBus::next() {
    if (m_turn || m_queue.empty() || !isOpen())
        return;
    // Whoever is talking is not interrupted.
    if (m_lastHeard.isValid() && m_lastHeard.elapsed() < m_timings.gap.count()) {
        m_next.start(m_timings.gap);
        return;
    }
    m_turn = std::move(m_queue.front());
    m_queue.pop_front();
    const auto wire = onTheWire(m_turn->bytes.size());
    m_limit.start(m_turn->wants == Wants::answer ? wire + m_timings.answer : wire);
    m_turnBegan.start();
    m_link->write(m_turn->bytes);
}

void LineBus::onReceived(const LineBytes& bytes) {
    m_lastHeard.start();
    m_silentTurns = 0;
    m_quiet.start(m_timings.quiet);
    // An answer under way is waited for: its beginning was to come in time.
    // Not for ever, or one that babbles would hold the turn.
    if (m_turn && m_turn->wants == Wants::answer && m_turnBegan.elapsed() < 2 * m_timings.answer.count())
        m_limit.start(std::max(m_limit.remainingTimeAsDuration(), m_timings.quiet * 2));
    tellAll([&bytes](LineMember& each) { each.heard(bytes); });
}

void LineBus::endTurn(const LineMember& member) {
    if (!isTurnOf(member))
        return;
    m_turn.reset();
    m_limit.stop();
    m_next.start(m_timings.gap);
}

void LineBus::onTurnOver() {
    if (!m_turn)
        return;
    const Request over = std::move(*m_turn);
    m_turn.reset();
    m_next.start(m_timings.gap);
    if (over.wants == Wants::nothing) {
        over.member->sent(over.slot);
        return;
    }
    over.member->unanswered(over.slot);
    if (++m_silentTurns >= m_timings.silentTurnsUntilRenewal) {
        m_silentTurns = 0;
        m_link->renew();
    }
}

} // namespace atrium::devices
