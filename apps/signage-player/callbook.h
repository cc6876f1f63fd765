// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of a service day that a board's rows are made of.
#pragma once

#include "shared/model/ids.h"
#include "shared/model/ticket.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace atrium::signage {

/// Which calls have the turn: the one that is spoken, or next to be, then those that are shown without a
/// word, the newest first. And those behind them in the order in which their turns come.
struct Turns {
    std::vector<model::CallId> now;
    std::vector<model::CallId> behind;
    bool operator==(const Turns&) const = default;
};

/// Remembers the newest call of each window and of each ticket, and when each had its turn. What one call
/// costs does not depend on how many there were before. Knows no clock: the caller gives the server's time.
class CallBook {
public:
    struct Row {
        const model::Call* call = nullptr; ///< valid until the next change of the book
        bool lit = false;
    };
    struct Rows {
        std::vector<Row> rows;
        std::optional<model::Milliseconds> changesIn; ///< when a lit row is to go out, from `now` on
    };
    using TicketOf = std::function<const model::Ticket*(const model::TicketId&)>;

    /// A call of the day at this board's windows; false when it is known. Of several that come together the
    /// oldest is given first.
    bool add(const model::Call& call);
    /// Everything is given anew (another day, other areas, a snapshot): add() each, then finish. What is not
    /// given again is forgotten.
    void beginAnew();
    void finishAnew();
    /// Who has the turn: whose turn begins with this goes before all that had theirs. False when nothing
    /// changed.
    bool setTurns(Turns turns, model::Instant now);

    /// The calls that have the turn, and those whose light still burns; then those whose turn is to come, so
    /// that each stands at once where a row can be freed; then those that had theirs, the last one first
    /// (while somebody waits for a row, who is still to come before who came). One row a window. Only who is
    /// called or being served at the call's window has a row, and only by the newest call. Lit is who has the
    /// turn, or got it less than ten seconds ago.
    [[nodiscard]] Rows rows(const TicketOf& ticketOf, model::Instant now, std::size_t most) const;

    [[nodiscard]] std::size_t remembered() const { return m_entries.size(); }

private:
    struct Entry {
        model::Call call;
        std::uint64_t rank = 0; ///< of two the later turn has the higher one
        model::Instant litFrom;
    };
    using Entries = std::unordered_map<std::string, Entry>;

    [[nodiscard]] const Entry* entry(const model::CallId& id) const;
    [[nodiscard]] const Entry* newestOf(const model::TicketId& ticket) const;

    Entries m_entries; ///< by call
    Entries m_before;  ///< while everything is given anew
    std::unordered_map<std::string, std::string> m_ofWindow;
    std::unordered_map<std::string, std::string> m_ofTicket;
    Turns m_turns;
    std::uint64_t m_rank = 0;
};

} // namespace atrium::signage
