// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/core/envelope.h"
#include "shared/sync/qt/sqlite.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::sync {

/// The replica's file. A snapshot is written as a new generation beside the valid one; finishing it is one
/// small transaction, and the old rows go later in small portions. Internal to the replica.
class ReplicaStore {
public:
    struct Meta {
        std::optional<std::int64_t> position;
        std::string tag; ///< of that position
        std::int64_t day = 0;
        std::string hallId;
        std::int64_t generation = 0;
    };
    /// What another thread needs to open the same rows.
    struct Reader {
        std::string file;
        std::int64_t generation = 0;
        [[nodiscard]] std::unique_ptr<ReplicaStore> open() const;
    };

    explicit ReplicaStore(std::string file);

    [[nodiscard]] const Meta& meta() const { return m_meta; }
    [[nodiscard]] bool wasSetAside() const { return m_wasSetAside; }
    /// False after a failed write or found damage: the file is then left alone.
    [[nodiscard]] bool onDisk() const { return m_db != nullptr && !m_failed; }
    /// Whether another thread can read the same rows.
    [[nodiscard]] bool shareable() const { return onDisk() && m_file != ":memory:"; }
    [[nodiscard]] Reader reader() const { return {m_file, m_meta.generation}; }

    /// Gives every record of a kind in order of ids; stops with false when one is not taken or a read fails.
    bool readKind(std::string_view kind, const std::function<bool(std::string_view json)>& take);
    /// One record; nullopt when there is none.
    std::optional<std::string> readOne(std::string_view kind, std::string_view id);
    /// How many active service items each department has, and the records of one, by an index: milliseconds,
    /// however many there are.
    std::map<std::string, int> countItems();
    std::vector<std::string> readItems(std::string_view department);
    /// A row could not be read: sets the file aside; the next start asks for a snapshot.
    void reportDamage();

    // Each is one transaction; false leaves the file as it was and ends its use.
    /// A dayClosed event drops the records of the closed day before its own changes are put.
    bool write(const std::vector<LogEvent>& events, const Position& position, model::Day day);
    bool writeMeta(Meta meta);
    /// Another service day: drops what belongs to earlier ones, or names none.
    bool beginDay(model::Day day);
    bool beginSnapshot();
    bool addToSnapshot(const std::vector<Change>& records);
    bool finishSnapshot(Meta meta);
    void dropSnapshot() { m_snapshot = 0; }
    /// Deletes a portion of what is no longer valid; true while more is left.
    bool sweep();

private:
    ReplicaStore(const Reader& reader, std::unique_ptr<Sqlite> db);
    bool put(std::int64_t generation, const Change& change);
    bool dropDay();
    bool dropBefore(model::Day day);
    bool storeMeta(const Meta& meta);
    void readMeta();
    bool failing(bool worked);

    std::string m_file;
    std::unique_ptr<Sqlite> m_db;
    Meta m_meta;
    std::int64_t m_snapshot = 0; ///< generation being written, 0: none
    bool m_wasSetAside = false;
    bool m_failed = false;
};

/// Kinds of record that belong to a service day.
inline constexpr std::array<std::string_view, 4> kDayKinds{"ticket", "call", "rating", "queueDay"};
/// Type of the event that ends a service day: no record of the day is known after it.
inline constexpr std::string_view kDayClosed = "dayClosed";

/// Logs that a record cannot be read (kind and id only).
void reportUnreadable(std::string_view kind, std::string_view id);

} // namespace atrium::sync
