// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/admin/fakehall.h"

#include "shared/model/api.h"

#include <QTest>

#include <algorithm>

namespace atrium::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const model::HallId kHall{"hall"};

sync::HttpResponse ok(const std::string& body, int status = 200) {
    return {.status = status, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

sync::HttpResponse problem(int status, model::ErrorCode code, const std::string& detail) {
    return ok(model::toJson(model::Problem{
                  .type = {}, .title = {}, .status = status, .code = code, .path = {}, .detail = detail}),
              status);
}

template <class R> R named(const std::string& id, const std::string& name) {
    R record;
    record.id.value = id;
    record.hallId = kHall;
    record.name = name;
    record.version = 1;
    return record;
}

std::vector<sync::Change> records() {
    std::vector<sync::Change> out;
    model::Hall hall;
    hall.id = kHall;
    hall.name = "大厅";
    hall.version = 1;
    out.push_back(put(hall));
    for (int i = 1; i <= 2; ++i) {
        const std::string n = std::to_string(i);
        out.push_back(put(named<model::Floor>("floor-" + n, n + "楼")));
        auto area = named<model::Area>("area-" + n, n + "区");
        area.floorId.value = "floor-1";
        out.push_back(put(area));
        auto department = named<model::Department>("department-" + n, "部门" + n);
        department.sortOrder = i;
        if (i == 2)
            department.parentId = model::DepartmentId{"department-1"};
        out.push_back(put(department));
        auto queue = named<model::Queue>("queue-" + n, "队列" + n);
        queue.areaId.value = "area-1";
        queue.prefix = std::string(1, static_cast<char>('A' + i));
        out.push_back(put(queue));
        auto item = named<model::ServiceItem>("item-" + n, "事项" + n);
        item.departmentId.value = "department-1";
        item.queueId.value = "queue-1";
        out.push_back(put(item));
        auto window = named<model::Window>("window-" + n, "窗口" + n);
        window.number = i;
        window.areaId.value = "area-1";
        window.departmentId.value = "department-1";
        window.itemIds = {model::ServiceItemId{"item-1"}};
        out.push_back(put(window));
        auto staff = named<model::Staff>("staff-" + n, "人员" + n);
        staff.number = "G000" + n;
        staff.departmentId.value = "department-1";
        out.push_back(put(staff));
        auto day = named<model::CalendarDay>("holiday-" + n, "国庆节");
        day.day = {20261000 + i};
        out.push_back(put(day));
        auto device = named<model::Device>("device-" + n, "K0" + n);
        out.push_back(put(device));
        model::MessageTemplate text;
        text.id.value = "text-" + n;
        text.hallId = kHall;
        text.kind = i == 1 ? model::MessageKind::nearTurn : model::MessageKind::called;
        text.text = "号码{number}";
        text.version = 1;
        out.push_back(put(text));
    }
    return out;
}

std::string etag(const sync::HttpRequest& request) {
    for (const auto& [name, value] : request.headers) {
        if (name.compare("If-Match", Qt::CaseInsensitive) == 0)
            return QByteArray(value).replace('"', QByteArray()).toStdString();
    }
    return {};
}

} // namespace

FakeHall::FakeHall() {
    auto server = std::make_unique<FakeServer>();
    m_server = server.get();
    m_server->knownSession = "session";
    m_server->command = [this](const sync::HttpRequest& request) { return answer(request); };
    m_server->publish("recordChanged", records());
    sync::Connection connection;
    connection.server = QUrl(u"http://127.0.0.1:1"_s);
    connection.token = "token";
    connection.dataDir = m_folder.path();
    m_client = std::make_unique<sync::HallClient>(connection, std::move(server));
    m_account = std::make_unique<admin::Account>(*m_client);
    m_client->start();
    m_account->signIn(u"admin"_s, u"password"_s);
    if (!QTest::qWaitFor([this] { return m_account->signedIn() && inStep(); }))
        qFatal("the fake hall did not come up");
}

bool FakeHall::inStep() {
    return QTest::qWaitFor([this] { return m_client->replica().position() == m_server->seq(); });
}

void FakeHall::changeElsewhere(const model::Department& department) {
    model::Department changed = department;
    changed.version = m_server->seq() + 1;
    m_server->publish("recordChanged", {test::put(changed)});
}

sync::HttpResponse FakeHall::answer(const sync::HttpRequest& request) {
    const QByteArray path = request.path.split('?').constFirst().mid(static_cast<int>(sizeof("/api/v1") - 1));
    if (path == "/session" && request.method == "POST") {
        model::SessionView view;
        view.token = "session";
        view.staff = named<model::Staff>("staff-1", "人员1");
        view.staff.role = model::Role::administrator;
        return ok(model::toJson(view));
    }
    if (path == "/dashboard")
        return ok(model::toJson(dashboard));
    if (path == "/dashboard/wait-errors")
        return ok(model::toJson(waitErrors));
    if (path == "/statistics")
        return statistics ? ok(model::toJson(*statistics))
                          : problem(503, model::ErrorCode::unavailable, "the database is away");
    const QByteArrayList parts = path.split('/');
    if (parts.size() != 4 || parts[1] != "records")
        return {.status = 404, .headers = {}, .body = {}, .failure = {}};
    return request.method == "PUT" ? put(parts[2], parts[3].toStdString(), request)
                                   : remove(parts[2], parts[3].toStdString(), request);
}

sync::HttpResponse FakeHall::put(const QByteArray& kind, const std::string& id,
                                 const sync::HttpRequest& request) {
    const auto* known = admin::recordKind(QString::fromLatin1(kind));
    const auto present = known->find(replica(), QString::fromStdString(id));
    const std::string version = etag(request);
    if (present && version != std::to_string(admin::versionOf(*present)))
        return problem(409, model::ErrorCode::conflict,
                       "somebody changed the record meanwhile; fetch it again");
    // The stored record is the one sent, with the number of its event as version.
    std::string body = request.body.toStdString();
    const auto at = body.rfind("\"version\":");
    body = body.substr(0, at) + "\"version\":" + std::to_string(m_server->seq() + 1) + "}";
    m_server->publish("recordChanged", {{.kind = kind.toStdString(), .id = id, .record = body}});
    if (!note.empty())
        body = body.substr(0, body.size() - 1) + R"(,"notes":[")" + note + "\"]}";
    return ok(body, present ? 200 : 201);
}

sync::HttpResponse FakeHall::remove(const QByteArray& kind, const std::string& id, const sync::HttpRequest&) {
    m_server->publish("recordDeleted", {{.kind = kind.toStdString(), .id = id, .record = {}}});
    return ok({}, 204);
}

QVariant sampleValue(const admin::KindForm& form, const admin::Field& field, int round,
                     const sync::Replica& replica, const QString& table) {
    using admin::FieldType;
    const auto idOfKind = [&](int index) {
        const auto all = admin::recordKind(field.refersTo)->all(replica);
        return QVariant(admin::idOf(all[index % all.size()]));
    };
    switch (field.type) {
    case FieldType::text:
        if (field.longest > 0 && field.longest < 30)
            return field.path == u"prefix" ? QVariant(round % 2 == 0 ? u"X"_s : u"YZ"_s)
                                           : QVariant(u"短文 %1"_s.arg(round));
        return u"文本 {number} {window} %1"_s.arg(round);
    case FieldType::integer: {
        if (field.path == u"ratingGrades")
            return QVariant(round % 2 == 0 ? 3LL : 5LL);
        const admin::FieldForm* limits =
            admin::fieldForm(form, table.isEmpty() ? field.path : table + u'/' + field.path);
        return QVariant(qlonglong{(limits == nullptr ? 0 : limits->low) + round % 3});
    }
    case FieldType::boolean:
        return round % 2 == 0;
    case FieldType::choice:
        return field.choices[round % field.choices.size()];
    case FieldType::choices:
        return QVariantList{field.choices[round % field.choices.size()]};
    case FieldType::reference:
        return idOfKind(round);
    case FieldType::references:
        return round % 2 == 0 ? QVariantList{idOfKind(0)} : QVariantList{idOfKind(1), idOfKind(0)};
    case FieldType::day:
        return qlonglong{20261001 + round};
    case FieldType::minuteOfDay:
        return qlonglong{field.path == u"to" ? 1020 + round : 540 + round};
    case FieldType::picture:
        return QString(64, round % 2 == 0 ? u'a' : u'b');
    case FieldType::texts:
        return QVariantList{u"第一 %1"_s.arg(round), u"第二"_s};
    case FieldType::table: {
        QVariantMap row;
        for (const admin::Field& column : field.columns)
            row.insert(column.path, sampleValue(form, column, round, replica, field.path));
        const admin::FieldForm* own = admin::fieldForm(form, field.path);
        if (own != nullptr && own->input == admin::Input::skills) { // one row a queue, none for the usual
            row.insert(u"skill"_s, round % 2 == 0 ? u"exclude"_s : u"preferred"_s);
            return QVariantList{row};
        }
        return QVariantList{row, row};
    }
    case FieldType::kept:
        break;
    }
    return {};
}

} // namespace atrium::test
