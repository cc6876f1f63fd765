// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/queuelists.h"

#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList roles() {
    return {u"number"_s, u"item"_s, u"holder"_s, u"waited"_s, u"marks"_s, u"note"_s};
}

/// The server's reason by age, or one of the desk's, in the clerk's language; any other as it was written.
QString priorityWords(const std::string& stored) {
    static const char* const byAge = QT_TRANSLATE_NOOP("atrium::windowterminal::QueueLists", "老年人优先");
    return stored == byAge
               ? QueueLists::tr(byAge)
               : QCoreApplication::translate("atrium::windowterminal::DeskIssuePanel", stored.c_str());
}

} // namespace

QueueLists::QueueLists(sync::Replica& replica)
    : m_replica(replica), m_waiting(roles()), m_held(roles()), m_passed(roles()) {
    const QList<ui::RecordColumn> columns{{u"number"_s, tr("号码")},
                                          {u"item"_s, tr("事项")},
                                          {u"holder"_s, tr("办事人")},
                                          {u"waited"_s, tr("已等")},
                                          {u"marks"_s, tr("标记")}};
    for (auto* list : {&m_waiting, &m_held, &m_passed})
        list->setColumns(columns);
}

QStringList QueueLists::marks(const model::QueueEntry& entry) {
    const auto& ticket = entry.ticket;
    QStringList marks;
    if (!ticket.priorityReason.empty())
        marks.append(priorityWords(ticket.priorityReason));
    if (ticket.appointmentId || ticket.channel == model::TicketChannel::web ||
        ticket.channel == model::TicketChannel::phone)
        marks.append(tr("预约"));
    if (entry.reason == "finallyCallBy")
        marks.append(tr("久候"));
    if (ticket.onlyWindowId || ticket.returnWindowId || entry.reason == "transferred")
        marks.append(tr("转号"));
    if (ticket.noShows > 0)
        marks.append(tr("过号"));
    return marks;
}

ui::RecordRow QueueLists::row(const model::QueueEntry& entry, model::Instant now) const {
    const auto& ticket = entry.ticket;
    const auto* item = m_replica.peek<model::ServiceItem>(ticket.itemId);
    const auto waited = std::chrono::floor<std::chrono::minutes>(now - ticket.arrivedAt).count();
    QStringList note;
    if (const QString why = Words::orderReason(entry.reason); !why.isEmpty())
        note.append(why);
    if (!ticket.note.empty())
        note.append(tr("备注：%1").arg(text(ticket.note)));
    return {text(ticket.id.value),
            {text(ticket.number), item == nullptr ? QString() : inLanguage(item->name, item->nameEn),
             entry.holderName.empty() ? tr("未登记") : text(entry.holderName),
             Words::minutes(static_cast<int>(std::max<std::int64_t>(0, waited))), marks(entry),
             note.join(u'\n')}};
}

void QueueLists::fill(ui::RecordListModel& list, const std::vector<model::QueueEntry>& entries,
                      model::Instant now) {
    QList<ui::RecordRow> rows;
    rows.reserve(static_cast<qsizetype>(entries.size()));
    for (const auto& entry : entries)
        rows.append(row(entry, now));
    list.update(rows);
}

void QueueLists::update(const model::WindowQueue& queue, model::Instant now) {
    fill(m_waiting, queue.waiting, now);
    fill(m_held, queue.held, now);
    fill(m_passed, queue.passed, now);
}

} // namespace atrium::windowterminal
