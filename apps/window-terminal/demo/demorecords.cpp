// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/demo/demorecords.h"

#include "shared/model/json.h"
#include "shared/model/records.h"

#include <array>
#include <chrono>

namespace atrium::windowterminal::demo {
namespace {

constexpr std::array kItems{
    std::pair{"公司设立登记", "Company formation"},
    std::pair{"公司变更登记", "Change of company registration"},
    std::pair{"外商投资企业和外国（地区）企业常驻代表机构设立、变更、注销登记",
              "Formation, change and deregistration of representative offices of foreign enterprises"},
    std::pair{"公司注销登记", "Company dissolution"}};

template <class R> sync::Change put(const R& record) {
    return {.kind = std::string(model::RecordTraits<R>::kind),
            .id = record.id.value,
            .record = model::toJson(record)};
}

model::ServiceItemId itemId(std::size_t number) {
    return model::ServiceItemId("item-" + std::to_string(number % kItems.size()));
}

model::ServiceItem item(std::size_t number) {
    model::ServiceItem item;
    item.id = itemId(number);
    item.hallId = hallId();
    item.departmentId = model::DepartmentId("dept");
    item.queueId = model::QueueId("queue");
    item.name = kItems.at(number).first;
    item.nameEn = kItems.at(number).second;
    item.materials = {
        {.name = "登记（备案）申请书", .form = "原件", .copies = 1, .required = true, .note = "可在窗口打印"},
        {.name = "公司章程", .form = "原件", .copies = 2, .required = true, .note = {}},
        {.name = "住所使用证明", .form = "复印件", .copies = 1, .required = true, .note = {}},
        {.name = "批准文件", .form = "复印件", .copies = 1, .required = false, .note = "须批准的提交"}};
    item.conditions = {"股东符合法定人数", "有符合规定的名称、住所和组织机构"};
    item.fee = "不收费";
    item.legalDays = 3;
    item.promisedDays = 1;
    return item;
}

model::Window window(int number) {
    model::Window window;
    window.id = model::WindowId("window-" + std::to_string(number));
    window.hallId = hallId();
    window.departmentId = model::DepartmentId("dept");
    window.number = number;
    window.name = "企业登记";
    window.nameEn = "Company registration";
    for (std::size_t i = 0; i < kItems.size(); ++i)
        window.itemIds.push_back(itemId(i));
    return window;
}

} // namespace

model::HallId hallId() {
    return model::HallId("hall");
}

model::Day day() {
    return {20261122};
}

sync::LogEvent records(std::int64_t seq) {
    model::Hall hall;
    hall.id = hallId();
    hall.name = "高新区政务服务中心";
    hall.nameEn = "Hi-Tech Zone Government Service Centre";
    model::Department department;
    department.id = model::DepartmentId("dept");
    department.name = "市场监督管理局";
    department.nameEn = "Market Supervision Bureau";
    department.shortName = "市场监管局";
    model::Queue queue;
    queue.id = model::QueueId("queue");
    queue.prefix = "A";
    queue.name = "企业登记";
    sync::LogEvent event{.seq = seq, .at = {}, .type = "demonstration", .changes = {}};
    event.changes = {put(hall), put(department), put(queue)};
    for (std::size_t i = 0; i < kItems.size(); ++i)
        event.changes.push_back(put(item(i)));
    for (const int number : {3, 4, 5, 6})
        event.changes.push_back(put(window(number)));
    return event;
}

model::WindowStatus closedWindow() {
    model::WindowStatus status;
    status.id = model::RecordId("window-3");
    status.hallId = hallId();
    status.windowId = model::WindowId("window-3");
    return status;
}

model::Device device(bool atWindow) {
    model::Device device;
    device.id = model::DeviceId("terminal");
    device.hallId = hallId();
    device.kind = model::DeviceKind::windowTerminal;
    if (atWindow)
        device.windowId = model::WindowId("window-3");
    return device;
}

model::Staff clerk(bool serviceDesk) {
    model::Staff staff;
    staff.id = model::StaffId("staff");
    staff.name = "李晓雯";
    staff.nameEn = "Li Xiaowen";
    staff.number = "G0103";
    staff.serviceDesk = serviceDesk;
    return staff;
}

model::QueueEntry entry(int number, model::Instant now) {
    constexpr std::array kHolders{"王*", "欧阳**", "", "某某***科技", "陈*"};
    model::QueueEntry entry;
    auto& ticket = entry.ticket;
    const std::string digits = std::to_string(123 + number);
    ticket.id = model::TicketId("ticket-" + digits);
    ticket.queueId = model::QueueId("queue");
    ticket.itemId = itemId(static_cast<std::size_t>(number));
    ticket.number = "A0" + digits;
    ticket.state = model::TicketState::waiting;
    ticket.issuedAt = ticket.arrivedAt = now - std::chrono::minutes(std::max(1, 75 - 2 * number));
    entry.holderName = kHolders.at(static_cast<std::size_t>(number) % kHolders.size());
    entry.reason = "arrival";
    if (number == 0) {
        entry.reason = "finallyCallBy";
    } else if (number == 1) {
        ticket.priorityReason = "老年人优先";
        ticket.priorityClass = 1;
        entry.reason = "priority";
    } else if (number == 2) {
        ticket.onlyWindowId = model::WindowId("window-3");
        ticket.note = "由 5 号窗口转来";
        entry.reason = "transferred";
    } else if (number == 3) {
        ticket.noShows = 1;
        entry.reason = "placesBack";
    } else if (number == 4) {
        ticket.channel = model::TicketChannel::web;
    }
    return entry;
}

model::TicketView view(const model::QueueEntry& entry) {
    model::TicketView view;
    view.ticket = entry.ticket;
    view.qrText = "https://hall.example/t/0123456789abcdef.1.0011223344";
    view.peopleAhead = 4;
    view.waitLowMinutes = 10;
    view.waitHighMinutes = 20;
    view.windowNumbers = {3, 4, 5, 6};
    view.holderName = entry.holderName;
    view.holderNumber = "3101**********1234";
    return view;
}

} // namespace atrium::windowterminal::demo
