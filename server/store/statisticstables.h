// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/bulk.h"
#include "server/store/viewquery.h"

#include <vector>

// The statistics' tables (migration 0008): columns follow from the description of the figures.
namespace atrium::store {

/// Statements of the statistics' tables; immutable. Every call may throw DbError.
class StatisticsTables {
public:
    StatisticsTables();

    /// Adds the sheet to what is stored; inside the transaction of the events it is from.
    void add(Db& db, const rules::statistics::Sheet& sheet) const;
    [[nodiscard]] rules::statistics::Sheet read(Db& db, model::Day from, model::Day to) const;
    /// Days with something counted, in order.
    [[nodiscard]] std::vector<model::Day> days(Db& db, model::Day from, model::Day to) const;
    void dropDays(Db& db, model::Day from, model::Day to) const;

    /// The views of a closed day replace those stored.
    void putViews(Db& db, model::Day day, const rules::statistics::Views& views) const;
    /// The month's views, from its days' ones.
    void addUpMonth(Db& db, int month) const;
    [[nodiscard]] FiguresByKey query(Db& db, const ViewQuery& wish) const;
    /// The same of days whose views are not stored; the period is one of days. A queue's windows have no
    /// time, and departments are those of the records as they are.
    [[nodiscard]] FiguresByKey queryFresh(Db& db, const ViewQuery& wish) const;

private:
    BulkInsert m_rows;
    BulkInsert m_spreads;
    BulkInsert m_windows;
    BulkInsert m_views;
};

} // namespace atrium::store
