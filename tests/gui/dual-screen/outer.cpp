// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/dual-screen/outer.h"

#include "shared/model/serviceitem.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"

#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_DualScreenPlugin)

namespace atrium::test {

using namespace Qt::Literals::StringLiterals;

Outer::Outer(dualscreen::RatingTimes times, QSize size) {
    ui::Theme::instance().setLanguage(u"zh_CN"_s);
    ui::Theme::instance().setLargeType(false);
    const model::HallId hallId("hall");
    hall.id = hallId;
    hall.name = "XX高新区政务服务中心";
    hall.nameEn = "XX High-tech Zone Government Service Centre";
    department.id = model::DepartmentId("dept");
    department.hallId = hallId;
    department.name = "市场监督管理局";
    department.nameEn = "Administration for Market Regulation";
    item.id = model::ServiceItemId("item");
    item.hallId = hallId;
    item.departmentId = department.id;
    item.queueId = model::QueueId("queue");
    item.name = "公司设立登记";
    item.nameEn = "Company formation";
    staff.id = model::StaffId("staff");
    staff.hallId = hallId;
    staff.departmentId = department.id;
    staff.name = "李晓雯";
    staff.nameEn = "Li Xiaowen";
    staff.number = "G0103";
    staff.stars = 4;
    window.id = model::WindowId("window-03");
    window.hallId = hallId;
    window.departmentId = department.id;
    window.number = 3;
    window.itemIds = {item.id};
    other = window;
    other.id = model::WindowId("window-07");
    other.number = 7;
    status.id = model::RecordId("window-03");
    status.hallId = hallId;
    status.windowId = window.id;
    otherStatus.id = model::RecordId("window-07");
    otherStatus.hallId = hallId;
    otherStatus.windowId = other.id;
    otherStatus.state = model::WindowState::idle;
    model::Device device;
    device.id = model::DeviceId("outer-03");
    device.hallId = hallId;
    device.kind = model::DeviceKind::dualScreen;
    device.windowId = window.id;

    auto transport = std::make_unique<FakeServer>();
    server = transport.get();
    server->down = true;
    server->command = [device](const sync::HttpRequest& request) {
        if (request.path.endsWith("/devices/self"))
            return sync::HttpResponse{.status = 200,
                                      .headers = {},
                                      .body = QByteArray::fromStdString(model::toJson(device)),
                                      .failure = {}};
        return sync::HttpResponse{.status = 204, .headers = {}, .body = {}, .failure = {}};
    };
    server->publish("recordChanged", {put(hall), put(department), put(item), put(staff), put(window),
                                      put(other), put(device), put(status), put(otherStatus)});
    sync::Connection connection;
    connection.server = QUrl(u"http://127.0.0.1:1"_s);
    connection.token = "outer-token";
    connection.dataDir = m_folder.path();
    sync::SyncTiming timing;
    timing.backoff = {.shortest = std::chrono::milliseconds(10),
                      .base = std::chrono::milliseconds(20),
                      .longest = std::chrono::milliseconds(50)};
    client = std::make_unique<sync::HallClient>(connection, std::move(transport), nullptr, timing);
    hallState = std::make_unique<ui::HallState>(*client);
    enrolment = std::make_unique<ui::Enrolment>(*client);
    screen = std::make_unique<dualscreen::OuterScreen>(*client, times);
    QObject::connect(screen.get(), &dualscreen::OuterScreen::visitEnded, screen.get(),
                     [] { ui::Theme::instance().setLanguage(u"zh_CN"_s); });
    scene = std::make_unique<Scene>(
        ui::QuickAppOptions{.catalogue = u"dual-screen"_s, .referenceSide = 800, .selfTest = true},
        u"qrc:/qt/qml/Atrium/DualScreen/Main.qml"_s,
        QVariantMap{{u"hall"_s, QVariant::fromValue(hallState.get())},
                    {u"enrolment"_s, QVariant::fromValue(enrolment.get())},
                    {u"screenModel"_s, QVariant::fromValue(screen.get())}},
        size);
    client->start();
}

Outer::~Outer() {
    scene.reset(); // QML first, then what it shows
}

bool Outer::start() {
    server->down = false;
    return QTest::qWaitFor([this] { return hallState->online() && inStep(); });
}

bool Outer::inStep() const {
    return client->replica().position() == server->seq();
}

bool Outer::publish(const std::vector<sync::Change>& records) {
    server->publish("recordChanged", records);
    return QTest::qWaitFor([this] { return inStep(); });
}

bool Outer::publish() {
    status.version = server->seq() + 1;
    return publish({put(status)});
}

bool Outer::become(model::WindowState state, const std::string& number) {
    status.state = state;
    status.number = number;
    status.ratingTicketId.reset();
    status.ratingPrompts = 0;
    if (state == model::WindowState::closed)
        status.staffId.reset();
    else
        status.staffId = staff.id;
    status.ticketId.reset();
    std::vector<sync::Change> records;
    if (!number.empty()) {
        model::Ticket ticket;
        ticket.id = model::TicketId("ticket-" + number);
        ticket.hallId = hall.id;
        ticket.queueId = item.queueId;
        ticket.itemId = item.id;
        ticket.number = number;
        ticket.windowId = window.id;
        ticket.state =
            state == model::WindowState::serving ? model::TicketState::serving : model::TicketState::called;
        ticket.version = server->seq() + 1;
        status.ticketId = ticket.id;
        records.push_back(put(ticket));
    }
    status.version = server->seq() + 1;
    records.push_back(put(status));
    return publish(records);
}

bool Outer::askForRating(const std::string& ticket) {
    status.state = model::WindowState::idle;
    status.staffId = staff.id;
    status.ticketId.reset();
    status.number.clear();
    status.ratingTicketId = model::TicketId(ticket);
    status.ratingPrompts = 1;
    return publish();
}

QList<QByteArray> Outer::heard(const QByteArray& path) const {
    QList<QByteArray> out;
    for (const auto& request : server->requests())
        if (request.path == "/api/v1" + path)
            out.append(request.body);
    return out;
}

QString Outer::page() const {
    return screen->pageName();
}

} // namespace atrium::test
