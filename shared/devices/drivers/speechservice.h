// SPDX-License-Identifier: GPL-3.0-or-later
// The speech service that atrium-voice talks to: the one that runs, or one of its own.
#pragma once

#include <QtCore/QString>

namespace atrium::devices {

/// Where speech-dispatcher listens by its own rules (SPEECHD_ADDRESS, XDG_RUNTIME_DIR); empty for a network
/// address.
[[nodiscard]] QString speechServiceSocket();

/// Makes sure that a service answers there before the client library asks. Where none does, the library would
/// start one that outlives every program for ever; this starts it as a child that the kernel ends with this
/// process, whatever ends that. Blocks for seconds while the service starts. False: none answers.
[[nodiscard]] bool ensureSpeechService();

} // namespace atrium::devices
