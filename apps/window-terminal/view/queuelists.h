// SPDX-License-Identifier: GPL-3.0-or-later
// The waiting, held and passed tickets of a window as rows of tables.
#pragma once

#include "shared/model/api.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QCoreApplication>

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

/// Roles: number, item, holder, waited, marks (a QStringList of badges), note (tooltip). Keys are ticket ids.
/// GUI thread.
class QueueLists {
    Q_DECLARE_TR_FUNCTIONS(atrium::windowterminal::QueueLists)
public:
    explicit QueueLists(sync::Replica& replica);

    void update(const model::WindowQueue& queue, model::Instant now);

    ui::RecordListModel& waiting() { return m_waiting; }
    ui::RecordListModel& held() { return m_held; }
    ui::RecordListModel& passed() { return m_passed; }

    /// Short words for what is special about a ticket: priority, appointment, transferred, passed …
    static QStringList marks(const model::QueueEntry& entry);

private:
    ui::RecordRow row(const model::QueueEntry& entry, model::Instant now) const;
    void fill(ui::RecordListModel& list, const std::vector<model::QueueEntry>& entries, model::Instant now);

    sync::Replica& m_replica;
    ui::RecordListModel m_waiting;
    ui::RecordListModel m_held;
    ui::RecordListModel m_passed;
};

} // namespace atrium::windowterminal
