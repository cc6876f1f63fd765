// SPDX-License-Identifier: GPL-3.0-or-later
// The security module of an identity card reader at the end of a serial line.
#pragma once

#include "tests/emulators/common/emulator.h"

namespace atrium::emulators {

class IdReader : public Emulator {
public:
    /// `findAgain`: find answers "found" even for a card that has been read, as some firmware does.
    IdReader(Loop& loop, const std::string& link, bool findAgain)
        : Emulator(loop, link), m_findAgain(findAgain) {}

protected:
    void received(std::span<const std::uint8_t> bytes) override;
    std::string command(const Words& words) override;
    void unplugged() override;

private:
    enum class Stage { none, present, found, selected, read };

    void takeRequests();
    void handle(std::uint8_t command, std::uint8_t parameter);
    void find();
    void select();
    void readCard(bool withFingerprint);
    void reply(std::uint8_t status, const Bytes& data, std::string_view where);
    std::string stateLine() const;

    bool m_findAgain;
    Bytes m_incoming;
    Bytes m_block;
    Stage m_stage = Stage::none;
    Fault m_fault;
    unsigned m_seed = 1;
    int m_reads = 0;
    int m_requests = 0;
    int m_damaged = 0;
};

} // namespace atrium::emulators
