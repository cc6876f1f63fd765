// SPDX-License-Identifier: GPL-3.0-or-later
// A strip of three digits: four bytes set it, it never answers.
#pragma once

#include "tests/emulators/windowbus/station.h"

namespace atrium::emulators {

class NumberStrip final : public Station {
public:
    NumberStrip(Line line, unsigned address)
        : Station(std::move(line), "number" + std::to_string(address)), m_address(address) {}

    std::string command(const Words& words) override;
    [[nodiscard]] std::string state() const override;

private:
    void take(std::span<const std::uint8_t> bytes) override;
    void forget() override;

    unsigned m_address;
    Bytes m_last; ///< up to four bytes
    int m_value = -1;
    int m_shows = 0;
};

} // namespace atrium::emulators
