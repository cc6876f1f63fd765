// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"
#include "server/services/import/hallpackage.h"
#include "server/services/import/history.h"
#include "server/services/records/routes.h"
#include "tests/unit/server/services/hallfixture.h"

#include <filesystem>
#include <fstream>
#include <map>

namespace atrium::services::testing {

namespace {

namespace fs = std::filesystem;

void writeText(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

/// The small hall of the fixture is not used here: the package has its own.
class Importing : public ::testing::Test {
protected:
    void SetUp() override {
        folder = (fs::temp_directory_path() / "atrium-import-XXXXXX").string();
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    }
    void TearDown() override {
        std::error_code error;
        fs::remove_all(folder, error);
    }
    std::string folder;
};

TEST_F(Importing, theDemonstrationHallGoesInOnceAndASecondTimeChangesNothing) {
    const auto package = readPackage(ATRIUM_HALL_DIR);
    ASSERT_TRUE(package) << package.error().path << " " << package.error().detail;
    auto store = store::Store::open(folder + "/hall.db").value();
    const auto first = importPackage(*store, *package, folder + "/media", model::fromMillis(1000));
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->written, package->records.size());
    EXPECT_EQ(first->media, package->media.size());
    const auto second = importPackage(*store, *package, folder + "/media", model::fromMillis(2000));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->written, 0U);
    EXPECT_EQ(second->media, 0U);
    EXPECT_EQ(second->unchanged, package->records.size());
    EXPECT_EQ(store->load({}, {}, {}).value().lastSeq, 1);
}

TEST_F(Importing, aFaultIsNamedWithFileAndPath) {
    fs::copy(ATRIUM_HALL_DIR, folder + "/hall", fs::copy_options::recursive);
    writeText(folder + "/hall/floors.json", "[]\n");
    auto changed = readPackage(folder + "/hall");
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().path, "floors.json#");

    writeText(folder + "/hall/manifest.json",
              R"({"format":"atrium-hall-package","formatVersion":1,"files":[
                 {"path":"hall.json","kind":"hall"},{"path":"areas.json","kind":"areas"}]})");
    auto pictureless = readPackage(folder + "/hall");
    ASSERT_FALSE(pictureless);
    EXPECT_EQ(pictureless.error().path, "hall.json#/logo");

    writeText(folder + "/hall/hall.json", R"({"id": "hall-demo", "name": "大厅"})");
    auto dangling = readPackage(folder + "/hall");
    ASSERT_FALSE(dangling);
    EXPECT_EQ(dangling.error().path, "areas.json#/0/floorId");

    writeText(folder + "/hall/hall.json", R"({"id": 7})");
    auto mistyped = readPackage(folder + "/hall");
    ASSERT_FALSE(mistyped);
    EXPECT_EQ(mistyped.error().path, "hall.json#/id");
    EXPECT_FALSE(readPackage(folder));
}

TEST_F(Importing, aPackageReadsNothingOutsideItsFolder) {
    fs::create_directories(folder + "/hall");
    writeText(folder + "/secret.json", "{}");
    writeText(folder + "/hall/manifest.json",
              R"({"format":"atrium-hall-package","formatVersion":1,
                 "files":[{"path":"../secret.json","kind":"hall"}]})");
    auto refused = readPackage(folder + "/hall");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, model::ErrorCode::notFound);
}

TEST_F(Importing, historyIsTheSameForTheSameSeedAndLooksLikeAHall) {
    const auto package = readPackage(ATRIUM_HALL_DIR).value();
    const auto calendar = Calendar::create("Asia/Shanghai").value();
    const model::Day today{20261122};
    const auto past = makeHistory(package.setup, package.history, *calendar, today).value();
    const auto again = makeHistory(package.setup, package.history, *calendar, today).value();
    EXPECT_EQ(past.tickets, again.tickets);
    EXPECT_NEAR(static_cast<double>(past.tickets.size()), 12'000, 600);
    std::map<int, int> byWeekday;
    int lunch = 0;
    int morning = 0;
    for (const auto& ticket : past.tickets) {
        EXPECT_LT(ticket.day, today);
        const auto local = calendar->local(ticket.issuedAt);
        EXPECT_EQ(local.day, ticket.day);
        ++byWeekday[local.weekday];
        lunch += local.minute.value / 60 == 12 ? 1 : 0;
        morning += local.minute.value / 60 == 9 ? 1 : 0;
    }
    EXPECT_GT(byWeekday[1], byWeekday[3]);
    EXPECT_EQ(byWeekday[7], 0);
    EXPECT_LT(lunch * 4, morning);
    EXPECT_GT(past.ratings.size(), 1000U);
}

TEST(Validation, badRecordsAreRefusedWithAPath) {
    services::Setup setup;
    for (const auto& record : smallHall())
        setup.apply(store::put(record));
    setup.index();
    const auto faultOf = [&](auto record) {
        const auto result = validate(store::AnyRecord(record), setup);
        return result ? std::string() : result.error().path;
    };
    const auto good = setup.config.queues.at(model::QueueId("queue"));
    EXPECT_EQ(faultOf(good), "");
    auto queue = good;
    queue.prefix = "a1";
    EXPECT_EQ(faultOf(queue), "/prefix");
    queue = good;
    queue.areaId = model::AreaId("nowhere");
    EXPECT_EQ(faultOf(queue), "/areaId");
    queue = good;
    queue.hours = {{1, {600}, {540}}};
    EXPECT_EQ(faultOf(queue), "/hours/0/to");
    queue = good;
    queue.id = model::QueueId("another");
    EXPECT_EQ(faultOf(queue), "/prefix"); // used twice
    auto window = setup.config.windows.at(model::WindowId("window-1"));
    window.itemIds.emplace_back("item");
    EXPECT_EQ(faultOf(window), "/itemIds/1");
    auto department = setup.departments.begin()->second;
    department.parentId = department.id;
    EXPECT_EQ(faultOf(department), "/parentId");
    auto floor = setup.floors.begin()->second;
    floor.id = model::FloorId("a b");
    EXPECT_EQ(faultOf(floor), "/id");
    EXPECT_EQ(faultOf(model::Ticket{}), "/id");
    EXPECT_EQ(setup.referenceTo("area", "area"), "queue/queue");
    EXPECT_EQ(setup.referenceTo("device", "kiosk"), "");
}

TEST(CalendarTest, daysTurnAtLocalMidnight) {
    const auto shanghai = Calendar::create("Asia/Shanghai").value();
    const auto midnight = shanghai->midnight({20261122});
    EXPECT_EQ(model::toMillis(midnight), 1'795'276'800'000);
    EXPECT_EQ(shanghai->local(midnight - std::chrono::milliseconds(1)).day.value, 20261121);
    EXPECT_EQ(shanghai->local(midnight).minute.value, 0);
    EXPECT_EQ(shanghai->local(midnight).weekday, 7);
    EXPECT_EQ(addDays({20261231}, 1).value, 20270101);
    EXPECT_EQ(addDays({20280301}, -1).value, 20280229);
    EXPECT_FALSE(Calendar::create("Nowhere/City"));
}

class OptionsFile : public Importing {
protected:
    [[nodiscard]] model::Result<app::Options> read(const std::string& text) const {
        writeText(folder + "/server.conf", text);
        return app::readOptions({"--config", folder + "/server.conf"},
                                [](const std::string&) { return std::optional<std::string>(); });
    }
};

TEST_F(OptionsFile, aValueMayHoldWhatBeginsAComment) {
    const auto options = read("# the hall's database\n"
                              "  # and its keys\n"
                              "\n"
                              "database = postgres:host=db password=a#b # c\n"
                              "keys=/srv/#1/keys\n");
    ASSERT_TRUE(options) << options.error().detail;
    EXPECT_EQ(options->database, "postgres:host=db password=a#b # c");
    EXPECT_EQ(options->keys, "/srv/#1/keys");
}

TEST_F(OptionsFile, aFaultNamesItsLine) {
    const auto refused = read("port = 8080\nport = 8080 # the usual one\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, folder + "/server.conf:2");
    EXPECT_NE(refused.error().detail.find("8080 # the usual one"), std::string::npos);
}

TEST_F(OptionsFile, trustedProxiesAreNumericAddresses) {
    const auto options = read("trusted-proxies = 127.0.0.1, ::1\n");
    ASSERT_TRUE(options) << options.error().detail;
    EXPECT_EQ(options->trustedProxies, (std::vector<std::string>{"127.0.0.1", "::1"}));
    EXPECT_FALSE(read("trusted-proxies = proxy.example.cn\n"));
}

TEST(OptionsTest, theCommandLineGoesBeforeTheEnvironment) {
    const auto environment = [](const std::string& name) -> std::optional<std::string> {
        if (name == "ATRIUM_PORT")
            return "9000";
        if (name == "ATRIUM_PUBLIC_URL")
            return "https://hall.example";
        return std::nullopt;
    };
    const auto options = app::readOptions({"--port", "0", "--insecure-lan"}, environment).value();
    EXPECT_EQ(options.port, 0);
    EXPECT_EQ(options.publicUrl, "https://hall.example");
    EXPECT_TRUE(options.insecureLan);
    const auto nothing = [](const std::string&) { return std::optional<std::string>(); };
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--port", "70000"},
                                               {"--port"},
                                               {"--nonsense"},
                                               {"dance"},
                                               {"import"},
                                               {"--config", "/nonexistent"}})
        EXPECT_FALSE(app::readOptions(wrong, nothing)) << wrong[0];
    EXPECT_EQ(app::readOptions({"--help"}, nothing)->task, app::Options::Task::help);
}

} // namespace atrium::services::testing
