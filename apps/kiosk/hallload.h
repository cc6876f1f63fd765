// SPDX-License-Identifier: GPL-3.0-or-later
// What is waited for in the hall now, and the sentences that pages make of it.
#pragma once

#include "apps/kiosk/queuedoor.h"
#include "shared/model/records.h"
#include "shared/rules/estimate/newcomerwaits.h"
#include "shared/ui/appkit/localtext.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <limits>
#include <map>
#include <optional>

namespace atrium::sync {
class HallClient;
class Replica;
} // namespace atrium::sync

namespace atrium::kiosk {

using ui::inLanguage;
using ui::isEnglish;
[[nodiscard]] QString toText(const std::string& utf8);
/// {3,4,5,8} to "3–5、8".
[[nodiscard]] QString numberRanges(std::vector<int> numbers);

/// People waiting in one queue and how long a newcomer would wait at most, whatever of its items they want.
struct QueueWait {
    int people = 0;
    std::optional<estimate::Interval> wait; ///< none: nobody serves now
    QueueDoor door;                         ///< whether it gives numbers now
};

/// What the replica's hall tells somebody who comes now. `day` 0: of any day.
[[nodiscard]] estimate::NewcomerWaits waitsOf(sync::Replica& replica, model::Instant now, model::Day day);

/// Reckons anew with every batch of the replica, and when opening hours begin or end. GUI thread; the client
/// must outlive it.
class HallLoad : public QObject {
    Q_OBJECT
public:
    explicit HallLoad(sync::HallClient& client, QObject* parent = nullptr);

    /// In minutes, for comparing: a wait whose upper bound is not known is longer than any other.
    static constexpr int kNoEnd = std::numeric_limits<int>::max();

    [[nodiscard]] QueueWait of(const model::QueueId& queue) const;
    /// What somebody is told who takes a number for the item now.
    [[nodiscard]] estimate::NewcomerWaits::Told of(const model::ServiceItem& item) const;
    /// Whether one can have a number for the item now.
    [[nodiscard]] QueueDoor doorOf(const model::ServiceItem& item) const;
    /// Whether any queue takes appointments.
    [[nodiscard]] bool takesBookings() const;
    /// Waiting people of an area, with the longest wait among its queues that are served.
    [[nodiscard]] QueueWait ofArea(const model::AreaId& area) const;
    /// "A 区 3–8 号窗口"-like: windows that serve the item, with their areas' first word; empty when none
    /// does.
    [[nodiscard]] QString windowsOf(const model::ServiceItem& item) const;
    [[nodiscard]] QString departmentOf(const model::ServiceItem& item) const;
    /// Its short name where it has one.
    [[nodiscard]] QString departmentName(const model::DepartmentId& id) const;
    /// "3–5、8 号窗口"
    [[nodiscard]] static QString windowsText(std::vector<int> numbers);
    /// "前面 3 人"
    [[nodiscard]] static QString aheadText(int people);
    /// "9 人"
    [[nodiscard]] static QString peopleText(int people);
    /// "约 15–20 分钟", or that nobody serves at the moment.
    [[nodiscard]] static QString waitText(const std::optional<estimate::Interval>& wait);
    [[nodiscard]] static QString waitText(std::optional<int> low, std::optional<int> high);

Q_SIGNALS:
    void changed();

private:
    void reckon();
    /// Asks the clock whether a queue has opened or closed.
    void watchHours();
    [[nodiscard]] rules::appointments::OfficeDays officeDays() const;

    sync::HallClient& m_client;
    estimate::NewcomerWaits m_waits;
    std::map<std::string, QueueWait> m_queues;
    QTimer m_hours;
};

} // namespace atrium::kiosk
