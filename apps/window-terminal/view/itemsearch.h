// SPDX-License-Identifier: GPL-3.0-or-later
// Finds service items by characters, pinyin or initials.
#pragma once

#include "shared/model/serviceitem.h"
#include "shared/rules/search/index.h"

#include <QObject>
#include <QString>

#include <vector>

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

/// Reads the active items of the replica at the first question and again after they changed. GUI thread.
class ItemSearch : public QObject {
    Q_OBJECT
public:
    explicit ItemSearch(sync::Replica& replica, QObject* parent = nullptr);

    /// Copies of the best hits; an empty text gives the first by letter.
    [[nodiscard]] std::vector<model::ServiceItem> find(const QString& text, std::size_t limit);

private:
    void build();

    sync::Replica& m_replica;
    search::Index m_index;
    std::vector<model::ServiceItemId> m_ids; ///< by the index's own numbers
    bool m_built = false;
};

} // namespace atrium::windowterminal
