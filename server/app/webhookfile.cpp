// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/webhookfile.h"

#include "server/app/startcheck.h"
#include "server/gateways/webhook/poster.h"
#include "server/services/core/services.h"
#include "server/services/webhooks/notice.h"
#include "shared/model/codec/walker.h"

#include <fstream>
#include <set>
#include <sstream>

ATRIUM_JSON_INSTANCE(atrium::services::WebhookFile)

namespace atrium::app {
namespace {

using services::Webhook;
using services::WebhookFile;

constexpr std::size_t kShortestSecret = 16;

model::Error wrong(const std::string& file, const std::string& why) {
    return startFailure("webhooks: " + file + " " + why);
}

/// What is wrong with one entry; empty: nothing.
std::string faultIn(const Webhook& hook) {
    if (!services::checkId(hook.name, "/name"))
        return "needs a \"name\" of 1 to 64 of A-Z a-z 0-9 . _ -";
    if (const auto fault = gateways::faultOf(hook.url); !fault.empty())
        return "its \"url\" " + fault;
    if (hook.secret.size() < kShortestSecret)
        return "its \"secret\" has less than 16 characters";
    if (hook.events.empty())
        return "names no \"events\"";
    for (const auto& type : hook.events)
        if (!services::isTold(type))
            return "there is no event \"" + type +
                   "\"; there are ticketCalled, ticketRecalled, serviceStarted, serviceFinished, "
                   "ticketNoShow";
    return {};
}

} // namespace

model::Result<std::vector<Webhook>> readWebhooks(const std::string& path) {
    if (path.empty())
        return std::vector<Webhook>();
    std::ifstream file(path);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf()))
        return wrong(path, "cannot be read");
    auto read = model::fromJson<WebhookFile>(text.str());
    if (!read)
        return wrong(path, read.error().path + ": " + read.error().detail);
    if (read->webhooks.size() > services::kMostWebhooks)
        return wrong(path, "names more than 8 webhooks");
    std::set<std::string> names;
    for (std::size_t at = 0; at < read->webhooks.size(); ++at) {
        std::string fault = faultIn(read->webhooks[at]);
        if (fault.empty() && !names.insert(read->webhooks[at].name).second)
            fault = "its name is another one's, too";
        if (!fault.empty())
            return wrong(path, "/webhooks/" + std::to_string(at) + ": " + fault);
    }
    return std::move(read->webhooks);
}

} // namespace atrium::app
