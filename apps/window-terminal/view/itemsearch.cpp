// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/itemsearch.h"

#include "shared/sync/qt/replica.h"

namespace atrium::windowterminal {

ItemSearch::ItemSearch(sync::Replica& replica, QObject* parent) : QObject(parent), m_replica(replica) {
    connect(&replica, &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::ServiceItem>(kind))
            m_built = false;
    });
}

void ItemSearch::build() {
    m_ids.clear();
    std::vector<search::Entry> entries;
    for (const auto& item : m_replica.all<model::ServiceItem>()) {
        if (!item.active)
            continue;
        // Both names lead to the item; ids repeat, and find() leaves the second out.
        for (const auto* name : {&item.name, &item.nameEn}) {
            if (name->empty())
                continue;
            entries.push_back({.id = static_cast<std::uint32_t>(m_ids.size()), .name = *name, .weight = 0});
            m_ids.push_back(item.id);
        }
    }
    m_index = search::Index::build(entries);
    m_built = true;
}

std::vector<model::ServiceItem> ItemSearch::find(const QString& text, std::size_t limit) {
    if (!m_built)
        build();
    std::vector<model::ServiceItem> found;
    search::FindOptions options;
    options.limit = limit * 2;
    for (const auto& hit : m_index.find(text.trimmed().toStdString(), options)) {
        const auto& id = m_ids.at(hit.id);
        const bool twice =
            std::any_of(found.begin(), found.end(), [&](const auto& earlier) { return earlier.id == id; });
        if (const auto* item = m_replica.peek<model::ServiceItem>(id); item != nullptr && !twice)
            found.push_back(*item);
        if (found.size() == limit)
            break;
    }
    return found;
}

} // namespace atrium::windowterminal
