// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/streamreader.h"

#include <algorithm>
#include <utility>

namespace atrium::sync {

StreamBatch StreamReader::feed(std::string_view bytes, const Position& from) {
    StreamBatch out;
    out.position = from;
    std::vector<SseItem> items;
    if (!m_parser.feed(bytes, items))
        out.lost = "an event over its limit";
    const auto moveTo = [&out](std::int64_t seq, const std::string& tag) {
        out.seen = std::max(out.seen.value_or(seq), seq);
        if (seq > out.position.seq)
            out.position = {seq, tag};
    };
    for (const SseItem& item : items) {
        if (item.isComment) {
            if (auto beat = parseHeartbeat(item.data)) {
                moveTo(beat->position.seq, beat->position.tag);
                out.heartbeats.push_back(std::move(*beat));
            }
            continue;
        }
        if (item.type == "reset") {
            out.lost = "reset";
            break;
        }
        auto event = parseEvent(item.data);
        if (!event) {
            out.lost = "an event that cannot be read";
            break;
        }
        // Whoever numbers its frames otherwise names no event of the log by them.
        const auto id = parsePosition(item.id);
        moveTo(event->seq, id && id->seq == event->seq ? id->tag : std::string());
        out.events.push_back(std::move(*event));
    }
    return out;
}

} // namespace atrium::sync
