// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/hallload.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/tokens/theme.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds kLookAtTheClock{2};

bool isLonger(const estimate::Interval& one, const estimate::Interval& other) {
    return one.highMinutes.value_or(HallLoad::kNoEnd) > other.highMinutes.value_or(HallLoad::kNoEnd);
}

} // namespace

QString toText(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString numberRanges(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QStringList parts;
    for (std::size_t from = 0; from < numbers.size();) {
        std::size_t to = from;
        while (to + 1 < numbers.size() && numbers[to + 1] == numbers[to] + 1)
            ++to;
        const QString first = QString::number(numbers[from]);
        const QString last = QString::number(numbers[to]);
        if (to == from)
            parts.append(first);
        else
            parts.append(first + (to == from + 1 ? (isEnglish() ? u", "_s : u"、"_s) : u"–"_s) + last);
        from = to + 1;
    }
    return parts.join(isEnglish() ? u", "_s : u"、"_s);
}

estimate::NewcomerWaits waitsOf(sync::Replica& replica, model::Instant now, model::Day day) {
    return {{.queues = replica.all<model::Queue>(),
             .queueDays = replica.all<model::QueueDay>(),
             .windows = replica.all<model::Window>(),
             .windowStatuses = replica.all<model::WindowStatus>(),
             .tickets = replica.all<model::Ticket>(),
             .staff = replica.all<model::Staff>(),
             .queueOf = [&replica](const model::ServiceItemId& id) -> std::optional<model::QueueId> {
                 const auto* item = replica.peek<model::ServiceItem>(id);
                 return item == nullptr ? std::nullopt : std::optional(item->queueId);
             }},
            now,
            day};
}

HallLoad::HallLoad(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client.replica(), &sync::Replica::batchApplied, this, &HallLoad::reckon);
    connect(&m_hours, &QTimer::timeout, this, &HallLoad::watchHours);
    m_hours.start(kLookAtTheClock);
    reckon();
}

void HallLoad::reckon() {
    auto& replica = m_client.replica();
    const QDateTime now = ui::hallNow(m_client);
    m_waits = waitsOf(replica, model::fromMillis(now.toMSecsSinceEpoch()), replica.day());
    m_queues.clear();
    const auto days = officeDays();
    for (const auto& queue : replica.all<model::Queue>()) {
        const auto* day = m_waits.dayOf(queue.id);
        m_queues.emplace(queue.id.value, QueueWait{.people = day != nullptr ? std::max(0, day->waiting) : 0,
                                                   .wait = m_waits.longestOf(queue.id),
                                                   .door = kiosk::doorOf(queue, day, now, days)});
    }
    Q_EMIT changed();
}

void HallLoad::watchHours() {
    const QDateTime now = ui::hallNow(m_client);
    const auto days = officeDays();
    for (const auto& queue : m_client.replica().all<model::Queue>())
        if (kiosk::doorOf(queue, m_waits.dayOf(queue.id), now, days) != of(queue.id).door)
            return reckon();
}

rules::appointments::OfficeDays HallLoad::officeDays() const {
    rules::appointments::OfficeDays out;
    for (const auto& day : m_client.replica().all<model::CalendarDay>())
        out.insert_or_assign(day.day, day);
    return out;
}

bool HallLoad::takesBookings() const {
    const auto& queues = m_client.replica().all<model::Queue>();
    return std::any_of(queues.begin(), queues.end(),
                       [](const model::Queue& queue) { return queue.active && queue.slotCapacity > 0; });
}

QueueDoor HallLoad::doorOf(const model::ServiceItem& item) const {
    const auto found = m_queues.find(item.queueId.value);
    if (found == m_queues.end() || !item.active)
        return {.state = QueueDoor::State::off, .next = {}};
    if (!found->second.door.isOpen())
        return found->second.door;
    if (windowsOf(item).isEmpty())
        return {.state = QueueDoor::State::unserved, .next = {}};
    return {};
}

QueueWait HallLoad::of(const model::QueueId& queue) const {
    const auto found = m_queues.find(queue.value);
    return found == m_queues.end() ? QueueWait{} : found->second;
}

estimate::NewcomerWaits::Told HallLoad::of(const model::ServiceItem& item) const {
    return m_waits.of(item);
}

QueueWait HallLoad::ofArea(const model::AreaId& area) const {
    QueueWait sum;
    for (const auto& queue : m_client.replica().all<model::Queue>()) {
        if (queue.areaId != area)
            continue;
        const auto one = of(queue.id);
        sum.people += one.people;
        if (one.wait && (!sum.wait || isLonger(*one.wait, *sum.wait)))
            sum.wait = one.wait;
    }
    return sum;
}

QString HallLoad::windowsOf(const model::ServiceItem& item) const {
    std::vector<int> numbers;
    for (const auto& window : m_client.replica().all<model::Window>())
        if (window.active &&
            std::find(window.itemIds.begin(), window.itemIds.end(), item.id) != window.itemIds.end())
            numbers.push_back(window.number);
    return numbers.empty() ? QString() : windowsText(std::move(numbers));
}

QString HallLoad::windowsText(std::vector<int> numbers) {
    const bool isOne = numbers.size() == 1;
    const QString ranges = numberRanges(std::move(numbers));
    return isOne ? tr("%1 号窗口", "one window").arg(ranges) : tr("%1 号窗口").arg(ranges);
}

QString HallLoad::aheadText(int people) {
    return tr("前面 %n 人", nullptr, people);
}

QString HallLoad::departmentOf(const model::ServiceItem& item) const {
    return departmentName(item.departmentId);
}

QString HallLoad::departmentName(const model::DepartmentId& id) const {
    const auto* department = m_client.replica().peek<model::Department>(id);
    if (department == nullptr)
        return {};
    return isEnglish() && !department->nameEn.empty()
               ? toText(department->nameEn)
               : toText(department->shortName.empty() ? department->name : department->shortName);
}

QString HallLoad::peopleText(int people) {
    return isEnglish() ? QString::number(people) : tr("%1 人").arg(people);
}

QString HallLoad::waitText(const std::optional<estimate::Interval>& wait) {
    return wait ? waitText(wait->lowMinutes, wait->highMinutes) : waitText(std::nullopt, std::nullopt);
}

QString HallLoad::waitText(std::optional<int> low, std::optional<int> high) {
    if (!low)
        return tr("窗口暂未开放");
    if (high == 0)
        return tr("马上办理");
    if (!high)
        return *low >= model::kLongestWaitMinutes ? tr("超过 2 小时") : tr("%1 分钟以上").arg(*low);
    return *low == 0 ? tr("%n 分钟内", nullptr, *high) : tr("约 %1–%2 分钟").arg(*low).arg(*high);
}

} // namespace atrium::kiosk
