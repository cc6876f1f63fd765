// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace atrium::store {

struct Group;

/// The right to be a database's only writer. On PostgreSQL a session's advisory lock, which ends with the
/// connection, and an epoch that every commit compares, for the moment between; on SQLite a lock on the file
/// "<database>.writer", which ends with the process. Every taking raises the epoch. Used by one thread at a
/// time; lost() by any.
class Lease {
public:
    /// lockFile: empty on PostgreSQL, and where nothing is to be locked.
    explicit Lease(std::string lockFile) : m_lockFile(std::move(lockFile)) {}
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    /// The lock alone, to be kept; false: somebody else has it. Throws DbError.
    [[nodiscard]] bool lock(Db& db);
    /// False: somebody else has it. Throws DbError.
    [[nodiscard]] bool take(Db& db);
    /// The same for a new connection in the place of one that broke. Throws DbError when it cannot be had
    /// now, or was lost: to another server, or because a commit succeeded whose answer never came.
    void takeAgain(Db& db);
    /// Inside a transaction: nobody has taken it since, nor can until the commit. Throws DbError.
    void check(Db& db);
    void committed(const Group& group);

    [[nodiscard]] bool held() const noexcept { return m_epoch > 0; }
    /// Of the events written under it.
    [[nodiscard]] std::int64_t epoch() const noexcept { return m_epoch; }
    [[nodiscard]] bool lost() const noexcept { return m_lost.load(); }

private:
    struct Position {
        std::int64_t event = 0;
        std::int64_t audit = 0;
        bool operator==(const Position&) const = default;
    };
    [[nodiscard]] static std::int64_t storedEpoch(Db& db, bool keep);
    [[nodiscard]] static Position position(Db& db);
    [[noreturn]] void lose(const char* why);

    const std::string m_lockFile;
    int m_lockFd = -1;
    std::int64_t m_epoch = 0;
    Position m_position; ///< of what this store knows to be written
    std::atomic<bool> m_lost{false};
};

} // namespace atrium::store
