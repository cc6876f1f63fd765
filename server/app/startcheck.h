// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at before anything is opened, and how a start that fails says why.
#pragma once

#include "server/app/options.h"

namespace atrium::app {

/// A sentence for whoever starts the server, in English, on the standard error.
[[nodiscard]] model::Error startFailure(std::string detail);

/// Other machines are answered over TLS only unless told otherwise, and keys do not lie beside what they
/// open.
[[nodiscard]] model::Result<void> checkOptions(const Options& options);

/// SHA-256 of the DER of the file's first certificate (PEM), which clients pin; empty without a certificate.
[[nodiscard]] std::string certificateFingerprint(const std::string& path);

} // namespace atrium::app
