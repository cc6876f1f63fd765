// SPDX-License-Identifier: GPL-3.0-or-later
// A small page without scripts or personal data: number, state, people ahead, expected wait.
#include "server/services/web/ticketpage.h"

#include "server/services/queueing/ticketcodes.h"
#include "server/services/queueing/views.h"

#include <array>

namespace atrium::services {

using model::TicketState;

namespace {

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

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// The first of zh and en the browser names; Chinese when it names neither.
bool wantsEnglish(const http::Request& request) {
    const std::string header(request.headers.find("Accept-Language").value_or(""));
    const std::size_t en = header.find("en");
    const std::size_t zh = header.find("zh");
    return en != std::string::npos && (zh == std::string::npos || en < zh);
}

http::Response page(bool english, int status, const std::string& title, const std::string& body) {
    http::Response response;
    response.status = status;
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.headers.add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.headers.add("Referrer-Policy", "no-referrer");
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.body =
        "<!doctype html><html lang=\"" + std::string(english ? "en" : "zh-CN") +
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\">"
        "<meta http-equiv=\"refresh\" content=\"20\"><title>" +
        escaped(title) +
        "</title><style>body{font:18px/1.6 'Noto Sans CJK "
        "SC',sans-serif;margin:0;background:#f3f6fa;color:#1b2733}"
        "main{max-width:28rem;margin:0 auto;padding:1.5rem}h1{font-size:1.1rem;color:#0b4a8f;margin:0}"
        ".n{font-size:4rem;font-weight:700;line-height:1.2}.s{font-size:1.4rem}"
        "dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem "
        "1rem}dt{color:#4a5a6a}dd{margin:0;font-weight:700}"
        "</style></head><body><main>" +
        body + "</main></body></html>";
    return response;
}

http::Response unknownTicket(bool english) {
    return page(english, 404, english ? "Ticket" : "号单",
                english ? "<p class=\"s\">This code is no ticket of this hall.</p>"
                        : "<p class=\"s\">此二维码不是本大厅的号单。</p>");
}

/// Without high: over low minutes; with 0: no waiting.
std::string waitText(int low, std::optional<int> high, bool english) {
    if (high == 0)
        return english ? "no waiting" : "马上办理";
    if (!high && low >= model::kLongestWaitMinutes)
        return english ? "over 2 h" : "超过 2 小时";
    if (!high)
        return english ? "over " + std::to_string(low) + " min" : std::to_string(low) + " 分钟以上";
    if (low == 0)
        return english ? "within " + std::to_string(*high) + " min" : std::to_string(*high) + " 分钟内";
    const std::string span = std::to_string(low) + "–" + std::to_string(*high);
    return english ? "about " + span + " min" : "约 " + span + " 分钟";
}

std::string facts(const model::TicketView& view, bool english, int windowNumber) {
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
    return out + "</dl>";
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
        const auto item = state.setup->config.items.find(known->itemId);
        std::string itemName;
        if (item != state.setup->config.items.end())
            itemName = english && !item->second.nameEn.empty() ? item->second.nameEn : item->second.name;
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
        return page(english, 200, known->number,
                    "<h1>" + escaped(name) + "</h1><p class=\"n\">" + escaped(known->number) +
                        "</p><p class=\"s\">" + stateText + "</p><p>" + escaped(itemName) + "</p>" +
                        facts(view, english, windowNumber));
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
