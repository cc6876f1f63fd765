// SPDX-License-Identifier: GPL-3.0-or-later
// One device on the line in front of the windows.
#pragma once

#include "tests/emulators/common/emulator.h"

namespace atrium::emulators {

class Station {
public:
    /// What a station may do to its surroundings.
    struct Line {
        Loop& loop;
        /// Puts bytes on the line, through the faults that are set for the station.
        std::function<void(const std::string& station, const Bytes&)> say;
        /// True when a fault of that name strikes this station now.
        std::function<bool(const std::string& station, std::string_view fault)> strikes;
    };

    Station(Line line, std::string name) : m_line(std::move(line)), m_name(std::move(name)) {}
    virtual ~Station() = default;
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    [[nodiscard]] const std::string& name() const { return m_name; }
    void setPower(bool on) {
        m_isOn = on;
        if (!on)
            forget();
    }
    void hear(std::span<const std::uint8_t> bytes) {
        if (m_isOn)
            take(bytes);
    }

    /// A command of a person or test; throws std::invalid_argument to refuse.
    virtual std::string command(const Words& words) = 0;
    /// "name=value" words for the answer to "state".
    [[nodiscard]] virtual std::string state() const = 0;

protected:
    /// Bytes on the line, whoever they are for.
    virtual void take(std::span<const std::uint8_t> bytes) = 0;
    /// Power off: everything that is not kept in flash is gone.
    virtual void forget() = 0;

    [[nodiscard]] bool isOn() const { return m_isOn; }
    [[nodiscard]] Loop& loop() const { return m_line.loop; }
    void say(const Bytes& bytes) const {
        if (m_isOn)
            m_line.say(m_name, bytes);
    }
    [[nodiscard]] bool strikes(std::string_view fault) const { return m_line.strikes(m_name, fault); }

private:
    Line m_line;
    std::string m_name;
    bool m_isOn = true;
};

} // namespace atrium::emulators
