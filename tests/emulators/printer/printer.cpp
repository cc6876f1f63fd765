// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/printer/printer.h"

#include <signal.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>

namespace atrium::emulators {

void Printer::received(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        if (m_bytesUntilDeath == 0) {
            m_bytesUntilDeath = -1;
            run("unplug");
            return;
        }
        if (m_bytesUntilDeath > 0)
            --m_bytesUntilDeath;
        countTowardsKill();
        m_buffer.push_back(byte);
        if (const auto command = m_filter.take(byte)) {
            obey(*command);
        }
    }
    work();
}

void Printer::countTowardsKill() {
    ++m_bytesReceived;
    if (m_bytesUntilKill < 0 || --m_bytesUntilKill > 0)
        return;
    m_bytesUntilKill = -1;
    kill(m_killed, SIGKILL);
}

void Printer::setKill(const Words& words) {
    const int process = std::stoi(words.at(2));
    if (process < 2)
        throw std::invalid_argument("not the id of a process");
    m_killed = process;
    m_killAtAnswer = words[1] == "answer";
    m_bytesUntilKill = m_killAtAnswer ? -1 : std::stol(words[1]);
}

void Printer::unplugged() {
    m_filter = {};
    clearBuffers();
}

void Printer::obey(const RealTimeCommand& command) {
    switch (command.kind) {
    case RealTimeCommand::Kind::status:
        answer(statusByte(command.argument));
        break;
    case RealTimeCommand::Kind::recover:
        if (m_cutterBlocked && m_fault.name != "cutter")
            m_cutterBlocked = false;
        if (command.argument == 2 && m_cutterBlocked)
            clearBuffers();
        break;
    case RealTimeCommand::Kind::clear:
        clearBuffers();
        break;
    }
}

std::uint8_t Printer::statusByte(int question) const {
    unsigned byte = 0x12;
    switch (question) {
    case 1:
        byte |= isHalted() ? 0x08U : 0U;
        break;
    case 2:
        byte |= (m_coverOpen ? 0x04U : 0U) | (m_paperOut ? 0x20U : 0U) |
                (m_cutterBlocked || m_mechanical ? 0x40U : 0U);
        break;
    case 3:
        byte |= (m_mechanical ? 0x04U : 0U) | (m_cutterBlocked ? 0x08U : 0U);
        break;
    case 4:
        byte |= (m_paperNear ? 0x0CU : 0U) | (m_paperOut ? 0x60U : 0U);
        break;
    default:
        break;
    }
    return static_cast<std::uint8_t>(byte);
}

void Printer::answer(std::uint8_t byte) {
    if (m_fault.strikes("silent"))
        return;
    ++m_statusAnswers;
    if (m_fault.strikes("noise"))
        port().send(Bytes{0xFF, 0x11, 0x13, 0x80});
    port().send(Bytes{byte});
}

void Printer::tellAutomaticStatus() {
    if (!m_automatic && m_fault.name != "asb")
        return;
    const unsigned first = 0x10U | (isHalted() ? 0x08U : 0U) | (m_coverOpen ? 0x20U : 0U);
    const unsigned second = (m_mechanical ? 0x04U : 0U) | (m_cutterBlocked ? 0x08U : 0U);
    const unsigned third = (m_paperNear ? 0x03U : 0U) | (m_paperOut ? 0x0CU : 0U);
    port().send(Bytes{static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second),
                      static_cast<std::uint8_t>(third), 0x0F});
}

bool Printer::isHalted() const {
    return m_paperOut || m_coverOpen || m_cutterBlocked || m_mechanical;
}

void Printer::clearBuffers() {
    m_buffer.clear();
    m_rasterRows = 0;
}

void Printer::work() {
    while (!isHalted() && !m_resting && step()) {
    }
}

/// One command or one row of a picture; false when more bytes are needed.
bool Printer::step() {
    if (m_rasterRows == 0)
        return !m_buffer.empty() && runCommand();
    if (m_buffer.size() < m_rasterWidth)
        return false;
    printRasterRow();
    return true;
}

void Printer::printRasterRow() {
    const Bytes row(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_rasterWidth));
    take(m_rasterWidth);
    --m_rasterRows;
    m_paper.printRow(row);
    if (m_rowsUntilOut > 0 && --m_rowsUntilOut == 0) {
        m_rowsUntilOut = -1;
        m_paperOut = true;
        tellAutomaticStatus();
    }
    if (m_rowsPerSecond > 0 && m_paper.rows() % 10 == 0) {
        m_resting = true;
        loop().after(Milliseconds(10000 / m_rowsPerSecond), [this] {
            m_resting = false;
            work();
        });
    }
}

void Printer::take(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        m_raw.push_back(m_buffer.front());
        m_buffer.pop_front();
    }
}

bool Printer::runCommand() {
    const auto have = [this](std::size_t count) { return m_buffer.size() >= count; };
    switch (m_buffer[0]) {
    case 0x10: // real-time commands have been obeyed already
        if (!have(3))
            return false;
        take(m_buffer[1] == 0x14 && m_buffer[2] == 0x08 ? std::min<std::size_t>(10, m_buffer.size()) : 3);
        return true;
    case 0x1B:
        return runEscape();
    case 0x1D:
        return runGroup();
    case 0x0A:
        m_paper.feed(30);
        break;
    default:
        break; // text: Atrium prints pictures only
    }
    take(1);
    return true;
}

bool Printer::runEscape() {
    if (m_buffer.size() < 2)
        return false;
    if (m_buffer[1] == 0x40) {
        take(2);
        return true;
    }
    if (m_buffer.size() < 3)
        return false;
    if (m_buffer[1] == 0x64)
        m_paper.feed(30 * m_buffer[2]);
    if (m_buffer[1] == 0x4A)
        m_paper.feed(m_buffer[2]);
    take(3);
    return true;
}

bool Printer::runGroup() {
    const auto have = [this](std::size_t count) { return m_buffer.size() >= count; };
    if (!have(3))
        return false;
    const unsigned code = m_buffer[1];
    if (code == 0x76) {
        if (!have(8))
            return false;
        m_rasterWidth = m_buffer[4] + 256U * m_buffer[5];
        m_rasterRows = m_buffer[6] + 256U * m_buffer[7];
        take(8);
    } else if (code == 0x56) {
        const bool withFeed = m_buffer[2] == 0x41 || m_buffer[2] == 0x42;
        if (withFeed && !have(4))
            return false;
        if (withFeed)
            m_paper.feed(m_buffer[3]);
        const bool full = m_buffer[2] == 0x41 || m_buffer[2] == 0x00 || m_buffer[2] == 0x30;
        take(withFeed ? 4 : 3);
        cut(full);
    } else if (code == 0x61) {
        m_automatic = m_buffer[2] != 0;
        take(3);
        tellAutomaticStatus();
    } else if (code == 0x72) {
        take(3);
        if (!m_fault.strikes("unbuffered"))
            answer(static_cast<std::uint8_t>(m_paperNear ? 0x03 : 0x00));
        if (m_killAtAnswer) {
            m_killAtAnswer = false;
            kill(m_killed, SIGKILL);
        }
    } else if (code == 0x28) {
        if (!have(5) || !have(5U + m_buffer[3] + 256U * m_buffer[4]))
            return false;
        take(5U + m_buffer[3] + 256U * m_buffer[4]);
    } else {
        take(3);
    }
    return true;
}

void Printer::cut(bool full) {
    if (m_fault.strikes("cutter")) {
        m_cutterBlocked = true;
        tellAutomaticStatus();
        return;
    }
    const int rows = m_paper.rows();
    const std::string path = m_paper.cut(m_raw);
    m_raw.clear();
    std::cout << "ticket " << m_paper.tickets() << " rows " << rows << (full ? " full " : " partial ") << path
              << std::endl;
}

void Printer::setPaper(const Words& words) {
    const std::string& what = words.at(1);
    if (what == "out") {
        m_paperOut = true;
    } else if (what == "out-after") {
        m_rowsUntilOut = std::stol(words.at(2));
        return;
    } else if (what == "near") {
        m_paperNear = true;
        m_paperOut = false;
    } else if (what == "ok") {
        m_paperNear = m_paperOut = false;
    } else {
        throw std::invalid_argument("paper out, out-after ROWS, near or ok");
    }
}

void Printer::setFault(const Words& words) {
    m_fault = Fault{words.at(1), words.size() > 2 ? std::stoi(words[2]) : -1, ""};
    if (m_fault.name == "mechanical")
        m_mechanical = true;
    if (m_fault.name == "none")
        m_mechanical = m_cutterBlocked = false;
}

std::string Printer::stateLine() const {
    const auto flag = [](const char* name, bool set) {
        return std::string(" ") + name + "=" + (set ? "1" : "0");
    };
    return "ok tickets=" + std::to_string(m_paper.tickets()) + " rows=" + std::to_string(m_paper.rows()) +
           " waiting=" + std::to_string(m_buffer.size()) + " answers=" + std::to_string(m_statusAnswers) +
           " received=" + std::to_string(m_bytesReceived) + flag("paperout", m_paperOut) +
           flag("near", m_paperNear) + flag("cover", m_coverOpen) + flag("cutter", m_cutterBlocked) +
           flag("mechanical", m_mechanical);
}

std::string Printer::command(const Words& words) {
    if (words[0] == "paper" && words.size() > 1) {
        setPaper(words);
    } else if (words[0] == "cover" && words.size() > 1) {
        m_coverOpen = words[1] == "open";
    } else if (words[0] == "fault" && words.size() > 1) {
        setFault(words);
    } else if (words[0] == "die-after" && words.size() > 1) {
        m_bytesUntilDeath = std::stol(words[1]);
    } else if (words[0] == "kill" && words.size() > 2) {
        setKill(words);
    } else if (words[0] == "state") {
        return stateLine();
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
    tellAutomaticStatus();
    work();
    return "ok";
}

} // namespace atrium::emulators
