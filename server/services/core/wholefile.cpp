// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/wholefile.h"

#include "server/services/core/crypto.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace atrium::services {

namespace {

bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool syncFolder(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

} // namespace

Written writeWhole(const std::string& path, std::string_view bytes, mode_t mode, Present present) {
    const std::string part = path + "." + randomHex(4) + ".part"; // of this writer alone
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return Written::failed;
    const bool written = writeAll(file, bytes) && ::fchmod(file, mode) == 0 && ::fsync(file) == 0;
    ::close(file);
    bool named = false;
    bool wasThere = false;
    if (written && present == Present::replaced) {
        named = std::rename(part.c_str(), path.c_str()) == 0;
    } else if (written) {
        named = ::link(part.c_str(), path.c_str()) == 0;
        wasThere = !named && errno == EEXIST;
    }
    if (!named || present == Present::kept)
        ::unlink(part.c_str());
    if (wasThere)
        return Written::present;
    return named && syncFolder(path) ? Written::done : Written::failed;
}

} // namespace atrium::services
