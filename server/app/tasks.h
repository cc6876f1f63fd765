// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options.h"

#include <iosfwd>

// What the program does besides serving; each gives the text to print.
namespace atrium::app {

/// Starts a whole server on a free loopback port with an empty hall in a temporary folder, and stops it.
[[nodiscard]] model::Result<std::string> selfTest(const Options& options);
[[nodiscard]] model::Result<std::string> importTask(const Options& options);
/// A code for the first administrator's device; later ones come from the admin tool.
[[nodiscard]] model::Result<std::string> enrolmentCodeTask(const Options& options);
/// Fails with the first entry or file that was tampered with.
[[nodiscard]] model::Result<std::string> verifyAuditTask(const Options& options);
[[nodiscard]] model::Result<std::string> auditKeyTask(const Options& options);
/// Counts the days that are wholly in the event log once more; progress goes to the stream. Not below a
/// running server.
[[nodiscard]] model::Result<std::string> rebuildStatisticsTask(const Options& options,
                                                               std::ostream& progress);
/// Sets the password of a member of staff to the first line of input.
[[nodiscard]] model::Result<std::string> passwordTask(const Options& options, std::istream& input);

} // namespace atrium::app
