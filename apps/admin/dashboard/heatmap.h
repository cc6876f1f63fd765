// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets of the last seven days by weekday and hour.
#pragma once

#include "shared/model/api.h"

#include <QWidget>

#include <vector>

namespace atrium::admin {

/// GUI thread.
class HeatMap : public QWidget {
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent = nullptr);
    void setCells(const std::vector<model::HeatCell>& cells);
    [[nodiscard]] bool empty() const { return m_cells.empty(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect place(const model::HeatCell& cell) const;
    [[nodiscard]] int lastWeekday() const;

    std::vector<model::HeatCell> m_cells;
    int m_firstHour = 8;
    int m_lastHour = 17;
    int m_most = 1;
};

} // namespace atrium::admin
