// SPDX-License-Identifier: GPL-3.0-or-later
// What the set-up may hold: every text member of every record, and what one kind alone must be.
#include "server/services/import/hallpackage.h"
#include "server/services/records/checktexts.h"
#include "server/services/records/routes.h"
#include "shared/model/codec/walker.h"
#include "shared/model/plaintext.h"
#include "shared/model/textlimits.h"
#include "tests/unit/server/services/hallfixture.h"

#include <rapidcheck/gtest.h>

namespace atrium::services::testing {

using model::ErrorCode;

namespace {

/// One text member of a record, in lists and nested records the first: where, its limit, and how to set it.
struct TextPlace {
    std::string path;
    model::TextLimit limit;
    std::function<void(store::AnyRecord&, const std::string&)> set;
};

template <class Record, class T, class Reach>
void placesIn(const std::string& path, Reach reach, std::vector<TextPlace>& out) {
    model::forEachMember<T>([&](std::string_view name, auto pointer) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
        const std::string at = path + "/" + std::string(name);
        const auto member = [reach, pointer](Record& record) -> Member& { return reach(record).*pointer; };
        const auto add = [&](const std::string& where, auto&& text) {
            out.push_back({where, model::textLimit<T>(name),
                           [text](store::AnyRecord& record, const std::string& value) {
                               text(std::get<Record>(record)) = value;
                           }});
        };
        if constexpr (std::is_same_v<Member, std::string>) {
            add(at, member);
        } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
            add(at + "/0", [member](Record& record) -> std::string& {
                return member(record).assign(1, "一"), member(record).front();
            });
        } else if constexpr (std::is_same_v<Member, std::vector<model::Material>> ||
                             std::is_same_v<Member, std::vector<model::LegalBasis>>) {
            using Part = typename Member::value_type;
            const auto first = [member](Record& record) -> Part& {
                Member& list = member(record);
                if (list.empty()) {
                    model::forEachMember<Part>([&list, &part = list.emplace_back()](auto, auto inner) {
                        if constexpr (std::is_same_v<decltype(part.*inner), std::string&>)
                            part.*inner = "一";
                    });
                }
                return list.front();
            };
            placesIn<Record, Part>(at + "/0", first, out);
        } else if constexpr (std::is_same_v<Member, model::AnnouncementSettings>) {
            placesIn<Record, Member>(at, member, out);
        }
    });
}

std::vector<TextPlace> placesOf(const store::AnyRecord& record) {
    std::vector<TextPlace> out;
    std::visit(
        [&]<class Record>(const Record&) {
            placesIn<Record, Record>(
                {}, [](Record& whole) -> Record& { return whole; }, out);
        },
        record);
    return out;
}

class ValidRecords : public ::testing::Test {
protected:
    void SetUp() override {
        for (const auto& record : m_records)
            m_setup.apply(store::put(record));
        m_setup.index();
    }
    /// Every text place of the first record of each kind.
    void forEachText(const std::function<void(const store::AnyRecord&, const TextPlace&)>& visit) const {
        std::set<std::string_view> kinds;
        for (const auto& record : m_records)
            if (kinds.insert(store::kindOf(record)).second)
                for (const TextPlace& place : placesOf(record))
                    visit(record, place);
        EXPECT_EQ(kinds.size(), boost::mp11::mp_size<model::SetupRecords>::value);
    }
    [[nodiscard]] std::string faultAt(const store::AnyRecord& record) const {
        const auto good = validate(record, m_setup);
        return good ? std::string() : good.error().path;
    }
    template <class Record> [[nodiscard]] Record first() const {
        for (const auto& record : m_records)
            if (const auto* found = std::get_if<Record>(&record))
                return *found;
        return {};
    }

    std::vector<store::AnyRecord> m_records = smallHall();
    services::Setup m_setup;
};

TEST_F(ValidRecords, noTextHoldsControlsOrOverrides) {
    int places = 0;
    forEachText([&](const store::AnyRecord& record, const TextPlace& place) {
        for (const std::string& bad : {std::string("a\0b", 3), std::string("A\x1b[2J"),
                                       std::string("\xe2\x80\xae"
                                                   "A"),
                                       std::string("A\xe2\x81\xa7")}) {
            store::AnyRecord changed = record;
            place.set(changed, bad);
            EXPECT_EQ(faultAt(changed), place.path) << store::kindOf(record);
        }
        ++places;
    });
    EXPECT_GT(places, 45);
}

TEST_F(ValidRecords, noTextIsLongerThanItsLimit) {
    forEachText([&](const store::AnyRecord& record, const TextPlace& place) {
        ASSERT_GT(place.limit.longest, 0) << store::kindOf(record) << place.path;
        std::string text;
        for (int i = 0; i <= place.limit.longest; ++i)
            text += "政";
        store::AnyRecord changed = record;
        place.set(changed, text);
        const auto refused = checkTexts(changed);
        ASSERT_FALSE(refused) << store::kindOf(record) << place.path;
        EXPECT_EQ(refused.error().path, place.path);
        EXPECT_EQ(refused.error().code, ErrorCode::tooLarge);
        place.set(changed, text.substr(std::string("政").size()));
        EXPECT_TRUE(checkTexts(changed)) << store::kindOf(record) << place.path;
    });
}

TEST_F(ValidRecords, aNeededTextCanBeSeen) {
    int needed = 0;
    forEachText([&](const store::AnyRecord& record, const TextPlace& place) {
        for (const char* blank : {"", "   ", "\xe3\x80\x80", "\xe2\x80\x8b"}) {
            store::AnyRecord changed = record;
            place.set(changed, blank);
            const auto good = checkTexts(changed);
            if (place.limit.needed)
                EXPECT_EQ(good ? std::string() : good.error().path, place.path) << store::kindOf(record);
            else
                EXPECT_TRUE(good) << store::kindOf(record) << place.path;
        }
        needed += place.limit.needed ? 1 : 0;
    });
    EXPECT_GE(needed, 9); // each kind has a name
}

TEST_F(ValidRecords, anyTextIsTakenExactlyWhenItsRowSaysSo) {
    std::vector<std::pair<store::AnyRecord, TextPlace>> places;
    forEachText([&](const auto& record, const auto& place) { places.emplace_back(record, place); });
    const std::vector<std::string> parts{
        "政",           "a", " ",       "\n", "\x01", "\xe2\x80\xad", "𠮷", "\t", "\xe3\x80\x80",
        "\xe2\x81\xa8", "-", "\xc2\x9f"};
    rc::check([&] {
        const auto& [record, place] = places[*rc::gen::inRange<std::size_t>(0, places.size())];
        std::string text;
        for (const std::size_t part :
             *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, parts.size())))
            text += parts[part];
        store::AnyRecord changed = record;
        place.set(changed, text);
        const bool fits = model::isPlainText(text, place.limit.lines) &&
                          model::characterCount(text) <= static_cast<std::size_t>(place.limit.longest) &&
                          !(place.limit.needed && model::isBlank(text));
        RC_ASSERT(static_cast<bool>(checkTexts(changed)) == fits);
    });
}

TEST_F(ValidRecords, theSpansOfOneDayDoNotOverlap) {
    auto queue = first<model::Queue>();
    using model::MinuteOfDay;
    queue.hours = {{1, MinuteOfDay{540}, MinuteOfDay{720}},
                   {1, MinuteOfDay{720}, MinuteOfDay{1020}},
                   {2, MinuteOfDay{600}, MinuteOfDay{800}}};
    EXPECT_EQ(faultAt(queue), "");
    queue.hours.push_back({1, MinuteOfDay{700}, MinuteOfDay{710}});
    EXPECT_EQ(faultAt(queue), "/hours/3/from");
    queue.hours.back() = queue.hours.front();
    EXPECT_EQ(faultAt(queue), "/hours/3/from");
}

TEST_F(ValidRecords, aLanguageIsNamedOnce) {
    auto area = first<model::Area>();
    area.announcement.languages = {model::Language::zh, model::Language::en};
    EXPECT_EQ(faultAt(area), "");
    area.announcement.languages.push_back(model::Language::zh);
    EXPECT_EQ(faultAt(area), "/announcement/languages/2");
}

TEST_F(ValidRecords, thePublicAddressIsOneOfTheWeb) {
    auto hall = first<model::Hall>();
    for (const char* good :
         {"", "https://hall.example.cn", "http://10.0.0.5:8080/hall", "HTTPS://hall.example.cn/"}) {
        hall.publicUrl = good;
        EXPECT_EQ(faultAt(hall), "") << good;
    }
    for (const char* bad :
         {"javascript:alert(1)", "ftp://hall.example.cn", "hall.example.cn", "//hall.example.cn", "https://",
          "data:text/html,x", "https://a\"b.example", "https://u:p@hall.example.cn",
          "https://hall.example.cn/?a=", "https://hall.example.cn/#"}) {
        hall.publicUrl = bad;
        EXPECT_EQ(faultAt(hall), "/publicUrl") << bad;
    }
}

TEST_F(ValidRecords, aPictureIsOneThatWasUploaded) {
    const std::string sum(64, 'a');
    const auto known = [&](const std::string& asked) -> model::Result<bool> { return asked == sum; };
    auto staff = first<model::Staff>();
    EXPECT_TRUE(checkPictures(staff, known));
    staff.photo = model::Sha256(sum);
    EXPECT_TRUE(checkPictures(staff, known));
    for (const std::string& other : {std::string(64, 'b'), std::string("../hall.db"), std::string()}) {
        staff.photo = model::Sha256(other);
        const auto refused = checkPictures(staff, known);
        ASSERT_FALSE(refused) << other;
        EXPECT_EQ(refused.error().path, "/photo");
    }
    auto hall = first<model::Hall>();
    hall.logo = model::Sha256(std::string(64, 'c'));
    EXPECT_EQ(checkPictures(hall, known).error().path, "/logo");
}

TEST_F(ValidRecords, anAccountIsOnesOwnHoweverItsLettersAreWritten) {
    auto staff = first<model::Staff>();
    staff.id = model::StaffId("another");
    staff.account = "ACCOUNT-Clerk";
    EXPECT_EQ(faultAt(staff), "/account");
    staff.account = "account-clerk-9";
    EXPECT_EQ(faultAt(staff), "");
}

TEST_F(ValidRecords, aSpokenTextNamesNumberAndWindow) {
    auto area = first<model::Area>();
    area.announcement.languages = {model::Language::zh};
    area.announcement.templateEn.clear(); // not spoken
    EXPECT_EQ(faultAt(area), "");
    area.announcement.languages.push_back(model::Language::en);
    EXPECT_EQ(faultAt(area), "/announcement/templateEn");
    area.announcement.templateEn = "Ticket {number}, please";
    EXPECT_EQ(faultAt(area), "/announcement/templateEn");
    area.announcement.templateEn = "{number} to {window}";
    EXPECT_EQ(faultAt(area), "");
    area.announcement.templateZh = "请到{window}号窗口";
    EXPECT_EQ(faultAt(area), "/announcement/templateZh");
    m_setup.apply(store::put(area)); // as an older database may hold it
    area.caption = "今天上午系统维护";
    EXPECT_EQ(faultAt(area), "");
}

TEST_F(ValidRecords, staffNumbersAndItemCodesAreOnesOwn) {
    auto staff = first<model::Staff>();
    staff.number = "1001";
    m_setup.apply(store::put(staff));
    staff.id = model::StaffId("another");
    staff.account.clear();
    EXPECT_EQ(faultAt(staff), "/number");
    staff.number.clear();
    EXPECT_EQ(faultAt(staff), "");
    auto item = first<model::ServiceItem>();
    item.code = "000101";
    m_setup.apply(store::put(item));
    item.id = model::ServiceItemId("another");
    EXPECT_EQ(faultAt(item), "/code");
    item.code = "000102";
    EXPECT_EQ(faultAt(item), "");
}

TEST_F(ValidRecords, aFaultInALongListIsSaidWhereItIs) {
    auto item = first<model::ServiceItem>();
    item.steps.assign(501, "一");
    EXPECT_EQ(faultAt(item), "/steps");
    item.steps.clear();
    item.materials.resize(2);
    item.materials[0].name = "申请书";
    item.materials[1].name = "身份证";
    item.materials[1].copies = -1;
    EXPECT_EQ(faultAt(item), "/materials/1/copies");
    item.materials[1].copies = 100;
    EXPECT_EQ(faultAt(item), "/materials/1/copies");
    item.materials[1].copies = 99;
    EXPECT_EQ(faultAt(item), "");
    for (const char* id : {".", "..", ""}) {
        item.id = model::ServiceItemId(id);
        EXPECT_EQ(faultAt(item), "/id") << id;
    }
}

TEST_F(ValidRecords, aPromiseIsWithinTheLaw) {
    auto item = first<model::ServiceItem>();
    item.legalDays = 5;
    item.promisedDays = 5;
    EXPECT_EQ(faultAt(item), "");
    item.promisedDays = 6;
    EXPECT_EQ(faultAt(item), "/promisedDays");
}

TEST_F(ValidRecords, windowsServeTheQueuesOfTheirOwnArea) {
    auto area = first<model::Area>();
    area.id = model::AreaId("elsewhere");
    m_setup.apply(store::put(area));
    auto window = first<model::Window>();
    ASSERT_FALSE(window.itemIds.empty());
    window.areaId = area.id;
    EXPECT_EQ(faultAt(window), "/itemIds/0");
    window.itemIds.clear();
    EXPECT_EQ(faultAt(window), "");
    auto queue = first<model::Queue>();
    queue.areaId = area.id;
    EXPECT_EQ(faultAt(queue), "/areaId") << "its windows would call elsewhere";
    queue.id = model::QueueId("other");
    queue.prefix = "Z";
    EXPECT_EQ(faultAt(queue), "");
    m_setup.apply(store::put(queue));
    auto item = first<model::ServiceItem>();
    item.queueId = queue.id;
    EXPECT_EQ(faultAt(item), "/queueId");
    item.id = model::ServiceItemId("unserved");
    item.code.clear();
    EXPECT_EQ(faultAt(item), "");
}

TEST_F(ValidRecords, anOlderFaultOfAreasStopsNoOtherEdit) {
    auto area = first<model::Area>();
    area.id = model::AreaId("elsewhere");
    m_setup.apply(store::put(area));
    auto window = first<model::Window>();
    window.areaId = area.id;
    m_setup.apply(store::put(window)); // as an older database may hold it
    window.active = false;
    EXPECT_EQ(faultAt(window), "");
}

TEST_F(ValidRecords, theDemonstrationHallPasses) {
    const auto package = readPackage(ATRIUM_HALL_DIR);
    EXPECT_TRUE(package) << package.error().path << ": " << package.error().detail;
}

} // namespace

} // namespace atrium::services::testing
