// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"
#include "shared/model/ids.h"

namespace atrium::store {

/// Inside a transaction: deletes the person's row and key, the phones they left with their tickets, and
/// blanks what was written about them in their tickets (note, reason of priority), appointments (note) and
/// ratings (comment), in the tables, in the log and in the answers kept for repeated requests. Tickets,
/// ratings and the log keep the id, which then names nobody. Reads the days of the log once.
void erase(Db& db, const model::PersonId& person);

/// Inside a transaction: deletes the row and the key alone, of a phone that nothing else tells of.
void dropPerson(Db& db, const model::PersonId& person);

/// After the commit: leaves nothing of deleted rows in the files, as far as the database can (SQLite wrote
/// zeros over them; its log is folded in. PostgreSQL clears its pages; its own log goes with its retention).
/// Best effort: a reader may keep an old page for a while.
void scrub(Db& db) noexcept;

} // namespace atrium::store
