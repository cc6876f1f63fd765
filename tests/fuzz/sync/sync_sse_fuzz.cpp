// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an event stream, whole and cut at places taken from the bytes themselves: both give the same.
#include "shared/sync/core/envelope.h"
#include "shared/sync/core/sseparser.h"

#include <algorithm>
#include <cstdlib>

using atrium::sync::SseItem;
using atrium::sync::SseParser;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    SseParser whole;
    std::vector<SseItem> wanted;
    const bool readable = whole.feed(text, wanted).has_value();

    SseParser cut;
    std::vector<SseItem> got;
    bool cutReadable = true;
    for (std::size_t at = 0; at < size && cutReadable;) {
        const std::size_t piece = std::min<std::size_t>(1U + data[at] % 7U, size - at);
        cutReadable = cut.feed(std::string_view(text).substr(at, piece), got).has_value();
        at += piece;
    }
    if (readable != cutReadable || wanted != got)
        std::abort();
    for (const SseItem& item : wanted)
        if (item.isComment)
            (void)atrium::sync::parseHeartbeat(item.data);
    return 0;
}
