// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/smsoptions.h"
#include "server/gateways/sms/smsgateway.h"
#include "server/services/messages/reports.h"
#include "shared/model/result.h"

#include <memory>

namespace atrium::app {

/// Whether the gateway's settings are complete and well formed.
[[nodiscard]] model::Result<void> checkSmsOptions(const SmsOptions& options);

/// The gateway of the settings, running; null without one. What is pushed to `door` goes to it: the door
/// must not be used when the gateway is gone. listener outlives it.
[[nodiscard]] model::Result<std::unique_ptr<gateways::SmsGateway>>
makeSmsGateway(const SmsOptions& options, gateways::SmsListener& listener, services::ReportDoor& door);

} // namespace atrium::app
