// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/json.h"
#include "shared/model/records.h"
#include "shared/sync/qt/background.h"
#include "shared/sync/qt/replicastore.h"

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atrium::sync {

/// The decoded records of one type, in order of their ids. Internal to the replica.
class RecordTable {
public:
    RecordTable() = default;
    RecordTable(const RecordTable&) = delete;
    RecordTable& operator=(const RecordTable&) = delete;
    virtual ~RecordTable() = default;

    /// Reads the type from the file unless that was done; waits for a preload.
    virtual void load(ReplicaStore& store) = 0;
    /// Begins to read on a thread with a connection of its own, which calls `done` last. False when there is
    /// nothing to wait for.
    virtual bool preload(const ReplicaStore& store, std::function<void()> done) = 0;
    /// Puts a value, or removes it when json is null or cannot be read: showing an old value would be a lie.
    virtual void put(const std::string& id, const std::string* json) = 0;
    /// Adds without order, for a snapshot; settle() sorts.
    virtual void append(const std::string& json) = 0;
    virtual void settle() = 0;
    [[nodiscard]] virtual bool sameAs(const RecordTable& other) const = 0;
    /// Takes the rows of another table of the same type, and with them its being loaded.
    virtual void takeFrom(RecordTable& other) = 0;
    /// A preload is under way: the file must not be written.
    [[nodiscard]] virtual bool loading() const = 0;
    [[nodiscard]] bool loaded() const { return m_loaded; }
    /// Until the whole type is loaded, single records are read by themselves.
    void readSingly() { m_singly = true; }
    /// Drops the records that were read by themselves. Only between events: pages may hold pointers to them.
    virtual void forgetSingle() = 0;
    /// Of a type that belongs to a day, drops the loaded records of earlier days and those that name none.
    virtual void dropBefore(model::Day day) = 0;
    /// Drops every loaded record.
    virtual void clear() = 0;

protected:
    bool m_loaded = false;
    bool m_singly = false;
};

template <class R> class TypedTable final : public RecordTable {
public:
    void load(ReplicaStore& store) override {
        if (m_loaded)
            return;
        if (m_future.valid()) {
            Read read = m_future.get();
            m_rows = std::move(read.rows);
            if (read.damaged)
                store.reportDamage();
        } else {
            bool damaged = false;
            m_rows = readAll(store, damaged);
            if (damaged)
                store.reportDamage();
        }
        m_loaded = true;
    }

    bool preload(const ReplicaStore& store, std::function<void()> done) override {
        if (m_loaded || m_future.valid() || !store.shareable())
            return false;
        m_singly = true;
        m_future = std::async(std::launch::async, [reader = store.reader(), done = std::move(done)] {
            yieldToScreen();
            Read read;
            const auto own = reader.open();
            if (own == nullptr)
                read.damaged = true;
            else
                read.rows = readAll(*own, read.damaged);
            done();
            return read;
        });
        return true;
    }

    void put(const std::string& id, const std::string* json) override {
        const auto at = lowerBound(id);
        const bool there = at != m_rows.end() && at->id.value == id;
        if (json != nullptr) {
            if (auto record = model::fromJson<R>(*json); record && record->id.value == id) {
                if (there)
                    *at = std::move(*record);
                else
                    m_rows.insert(at, std::move(*record));
                return;
            }
            reportUnreadable(model::RecordTraits<R>::kind, id);
        }
        if (there)
            m_rows.erase(at);
    }

    void append(const std::string& json) override {
        if (auto record = model::fromJson<R>(json))
            m_rows.push_back(std::move(*record));
        else
            reportUnreadable(model::RecordTraits<R>::kind, record.error().path);
    }

    void settle() override {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const R& left, const R& right) { return left.id < right.id; });
        m_loaded = true;
    }

    [[nodiscard]] bool sameAs(const RecordTable& other) const override {
        return m_rows == static_cast<const TypedTable&>(other).m_rows;
    }
    void takeFrom(RecordTable& other) override {
        m_rows = std::move(static_cast<TypedTable&>(other).m_rows);
        m_loaded = true;
        m_single.clear();
    }
    void forgetSingle() override { m_single.clear(); }
    void dropBefore(model::Day day) override {
        if constexpr (requires(const R& row) { row.day; })
            dropIf([day](const R& row) { return row.day < day; });
    }
    void clear() override {
        dropIf([](const R&) { return true; });
    }
    template <class Doomed> void dropIf(Doomed doomed) {
        std::erase_if(m_rows, doomed);
        m_single.clear();
    }
    [[nodiscard]] bool loading() const override { return m_future.valid(); }

    [[nodiscard]] const std::vector<R>& rows() const { return m_rows; }
    [[nodiscard]] const R* peek(const std::string& id, ReplicaStore& store) {
        if (!m_loaded && m_singly)
            return readOne(id, store);
        load(store);
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), id, before);
        return at != m_rows.end() && at->id.value == id ? &*at : nullptr;
    }

private:
    struct Read {
        std::vector<R> rows;
        bool damaged = false;
    };

    const R* readOne(const std::string& id, ReplicaStore& store) {
        auto known = m_single.find(id);
        if (known == m_single.end()) {
            // What cannot be read is reported when the whole type is.
            const auto json = store.readOne(model::RecordTraits<R>::kind, id);
            auto record = json ? model::fromJson<R>(*json) : model::Result<R>(model::Error{});
            known = m_single.emplace(id, record ? std::optional<R>(std::move(*record)) : std::nullopt).first;
        }
        return known->second ? &*known->second : nullptr;
    }
    static bool before(const R& row, const std::string& id) { return row.id.value < id; }
    auto lowerBound(const std::string& id) {
        return std::lower_bound(m_rows.begin(), m_rows.end(), id, before);
    }
    static std::vector<R> readAll(ReplicaStore& store, bool& damaged) {
        std::vector<R> rows;
        damaged = !store.readKind(model::RecordTraits<R>::kind, [&rows](std::string_view json) {
            auto record = model::fromJson<R>(json);
            if (!record)
                return false;
            rows.push_back(std::move(*record));
            return true;
        });
        return rows;
    }

    std::vector<R> m_rows;
    std::future<Read> m_future;
    std::map<std::string, std::optional<R>, std::less<>> m_single; ///< read before the whole was
};

} // namespace atrium::sync
