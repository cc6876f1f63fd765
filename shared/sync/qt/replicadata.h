// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/qt/recordtable.h"

#include <boost/mp11/algorithm.hpp>

#include <map>
#include <memory>
#include <string>

namespace atrium::sync {

/// What a replica keeps: its file and its decoded tables. Internal.
struct ReplicaData {
    using Tables = std::map<std::string, std::unique_ptr<RecordTable>, std::less<>>;

    explicit ReplicaData(std::string file) : store(std::move(file)), tables(emptyTables()) {}

    static Tables emptyTables();

    [[nodiscard]] RecordTable* table(std::string_view kind) {
        const auto found = tables.find(kind);
        return found == tables.end() ? nullptr : found->second.get();
    }
    template <class R> TypedTable<R>& typed() {
        return static_cast<TypedTable<R>&>(*tables.find(model::RecordTraits<R>::kind)->second);
    }
    void settlePreloads() {
        for (const auto& [kind, table] : tables)
            if (table->loading())
                table->load(store);
    }
    [[nodiscard]] bool anyPreload() const {
        for (const auto& [kind, table] : tables)
            if (table->loading())
                return true;
        return false;
    }
    /// Drops from the decoded tables what belongs to an earlier day. A call names no day: its ticket
    /// does, and without one of the day it goes too.
    void dropBefore(model::Day day);
    void loadAll() {
        for (const auto& [kind, table] : tables)
            table->load(store);
    }

    ReplicaStore store;
    Tables tables;
    Tables incoming; ///< of a snapshot that is not finished
};

} // namespace atrium::sync
