// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/connectionmachine.h"

#include <algorithm>
#include <utility>

namespace atrium::sync {

Step ConnectionMachine::start(std::optional<std::int64_t> position, std::string hallId) {
    m_position = position;
    m_hallId = std::move(hallId);
    m_failures = 0;
    return {Step::Do::askServer};
}

Step ConnectionMachine::serverAnswered(std::int64_t serverSeq, const std::string& hallId) {
    m_state = ConnectionState::catchingUp;
    m_offlineSince.reset();
    // A log that is shorter than what we know is another log: the server was set up anew or restored.
    if (!m_position || hallId != m_hallId || serverSeq < *m_position)
        return {Step::Do::fetchSnapshot};
    return {serverSeq > *m_position ? Step::Do::fetchChanges : Step::Do::openStream};
}

Step ConnectionMachine::snapshotTaken(std::int64_t seq, const std::string& hallId) {
    m_position = seq;
    m_hallId = hallId;
    m_snapshotIsFresh = true;
    return {Step::Do::openStream};
}

Step ConnectionMachine::pageTaken(std::int64_t seq, bool more, double random) {
    // A page that does not move on would be asked for again without end.
    if (!m_position || (more && seq <= *m_position))
        return logLost(random);
    m_position = std::max(*m_position, seq);
    return {more ? Step::Do::fetchChanges : Step::Do::openStream};
}

Step ConnectionMachine::streamOpened() {
    m_state = ConnectionState::live;
    return {};
}

void ConnectionMachine::advanced(std::int64_t seq) {
    // Only what a stream carries proves the connection: one that opens and ends at once keeps its back-off.
    m_failures = 0;
    m_snapshotIsFresh = false;
    if (m_position)
        m_position = std::max(*m_position, seq);
}

Step ConnectionMachine::logLost(double random) {
    m_state = ConnectionState::catchingUp;
    m_position.reset();
    if (!m_snapshotIsFresh)
        return {Step::Do::fetchSnapshot};
    m_snapshotIsFresh = false;
    ++m_failures;
    return {Step::Do::wait, backoff(m_failures, random, m_limits)};
}

Step ConnectionMachine::audienceChanged() {
    m_position.reset();
    if (m_state == ConnectionState::starting || m_state == ConnectionState::offline)
        return {}; // the next answer of the server leads to the snapshot
    m_state = ConnectionState::catchingUp;
    return {Step::Do::fetchSnapshot};
}

Step ConnectionMachine::failed(int httpStatus, model::Instant lastHeard, double random) {
    ++m_failures;
    if (httpStatus == 401 || httpStatus == 403) {
        m_state = ConnectionState::refused;
        m_offlineSince.reset();
        // The device may be enrolled again at any time; asking seldom is enough.
        return {Step::Do::wait, std::max(m_limits.longest, backoff(m_failures, random, m_limits))};
    }
    if (m_state != ConnectionState::offline)
        m_offlineSince = lastHeard;
    m_state = ConnectionState::offline;
    return {Step::Do::wait, backoff(m_failures, random, m_limits)};
}

Step ConnectionMachine::ended(model::Instant lastHeard, double random) {
    if (m_state != ConnectionState::live || m_failures > 0)
        return failed(0, lastHeard, random);
    ++m_failures;
    m_state = ConnectionState::catchingUp;
    return {Step::Do::askServer};
}

Step ConnectionMachine::retry() {
    return {Step::Do::askServer};
}

} // namespace atrium::sync
