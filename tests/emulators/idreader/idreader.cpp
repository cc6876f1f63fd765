// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/idreader/idreader.h"

#include "tests/emulators/idreader/cardblock.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace atrium::emulators {
namespace {

const Bytes kPreamble{0xAA, 0xAA, 0xAA, 0x96, 0x69};

/// A stand-in for the encrypted photograph. It holds the preamble, which a reader of the line must not take
/// for the beginning of a frame.
Bytes photograph() {
    Bytes photo(1024);
    for (std::size_t i = 0; i < photo.size(); ++i)
        photo[i] = static_cast<std::uint8_t>(i * 37 + i / 7);
    std::copy(kPreamble.begin(), kPreamble.end(), photo.begin() + 500);
    return photo;
}

Bytes frame(std::uint8_t status, const Bytes& data) {
    Bytes bytes = kPreamble;
    const std::size_t length = data.size() + 4;
    const Bytes head{static_cast<std::uint8_t>(length / 256), static_cast<std::uint8_t>(length % 256), 0, 0,
                     status};
    bytes.insert(bytes.end(), head.begin(), head.end());
    bytes.insert(bytes.end(), data.begin(), data.end());
    unsigned check = 0;
    for (std::size_t i = kPreamble.size(); i < bytes.size(); ++i)
        check ^= bytes[i];
    bytes.push_back(static_cast<std::uint8_t>(check));
    return bytes;
}

/// Module number 05.01-20190314-0001234567-0987654321, fields little-endian.
const Bytes kModule{0x05, 0x00, 0x01, 0x00, 0x6A, 0x14, 0x34, 0x01,
                    0x87, 0xD6, 0x12, 0x00, 0xB1, 0x68, 0xDE, 0x3A};

} // namespace

void IdReader::received(std::span<const std::uint8_t> bytes) {
    m_incoming.insert(m_incoming.end(), bytes.begin(), bytes.end());
    takeRequests();
}

void IdReader::unplugged() {
    m_incoming.clear();
    if (m_stage != Stage::none)
        m_stage = Stage::present;
}

void IdReader::takeRequests() {
    for (;;) {
        std::size_t skip = 0;
        const auto startsAt = [this](std::size_t at) {
            for (std::size_t i = 0; i < kPreamble.size() && at + i < m_incoming.size(); ++i) {
                if (m_incoming[at + i] != kPreamble[i])
                    return false;
            }
            return true;
        };
        while (skip < m_incoming.size() && !startsAt(skip))
            ++skip;
        m_incoming.erase(m_incoming.begin(), m_incoming.begin() + static_cast<std::ptrdiff_t>(skip));
        if (m_incoming.size() < 7)
            return;
        const std::size_t length = m_incoming[5] * 256U + m_incoming[6];
        if (length < 3 || length > 64) {
            ++m_damaged;
            m_incoming.erase(m_incoming.begin());
            continue;
        }
        if (m_incoming.size() < 7 + length)
            return;
        unsigned check = 0;
        for (std::size_t i = 5; i < 6 + length; ++i)
            check ^= m_incoming[i];
        const bool good = check == m_incoming[6 + length];
        const std::uint8_t command = m_incoming[7];
        const std::uint8_t parameter = m_incoming[8];
        m_incoming.erase(m_incoming.begin(), m_incoming.begin() + static_cast<std::ptrdiff_t>(7 + length));
        if (good) {
            handle(command, parameter);
        } else {
            ++m_damaged;
            reply(0x10, {}, "any");
        }
    }
}

void IdReader::handle(std::uint8_t command, std::uint8_t parameter) {
    ++m_requests;
    const unsigned both = command * 256U + parameter;
    if (both == 0x2001)
        find();
    else if (both == 0x2002)
        select();
    else if (both == 0x3001)
        readCard(false);
    else if (both == 0x3010)
        readCard(true);
    else if (both == 0x3003)
        m_stage >= Stage::selected ? reply(0x91, {}, "address") : reply(0x41, {}, "address");
    else if (both == 0x10FF || both == 0x11FF || both == 0x61FF)
        reply(m_fault.strikes("selftest") ? 0x60 : 0x90, {}, "status");
    else if (both == 0x12FF)
        reply(0x90, kModule, "module");
    else
        reply(0x24, {}, "any");
}

void IdReader::find() {
    const bool visible = m_stage != Stage::none && (m_stage != Stage::read || m_findAgain);
    if (!visible) {
        reply(0x80, {}, "find");
        return;
    }
    m_stage = Stage::found;
    reply(0x9F, {0, 0, 0, 0}, "find");
}

void IdReader::select() {
    if (m_stage != Stage::found || m_fault.strikes("select")) {
        reply(0x81, {}, "select");
        return;
    }
    m_stage = Stage::selected;
    reply(0x90, Bytes(8, 0), "select");
}

void IdReader::readCard(bool withFingerprint) {
    if (m_fault.strikes("remove")) {
        // The radio link breaks after some blocks: the module answers late, and with "read failed".
        m_stage = Stage::none;
        loop().after(Milliseconds(60), [this] { reply(0x41, {}, "read"); });
        return;
    }
    for (const auto& [name, status] :
         {std::pair{"wrongcard", 0x40}, {"authentication", 0x31}, {"random", 0x47}}) {
        if (m_fault.strikes(name)) {
            reply(static_cast<std::uint8_t>(status), {}, "read");
            return;
        }
    }
    if (m_stage < Stage::selected) {
        reply(0x41, {}, "read");
        return;
    }
    Bytes data{0x01, 0x00, 0x04, 0x00};
    if (withFingerprint)
        data.insert(data.end(), {0x00, 0x00});
    data.insert(data.end(), m_block.begin(), m_block.end());
    const Bytes photo = photograph();
    data.insert(data.end(), photo.begin(), photo.end());
    m_stage = Stage::read;
    ++m_reads;
    reply(0x90, data, "read");
}

void IdReader::reply(std::uint8_t status, const Bytes& data, std::string_view where) {
    if (m_fault.strikes("silent", where))
        return;
    const bool refused = m_fault.strikes("unauthorised", where);
    Bytes bytes = refused ? frame(0x66, {}) : frame(status, data);
    // A reply that was damaged on the line was a read for the module all the same: it can be asked again.
    if (m_fault.strikes("badcheck", where)) {
        bytes.back() ^= 0x5AU;
    } else if (m_fault.strikes("half", where)) {
        bytes.resize(bytes.size() / 2);
    } else if (m_fault.strikes("badlength", where)) {
        bytes[5] ^= 0x02U;
    } else if (m_fault.strikes("flip", where)) {
        m_seed = m_seed * 1103515245U + 12345U;
        bytes[(m_seed >> 16U) % bytes.size()] ^= 0x10U;
    } else if (m_fault.strikes("noise", where)) {
        Bytes noise{0x00, 0xAA, 0xAA, 0xAA, 0xAA, 0x96, 0xFF, 0xAA, 0xAA};
        m_seed = m_seed * 1103515245U + 12345U;
        noise.push_back(static_cast<std::uint8_t>(m_seed >> 16U));
        bytes.insert(bytes.begin(), noise.begin(), noise.end());
    } else if (m_fault.strikes("split", where)) {
        m_seed = m_seed * 1103515245U + 12345U;
        port().sendInPieces(bytes, m_seed);
        return;
    }
    port().send(bytes);
}

std::string IdReader::stateLine() const {
    constexpr std::array names{"none", "present", "found", "selected", "read"};
    return "ok card=" + std::string(names.at(static_cast<std::size_t>(m_stage))) +
           " reads=" + std::to_string(m_reads) + " requests=" + std::to_string(m_requests) +
           " damaged=" + std::to_string(m_damaged) + " fault=" + (m_fault.left == 0 ? "none" : m_fault.name);
}

std::string IdReader::command(const Words& words) {
    if (words[0] == "card") {
        m_block = buildCardBlock(Words(words.begin() + 1, words.end()));
        m_stage = Stage::present;
    } else if (words[0] == "remove") {
        m_stage = Stage::none;
    } else if (words[0] == "fault" && words.size() >= 2) {
        m_fault =
            Fault{words[1], words.size() > 2 ? std::stoi(words[2]) : -1, words.size() > 3 ? words[3] : ""};
    } else if (words[0] == "noise") {
        port().send(Bytes{0x55, 0xAA, 0xAA, 0x00, 0xFF, 0xAA});
    } else if (words[0] == "state") {
        return stateLine();
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
    return "ok";
}

} // namespace atrium::emulators
