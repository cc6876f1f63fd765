// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/settings.h"

namespace atrium::services {

OutboxSettings outboxSettings(const model::Hall& hall,
                              const std::map<model::MessageTemplateId, model::MessageTemplate>& templates) {
    using rules::messages::QuietPolicy;
    const model::MessageSettings& given = hall.messages;
    OutboxSettings out;
    out.active = given.active;
    out.walkMinutes = given.walkMinutes;
    out.config.signature = given.signature;
    out.config.quiet = {given.quietFrom, given.quietTo};
    for (const auto& [id, row] : templates) {
        if (!row.active)
            continue;
        auto& kind = out.config.kinds[row.kind];
        kind.quiet = row.kind == model::MessageKind::nearTurn ? QuietPolicy::hold : QuietPolicy::drop;
        kind.templates[model::Language::zh] = row.text;
        kind.templates[model::Language::en] = row.textEn;
    }
    out.notices.callStyle = given.callStyle;
    out.notices.nearPeople = given.nearPeople;
    out.notices.marginMinutes = given.marginMinutes;
    return out;
}

} // namespace atrium::services
