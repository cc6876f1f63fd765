// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/bulk.h"
#include "server/store/change.h"

#include <map>

namespace atrium::store {

/// The one repository of all kinds of records: columns, values and rows follow from the description.
class RecordTables {
public:
    RecordTables();

    /// Writes changes; of several changes of one record only the last counts.
    void write(Db& db, const std::vector<const Change*>& changes) const;

    /// All rows of a kind that match, e.g. load(db, "ticket", "\"day\" = $1", {day}). where may be empty.
    [[nodiscard]] std::vector<AnyRecord> load(Db& db, std::string_view kind, const std::string& where,
                                              const Values& values) const;

    /// The described columns of a kind, in order.
    [[nodiscard]] static std::vector<std::string> columnsOf(std::string_view kind);
    [[nodiscard]] static std::string tableOf(std::string_view kind);

private:
    std::map<std::string_view, BulkInsert> m_upserts;
};

} // namespace atrium::store
