// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/people/vault.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace atrium::services {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyFileBytes = 64;

/// Reads the file, or makes it with mode 0600; empty on failure.
std::string keyFile(const std::string& path) {
    int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        const std::string fresh = randomBytes(kKeyFileBytes);
        const bool written =
            ::write(file, fresh.data(), fresh.size()) == static_cast<ssize_t>(fresh.size()) &&
            ::fsync(file) == 0;
        ::close(file);
        return written ? fresh : std::string();
    }
    file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
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

} // namespace

model::Result<KeyRing> KeyRing::open(const std::string& folder) {
    const auto failure = [&](const std::string& file) {
        return model::Error{
            model::ErrorCode::unavailable, {}, "cannot read or make the key file " + folder + "/" + file};
    };
    std::error_code error;
    if (fs::create_directories(folder, error))
        fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        return failure("");
    const std::string master = keyFile(folder + "/master.key");
    const std::string lookup = keyFile(folder + "/lookup.key");
    const std::string ticket = keyFile(folder + "/ticket.key");
    const std::string audit = keyFile(folder + "/audit.key");
    if (master.empty())
        return failure("master.key");
    if (lookup.empty())
        return failure("lookup.key");
    if (ticket.empty())
        return failure("ticket.key");
    if (audit.empty())
        return failure("audit.key");
    return KeyRing{master.substr(0, 32), lookup, ticket, sha256Hex(ticket).substr(0, 4), audit.substr(0, 32)};
}

} // namespace atrium::services
