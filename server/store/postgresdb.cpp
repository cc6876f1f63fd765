// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/pocobinding.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <libpq-fe.h>

#include <mutex>
#include <unordered_map>
#include <utility>

namespace atrium::store {
namespace {

constexpr const char* kNoSpace = "No space left on device"; ///< SQLSTATE 53100, which Poco does not tell

/// A statement that stays prepared, with its inputs and outputs.
struct Prepared {
    Poco::Data::Statement statement;
    ValuesBinding* binding = nullptr;     ///< owned by statement
    RowsExtraction* extraction = nullptr; ///< owned by statement; absent for writes

    explicit Prepared(Poco::Data::Session& session) : statement(session) {}
};

class PostgresDb final : public Db {
public:
    explicit PostgresDb(const std::string& connection) : m_session("PostgreSQL", connection) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }

    std::int64_t exec(const std::string& sql, const Values& values) override {
        return guarded(sql, [&] {
            Prepared& prepared = statement(sql, values, nullptr);
            return static_cast<std::int64_t>(prepared.statement.execute());
        });
    }

    std::vector<Row> query(const std::string& sql, const Values& values, const ColumnTypes& types) override {
        return guarded(sql, [&] {
            Prepared& prepared = statement(sql, values, &types);
            prepared.statement.execute();
            return prepared.extraction->take();
        });
    }

    void run(const std::string& sql) override {
        guarded(sql, [&] {
            Poco::Data::Statement once(m_session);
            once << sql;
            once.execute();
            return 0;
        });
    }

private:
    Prepared& statement(const std::string& sql, const Values& values, const ColumnTypes* types) {
        auto found = m_prepared.find(sql);
        if (found == m_prepared.end()) {
            // A forgotten place that builds SQL from data would otherwise grow this without end.
            if (m_prepared.size() >= 400)
                m_prepared.clear();
            auto fresh = std::make_unique<Prepared>(m_session);
            fresh->statement << sql;
            if (!values.empty()) {
                fresh->binding = new ValuesBinding;
                fresh->binding->aim(values);
                Poco::Data::AbstractBinding::Ptr owner(fresh->binding);
                fresh->statement.addBind(owner);
            }
            if (types != nullptr) {
                fresh->extraction = new RowsExtraction(*types);
                Poco::Data::AbstractExtraction::Ptr owner(fresh->extraction);
                fresh->statement.addExtract(owner);
            }
            found = m_prepared.emplace(sql, std::move(fresh)).first;
        }
        Prepared& prepared = *found->second;
        if (prepared.binding != nullptr)
            prepared.binding->aim(values);
        if (prepared.extraction != nullptr)
            (void)prepared.extraction->take();
        return prepared;
    }

    /// A statement that threw is "still executing" for ever in Poco 1.11, so it is dropped. Its destructor
    /// would free the previous result a second time: it is put away and never destroyed. Failures are rare
    /// enough for that.
    void drop(const std::string& sql) {
        const auto found = m_prepared.find(sql);
        if (found == m_prepared.end())
            return;
        static std::mutex mutex;
        static auto* const putAway = new std::vector<std::unique_ptr<Prepared>>;
        const std::lock_guard lock(mutex);
        putAway->push_back(std::move(found->second));
        m_prepared.erase(found);
    }

    template <class Work> auto guarded(const std::string& sql, Work&& work) -> decltype(work()) {
        try {
            return work();
        } catch (const Poco::Exception& error) {
            drop(sql);
            const std::string text = error.displayText();
            throw DbError(text + " in: " + sql.substr(0, 120), text.find(kNoSpace) != std::string::npos);
        } catch (const DbError&) {
            throw;
        } catch (const std::exception& error) {
            drop(sql);
            throw DbError(std::string(error.what()) + " in: " + sql.substr(0, 120));
        }
    }

    Poco::Data::Session m_session;
    std::unordered_map<std::string, std::unique_ptr<Prepared>> m_prepared;
};

} // namespace

std::unique_ptr<Db> openPostgres(const std::string& connection) {
    static std::once_flag registered;
    std::call_once(registered, [] { Poco::Data::PostgreSQL::Connector::registerConnector(); });
    // Poco 1.11 leaks some 22 kB with each connection that fails, and a server that waits for its database
    // tries for hours: so ask first whether anybody is there. (Only a refused user still costs that.)
    if (const PGPing answer = PQping(connection.c_str()); answer != PQPING_OK)
        throw DbError(std::string("cannot reach PostgreSQL: ") +
                      (answer == PQPING_REJECT        ? "it takes no connections now"
                       : answer == PQPING_NO_RESPONSE ? "no answer"
                                                      : "malformed connection string"));
    try {
        auto db = std::make_unique<PostgresDb>(connection);
        db->run("SET synchronous_commit TO on");
        db->run("SET client_min_messages TO warning");
        return db;
    } catch (const Poco::Exception& error) {
        throw DbError("cannot reach PostgreSQL: " + error.displayText());
    }
}

} // namespace atrium::store
