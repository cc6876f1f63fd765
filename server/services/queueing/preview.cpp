// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator's settings of a queue would mean for those who wait now.
#include "shared/rules/queueing/preview.h"

#include "server/services/queueing/routes.h"
#include "server/services/records/recordrules.h"
#include "shared/model/json.h"

#include <memory>
#include <utility>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

/// What is copied out under the model's lock; the rules play on it afterwards.
struct Snapshot {
    rules::queueing::State queue;
    std::shared_ptr<const Setup> setup;
};

Result<Snapshot> snapshotFor(Services& services, const store::AnyRecord& draft) {
    return services.model.read([&](const HallState& state) -> Result<Snapshot> {
        const auto nobodyAsks = [](const model::StaffId&) -> Result<bool> { return true; }; // of a queue
        if (auto good = checkChange(state, state.setup->find("queue", store::idOf(draft)), draft, nobodyAsks);
            !good)
            return good.error();
        return Snapshot{rules::queueing::waitingOf(state.queue), state.setup};
    });
}

http::Response previewQueue(Services& services, const http::Request& request) {
    const auto draft = store::recordFromJson("queue", request.body);
    if (!draft)
        return http::problem(draft.error());
    if (store::idOf(*draft) != request.param("id"))
        return http::problem({ErrorCode::invalid, "/id", model::Sentence::idDiffers});
    auto found = snapshotFor(services, *draft);
    if (!found)
        return http::problem(found.error());
    return http::jsonResponse(model::toJson(rules::queueing::preview(
        std::move(found->queue), found->setup->config, std::get<model::Queue>(*draft), services.now())));
}

} // namespace

void addPreviewRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "POST",
                .pattern = api("/queues/{id}/preview"),
                .summary = "The order of calling with these settings; changes nothing",
                .access = http::Access::staff(model::DeviceKind::admin, {model::Role::administrator}),
                .requestType = "Queue",
                .responseType = "CallPreview",
                .otherStatuses = {409},
                .handler = http::answer(
                    [&services](const http::Request& request) { return previewQueue(services, request); })});
}

} // namespace atrium::services
