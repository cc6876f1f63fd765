// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/sms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The HTTP interface of China Mobile's cloud MAS (云MAS), "norsubmit": the request is the Base64 of a JSON
// object with the members ecName, apId, mobiles, content, sign, addSerial and mac; mac is the lower-case hex
// of MD5(ecName + apId + secret + mobiles + content + sign + addSerial), all UTF-8; the secret itself is not
// sent. The answer is {"rspcod":"success","success":true,"msgGroup":"…"}. Reports are posted to an address of
// ours as
// {"errorCode":"DELIVRD","mobile":"…","msgGroup":"…","reportStatus":"CM:0000",…} or a list of these. They
// bear no signature.
namespace atrium::gateways::mas {

struct Account {
    std::string ecName; ///< the customer, as registered
    std::string apId;   ///< account of the interface
    std::string secret;
    std::string sign;      ///< code of the signature the peer puts before the text
    std::string addSerial; ///< behind the sender's number, mostly empty
};

/// What mac is the MD5 of.
[[nodiscard]] std::string macText(const Account& account, std::string_view phone, std::string_view text);
/// The JSON; the request's body is its Base64.
[[nodiscard]] std::string requestJson(const Account& account, std::string_view phone, std::string_view text,
                                      std::string_view mac);

/// What an HTTP answer says of a message: status and body, both as they came. The code is the peer's word,
/// cut to 64 printable characters. 2xx that cannot be read, and 5xx but 503, may come after the message was
/// sent: noAnswer.
[[nodiscard]] SendAnswer decodeAnswer(const MessageId& id, int status, std::string_view body);

/// The reports of one push; nothing when it cannot be read. More than 10,000 are refused.
[[nodiscard]] std::optional<std::vector<DeliveryReport>> decodeReports(std::string_view body);

} // namespace atrium::gateways::mas
