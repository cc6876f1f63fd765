// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/records.h"
#include "shared/sync/core/envelope.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace atrium::sync {

struct ReplicaData;

/// The records this device may see, kept in one SQLite file and, decoded, in memory. Opens without a network
/// and then shows what was last known. GUI thread only (preload() alone works on a thread of its own); every
/// write is one transaction, WAL with synchronous=NORMAL: a power cut may cost the last batches, never their
/// order.
///
/// A file that cannot be read, or was written by a newer program, is set aside as "<file>.damaged" and an
/// empty one is begun: the server has everything.
class Replica : public QObject {
    Q_OBJECT
public:
    /// file ":memory:" keeps everything in memory.
    explicit Replica(const QString& file, QObject* parent = nullptr);
    ~Replica() override;

    /// Log number up to which the records are known; nullopt before the first snapshot.
    [[nodiscard]] std::optional<std::int64_t> position() const;
    /// The same with the tag of that event, which proves to the server whose history is known here.
    [[nodiscard]] Position logPosition() const;
    /// Service day and hall of the last snapshot or of a later setDay().
    [[nodiscard]] model::Day day() const;
    [[nodiscard]] model::HallId hallId() const;
    /// True when an older file had to be set aside at opening.
    [[nodiscard]] bool wasSetAside() const;
    /// False when the disk failed and memory alone follows.
    [[nodiscard]] bool stored() const;

    /// All records of one type in order of their ids. Decoded at the first call. The reference holds for the
    /// life of the replica, its contents until control returns to the event loop.
    template <class R> [[nodiscard]] const std::vector<R>& all() const;
    /// One record by value; nullopt when there is none.
    template <class R> [[nodiscard]] std::optional<R> find(const decltype(R::id)& id) const {
        const R* found = peek<R>(id);
        return found == nullptr ? std::nullopt : std::optional<R>(*found);
    }
    /// The same without a copy; null when there is none. Valid until control returns to the event loop.
    template <class R> [[nodiscard]] const R* peek(const decltype(R::id)& id) const;
    /// For long lists: until preload() has finished, peek() and find() read single records from the file
    /// instead of decoding all of them. Call it first thing in main().
    template <class R> void readSingly();
    /// Begins to decode a type on a thread of its own: preloaded() says when it is there. all() would wait
    /// for it, and so does every write: HallClient::start() connects afterwards.
    template <class R> void preload();
    /// Whether all() of a type answers without decoding.
    template <class R> [[nodiscard]] bool isLoaded() const;
    /// Whether a preload is under way.
    [[nodiscard]] bool loading() const;
    /// How many active service items each department has (departments without any are not in it), and the
    /// active items of one department; milliseconds, also when the items are not decoded yet.
    [[nodiscard]] std::map<std::string, int> activeItemCounts() const;
    [[nodiscard]] std::vector<model::ServiceItem> activeItems(const model::DepartmentId& department) const;
    /// Whether a changed() signal is about type R.
    template <class R> [[nodiscard]] static bool isKind(const QString& kind) {
        return kind == QLatin1String(model::RecordTraits<R>::kind.data(),
                                     static_cast<qsizetype>(model::RecordTraits<R>::kind.size()));
    }

    // The writing side, used by SyncClient and by tests.

    /// Applies events in order and moves the position to the last one (at least to `position`), on the disk
    /// all or nothing. False when that failed: the records in memory went on all the same, alone from now on
    /// (stored() says so), and the next start takes up where the disk stopped.
    bool apply(const std::vector<LogEvent>& events, const Position& position);
    bool apply(const std::vector<LogEvent>& events, std::int64_t position) {
        return apply(events, Position{position});
    }
    /// A heartbeat moved the position on.
    bool moveTo(std::int64_t position);
    bool setDay(model::Day day); ///< drops what belongs to days before it and says so by the signals
    /// A snapshot is written beside the present records, in as many pieces as it comes in, and becomes valid
    /// as a whole with finishSnapshot(). beginSnapshot() drops an unfinished one.
    bool beginSnapshot();
    bool addToSnapshot(const std::vector<Change>& records);
    bool finishSnapshot(const Position& position, model::Day day, const model::HallId& hallId);
    bool finishSnapshot(std::int64_t position, model::Day day, const model::HallId& hallId) {
        return finishSnapshot(Position{position}, day, hallId);
    }
    /// Gives up an unfinished snapshot; the present records stay.
    void dropSnapshot();

Q_SIGNALS:
    /// After each batch, once per kind, when the records are already in place. An empty list means that any
    /// record of the kind may have changed or gone (after a snapshot).
    void changed(const QString& kind, const QStringList& ids);
    /// After changed(), once for each event in order; not for snapshots.
    void eventApplied(const atrium::sync::LogEvent& event);
    /// A preload is done, its records are in place.
    void preloaded();
    /// Last: all signals of a batch, or of a snapshot, were given.
    void batchApplied(qint64 position);

private:
    void sweep();
    void takePreloads();

    std::unique_ptr<ReplicaData> m_data;
};

} // namespace atrium::sync
