// SPDX-License-Identifier: GPL-3.0-or-later
// The line in front of the windows, with everything that hangs on it.
#pragma once

#include "tests/emulators/windowbus/station.h"

namespace atrium::emulators {

class WindowBus final : public Emulator {
public:
    WindowBus(Loop& loop, const std::string& link) : Emulator(loop, link) {}

    [[nodiscard]] Station::Line line();
    void add(std::unique_ptr<Station> station) { m_stations.push_back(std::move(station)); }

protected:
    void received(std::span<const std::uint8_t> bytes) override;
    std::string command(const Words& words) override;

private:
    [[nodiscard]] Station& station(const std::string& name);
    [[nodiscard]] bool strikes(const std::string& station, std::string_view fault);
    void say(const std::string& station, Bytes bytes);

    std::vector<std::unique_ptr<Station>> m_stations;
    std::vector<Fault> m_faults;
    unsigned m_seed = 1;
};

} // namespace atrium::emulators
