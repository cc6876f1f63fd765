// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/hallstate.h"
#include "shared/rules/messages/command.h"
#include "shared/rules/queueing/command.h"
#include "shared/rules/queueing/decide.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::services {

/// Who is behind a write; goes to the audit trail.
struct Actor {
    std::optional<model::DeviceId> device;
    std::optional<model::StaffId> staff;
};

/// What a write answers: an HTTP status and JSON text (empty for 204).
struct Outcome {
    int status = 200;
    std::string body;
    std::string kept{};    ///< stored for a repeated request instead of body: without what names a person
    bool repeated = false; ///< this is such a stored answer
};

/// What a job may see and do on the writer's deciding thread.
class WriteContext {
public:
    virtual ~WriteContext() = default;
    /// Durable state and everything this group did so far.
    [[nodiscard]] virtual const HallState& state() const = 0;
    [[nodiscard]] virtual rules::queueing::Now now() const = 0;
    /// Decides a command and records its facts. On a refusal nothing has changed.
    [[nodiscard]] virtual model::Result<void> command(const rules::queueing::Command& command) = 0;
    /// Records other facts; the records' versions are set.
    virtual void record(std::string type, std::vector<store::Change> changes) = 0;
    virtual void audit(std::string action, std::string_view subjectKind, std::string subjectId,
                       std::string detail = {}) = 0;
    /// The stored person with that look-up hash, else the given row, which is stored when the job succeeds.
    [[nodiscard]] virtual model::Result<model::PersonId> person(const store::PersonRow& row,
                                                                bool replace) = 0;
    /// The person with that look-up hash, if the hall knows one.
    [[nodiscard]] virtual model::Result<std::optional<model::PersonId>>
    personOf(const std::string& lookup) = 0;
    /// The person and the key to all that names them are deleted with this job; the same document makes a new
    /// person from now on.
    virtual void erase(const model::PersonId& id) = 0;
    /// The holder of a ticket left a phone: its row is stored, and the ticket can be reached, with this job.
    virtual void keepPhone(const model::TicketId& ticket, const store::PersonRow& row) = 0;
    /// The phone left with that ticket is deleted with this job; nothing when none was left.
    virtual void forgetPhone(const model::TicketId& ticket) = 0;
    /// The same after the ticket's day: no screen and no message minds any more.
    virtual void dropPhone(const model::TicketId& ticket) = 0;
    /// Decides a command to the message outbox and records its facts, and what follows from them.
    virtual void message(const rules::messages::Command& command) = 0;
    /// The password of that account is set with this job, which audits it too.
    virtual void account(const store::AccountRow& row) = 0;
    /// An act of the command line is in the trail with this job, which audits it.
    virtual void dropAct(const std::string& name) = 0;
};

/// A write. When it gives an error, nothing of what it did stays. Runs once; keep it short, everyone waits.
using Job = std::function<model::Result<Outcome>(WriteContext&)>;
using Done = std::function<void(model::Result<Outcome>)>;

} // namespace atrium::services
