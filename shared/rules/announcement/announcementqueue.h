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
/// The call at the front has the turn: it is what the board puts on top. It is spoken only after its picture
/// was presented; two never overlap; none is lost; each is spoken as
/// often as its area asks, repeats directly after one another; what was not begun when its ticket is already
/// being served is dropped, and of a ticket called again only the newest call is spoken. A board that nobody
/// hears takes calls out, several at a time.
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
    /// The call need not be heard any more (its person came, was sent elsewhere, is gone). What is being said
    /// ends, without its repeats.
    void settle(const model::CallId& call);
    /// What to say now: the oldest call, if it was presented and nothing is being said. It counts as begun.
    [[nodiscard]] std::optional<model::Call> begin();
    /// The utterance begun last ended, or failed.
    void ended();
    /// What a board shows without a word: the next call behind the one that has the turn, or that one too as
    /// long as it is not being said. It has had its turn as far as this queue goes.
    [[nodiscard]] std::optional<model::Call> takeUnheard(bool turnToo);
    /// A service day began: calls that are neither spoken nor waiting are forgotten, so that a player that
    /// runs for months holds one day.
    void startDay();

    /// The call that has the turn: being spoken, else the next one; null when there is none. Valid until the
    /// next change.
    [[nodiscard]] const model::Call* turn() const;
    /// The calls behind it, next first.
    [[nodiscard]] std::vector<model::Call> behind() const;

    [[nodiscard]] bool speaking() const { return m_current.has_value(); }
    [[nodiscard]] std::size_t waiting() const { return m_entries.size(); }
    /// Calls that would be ignored if they came again.
    [[nodiscard]] std::size_t remembered() const { return m_seen.size(); }

private:
    std::deque<Entry> m_entries; ///< in order of arrival; the one being spoken is m_current
    std::optional<Entry> m_current;
    std::set<model::CallId> m_seen;
};

} // namespace atrium::rules::announcement
