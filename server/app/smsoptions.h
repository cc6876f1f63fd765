// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace atrium::app {

/// The SMS gateway as the operator sets it; the secret is in the settings' file alone, never in a record.
struct SmsOptions {
    enum class Gateway { none, http, cmpp2, cmpp3 };
    BOOST_DESCRIBE_NESTED_ENUM(Gateway, none, http, cmpp2, cmpp3)

    Gateway gateway = Gateway::none;
    std::string url;
    std::string caFile;
    std::string host;
    std::uint16_t port = 7890;
    std::string account;
    std::string secret;
    std::string company;
    std::string sign;
    std::string number;
    std::string service;
    int perSecond = 20;
    std::string reportKey;
    std::vector<std::string> reportPeers; ///< numeric addresses
};

} // namespace atrium::app
