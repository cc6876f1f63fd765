// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/signage-player/player.h"

#include "shared/model/api.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"

#include <QQuickWindow>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#include <algorithm>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_SignagePlugin)

namespace atrium::test {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::int64_t kNow = 1'763'777'040'000; // what FakeServer's clock says
const model::HallId kHall("hall");
} // namespace

quint64 FakeSpeaker::say(const std::vector<devices::SpeechSegment>& segments) {
    Job job{
        .id = jobs.size() + 1, .segments = segments, .text = {}, .onBoard = {}, .lit = false, .ended = false};
    for (const auto& segment : segments)
        job.text += (job.text.isEmpty() ? u""_s : u" "_s) + segment.text;
    job.onBoard = presented ? presented() : QString();
    job.lit = lit && lit();
    jobs.push_back(job);
    most = std::max(most, static_cast<int>(std::count_if(jobs.begin(), jobs.end(),
                                                         [](const Job& each) { return !each.ended; })));
    QMetaObject::invokeMethod(
        this,
        [this, id = job.id] {
            Q_EMIT started(id);
            if (endsAtOnce)
                finishCurrent();
        },
        Qt::QueuedConnection);
    return job.id;
}

void FakeSpeaker::finishCurrent() {
    if (jobs.empty() || std::exchange(jobs.back().ended, true))
        return;
    Q_EMIT finished(jobs.back().id, outcome);
}

void FakeSpeaker::cancel(quint64 job) {
    if (!jobs.empty() && jobs.back().id == job && !std::exchange(jobs.back().ended, true))
        QMetaObject::invokeMethod(
            this, [this, job] { Q_EMIT finished(job, devices::SpeechOutcome::stopped); },
            Qt::QueuedConnection);
}

QStringList FakeSpeaker::said() const {
    QStringList out;
    for (const Job& job : jobs)
        out.append(job.text);
    return out;
}

Player::Player(int count, int mine, QSize size, std::unique_ptr<devices::Speaker> voice,
               std::chrono::milliseconds unheard)
    : m_size(size) {
    ui::Theme::instance().setLanguage(u"zh_CN"_s);
    hall.id = kHall;
    hall.name = "XX高新区政务服务中心";
    hall.nameEn = "XX High-tech Zone Government Service Centre";
    device.id = model::DeviceId("player");
    device.hallId = kHall;
    device.kind = model::DeviceKind::signagePlayer;
    std::vector<sync::Change> records{put(hall)};
    for (int i = 1; i <= count; ++i) {
        const std::string n = std::to_string(i);
        model::Area area;
        area.id = model::AreaId("area-" + n);
        area.hallId = kHall;
        area.name = "一层" + std::string(1, static_cast<char>('A' + i - 1)) + "区";
        area.nameEn = "Level 1 Area " + std::string(1, static_cast<char>('A' + i - 1));
        area.announcement.repeat = 1;
        areas.push_back(area);
        model::Queue queue;
        queue.id = model::QueueId("queue-" + n);
        queue.hallId = kHall;
        queue.areaId = area.id;
        queue.prefix = std::string(1, static_cast<char>('A' + i - 1));
        queue.name = "综合业务" + n;
        queue.nameEn = "General business " + n;
        queues.push_back(queue);
        if (i <= mine)
            device.areaIds.push_back(area.id);
        records.push_back(put(area));
        records.push_back(put(queue));
    }
    records.push_back(put(device));

    auto transport = std::make_unique<FakeServer>();
    server = transport.get();
    server->down = true;
    server->command = [](const sync::HttpRequest&) {
        return sync::HttpResponse{.status = 204, .headers = {}, .body = {}, .failure = {}};
    };
    server->publish("recordChanged", records);
    sync::Connection connection;
    connection.server = QUrl(u"http://127.0.0.1:1"_s);
    connection.token = "player-token";
    connection.dataDir = m_folder.path();
    sync::SyncTiming timing;
    timing.backoff = {.shortest = std::chrono::milliseconds(10),
                      .base = std::chrono::milliseconds(20),
                      .longest = std::chrono::milliseconds(50)};
    client = std::make_unique<sync::HallClient>(connection, std::move(transport), nullptr, timing);
    hallState = std::make_unique<ui::HallState>(*client);
    enrolment = std::make_unique<ui::Enrolment>(*client);
    board = std::make_unique<signage::BoardModel>(*client);
    if (!voice) {
        auto fake = std::make_unique<FakeSpeaker>();
        speaker = fake.get();
        voice = std::move(fake);
    }
    announcer = std::make_unique<signage::Announcer>(*client, *board, std::move(voice), unheard);
    show();
    client->start();
}

void Player::show() {
    scene.reset();
    scene = std::make_unique<Scene>(ui::QuickAppOptions{.catalogue = u"signage-player"_s, .selfTest = true},
                                    u"qrc:/qt/qml/Atrium/Signage/Main.qml"_s,
                                    QVariantMap{{u"hall"_s, QVariant::fromValue(hallState.get())},
                                                {u"enrolment"_s, QVariant::fromValue(enrolment.get())},
                                                {u"board"_s, QVariant::fromValue(board.get())}},
                                    m_size);
    announcer->watch(scene->window());
}

Player::~Player() {
    announcer.reset();
    scene.reset(); // QML before what it shows
}

bool Player::start() {
    server->down = false;
    return QTest::qWaitFor([this] { return hallState->online() && inStep() && client->self(); });
}

bool Player::inStep() const {
    return client->replica().position() == server->seq();
}

bool Player::publish(const std::vector<sync::Change>& records) {
    server->publish("recordChanged", records);
    return QTest::qWaitFor([this] { return inStep(); });
}

model::Ticket Player::ticket(const std::string& number, int area) {
    model::Ticket ticket;
    ticket.id = model::TicketId("ticket-" + number);
    ticket.hallId = kHall;
    ticket.day = server->day;
    ticket.queueId = queues[static_cast<std::size_t>(area) - 1].id;
    ticket.number = number;
    ticket.state = model::TicketState::waiting;
    ticket.arrivedAt = model::fromMillis(kNow - 600'000);
    ticket.version = server->seq() + 1;
    return ticket;
}

std::int64_t Player::call(const std::string& number, int window, int area, int ordinal, bool spoken) {
    auto called = ticket(number, area);
    called.state = model::TicketState::called;
    called.windowId = model::WindowId("window-" + std::to_string(window));
    model::Call call;
    call.id = model::CallId("call-" + std::to_string(++m_calls));
    call.hallId = kHall;
    call.ticketId = called.id;
    call.queueId = called.queueId;
    call.windowId = *called.windowId;
    call.areaId = areas[static_cast<std::size_t>(area) - 1].id;
    call.number = number;
    call.windowNumber = window;
    call.ordinal = ordinal;
    call.spoken = spoken;
    call.at = model::fromMillis(kNow + m_calls);
    call.version = server->seq() + 1;
    return server->publish("ticketCalled", {put(called), put(call)});
}

void Player::turn(const std::string& number, model::TicketState state, int area) {
    auto changed = ticket(number, area);
    changed.state = state;
    if (state == model::TicketState::noShow)
        changed.noShows = 1;
    server->publish("ticketChanged", {put(changed)});
}

bool Player::setStyle(model::BoardStyle style) {
    device.boardStyle = style;
    device.version = server->seq() + 1;
    return publish({put(device)});
}

QString Player::topNumber() const {
    const QString large = scene->text(QStringLiteral("current-number"));
    return large.isNull() ? scene->text(QStringLiteral("row-number-0")) : large;
}

bool Player::topLit() const {
    const bool large = scene->item(QStringLiteral("current-number")) != nullptr;
    return large ? scene->shows(QStringLiteral("正在呼叫"))
                 : scene->item(QStringLiteral("row-lit-0")) != nullptr;
}

QStringList Player::numbers() const {
    QStringList out;
    for (int row = 0; row < board->calls()->count(); ++row)
        out.append(board->calls()->value(row, u"number"_s).toString());
    return out;
}

} // namespace atrium::test
