// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/lease.h"

#include "server/store/logruns.h"
#include "server/store/store.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace atrium::store {

namespace {

/// Locks are known by number, one set a database: the letters of "Atrium".
constexpr const char* kTryLock = "SELECT CASE WHEN pg_try_advisory_lock(71968391525741) THEN 1 ELSE 0 END";

std::int64_t number(Db& db, const std::string& sql) {
    return asInt(db.query(sql, {}, {ColumnType::integer}).at(0).at(0));
}

} // namespace

Lease::~Lease() {
    if (m_lockFd >= 0)
        ::close(m_lockFd);
}

bool Lease::lock(Db& db) {
    if (db.dialect() == Dialect::postgres)
        return number(db, kTryLock) == 1;
    if (m_lockFile.empty() || m_lockFd >= 0)
        return true;
    const int fd = ::open(m_lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        throw DbError("cannot write " + m_lockFile);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return false;
    }
    m_lockFd = fd;
    return true;
}

std::int64_t Lease::storedEpoch(Db& db, bool keep) {
    const bool shared = keep && db.dialect() == Dialect::postgres;
    const auto rows = db.query(std::string("SELECT \"value\" FROM \"setting\" WHERE \"name\" = 'epoch'") +
                                   (shared ? " FOR SHARE" : ""),
                               {}, {ColumnType::text});
    return rows.empty() ? 0 : std::stoll(asText(rows[0][0]));
}

Lease::Position Lease::position(Db& db) {
    return {number(db, "SELECT COALESCE(MAX(\"seq\"), 0) FROM \"event_log\""),
            number(db, "SELECT COALESCE(MAX(\"sequence\"), 0) FROM \"audit\"")};
}

bool Lease::take(Db& db) {
    if (!lock(db))
        return false;
    std::int64_t epoch = 0;
    db.transaction([&](Db& tx) {
        epoch = storedEpoch(tx, false) + 1;
        tx.exec("INSERT INTO \"setting\" (\"name\", \"value\") VALUES ('epoch', $1) "
                "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"",
                {std::to_string(epoch)});
        beginRun(tx);
    });
    m_position = position(db);
    m_epoch = epoch;
    return true;
}

void Lease::takeAgain(Db& db) {
    if (!held())
        return;
    if (m_lost.load() || storedEpoch(db, false) != m_epoch)
        lose("another server writes this database now");
    if (!lock(db))
        throw DbError("the writer's lease is not free yet");
    if (position(db) != m_position)
        lose("a write succeeded whose answer never came");
}

void Lease::check(Db& db) {
    if (held() && (m_lost.load() || storedEpoch(db, true) != m_epoch))
        lose("another server writes this database now");
}

void Lease::committed(const Group& group) {
    if (!group.events.empty())
        m_position.event = std::max(m_position.event, group.events.back()->seq);
    if (!group.audit.empty())
        m_position.audit = std::max(m_position.audit, group.audit.back().sequence);
}

void Lease::lose(const char* why) {
    m_lost = true;
    throw DbError(std::string(why) + "; start this server anew");
}

} // namespace atrium::store
