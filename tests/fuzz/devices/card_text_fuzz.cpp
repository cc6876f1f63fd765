// SPDX-License-Identifier: GPL-3.0-or-later
// Any text block, as it comes and stretched to the full size, and its number.
#include "shared/devices/codec/idcardtext.h"
#include "shared/model/idnumber.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

using namespace atrium::devices;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::uint8_t> block(data, data + size);
    if (size != 256 && decodeCardText(block).has_value())
        std::abort();
    block.resize(256, 0);
    constexpr std::array<std::uint8_t, 4> flags{' ', 'I', 'J', 'Y'};
    for (const auto flag : flags) {
        block[248] = flag;
        block[249] = 0;
        const auto card = decodeCardText(block);
        if (card.has_value() && (card->idNumber.empty() || displayName(*card).empty()))
            std::abort();
        if (card.has_value())
            static_cast<void>(atrium::model::checkAnyNumber(card->idNumber).ok());
    }
    const auto check = atrium::model::checkAnyNumber(std::string(data, data + size));
    if (check.ok() == check.number.empty())
        std::abort();
    return 0;
}
