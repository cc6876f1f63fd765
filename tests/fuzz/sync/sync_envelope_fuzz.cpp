// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as each message of the log; what is read as a change is a record that can be read again.
#include "shared/sync/core/envelope.h"

#include <cstdlib>

using namespace atrium::sync;

namespace {

std::string lineOf(const Change& change) {
    // Only what was read from a text can come here, so kind and id may hold anything: they are left out.
    return R"({"kind":"k","id":"i","record":)" + change.record.value_or("null") + "}";
}

void checkChange(const Change& change) {
    const auto again = parseSnapshotLine(lineOf(change));
    if (!again || again->record != change.record)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    (void)parseHeartbeat(text);
    (void)parseSnapshotHead(text);
    if (const auto change = parseSnapshotLine(text))
        checkChange(*change);
    if (const auto event = parseEvent(text))
        for (const Change& change : event->changes)
            checkChange(change);
    if (auto page = parseChangesPage(text)) {
        std::int64_t last = 0;
        for (const LogEvent& event : newerThan(0, std::move(page->events))) {
            if (event.seq <= last)
                std::abort();
            last = event.seq;
        }
    }
    return 0;
}
