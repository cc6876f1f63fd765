// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/db.h"

namespace atrium::store {

void Db::transaction(const std::function<void(Db&)>& work) {
    run(dialect() == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    try {
        work(*this);
        run("COMMIT");
    } catch (...) {
        try {
            run("ROLLBACK");
        } catch (const DbError&) {
            // The connection itself is gone, and the transaction with it; the first error says why.
        }
        throw;
    }
}

std::int64_t asInt(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return *number;
    throw DbError("a column that must hold a whole number does not");
}

const std::string& asText(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    throw DbError("a column that must hold a text does not");
}

} // namespace atrium::store
