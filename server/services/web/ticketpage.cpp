// SPDX-License-Identifier: GPL-3.0-or-later
// A small page without scripts or personal data: number, state, people ahead, expected wait.
#include "server/services/web/ticketpage.h"

#include "server/services/queueing/ticketcodes.h"
#include "server/services/queueing/views.h"
#include "server/services/web/page.h"

#include <array>

namespace atrium::services {

using model::TicketState;

namespace {

constexpr int kRefresh = 20; ///< seconds

struct StateText {
    TicketState state;
    const char* zh;
    const char* en;
};

constexpr std::array<StateText, 10> kStates{{
    {TicketState::reserved, "正在打印", "being printed"},
    {TicketState::waiting, "等候中", "waiting"},
    {TicketState::called, "请到窗口办理", "please go to the window"},
    {TicketState::serving, "正在办理", "being served"},
    {TicketState::held, "已挂起，请稍候", "on hold, please wait"},
    {TicketState::finished, "已办结", "finished"},
    {TicketState::noShow, "已过号，请到服务台", "missed, please ask at the service desk"},
    {TicketState::cancelled, "已取消", "cancelled"},
    {TicketState::voided, "已作废", "void"},
    {TicketState::expired, "已过期", "expired"},
}};

http::Response unknownTicket(bool english) {
    return htmlPage(english, 404, english ? "Ticket" : "号单",
                    english ? "<p class=\"s\">This code is no ticket of this hall.</p>"
                            : "<p class=\"s\">此二维码不是本大厅的号单。</p>",
                    kRefresh);
}

std::string facts(const model::TicketView& view, bool english, int windowNumber, const std::string& more) {
    std::string out = "<dl>";
    const auto row = [&](const char* zh, const char* en, const std::string& value) {
        out += std::string("<dt>") + (english ? en : zh) + "</dt><dd>" + escaped(value) + "</dd>";
    };
    if (view.ticket.state == TicketState::waiting || view.ticket.state == TicketState::reserved) {
        row("前面还有", "People ahead", std::to_string(view.peopleAhead) + (english ? "" : " 人"));
        row("预计等候", "Expected wait",
            view.waitLowMinutes ? waitText(*view.waitLowMinutes, view.waitHighMinutes, english)
            : english           ? "no window is open now"
                                : "窗口暂未开放");
    }
    if (windowNumber > 0)
        row("窗口", "Window", std::to_string(windowNumber) + (english ? "" : " 号"));
    if (!more.empty())
        row("本号接着办", "Then", more);
    return out + "</dl>";
}

std::string itemName(const Setup& setup, const model::ServiceItemId& id, bool english) {
    const auto item = setup.config.items.find(id);
    if (item == setup.config.items.end())
        return {};
    return english && !item->second.nameEn.empty() ? item->second.nameEn : item->second.name;
}

/// What the number is for afterwards.
std::string moreNames(const Setup& setup, const model::Ticket& ticket, bool english) {
    std::string out;
    for (const auto& id : ticket.moreItemIds)
        out += (out.empty() ? "" : english ? ", " : "、") + itemName(setup, id, english);
    return out;
}

http::Response ticketPage(Services& services, const http::Request& request) {
    const bool english = wantsEnglish(request);
    if (!services.codes.holds(request.param("id"), request.param("kid"), request.param("mac")))
        return unknownTicket(english);
    const model::TicketId id(std::string(request.param("id")));
    const auto now = services.clock.now();
    const auto known = findTicket(services, id);
    if (!known)
        return unknownTicket(english);
    return services.model.read([&](const HallState& state) {
        const auto view = ticketView(services, state, *known, now, {});
        int windowNumber = 0;
        const bool atWindow = known->state == TicketState::called || known->state == TicketState::serving;
        if (atWindow && known->windowId) {
            const auto window = state.setup->config.windows.find(*known->windowId);
            windowNumber = window == state.setup->config.windows.end() ? 0 : window->second.number;
        }
        const char* stateText = "";
        for (const auto& text : kStates)
            if (text.state == known->state)
                stateText = english ? text.en : text.zh;
        const auto& hall = state.setup->hall;
        const std::string name = english && !hall.nameEn.empty() ? hall.nameEn : hall.name;
        return htmlPage(english, 200, known->number,
                        "<h1>" + escaped(name) + "</h1><p class=\"n\">" + escaped(known->number) +
                            "</p><p class=\"s\">" + stateText + "</p><p>" +
                            escaped(itemName(*state.setup, known->itemId, english)) + "</p>" +
                            facts(view, english, windowNumber, moreNames(*state.setup, *known, english)),
                        kRefresh);
    });
}

} // namespace

void addTicketPage(http::RouteTable& routes, Services& services) {
    routes.add({.method = "GET",
                .pattern = "/t/{id}.{kid}.{mac}",
                .summary = "The page behind a ticket's code",
                .access = http::Access::everybody(),
                .responseMedia = "text/html",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return ticketPage(services, request); })});
}

} // namespace atrium::services
