// SPDX-License-Identifier: GPL-3.0-or-later
// The times of one queue's day: how many places each has, how many are taken, and which one is chosen.
#pragma once

#include "shared/model/appointmentapi.h"

#include <QTableWidget>

#include <optional>

namespace atrium::admin {

/// GUI thread.
class SlotTable : public QTableWidget {
    Q_OBJECT
public:
    explicit SlotTable(QWidget* parent);

    /// Keeps the chosen time when it is still there.
    void setTimes(const model::SlotList& list);
    /// The time in the chosen row; none while nothing is chosen.
    [[nodiscard]] std::optional<model::Slot> chosen() const;

Q_SIGNALS:
    void choiceChanged();

private:
    model::SlotList m_list;
};

} // namespace atrium::admin
