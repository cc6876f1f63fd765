// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace atrium::services {

/// One system that is told of the queue, as the operator's file names it. The secret is nowhere else.
struct Webhook {
    std::string name; ///< as an id; under it stands how far it was told
    std::string url;
    std::string secret; ///< at least 16 bytes; signs what is sent
    std::vector<std::string> events{"ticketCalled", "serviceFinished"};
    bool allowPrivate = false; ///< addresses of the hall's own networks and of this machine, too
    std::string caFile;        ///< PEM of the issuer; empty: the machine's own list
};
BOOST_DESCRIBE_STRUCT(Webhook, (), (name, url, secret, events, allowPrivate, caFile))

/// The file of the option "webhooks".
struct WebhookFile {
    std::vector<Webhook> webhooks;
};
BOOST_DESCRIBE_STRUCT(WebhookFile, (), (webhooks))

inline constexpr std::size_t kMostWebhooks = 8;

} // namespace atrium::services
