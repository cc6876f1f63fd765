// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from a printer; and any picture, which must come out without a hidden command.
#include "shared/devices/codec/escpos.h"

#include <algorithm>
#include <cstdlib>

using namespace atrium::devices;
using namespace atrium::devices::escpos;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    StatusDecoder decoder;
    decoder.feed(std::span(data, size));
    std::size_t events = 0;
    Condition condition;
    while (const auto event = decoder.next()) {
        ++events;
        if (const auto* answer = std::get_if<RealTimeAnswer>(&*event)) {
            if (!merge(condition, Question::paper, answer->byte))
                std::abort();
        } else if (const auto* buffered = std::get_if<BufferedAnswer>(&*event)) {
            mergeBuffered(condition, buffered->byte);
        }
    }
    if (events > size)
        std::abort();
    if (size < 2)
        return 0;
    TicketImage image{1 + data[0] % 24, 1 + data[1] % 8, {}};
    image.bits.assign(data + 2,
                      data + std::min(size, 2 + image.rowBytes() * static_cast<std::size_t>(image.height)));
    image.bits.resize(image.rowBytes() * static_cast<std::size_t>(image.height), 0x10);
    const auto ticket = encodeTicket(image, 32, CutMode::full);
    if (!ticket || findHiddenCommand(ticket->bytes) != ticket->bytes.size())
        std::abort();
    return 0;
}
