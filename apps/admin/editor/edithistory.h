// SPDX-License-Identifier: GPL-3.0-or-later
// Saves and deletes records, and can take each of those back: as a new change, never by rewriting the past.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace atrium::admin {

/// GUI thread; the client must outlive it. One change is under way at a time.
class EditHistory : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(model::Result<Record>)>;

    explicit EditHistory(sync::HallClient& client, QObject* parent = nullptr);

    /// Puts `after`. `before` is the record the person began with, absent for a new one; its version goes
    /// into If-Match, so that nobody's change is overwritten unseen.
    void save(const RecordKind& kind, const std::optional<Record>& before, const Record& after, Done done);
    /// Deletes the record; the handler gets it back.
    void remove(const RecordKind& kind, const Record& before, Done done);

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool canUndo() const { return !m_busy && !m_undo.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_busy && !m_redo.isEmpty(); }
    void undo();
    void redo();
    /// Forgets everything: another person signed in.
    void clear();
    /// The newest state known of a record: the replica's, or the server's answer when that is newer.
    [[nodiscard]] std::optional<Record> latest(const RecordKind& kind, const QString& id) const;
    /// Whether that state, or the deletion, came of this history and not of somebody else.
    [[nodiscard]] bool isOwn(const RecordKind& kind, const QString& id,
                             const std::optional<Record>& now) const;

Q_SIGNALS:
    void changed();
    /// Undo or redo was carried out on this record.
    void replayed(const QString& kind, const QString& id, const QString& words);
    /// Undo or redo could not be carried out; nothing was changed.
    void failed(const QString& why);

private:
    struct Step {
        const RecordKind* kind = nullptr;
        std::optional<Record> before; ///< absent: the step made the record
        std::optional<Record> after;  ///< absent: the step deleted it
    };

    void replay(QList<Step>& from, QList<Step>& onto, bool backwards);
    void finish(const RecordKind& kind, const QString& id, const model::Result<Record>& answer);

    sync::HallClient& m_client;
    QList<Step> m_undo;
    QList<Step> m_redo;
    QHash<QString, Record> m_answers; ///< by kind/id, newest answer of the server
    QSet<QString> m_removed;          ///< by kind/id
    bool m_busy = false;
};

} // namespace atrium::admin
