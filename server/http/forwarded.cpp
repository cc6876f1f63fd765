// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"

#include <Poco/Net/IPAddress.h>
#include <Poco/String.h>
#include <Poco/StringTokenizer.h>

#include <algorithm>
#include <array>

namespace atrium::http {

using Poco::Net::IPAddress;

namespace {

std::vector<std::string> partsOf(const std::string& list) {
    const Poco::StringTokenizer parts(list, ",", Poco::StringTokenizer::TOK_TRIM);
    return {parts.begin(), parts.end()};
}

/// "203.0.113.7", "203.0.113.7:4711", "2001:db8::1" or "[2001:db8::1]:4711".
bool readAddress(std::string text, IPAddress& out) {
    if (text.starts_with('['))
        text = text.substr(1, text.find(']') - 1);
    else if (std::count(text.begin(), text.end(), ':') == 1)
        text.resize(text.find(':'));
    return IPAddress::tryParse(text, out);
}

bool isOneOf(const IPAddress& address, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& one) {
        IPAddress other;
        return IPAddress::tryParse(one, other) && other == address;
    });
}

} // namespace

bool isForwarded(const Headers& headers) noexcept {
    constexpr std::array kFields{"Forwarded",         "X-Forwarded-For", "X-Forwarded-Host",
                                 "X-Forwarded-Proto", "X-Real-IP",       "Via"};
    return std::any_of(kFields.begin(), kFields.end(),
                       [&](const char* field) { return headers.find(field).has_value(); });
}

std::string clientAddress(const std::string& peer, const Headers& headers,
                          const std::vector<std::string>& trusted) {
    IPAddress address;
    if (trusted.empty() || !IPAddress::tryParse(peer, address) || !isOneOf(address, trusted))
        return peer;
    std::string list; // several fields are one list (RFC 9110, 5.3)
    for (const auto& [name, value] : headers.all())
        if (Poco::icompare(name, "X-Forwarded-For") == 0)
            list += (list.empty() ? "" : ",") + value;
    const auto parts = partsOf(list);
    // Whatever the client wrote itself stands on the left of what the proxies added.
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!readAddress(*part, address))
            return peer;
        if (!isOneOf(address, trusted))
            return address.toString();
    }
    return peer;
}

bool isLocal(const Request& request) {
    IPAddress address;
    return !isForwarded(request.headers) && IPAddress::tryParse(request.remoteAddress, address) &&
           address.isLoopback();
}

std::string networkOf(const std::string& address) {
    IPAddress parsed;
    if (!IPAddress::tryParse(address, parsed) || parsed.family() != IPAddress::IPv6 || parsed.isIPv4Mapped())
        return address;
    return (parsed & IPAddress(64, IPAddress::IPv6)).toString() + "/64";
}

bool readAddresses(const std::string& text, std::vector<std::string>& out) {
    out.clear();
    for (const std::string& part : partsOf(text)) {
        IPAddress address;
        if (!IPAddress::tryParse(part, address))
            return false;
        out.push_back(address.toString());
    }
    return true;
}

} // namespace atrium::http
