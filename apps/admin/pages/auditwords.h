// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the audit trail in words.
#pragma once

#include "shared/model/staff.h"

#include <QString>

namespace atrium::sync {
class Replica;
}

namespace atrium::admin {

/// The person by name, else the device, else the server itself.
[[nodiscard]] QString auditPerson(const model::AuditEntry& entry, const sync::Replica& replica);
/// "record.put" in words; the name itself when it is unknown.
[[nodiscard]] QString auditAction(const QString& action);
/// What it was done to, by name where it still exists.
[[nodiscard]] QString auditSubject(const model::AuditEntry& entry, const sync::Replica& replica);
/// What changed, member by member as the editors call them: "轮播文字：旧 → 新".
[[nodiscard]] QString auditDetail(const model::AuditEntry& entry, const sync::Replica& replica);

} // namespace atrium::admin
