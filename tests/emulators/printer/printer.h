// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer with cutter, cover and paper sensors at the end of a serial line.
#pragma once

#include "tests/emulators/printer/paper.h"
#include "tests/emulators/printer/realtime.h"

#include <deque>

namespace atrium::emulators {

class Printer : public Emulator {
public:
    /// `rowsPerSecond` 0 prints at once; a real printer makes about 1200 (150 mm/s).
    Printer(Loop& loop, const std::string& link, int dots, const std::string& folder, int rowsPerSecond)
        : Emulator(loop, link), m_paper(dots, folder), m_rowsPerSecond(rowsPerSecond) {}

protected:
    void received(std::span<const std::uint8_t> bytes) override;
    std::string command(const Words& words) override;
    void unplugged() override;

private:
    void obey(const RealTimeCommand& command);
    std::uint8_t statusByte(int question) const;
    void answer(std::uint8_t byte);
    void tellAutomaticStatus();

    void work();
    bool step();
    bool runCommand();
    bool runEscape();
    bool runGroup();
    void printRasterRow();
    void cut(bool full);
    void take(std::size_t count);
    void countTowardsKill();
    void setKill(const Words& words);
    void clearBuffers();
    [[nodiscard]] bool isHalted() const;
    void setPaper(const Words& words);
    void setFault(const Words& words);
    std::string stateLine() const;

    Paper m_paper;
    int m_rowsPerSecond;
    RealTimeFilter m_filter;
    std::deque<std::uint8_t> m_buffer; ///< received and not yet printed
    Bytes m_raw;                       ///< what the piece of paper under way was made from
    std::size_t m_rasterWidth = 0;     ///< bytes a row
    std::size_t m_rasterRows = 0;      ///< rows still to come
    bool m_resting = false;            ///< the paper is moving; goes on by a timer
    bool m_paperOut = false;
    bool m_paperNear = false;
    bool m_coverOpen = false;
    bool m_cutterBlocked = false;
    bool m_mechanical = false;
    bool m_automatic = false;
    long m_rowsUntilOut = -1;
    long m_bytesUntilDeath = -1;
    long m_bytesUntilKill = -1;
    long m_bytesReceived = 0;
    int m_killed = 0; ///< the process that ends by m_bytesUntilKill or by m_killAtAnswer
    bool m_killAtAnswer = false;
    Fault m_fault;
    int m_statusAnswers = 0;
};

} // namespace atrium::emulators
