// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/windowbus.h"

#include <algorithm>
#include <stdexcept>

namespace atrium::emulators {

Station::Line WindowBus::line() {
    return {loop(), [this](const std::string& name, const Bytes& bytes) { say(name, bytes); },
            [this](const std::string& name, std::string_view fault) { return strikes(name, fault); }};
}

bool WindowBus::strikes(const std::string& station, std::string_view fault) {
    return std::any_of(m_faults.begin(), m_faults.end(),
                       [&](Fault& each) { return each.strikes(fault, station); });
}

void WindowBus::received(std::span<const std::uint8_t> bytes) {
    if (strikes("line", "echo"))
        port().send(bytes); // a converter that hears itself
    for (const auto& each : m_stations)
        each->hear(bytes);
}

void WindowBus::say(const std::string& station, Bytes bytes) {
    m_seed = m_seed * 1103515245U + 12345U;
    if (strikes(station, "silent"))
        return;
    if (strikes(station, "badcheck"))
        bytes[bytes.size() - 2] ^= 0x10U;
    if (strikes(station, "flip"))
        bytes[(m_seed >> 16U) % bytes.size()] ^= 0x08U;
    if (strikes(station, "half"))
        bytes.resize(bytes.size() / 2);
    if (strikes(station, "noise")) {
        const Bytes noise{0x00, 0xFF, 0x68, 0x03, 0xA5, 0xA6, static_cast<std::uint8_t>(m_seed >> 16U)};
        bytes.insert(bytes.begin(), noise.begin(), noise.end());
    }
    if (strikes(station, "late"))
        loop().after(Milliseconds(900), [this, bytes] { port().send(bytes); });
    else if (strikes(station, "split"))
        port().sendInPieces(bytes, m_seed);
    else
        port().send(bytes);
}

Station& WindowBus::station(const std::string& name) {
    for (const auto& each : m_stations) {
        if (each->name() == name)
            return *each;
    }
    throw std::invalid_argument("no such station: " + name);
}

std::string WindowBus::command(const Words& words) {
    if (words[0] == "fault" && words.size() > 1) {
        if (words[1] == "none")
            m_faults.clear();
        else
            m_faults.push_back(
                {words[1], words.size() > 2 ? std::stoi(words[2]) : -1, words.size() > 3 ? words[3] : ""});
    } else if (words[0] == "power" && words.size() == 3) {
        station(words[1]).setPower(words[2] == "on");
    } else if (words[0] == "noise") {
        port().send(Bytes{0x55, 0xFF, 0x68, 0xA5, 0x00, 0x16, 0x5A});
    } else if (words[0] == "state") {
        std::string answer = "ok";
        for (const auto& each : m_stations)
            answer += " " + each->state();
        return answer;
    } else if (words.size() > 1) {
        return station(words[1]).command(words);
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
    return "ok";
}

} // namespace atrium::emulators
