// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace atrium::test {

struct Certificate {
    std::string certificateFile; ///< PEM
    std::string privateKeyFile;  ///< PEM, without a pass phrase
};

/// A key and a certificate that it signed itself, for 127.0.0.1 and valid for an hour, as files
/// <name>-cert.pem and <name>-key.pem in that folder. Throws std::runtime_error.
[[nodiscard]] Certificate selfSigned(const std::string& folder, const std::string& name = "hall");

} // namespace atrium::test
