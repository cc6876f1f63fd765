// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultvfs/faultvfs.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace atrium::test {
namespace {

constexpr int kWatchedKinds =
    SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
/// The default VFS syncs the folder with the first sync of these when it may have made them.
constexpr int kFolderSynced = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;

std::string contentOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

struct FaultVfs::Watched final : VfsShim::State {
    std::string path;
    ForgetfulDisk::ContentPtr content;
    bool syncFolder = false; ///< with the next sync
};

bool FaultVfs::lasts() {
    if (m_off)
        return false;
    ++m_changes;
    m_off = m_changes == m_cutAt;
    return !m_off;
}

void FaultVfs::cutAfter(std::uint64_t changes) {
    const std::lock_guard lock(m_mutex);
    m_cutAt = m_changes + changes;
}

void FaultVfs::cutNow() {
    const std::lock_guard lock(m_mutex);
    m_off = true;
}

void FaultVfs::ignoreSyncs() {
    const std::lock_guard lock(m_mutex);
    m_ignoreSyncs = true;
}

bool FaultVfs::isOff() const {
    const std::lock_guard lock(m_mutex);
    return m_off;
}

std::uint64_t FaultVfs::changes() const {
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

std::uint64_t FaultVfs::syncs() const {
    const std::lock_guard lock(m_mutex);
    return m_syncs;
}

void FaultVfs::reboot(std::uint64_t seed) {
    const std::lock_guard lock(m_mutex);
    if (m_openFiles != 0)
        throw std::logic_error("a connection outlived the power");
    for (const auto& [path, bytes] : m_disk.afterCut(seed)) {
        std::filesystem::remove(path + "-shm");
        std::filesystem::remove(path);
        if (bytes)
            std::ofstream(path, std::ios::binary) << *bytes;
    }
    m_disk = {};
    m_cutAt = 0;
    m_off = false;
}

int FaultVfs::open(const char* path, File& file, int flags, int* outFlags) {
    const std::lock_guard lock(m_mutex);
    if (m_off)
        return SQLITE_CANTOPEN;
    if (path == nullptr || (flags & kWatchedKinds) == 0)
        return VfsShim::open(path, file, flags, outFlags);
    if (!m_disk.knows(path) && std::filesystem::exists(path))
        m_disk.adopt(path, contentOf(path));
    if (const int code = VfsShim::open(path, file, flags, outFlags); code != SQLITE_OK)
        return code;
    auto watched = std::make_unique<Watched>();
    watched->path = path;
    watched->content = m_disk.open(path);
    watched->syncFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kFolderSynced) != 0;
    file.state = watched.release();
    ++m_openFiles;
    return SQLITE_OK;
}

int FaultVfs::close(File& file) {
    const std::lock_guard lock(m_mutex);
    m_openFiles -= file.state != nullptr ? 1 : 0;
    return VfsShim::close(file);
}

int FaultVfs::read(File& file, void* to, int size, sqlite3_int64 offset) {
    if (isOff())
        return SQLITE_IOERR_READ;
    return VfsShim::read(file, to, size, offset);
}

int FaultVfs::write(File& file, const void* from, int size, sqlite3_int64 offset) {
    const std::lock_guard lock(m_mutex);
    const bool wasOff = m_off;
    const bool done = lasts();
    // What was under way when the power went may still arrive, whole or in part.
    if (!wasOff && file.state != nullptr)
        static_cast<Watched*>(file.state)
            ->content->write(static_cast<std::size_t>(offset),
                             {static_cast<const char*>(from), static_cast<std::size_t>(size)});
    return done ? VfsShim::write(file, from, size, offset) : SQLITE_IOERR_WRITE;
}

int FaultVfs::truncate(File& file, sqlite3_int64 size) {
    const std::lock_guard lock(m_mutex);
    const bool wasOff = m_off;
    const bool done = lasts();
    if (!wasOff && file.state != nullptr)
        static_cast<Watched*>(file.state)->content->truncate(static_cast<std::size_t>(size));
    return done ? VfsShim::truncate(file, size) : SQLITE_IOERR_TRUNCATE;
}

int FaultVfs::sync(File& file, int /*flags*/) {
    const std::lock_guard lock(m_mutex);
    if (!lasts())
        return SQLITE_IOERR_FSYNC;
    ++m_syncs;
    if (auto* watched = static_cast<Watched*>(file.state); watched != nullptr && !m_ignoreSyncs) {
        watched->content->sync();
        if (std::exchange(watched->syncFolder, false))
            m_disk.syncFolder(folderOf(watched->path));
    }
    return SQLITE_OK;
}

int FaultVfs::remove(const char* path, int syncFolder) {
    const std::lock_guard lock(m_mutex);
    const bool wasOff = m_off;
    const bool done = lasts();
    if (!wasOff) {
        m_disk.remove(path);
        if (done && syncFolder != 0)
            m_disk.syncFolder(folderOf(path));
    }
    return done ? VfsShim::remove(path, syncFolder) : SQLITE_IOERR_DELETE;
}

} // namespace atrium::test
