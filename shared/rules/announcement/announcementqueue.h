// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/ticket.h"

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace atrium::rules::announcement {

/// What one loudspeaker says, one after the other. Pure: the caller tells what happened, and asks what to
/// say.
///
/// A call is spoken only after its picture was presented; two never overlap; none is lost; each is spoken as
/// often as its area asks, repeats directly after one another; what was not begun when its ticket is already
/// being served is dropped, and of a ticket called again only the newest call is spoken.
class AnnouncementQueue {
public:
    struct Entry {
        model::Call call;
        int remaining = 1; ///< times it is still to be spoken
        bool presented = false;
        bool operator==(const Entry&) const = default;
    };

    /// A call arrived. repeat is brought into 1..3. A call known already is ignored.
    void add(const model::Call& call, int repeat);
    /// Its picture stands on the screen now.
    void presented(const model::CallId& call);
    /// The ticket is no longer waiting to be heard (it is served, moved, gone).
    void settle(const model::TicketId& ticket);
    /// What to say now: the oldest presented call, if nothing is being said. It counts as begun.
    [[nodiscard]] std::optional<model::Call> begin();
    /// The utterance begun last ended, or failed.
    void ended();

    [[nodiscard]] bool speaking() const { return m_current.has_value(); }
    [[nodiscard]] std::size_t waiting() const { return m_entries.size(); }

private:
    std::deque<Entry> m_entries; ///< in order of arrival; the one being spoken is m_current
    std::optional<Entry> m_current;
    std::set<model::CallId> m_seen;
};

} // namespace atrium::rules::announcement
