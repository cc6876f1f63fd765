// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/templatecheck.h"
#include "server/services/records/agreement.h"
#include "server/services/records/checktexts.h"
#include "server/services/records/routes.h"

#include <algorithm>
#include <set>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

constexpr std::size_t kLongestList = 500;
constexpr int kMinutesOfDay = 1440;
constexpr int kDaysOfWeek = 7;

model::Error invalidAt(std::string path, model::Saying why) {
    return {ErrorCode::invalid, std::move(path), std::move(why)};
}

/// Collects the first fault; later checks do nothing.
class Checks {
public:
    explicit Checks(const Setup& setup) : m_setup(setup) {}

    Checks& that(bool good, const char* path, model::Sentence why) {
        if (!m_fault && !good)
            m_fault = invalidAt(path, why);
        return *this;
    }
    Checks& range(int value, int low, int high, const char* path) {
        if (!m_fault && (value < low || value > high))
            m_fault = invalidAt(path, {model::Sentence::rangeIs,
                                       {{"low", std::to_string(low)}, {"high", std::to_string(high)}}});
        return *this;
    }
    template <class Value> Checks& different(const std::vector<Value>& values, const std::string& path) {
        std::set<Value> seen;
        for (std::size_t i = 0; i < values.size() && !m_fault; ++i)
            if (!seen.insert(values[i]).second)
                m_fault = invalidAt(path + "/" + std::to_string(i), model::Sentence::namedTwice);
        return *this;
    }
    template <class Map, class Id> Checks& exists(const Map& map, const Id& id, const char* path) {
        return that(map.contains(id), path, model::Sentence::noSuchRecord);
    }
    template <class Map, class Id>
    Checks& each(const Map& map, const std::vector<Id>& ids, const std::string& path) {
        if (!m_fault && ids.size() > kLongestList)
            m_fault = model::Error{ErrorCode::tooLarge, path, model::Sentence::longList};
        for (std::size_t i = 0; i < ids.size() && !m_fault; ++i)
            if (!map.contains(ids[i]))
                m_fault = invalidAt(path + "/" + std::to_string(i), model::Sentence::noSuchRecord);
        return different(ids, path);
    }
    Checks& refuse(model::Error fault) {
        if (!m_fault)
            m_fault = std::move(fault);
        return *this;
    }
    /// No other record of the map has the same value; empty texts are none.
    template <class Map, class Record, class Value>
    Checks& unique(const Map& map, const Record& record, Value Record::*member, const char* path) {
        if constexpr (std::is_same_v<Value, std::string>)
            if ((record.*member).empty())
                return *this;
        if (!m_fault)
            for (const auto& [id, other] : map)
                if (id != record.id && other.*member == record.*member)
                    m_fault = model::Error{
                        ErrorCode::conflict, path, {model::Sentence::usedBy, {{"id", id.value}}}};
        return *this;
    }
    [[nodiscard]] const Setup& setup() const { return m_setup; }
    [[nodiscard]] Result<void> result() const {
        if (m_fault)
            return *m_fault;
        return {};
    }

private:
    const Setup& m_setup;
    std::optional<model::Error> m_fault;
};

bool isPrefix(const std::string& text) {
    return (text.size() == 1 || text.size() == 2) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isZone(const std::string& name) {
    return static_cast<bool>(Calendar::create(name));
}

void checkMessages(Checks& on, const model::MessageSettings& r) {
    on.that(isSignature(r.signature), "/messages/signature", model::Sentence::signatureForm)
        .range(r.nearPeople, 1, 50, "/messages/nearPeople")
        .range(r.walkMinutes, 0, 60, "/messages/walkMinutes")
        .range(r.marginMinutes, 0, 60, "/messages/marginMinutes")
        .range(r.quietFrom.value, 0, kMinutesOfDay, "/messages/quietFrom")
        .range(r.quietTo.value, 0, kMinutesOfDay, "/messages/quietTo");
}
void check(Checks& on, const model::Hall& r) {
    on.that(r.ratingGrades == 3 || r.ratingGrades == 5, "/ratingGrades", model::Sentence::gradesShown)
        .that(isZone(r.timeZone), "/timeZone", model::Sentence::noSuchTimeZone)
        .that(r.publicUrl.empty() || isWebAddress(r.publicUrl), "/publicUrl", model::Sentence::webAddress);
    checkMessages(on, r.messages);
}
void check(Checks& on, const model::Floor& r) {
    on.range(r.ordinal, -9, 99, "/ordinal");
}
/// A call's text names number and window; one of a language that is not spoken may be empty.
void checkSpoken(Checks& on, const std::string& text, bool isSpoken, const char* path) {
    const bool namesBoth =
        text.find("{number}") != std::string::npos && text.find("{window}") != std::string::npos;
    if (!namesBoth && (isSpoken || !text.empty()))
        on.refuse(invalidAt(
            path, {model::Sentence::placesSpoken, {{"first", "{number}"}, {"second", "{window}"}}}));
}
void check(Checks& on, const model::Area& r) {
    on.exists(on.setup().floors, r.floorId, "/floorId")
        .range(r.announcement.ratePercent, 50, 200, "/announcement/ratePercent")
        .range(r.announcement.volumePercent, 0, 100, "/announcement/volumePercent")
        .range(r.announcement.repeat, 1, 3, "/announcement/repeat")
        .that(!r.announcement.languages.empty(), "/announcement/languages", model::Sentence::oneLanguage)
        .different(r.announcement.languages, "/announcement/languages");
    // Only what changes is looked at: an older text stops no other edit, least of all by somebody who may not
    // mend it.
    const auto present = on.setup().areas.find(r.id);
    if (present != on.setup().areas.end() && present->second.announcement == r.announcement)
        return;
    const auto& spoken = r.announcement.languages;
    const auto speaks = [&spoken](model::Language language) {
        return std::find(spoken.begin(), spoken.end(), language) != spoken.end();
    };
    checkSpoken(on, r.announcement.templateZh, speaks(model::Language::zh), "/announcement/templateZh");
    checkSpoken(on, r.announcement.templateEn, speaks(model::Language::en), "/announcement/templateEn");
}
void check(Checks& on, const model::Department& r) {
    // A department may not stand below itself.
    auto above = r.parentId;
    for (int depth = 0; above && depth < 16; ++depth) {
        on.that(*above != r.id, "/parentId", model::Sentence::partOfItself)
            .exists(on.setup().departments, *above, "/parentId");
        const auto found = on.setup().departments.find(*above);
        above = found == on.setup().departments.end() ? std::nullopt : found->second.parentId;
    }
}
void check(Checks& on, const model::Queue& r) {
    on.exists(on.setup().areas, r.areaId, "/areaId")
        .that(isPrefix(r.prefix), "/prefix", model::Sentence::prefixForm)
        .unique(on.setup().config.queues, r, &model::Queue::prefix, "/prefix")
        .range(r.dailyQuota, 0, 100'000, "/dailyQuota")
        .range(r.appointmentQuota, 0, 100'000, "/appointmentQuota")
        .range(r.slotMinutes, 5, 480, "/slotMinutes")
        .range(r.slotCapacity, 0, 1000, "/slotCapacity")
        .range(r.bookingDays, 0, 90, "/bookingDays")
        .range(r.bookingCutoffMinutes, 0, 10'080, "/bookingCutoffMinutes")
        .range(r.earlyMinutes, 0, 480, "/earlyMinutes")
        .range(r.lateMinutes, 0, 480, "/lateMinutes")
        .range(r.maxOpenPerIdentity, 0, 100, "/maxOpenPerIdentity")
        .range(r.priorityClass, 0, 4, "/priorityClass")
        .range(r.ageingMinutes, 0, 1440, "/ageingMinutes")
        .range(r.finallyCallByMinutes, 1, 1440, "/finallyCallByMinutes")
        .range(r.recallLimit, 1, 20, "/recallLimit")
        .range(r.callAfterSeconds, 0, 600, "/callAfterSeconds")
        .range(r.requeuePlaces, 0, 100, "/requeuePlaces")
        .range(r.noShowLimit, 0, 20, "/noShowLimit")
        .range(r.passedMinutes, 0, 1440, "/passedMinutes")
        .range(r.serviceSeconds, 10, 14'400, "/serviceSeconds")
        .that(r.hours.size() <= 50, "/hours", model::Sentence::manySpans);
    for (std::size_t i = 0; i < r.hours.size(); ++i) {
        const std::string path = "/hours/" + std::to_string(i);
        const auto& span = r.hours[i];
        on.that(span.weekday >= 1 && span.weekday <= 7, (path + "/weekday").c_str(),
                model::Sentence::weekdayRange)
            .that(span.from.value >= 0 && span.from < span.to && span.to.value <= 1440,
                  (path + "/to").c_str(), model::Sentence::spanForm)
            .that(std::none_of(r.hours.begin(), r.hours.begin() + static_cast<std::ptrdiff_t>(i),
                               [&](const model::OpeningHours& other) {
                                   return other.weekday == span.weekday && other.from < span.to &&
                                          span.from < other.to;
                               }),
                  (path + "/from").c_str(), model::Sentence::spansOverlap);
    }
}
void check(Checks& on, const model::ServiceItem& r) {
    on.exists(on.setup().departments, r.departmentId, "/departmentId")
        .exists(on.setup().config.queues, r.queueId, "/queueId")
        .range(r.legalDays, 0, 1000, "/legalDays")
        .range(r.promisedDays, 0, 1000, "/promisedDays")
        .that(r.promisedDays <= r.legalDays, "/promisedDays", model::Sentence::promiseWithinLaw)
        .unique(on.setup().config.items, r, &model::ServiceItem::code, "/code")
        .that(r.materials.size() <= kLongestList, "/materials", model::Sentence::longList)
        .that(r.conditions.size() <= kLongestList, "/conditions", model::Sentence::longList)
        .that(r.steps.size() <= kLongestList, "/steps", model::Sentence::longList)
        .that(r.legalBasis.size() <= kLongestList, "/legalBasis", model::Sentence::longList);
    for (std::size_t i = 0; i < r.materials.size(); ++i)
        on.range(r.materials[i].copies, 0, 99, ("/materials/" + std::to_string(i) + "/copies").c_str());
}
void check(Checks& on, const model::Window& r) {
    on.range(r.number, 1, 9999, "/number")
        .unique(on.setup().config.windows, r, &model::Window::number, "/number")
        .exists(on.setup().areas, r.areaId, "/areaId")
        .exists(on.setup().departments, r.departmentId, "/departmentId")
        .each(on.setup().config.items, r.itemIds, "/itemIds");
}
void check(Checks& on, const model::Staff& r) {
    on.range(r.stars, 1, 5, "/stars")
        .exists(on.setup().departments, r.departmentId, "/departmentId")
        .unique(on.setup().staff, r, &model::Staff::number, "/number")
        .that(r.skills.size() <= kLongestList, "/skills", model::Sentence::longList);
    std::vector<model::QueueId> queues;
    for (const auto& row : r.skills) {
        on.exists(on.setup().config.queues, row.queueId,
                  ("/skills/" + std::to_string(queues.size()) + "/queueId").c_str());
        queues.push_back(row.queueId);
    }
    on.different(queues, "/skills");
    if (r.account.empty())
        return;
    const std::string account = foldedAccount(r.account);
    for (const auto& [id, other] : on.setup().staff)
        if (id != r.id && foldedAccount(other.account) == account)
            on.refuse({ErrorCode::conflict, "/account", {model::Sentence::usedBy, {{"id", id.value}}}});
}
void check(Checks& on, const model::Device& r) {
    on.each(on.setup().areas, r.areaIds, "/areaIds")
        .each(on.setup().departments, r.departmentIds, "/departmentIds");
    if (r.floorId)
        on.exists(on.setup().floors, *r.floorId, "/floorId");
    if (r.windowId)
        on.exists(on.setup().config.windows, *r.windowId, "/windowId");
    on.that(r.kind != model::DeviceKind::dualScreen || r.windowId.has_value(), "/windowId",
            model::Sentence::outerScreenNeedsWindow);
}
void check(Checks& on, const model::CalendarDay& r) {
    on.that(isDay(r.day), "/day", model::Sentence::dayForm)
        .unique(on.setup().calendarDays, r, &model::CalendarDay::day, "/day")
        .that(r.hoursOf >= 1 && r.hoursOf <= kDaysOfWeek, "/hoursOf", model::Sentence::weekdayRange);
}
void check(Checks& on, const model::MessageTemplate& r) {
    for (const auto& [id, other] : on.setup().messageTemplates)
        if (id != r.id && other.kind == r.kind)
            on.refuse(
                {ErrorCode::conflict, "/kind", {model::Sentence::templateKindOnce, {{"id", id.value}}}});
    const auto& signature = on.setup().hall.messages.signature;
    if (auto fault = templateFault(r.text, r.kind, signature, "/text"))
        on.refuse(*std::move(fault));
    if (auto fault = r.textEn.empty() ? std::nullopt : templateFault(r.textEn, r.kind, signature, "/textEn"))
        on.refuse(*std::move(fault));
}
template <class Live> void check(Checks& on, const Live&) {
    on.that(false, "/", model::Sentence::notEdited);
}

} // namespace

Result<void> validate(const store::AnyRecord& record, const Setup& setup) {
    if (auto good = checkId(store::idOf(record), "/id"); !good)
        return good;
    if (auto good = checkTexts(record); !good)
        return good;
    Checks on(setup);
    std::visit(
        [&](const auto& value) {
            if constexpr (requires { value.hallId; })
                on.that(value.hallId == setup.hall.id, "/hallId", model::Sentence::noSuchHall);
            check(on, value);
        },
        record);
    if (auto good = on.result(); !good)
        return good;
    return checkAreas(record, setup);
}

} // namespace atrium::services
