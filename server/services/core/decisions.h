// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/answerkeys.h"
#include "server/services/core/decided.h"
#include "server/services/core/hallmodel.h"

namespace atrium::services {

class GroupContext;

/// The deciding half of the writer: jobs go in one after the other, groups come out. Not thread-safe; the
/// writer holds its lock around every call.
class Decisions {
public:
    Decisions(store::Store& store, HallModel& model, const store::Loaded& head);

    /// Decides the jobs at that moment and puts them into the open group.
    void decide(std::vector<WriteItem> items, rules::queueing::Now now);
    [[nodiscard]] OpenGroup& open() { return *m_decided.open; }
    [[nodiscard]] model::Day day() const { return m_decided.tentative.queue.day; }

    /// The open group, to be committed; a fresh one takes its place.
    [[nodiscard]] std::shared_ptr<OpenGroup> take();
    /// The group taken last is durable.
    void committed(const store::Group& group);
    /// The group taken last never came to be, so neither did what was decided upon it: everything since the
    /// last commit is forgotten, numbers included. Gives the group that was open.
    [[nodiscard]] std::shared_ptr<OpenGroup> drop(const OpenGroup& failed);

private:
    struct Mark;

    [[nodiscard]] model::Result<Outcome> decideOne(GroupContext& context, const WriteItem& item);
    [[nodiscard]] model::Result<std::optional<Outcome>> repeated(const WriteItem& item);
    [[nodiscard]] static model::Result<Outcome> run(const Job& job, GroupContext& context, bool& thrown);
    [[nodiscard]] Mark mark() const;
    void backTo(Mark mark);

    store::Store& m_store;
    HallModel& m_model;
    Decided m_decided;
    std::int64_t m_durableAudit; ///< sequence and head of the trail as of the last commit
    std::string m_durableAuditHead;
    AnswerKeys m_keys; ///< device and key of stored answers
};

} // namespace atrium::services
