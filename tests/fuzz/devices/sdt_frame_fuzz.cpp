// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from a card reader's line, in two different splits.
#include "shared/devices/codec/sdtframe.h"

#include <cstdlib>

using namespace atrium::devices::sdt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    ReplyDecoder whole;
    ReplyDecoder split;
    std::vector<Reply> first;
    std::vector<Reply> second;
    whole.feed(bytes);
    while (auto reply = whole.next())
        first.push_back(*reply);
    for (std::size_t i = 0; i < size; ++i) {
        split.feed(bytes.subspan(i, 1));
        while (auto reply = split.next())
            second.push_back(*reply);
    }
    if (first != second || whole.pendingBytes() > ReplyDecoder::kMaxLength + 7)
        std::abort();
    for (const Reply& reply : first) {
        static_cast<void>(splitCardData(reply.data, false));
        static_cast<void>(splitCardData(reply.data, true));
        static_cast<void>(samIdText(reply.data));
    }
    while (whole.flush())
        ;
    if (whole.pendingBytes() != 0)
        std::abort();
    return 0;
}
