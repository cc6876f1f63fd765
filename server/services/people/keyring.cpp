// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/people/keyring.h"

#include "server/services/core/crypto.h"
#include "server/services/core/wholefile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

namespace atrium::services {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyFileBytes = 64;

/// What the files hold, by KeyRing::names().
using KeyFiles = std::array<std::string, KeyRing::kKeys>;

/// Empty: the file is not there or is no key.
std::string readKey(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    std::string content(kKeyFileBytes + 1, '\0');
    const ssize_t count = ::read(file, content.data(), content.size());
    ::close(file);
    if (count != static_cast<ssize_t>(kKeyFileBytes))
        return {};
    content.resize(kKeyFileBytes);
    return content;
}

std::string pathOf(const std::string& folder, std::size_t key) {
    return folder + "/" + std::string(KeyRing::names().at(key)) + ".key";
}

model::Error keyFailure(const std::string& what, const std::string& path) {
    return {model::ErrorCode::unavailable, {}, what + " the key file " + path};
}

KeyRing ringOf(const KeyFiles& files) {
    const auto& [master, lookup, ticket, audit] = files;
    return {master.substr(0, 32), lookup, ticket, sha256Hex(ticket).substr(0, 4), audit.substr(0, 32)};
}

} // namespace

const std::array<std::string_view, KeyRing::kKeys>& KeyRing::names() {
    static constexpr std::array<std::string_view, kKeys> kNames{"master", "lookup", "ticket", "audit"};
    return kNames;
}

std::array<std::string, KeyRing::kKeys> KeyRing::prints() const {
    std::array<std::string, kKeys> out{master, lookup, ticket, audit};
    for (std::string& key : out)
        key = hex(hmacSha256(key, "atrium key print")).substr(0, 16);
    return out;
}

model::Result<KeyRing> KeyRing::open(const std::string& folder) {
    KeyFiles files;
    for (std::size_t i = 0; i < kKeys; ++i) {
        files.at(i) = readKey(pathOf(folder, i));
        if (files.at(i).empty())
            return keyFailure("cannot read", pathOf(folder, i));
    }
    return ringOf(files);
}

model::Result<KeyRing> KeyRing::openOrMake(const std::string& folder) {
    std::error_code error;
    if (fs::create_directories(folder, error))
        fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        return keyFailure("cannot make the folder of", folder);
    KeyFiles files;
    for (std::size_t i = 0; i < kKeys; ++i) {
        const std::string path = pathOf(folder, i);
        files.at(i) = readKey(path);
        if (!files.at(i).empty())
            continue;
        // One that is there, whatever it holds, is never written over.
        if (writeWhole(path, randomBytes(kKeyFileBytes), 0600, Present::kept) != Written::done)
            return keyFailure("cannot read or make", path);
        files.at(i) = readKey(path);
    }
    return ringOf(files);
}

} // namespace atrium::services
