// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from the line of ONBON cards, in two different splits; whole frames survive another trip.
#include "shared/devices/codec/onbonstrip.h"

#include <cstdlib>

using namespace atrium::devices::onbon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    FrameDecoder whole;
    FrameDecoder split;
    std::vector<Frame> first;
    std::vector<Frame> second;
    whole.feed(bytes);
    while (auto frame = whole.next())
        first.push_back(*frame);
    for (std::size_t i = 0; i < size; ++i) {
        split.feed(bytes.subspan(i, 1));
        while (auto frame = split.next())
            second.push_back(*frame);
    }
    if (first != second || whole.pendingBytes() > 4096)
        std::abort();
    for (const Frame& frame : first) {
        static_cast<void>(readAnswer(frame.data));
        if (frame.checkMode == CheckMode::none)
            continue;
        FrameDecoder again;
        again.feed(encode(frame));
        if (again.next() != frame)
            std::abort();
    }
    // Text of people: nothing that the card would obey, no half character.
    const std::string text(bytes.begin(), bytes.end());
    const std::string plain = plainText(beginningOf(text, 64));
    if (plain.size() > 64 || plain.find('\\') != std::string::npos)
        std::abort();
    return 0;
}
