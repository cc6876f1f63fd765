// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/services/hallfixture.h"

#include "server/services/core/crypto.h"

#include <stdlib.h>

#include <filesystem>

namespace atrium::services::testing {
namespace {

/// Passes everything on, but can refuse to commit.
class TroubledDb final : public store::Db {
public:
    TroubledDb(std::unique_ptr<store::Db> inner, Trouble& trouble)
        : m_inner(std::move(inner)), m_trouble(trouble) {}
    [[nodiscard]] store::Dialect dialect() const override { return m_inner->dialect(); }
    std::int64_t exec(const std::string& sql, const store::Values& values) override {
        return m_inner->exec(sql, values);
    }
    std::vector<store::Row> query(const std::string& sql, const store::Values& values,
                                  const store::ColumnTypes& types) override {
        if (sql.find("FROM \"idempotency\"") != std::string::npos)
            ++m_trouble.answersRead;
        return m_inner->query(sql, values, types);
    }
    void run(const std::string& sql) override {
        if (sql == "COMMIT") {
            if (m_trouble.beforeCommit)
                m_trouble.beforeCommit();
            if (m_trouble.failCommits)
                throw store::DbError("no commit", m_trouble.full);
            ++m_trouble.commits;
        }
        m_inner->run(sql);
    }

private:
    std::unique_ptr<store::Db> m_inner;
    Trouble& m_trouble;
};

model::Device device(const char* id, model::DeviceKind kind, const char* window) {
    model::Device out;
    out.id = model::DeviceId(id);
    out.hallId = model::HallId("hall");
    out.kind = kind;
    out.name = id;
    if (*window != '\0')
        out.windowId = model::WindowId(window);
    return out;
}

model::Staff staff(const char* id, model::Role role) {
    model::Staff out;
    out.id = model::StaffId(id);
    out.hallId = model::HallId("hall");
    out.departmentId = model::DepartmentId("department");
    out.name = "吴雨桐";
    out.role = role;
    out.account = std::string("account-") + id;
    return out;
}

model::Window window(const char* id, int number) {
    model::Window out;
    out.id = model::WindowId(id);
    out.hallId = model::HallId("hall");
    out.areaId = model::AreaId("area");
    out.departmentId = model::DepartmentId("department");
    out.number = number;
    out.name = id;
    out.itemIds = {model::ServiceItemId("item")};
    return out;
}

} // namespace

std::vector<store::AnyRecord> smallHall() {
    const model::HallId hallId("hall");
    model::Hall hall;
    hall.id = hallId;
    hall.name = "大厅";
    model::Floor floor;
    floor.id = model::FloorId("floor");
    floor.hallId = hallId;
    floor.name = "一楼";
    model::Area area;
    area.id = model::AreaId("area");
    area.hallId = hallId;
    area.floorId = floor.id;
    area.name = "A区";
    model::Department department;
    department.id = model::DepartmentId("department");
    department.hallId = hallId;
    department.name = "市监局";
    model::Queue queue;
    queue.id = model::QueueId("queue");
    queue.hallId = hallId;
    queue.areaId = area.id;
    queue.prefix = "A";
    queue.name = "综合";
    model::ServiceItem item;
    item.id = model::ServiceItemId("item");
    item.hallId = hallId;
    item.departmentId = department.id;
    item.queueId = queue.id;
    item.name = "企业开办";
    model::CalendarDay holiday;
    holiday.id = model::CalendarDayId("national-day");
    holiday.hallId = hallId;
    holiday.day = {20261001};
    holiday.name = "国庆节";
    model::MessageTemplate near;
    near.id = model::MessageTemplateId("near-turn");
    near.hallId = hallId;
    near.text = "您的号码{number}前面还有{ahead}人";
    using enum model::DeviceKind;
    return {hall,
            floor,
            area,
            department,
            queue,
            item,
            window("window-1", 1),
            window("window-2", 2),
            staff("clerk", model::Role::clerk),
            staff("clerk-2", model::Role::clerk),
            staff("admin", model::Role::administrator),
            device("kiosk", kiosk, ""),
            device("terminal", windowTerminal, "window-1"),
            device("outer", dualScreen, "window-1"),
            device("board", signagePlayer, ""),
            device("tool", admin, ""),
            holiday,
            near};
}

void HallTest::SetUp() {
    initCrypto();
    folder = (std::filesystem::temp_directory_path() / "atrium-services-XXXXXX").string();
    ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    calendar = Calendar::create("Asia/Shanghai").value();
    open();
    writer
        ->run({},
              [](WriteContext& context) -> model::Result<Outcome> {
                  for (const auto& record : smallHall())
                      context.record("recordChanged", {store::put(record)});
                  return Outcome{};
              })
        .value();
    for (const char* id : {"window-1", "window-2"})
        run(rules::queueing::OpenWindow{model::WindowId(id),
                                        model::StaffId(id == std::string("window-1") ? "clerk" : "clerk-2")})
            .value();
}

void HallTest::TearDown() {
    close();
    std::error_code error;
    std::filesystem::remove_all(folder, error);
}

void HallTest::open() {
    auto opened = store::Store::open(
        [this] { return std::make_unique<TroubledDb>(store::openSqlite(folder + "/hall.db"), trouble); });
    ASSERT_TRUE(opened) << opened.error().detail;
    store = std::move(*opened);
    const auto now = clock.now();
    auto loaded =
        store->load(calendar->local(now).day, now - std::chrono::seconds(120), now - std::chrono::hours(24));
    ASSERT_TRUE(loaded) << loaded.error().detail;
    auto state = HallState::from(*loaded);
    state.hasGateway = hasGateway;
    hall = std::make_unique<HallModel>(std::move(state));
    hallClock = std::make_unique<HallClock>(clock, loaded->lastAt);
    writer = std::make_unique<Writer>(*store, *hall, calendar, *hallClock, *loaded);
    writer->start([this](const std::vector<store::LogEventPtr>& group) {
        announced.insert(announced.end(), group.begin(), group.end());
        const std::lock_guard lock(m_listening);
        if (m_listener)
            m_listener(group);
    });
}

void HallTest::listen(Listener listener) {
    const std::lock_guard lock(m_listening);
    m_listener = std::move(listener);
}

void HallTest::close() {
    writer.reset();
    hall.reset();
    store.reset();
}

model::Result<Outcome> HallTest::run(const rules::queueing::Command& command) {
    return writer->run({}, [&command](WriteContext& context) -> model::Result<Outcome> {
        if (auto done = context.command(command); !done)
            return done.error();
        context.audit("test", "hall", "hall");
        return Outcome{};
    });
}

model::Result<Outcome> HallTest::issue(const std::string& id) {
    rules::queueing::IssueTicket command;
    command.ticketId = model::TicketId(id);
    command.itemId = model::ServiceItemId("item");
    command.deviceId = model::DeviceId("kiosk");
    command.paper = false;
    return run(command);
}

model::Ticket HallTest::ticket(const std::string& id) const {
    return hall->read([&](const HallState& state) { return state.queue.tickets.at(model::TicketId(id)); });
}

std::vector<store::LogEvent> HallTest::events() const {
    return store->eventsAfter(0, 100'000).value().value();
}

} // namespace atrium::services::testing
