// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from the line of the callers, in two different splits.
#include "shared/devices/codec/callerframe.h"

#include <cstdlib>

using namespace atrium::devices::caller;

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
    if (first != second || whole.pendingBytes() >= 15)
        std::abort();
    for (const Frame& frame : first) {
        FrameDecoder again;
        again.feed(encode(frame));
        if (again.next() != frame)
            std::abort();
        const auto message = read(frame);
        const auto* entry = message ? std::get_if<Entry>(&*message) : nullptr;
        if (entry != nullptr && (entry->digits.size() > kMaxData || (entry->digits.empty() && !entry->key)))
            std::abort();
        if (message && acknowledgement(frame).address != frame.address)
            std::abort();
    }
    while (whole.flush())
        ;
    if (whole.pendingBytes() != 0)
        std::abort();
    return 0;
}
