// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an uploaded picture: the first byte chooses the type, and a signature that fits is put before
// the rest, so that the decoders see it. What is taken must lie within the limits.
#include "server/services/records/picture.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const bool png = (data[0] & 1U) != 0;
    const bool whole = (data[0] & 2U) != 0;
    std::string bytes = whole ? "" : png ? "\x89PNG\r\n\x1a\n" : "\xff\xd8\xff";
    bytes.append(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto taken = atrium::services::checkPicture(png ? "image/png" : "image/jpeg", bytes);
    constexpr int kMost = atrium::services::kLongestPictureSide;
    if (taken && (taken->width < 1 || taken->height < 1 || taken->width > kMost || taken->height > kMost))
        std::abort();
    return 0;
}
