// SPDX-License-Identifier: GPL-3.0-or-later
// A caller with 21 keys and its evaluator.
#pragma once

#include "tests/emulators/windowbus/station.h"

namespace atrium::emulators {

class CallerPad final : public Station {
public:
    /// `keyCommand`: of the frames it sends for keys; the published source leaves it open. `repeat`: it sends
    /// a frame again after that time, three times in all, as long as it hears no acknowledgement.
    CallerPad(Line line, unsigned address, unsigned keyCommand, Milliseconds repeat)
        : Station(std::move(line), "caller" + std::to_string(address)), m_address(address),
          m_keyCommand(keyCommand), m_repeat(repeat) {}

    std::string command(const Words& words) override;
    [[nodiscard]] std::string state() const override;

private:
    void take(std::span<const std::uint8_t> bytes) override;
    void forget() override;
    void onFrame(unsigned command, const Bytes& data);
    void send(unsigned command, const Bytes& data);
    void sendAgain(unsigned serial, int times);

    unsigned m_address;
    unsigned m_keyCommand;
    Milliseconds m_repeat;
    Bytes m_incoming;
    Bytes m_pending; ///< the acknowledgement that is awaited
    Bytes m_sent;    ///< the frame it belongs to
    unsigned m_serial = 0;
    std::string m_display;
    int m_frames = 0; ///< sent, repeats among them
    int m_heard = 0;  ///< frames of the host for this caller
    int m_taken = 0;  ///< acknowledged
    int m_lost = 0;   ///< given up without an acknowledgement
    int m_beeps = 0;
    int m_asked = 0; ///< times the evaluator was opened
};

} // namespace atrium::emulators
