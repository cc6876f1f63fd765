// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/snapshotreader.h"

#include "shared/sync/qt/replica.h"

#include <string_view>
#include <utility>
#include <vector>

namespace atrium::sync {

bool SnapshotReader::feed(const QByteArray& bytes) {
    m_rest += bytes;
    std::vector<Change> records;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        const std::string_view line(m_rest.constData() + from, static_cast<std::size_t>(end - from));
        from = end + 1;
        if (line.empty())
            continue;
        if (!m_head) {
            auto head = parseSnapshotHead(line);
            if (!head)
                return false;
            m_head = *head;
            m_replica.beginSnapshot();
            continue;
        }
        auto change = parseSnapshotLine(line);
        if (!change)
            return false;
        records.push_back(std::move(*change));
        ++m_lines;
    }
    m_rest.remove(0, from);
    if (!records.empty())
        m_replica.addToSnapshot(records);
    return m_rest.size() <= kLargestLine;
}

bool SnapshotReader::finish(const model::HallId& hallId) {
    // Qt takes a chunked body that broke off for a whole one, so the head says how many lines belong to it.
    if (!m_head || !m_rest.isEmpty() || m_head->count.value_or(m_lines) != m_lines)
        return false;
    m_replica.finishSnapshot(Position{m_head->seq, m_head->tag}, m_head->day, hallId);
    return true;
}

} // namespace atrium::sync
