// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/kiosk/longhall.h"

namespace atrium::kiosk {

void longNames(DemoHall& demo) {
    demo.hall.name = "呼伦贝尔经济技术开发区政务服务和公共资源交易中心";
    demo.hall.nameEn = "Hulunbuir Economic and Technological Development Zone Government Service Centre";
    demo.departments[0].name = demo.departments[0].shortName = "市场监督管理局（知识产权局）";
    demo.departments[0].nameEn = "Administration for Market Regulation and Intellectual Property";
    demo.items[0].name = "企业设立登记（公司、个人独资企业、合伙企业）“一网通办”";
    demo.items[0].nameEn =
        "Registration of the establishment of companies, sole proprietorships and partnerships";
    const char* papers[] = {"经办人身份证件", "住所（经营场所）使用证明", "公司章程", "法定代表人任职文件",
                            "股东主体资格证明"};
    demo.items[0].materials.clear();
    for (const char* name : papers) {
        demo.items[0].materials.emplace_back();
        demo.items[0].materials.back().name = name;
    }
    for (auto& day : demo.days)
        day.waiting = 300;
    demo.queues[0].passedRule = model::PassedRule::keepsPlace;
    demo.queues[0].passedMinutes = 30;
    for (int weekday = 1; weekday <= 5; ++weekday) {
        // Open at the server's time, and closed: a Saturday.
        demo.queues[0].hours.push_back({.weekday = weekday, .from = {540}, .to = {720}});
        demo.queues[0].hours.push_back({.weekday = weekday, .from = {810}, .to = {1020}});
        demo.queues[1].hours.push_back({.weekday = weekday, .from = {540}, .to = {1020}});
    }
    demo.queues[0].hours.push_back({.weekday = 6, .from = {540}, .to = {720}});
}

model::TicketView ticketFor(const model::ServiceItemId& item) {
    model::TicketView view;
    view.ticket.id = model::TicketId("t1");
    view.ticket.number = "A0127";
    view.ticket.itemId = item;
    view.ticket.queueId = model::QueueId("queue-company");
    view.ticket.state = model::TicketState::waiting;
    view.qrText = "http://10.20.30.40:8080/t/0123456789abcdef0123456789abcdef.1.0123456789abcdef01234567";
    view.peopleAhead = 300;
    view.waitLowMinutes = 115;
    view.waitHighMinutes = 130;
    view.windowNumbers = {1, 2, 3, 4};
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********002X";
    return view;
}

} // namespace atrium::kiosk
