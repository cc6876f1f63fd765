// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a serial bar code scanner: text, ended by CR, LF or both (9600 8N1 as delivered by most makers).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <variant>

namespace atrium::devices {

/// Why a scan was thrown away.
enum class ScanFault {
    tooLong,      ///< longer than the limit
    badCharacter, ///< a control character: no code that Atrium reads holds one
    badText,      ///< not UTF-8
    incomplete,   ///< the line went silent before the end of the text
};

/// A scanned text or why there is none.
using Scan = std::variant<std::string, ScanFault>;

/// Collects bytes to scans. Holds at most the limit. Time comes in as an argument, from any steady clock.
class ScanLineDecoder {
public:
    using Time = std::chrono::milliseconds;

    /// `limit`: longest text in bytes. `idle`: a text whose next byte takes longer than this is incomplete.
    ScanLineDecoder(std::size_t limit, Time idle) : m_limit(limit), m_idle(idle) {}

    void feed(std::span<const std::uint8_t> bytes, Time now);

    /// Gives up a text that has waited too long; to be called by a timer while isPending().
    void expire(Time now);

    /// Oldest scan or fault. Each damaged line gives exactly one fault; empty lines give nothing.
    [[nodiscard]] std::optional<Scan> next();

    [[nodiscard]] bool isPending() const { return !m_line.empty() || m_fault.has_value(); }

private:
    void take(std::uint8_t byte);
    void endLine();

    std::size_t m_limit;
    Time m_idle;
    Time m_last{0};
    std::string m_line;
    std::optional<ScanFault> m_fault; ///< set: the rest of the line is thrown away
    std::deque<Scan> m_scans;
};

} // namespace atrium::devices
