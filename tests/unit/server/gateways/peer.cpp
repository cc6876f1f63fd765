// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/gateways/peer.h"

#include "server/gateways/sms/codec/cmppframes.h"

namespace atrium::gateways::cmpp::tests {

std::string bytes(std::uint64_t value, int width) {
    std::string out;
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFFU);
    return out;
}

std::string unit(Command command, std::uint32_t sequence, const std::string& body) {
    return bytes(12 + body.size(), 4) + bytes(static_cast<std::uint32_t>(command), 4) + bytes(sequence, 4) +
           body;
}

std::string connectResp(std::uint32_t status, const Digest& proof) {
    return unit(Command::connectResp, 1, bytes(status, 4) + std::string(proof.begin(), proof.end()) + "\x30");
}

std::string submitResp(std::uint32_t sequence, std::uint64_t ref, std::uint32_t result) {
    return unit(Command::submitResp, sequence, bytes(ref, 8) + bytes(result, 4));
}

std::string deliver(std::uint32_t sequence, bool isReport, const std::string& content, std::uint8_t format,
                    bool hasHeader) {
    std::string phone = "13900000000";
    phone.resize(32);
    return unit(Command::deliver, sequence,
                bytes(77, 8) + std::string(31, '\0') + bytes(0, 1) + bytes(hasHeader ? 1 : 0, 1) +
                    bytes(format, 1) + phone + bytes(0, 1) + bytes(isReport ? 1 : 0, 1) +
                    bytes(content.size(), 1) + content + std::string(20, '\0'));
}

std::string reportText(std::uint64_t ref, const std::string& state) {
    auto text = bytes(ref, 8) + state;
    text.resize(71);
    return text;
}

std::vector<Pdu> units(std::string_view text) {
    FrameDecoder decoder;
    decoder.feed(text);
    std::vector<Pdu> out;
    while (auto pdu = decoder.next())
        out.push_back(*pdu);
    return out;
}

} // namespace atrium::gateways::cmpp::tests
