// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/owncalls.h"

#include "server/services/core/crypto.h"
#include "shared/rules/queueing/dispatch.h"

#include <algorithm>

namespace atrium::services {
namespace {

constexpr std::size_t kCallIdBytes = 16;

/// Whether terminals belong to the window and none of them is online.
bool isForsaken(const HallState& state, const model::WindowId& window) {
    bool hasTerminal = false;
    for (const auto& [id, device] : state.setup->devices) {
        if (device.kind != model::DeviceKind::windowTerminal || device.windowId != window || device.revoked)
            continue;
        hasTerminal = true;
        const auto status = state.deviceStatus.find(model::RecordId(id.value));
        if (status != state.deviceStatus.end() && status->second.online)
            return false;
    }
    return hasTerminal;
}

} // namespace

std::vector<model::WindowId> windowsToCallTo(const HallState& state, model::Instant now) {
    auto out = rules::queueing::dueCalls(state.queue, now, state.setup->config);
    out.erase(
        std::remove_if(out.begin(), out.end(), [&](const auto& window) { return isForsaken(state, window); }),
        out.end());
    return out;
}

model::Result<Outcome> callByItself(WriteContext& context, const model::WindowId& window) {
    const auto due = windowsToCallTo(context.state(), context.now().at);
    if (std::find(due.begin(), due.end(), window) == due.end())
        return Outcome{};
    const rules::queueing::CallByItself command{window, model::CallId(randomHex(kCallIdBytes))};
    if (auto done = context.command(command); !done)
        return done.error();
    context.audit("window.call", "window", window.value, "byItself");
    return Outcome{};
}

} // namespace atrium::services
