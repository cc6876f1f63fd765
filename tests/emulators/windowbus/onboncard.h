// SPDX-License-Identifier: GPL-3.0-or-later
// An ONBON font card: takes frames for its address and answers them.
#pragma once

#include "tests/emulators/windowbus/onbonscreen.h"
#include "tests/emulators/windowbus/station.h"

namespace atrium::emulators {

class OnbonCard final : public Station {
public:
    OnbonCard(Line line, unsigned address)
        : Station(std::move(line), "strip" + std::to_string(address)), m_address(address) {}

    std::string command(const Words& words) override;
    [[nodiscard]] std::string state() const override;

private:
    void take(std::span<const std::uint8_t> bytes) override;
    void forget() override;
    void onFrame();
    void obey(const Bytes& data, unsigned from, unsigned to);
    [[nodiscard]] unsigned show(const Bytes& data);
    void answer(unsigned error, unsigned from, unsigned to);

    unsigned m_address;
    Bytes m_frame; ///< between A5 and 5A, as it came
    bool m_inside = false;
    OnbonScreen m_screen;
    int m_shows = 0;
    int m_pings = 0;
    int m_damaged = 0;
    Clock::time_point m_lastShow;
    long m_shortest = -1; ///< milliseconds between two show commands; -1: there were not two
};

} // namespace atrium::emulators
