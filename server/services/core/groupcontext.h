// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/decided.h"

namespace atrium::services {

/// What the jobs of a batch work on: the open group.
class GroupContext final : public WriteContext {
public:
    /// The store is asked for persons of earlier runs only. Both outlive this.
    GroupContext(Decided& decided, store::Store& store, rules::queueing::Now now);

    /// Before each job: who it is, and nothing done so far.
    void begin(const Actor& actor);
    /// The present job succeeded: what it said of persons and accounts goes into the group.
    void settle();
    /// The present job recorded something; one that did not may be asked again.
    [[nodiscard]] bool changed() const { return m_changed; }

    [[nodiscard]] const HallState& state() const override { return m_decided.tentative; }
    [[nodiscard]] rules::queueing::Now now() const override { return m_now; }
    [[nodiscard]] model::Result<void> command(const rules::queueing::Command& command) override;
    void record(std::string type, std::vector<store::Change> changes) override;
    void audit(std::string action, std::string_view subjectKind, std::string subjectId,
               std::string detail) override;
    [[nodiscard]] model::Result<std::optional<model::PersonId>> personOf(const std::string& lookup) override;
    [[nodiscard]] model::Result<model::PersonId> person(const store::PersonRow& row, bool replace) override;
    void erase(const model::PersonId& id) override;
    void keepPhone(const model::TicketId& ticket, const store::PersonRow& row) override;
    void forgetPhone(const model::TicketId& ticket) override;
    void dropPhone(const model::TicketId& ticket) override;
    void message(const rules::messages::Command& command) override;
    void account(const store::AccountRow& row) override;
    void dropAct(const std::string& name) override;

private:
    void add(store::LogEvent event, rules::statistics::Increments counted);
    void recordReach(const model::TicketId& ticket, bool hasPhone);
    /// What the outbox is asked for because of something that happened, and then what is due is sent.
    void followUp(const std::vector<rules::messages::Command>& commands);
    /// A silent call whose message does not get through is made again, aloud.
    void sayAloud(const rules::messages::Message& notice);

    Decided& m_decided;
    store::Store& m_store;
    rules::queueing::Now m_now;
    store::Group& m_group;
    Actor m_actor;
    bool m_changed = false;
    std::vector<store::PersonRow> m_persons;   ///< of the present job
    std::vector<model::PersonId> m_erased;     ///< likewise
    std::vector<model::PersonId> m_phones;     ///< likewise, rows of phones that go
    std::vector<store::AccountRow> m_accounts; ///< likewise
    std::vector<std::string> m_acts;           ///< likewise
};

} // namespace atrium::services
