// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultvfs/forgetfuldisk.h"
#include "tests/support/faultvfs/vfsshim.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace atrium::test {

/// A VFS whose power can be cut. While it is on, programs see their files as always; nothing is really
/// synced, which makes tests quick. After a cut every read, write and sync fails, as for a program that died;
/// reboot() then leaves in the files what a disk would have kept. The -shm file of the write-ahead log is
/// memory and is gone afterwards.
///
/// What makes a name durable is what the default VFS does on Linux: the folder is synced with the first sync
/// of a journal or log that was made by this open, and when a file is removed with the wish for it.
class FaultVfs final : public VfsShim {
public:
    explicit FaultVfs(std::string name = "fault", bool asDefault = true)
        : VfsShim(std::move(name), asDefault) {}

    /// The power goes off in the middle of the n-th change from now (a write, truncation, removal or sync).
    void cutAfter(std::uint64_t changes);
    void cutNow();
    /// From now on syncs are granted and do nothing, as with PRAGMA synchronous=OFF or a disk that lies.
    void ignoreSyncs();
    [[nodiscard]] bool isOff() const;
    /// Changes seen since the start.
    [[nodiscard]] std::uint64_t changes() const;
    [[nodiscard]] std::uint64_t syncs() const;
    /// Cuts the power if it is on, leaves on the real disk what survived, and turns it on again. Every
    /// connection must be closed.
    void reboot(std::uint64_t seed);

    int open(const char* path, File& file, int flags, int* outFlags) override;
    int close(File& file) override;
    int read(File& file, void* to, int size, sqlite3_int64 offset) override;
    int write(File& file, const void* from, int size, sqlite3_int64 offset) override;
    int truncate(File& file, sqlite3_int64 size) override;
    int sync(File& file, int flags) override;
    int remove(const char* path, int syncFolder) override;

private:
    struct Watched;
    /// Counts a change. False: the power went off with it.
    bool lasts();

    mutable std::mutex m_mutex; // guards what follows
    ForgetfulDisk m_disk;
    std::uint64_t m_changes = 0;
    std::uint64_t m_syncs = 0;
    std::uint64_t m_cutAt = 0; ///< 0: never
    int m_openFiles = 0;
    bool m_off = false;
    bool m_ignoreSyncs = false;
};

} // namespace atrium::test
