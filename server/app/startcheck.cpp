// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/startcheck.h"

#include "server/app/smsgateways.h"
#include "server/services/core/crypto.h"
#include "server/services/people/keyring.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

namespace atrium::app {

using model::ErrorCode;
using model::Result;

model::Error startFailure(std::string detail) {
    return {ErrorCode::unavailable, {}, std::move(detail)};
}

namespace {

/// Whatever links the paths go through, and whether they are there yet or not.
bool liesIn(const std::string& path, const std::string& folder) {
    std::error_code error;
    const auto whole = [&error](const std::string& one) {
        const auto out = std::filesystem::weakly_canonical(std::filesystem::absolute(one, error), error);
        return out.has_filename() ? out : out.parent_path(); // "keys/" is "keys"
    };
    const auto inner = whole(path);
    const auto outer = whole(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// A key that others may read opens what it locks for them too, as a token does.
Result<void> checkKeyModes(const std::string& folder) {
    for (const std::string_view name : services::KeyRing::names()) {
        const std::string path = folder + "/" + std::string(name) + ".key";
        std::error_code error;
        const auto file = std::filesystem::status(path, error);
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        if (std::filesystem::exists(file) && (file.permissions() & others) != std::filesystem::perms::none)
            return startFailure("the key file " + path + " is open to others: chmod 600 " + path);
    }
    return {};
}

} // namespace

Result<void> checkOptions(const Options& options) {
    if (!options.loopback() && options.tlsCertificate.empty() && !options.insecureLan)
        return startFailure("refusing to answer other machines without TLS: give --tls-certificate and "
                            "--tls-key, or --insecure-lan");
    if (options.keyFolder().empty())
        return startFailure("--keys is missing: the folder of the keys, away from the database");
    if (liesIn(options.keyFolder(), options.data))
        return startFailure(
            "--keys must not lie in the data folder: whoever copies that folder, as a backup, "
            "would have the keys to it; move them out and name their new place");
    if (auto good = checkSmsOptions(options.sms); !good)
        return good;
    return checkKeyModes(options.keyFolder());
}

std::string certificateFingerprint(const std::string& path) {
    std::ifstream file(path);
    std::string base64Text;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("-----BEGIN CERTIFICATE"))
            inside = true;
        else if (line.starts_with("-----END CERTIFICATE"))
            break;
        else if (inside)
            base64Text += line.substr(0, line.find('\r'));
    }
    const auto der = services::fromBase64(base64Text);
    return der && !der->empty() ? services::sha256Hex(*der) : std::string();
}

} // namespace atrium::app
