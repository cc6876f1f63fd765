// SPDX-License-Identifier: GPL-3.0-or-later
// One kind of set-up record behind one interface, so that lists, forms and undo are written once.
#pragma once

#include "apps/admin/records/field.h"
#include "shared/model/result.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>

namespace atrium::sync {
class HallClient;
class Replica;
} // namespace atrium::sync

namespace atrium::admin {

/// GUI thread. Instances live as long as the program; see recordKind().
class RecordKind {
public:
    using Stored = std::function<void(model::Result<Record>)>;
    using Removed = std::function<void(model::Result<bool>)>;

    RecordKind() = default;
    RecordKind(const RecordKind&) = delete;
    RecordKind& operator=(const RecordKind&) = delete;
    virtual ~RecordKind() = default;

    /// As on the wire: "window".
    [[nodiscard]] virtual QString name() const = 0;
    /// In the order of the description.
    [[nodiscard]] virtual const QList<Field>& fields() const = 0;
    [[nodiscard]] virtual QList<Record> all(const sync::Replica& replica) const = 0;
    [[nodiscard]] virtual std::optional<Record> find(const sync::Replica& replica,
                                                     const QString& id) const = 0;
    /// A new record with the model's defaults, an id of its own and the hall's id.
    [[nodiscard]] virtual Record blank(const sync::Replica& replica) const = 0;
    /// Sends the record; ifVersion is absent for a new one. The handler gets what the server stored.
    virtual void put(sync::HallClient& client, const Record& record, std::optional<std::int64_t> ifVersion,
                     QObject* context, Stored handler) const = 0;
    virtual void remove(sync::HallClient& client, const QString& id, std::int64_t ifVersion, QObject* context,
                        Removed handler) const = 0;
    /// Whether the record reads back unchanged through its struct: values the model cannot hold are found.
    [[nodiscard]] virtual Record normalised(const Record& record) const = 0;
};

/// In a stored record: what follows from the change, for the administrator (QVariantList of texts).
inline const QString kNotes = QStringLiteral("notes");

/// The kind of that name; null when it is no set-up kind.
[[nodiscard]] const RecordKind* recordKind(const QString& name);
/// All set-up kinds, parents before children.
[[nodiscard]] const QList<const RecordKind*>& recordKinds();

[[nodiscard]] inline QString idOf(const Record& record) {
    return record.value(QStringLiteral("id")).toString();
}
[[nodiscard]] inline std::int64_t versionOf(const Record& record) {
    return record.value(QStringLiteral("version")).toLongLong();
}

} // namespace atrium::admin
