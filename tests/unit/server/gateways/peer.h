// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/cmppsession.h"

#include <string>
#include <string_view>

// The other side of a CMPP line, by hand.
namespace atrium::gateways::cmpp::tests {

[[nodiscard]] std::string bytes(std::uint64_t value, int width);
/// A whole unit.
[[nodiscard]] std::string unit(Command command, std::uint32_t sequence, const std::string& body = {});
[[nodiscard]] std::string connectResp(std::uint32_t status, const Digest& proof = {}); ///< 3.0
[[nodiscard]] std::string submitResp(std::uint32_t sequence, std::uint64_t ref, std::uint32_t result = 0);
/// A Deliver of 3.0.
[[nodiscard]] std::string deliver(std::uint32_t sequence, bool isReport, const std::string& content,
                                  std::uint8_t format = 0, bool hasHeader = false);
[[nodiscard]] std::string reportText(std::uint64_t ref, const std::string& state = "DELIVRD"); ///< 3.0
/// All units of some bytes.
[[nodiscard]] std::vector<Pdu> units(std::string_view text);

} // namespace atrium::gateways::cmpp::tests
