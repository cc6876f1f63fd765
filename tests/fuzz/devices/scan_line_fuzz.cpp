// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from a scanner; the first byte of each piece of eight moves the clock.
#include "shared/devices/codec/scanline.h"

#include <algorithm>
#include <cstdlib>

using namespace atrium::devices;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ScanLineDecoder decoder(32, std::chrono::milliseconds(100));
    std::chrono::milliseconds now{0};
    for (std::size_t at = 0; at < size; at += 8) {
        now += std::chrono::milliseconds(data[at]);
        decoder.feed(std::span(data + at, std::min<std::size_t>(8, size - at)), now);
    }
    decoder.expire(now + std::chrono::seconds(1));
    if (decoder.isPending())
        std::abort();
    while (const auto scan = decoder.next()) {
        const auto* text = std::get_if<std::string>(&*scan);
        if (text != nullptr && (text->empty() || text->size() > 32))
            std::abort();
    }
    return 0;
}
