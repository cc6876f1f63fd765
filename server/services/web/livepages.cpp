// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/web/livepages.h"

#include "server/services/web/page.h"

#include <algorithm>
#include <array>

namespace atrium::services {
namespace {

constexpr int kBoardRefresh = 5; ///< seconds
constexpr int kHallRefresh = 10;
constexpr std::size_t kBoardCalls = 20;

struct StateText {
    model::WindowState state;
    const char* zh;
    const char* en;
};

constexpr std::array<StateText, 5> kStates{{{model::WindowState::closed, "未开放", "closed"},
                                            {model::WindowState::idle, "空闲", "free"},
                                            {model::WindowState::calling, "正在叫号", "calling"},
                                            {model::WindowState::serving, "正在办理", "serving"},
                                            {model::WindowState::paused, "暂停服务", "paused"}}};

std::string name(const std::string& zh, const std::string& en, bool english) {
    return escaped(english && !en.empty() ? en : zh);
}

std::string number(const std::string& text) {
    return "<td class=\"r\">" + text + "</td>";
}

std::string links(const model::LiveHall& hall, bool english) {
    std::string out = std::string("<p><a href=\"/board\">") + (english ? "All calls" : "全部叫号") + "</a>";
    for (const auto& area : hall.areas) // ids hold no characters that an address cannot
        out +=
            " · <a href=\"/board/" + area.id.value + "\">" + name(area.name, area.nameEn, english) + "</a>";
    return out + " · <a href=\"/hall\">" + (english ? "Queues and windows" : "排队与窗口") + "</a></p>";
}

std::string queueTable(const model::LiveHall& hall, bool english) {
    std::string out =
        english ? "<table><caption>Queues</caption><tr><th>Queue<th class=\"r\">Waiting<th>Expected "
                  "wait<th class=\"r\">Windows open<th class=\"r\">Numbers today</tr>"
                : "<table><caption>队列</caption><tr><th>队列<th class=\"r\">等候人数<th>预计等候<th "
                  "class=\"r\">开放窗口<th class=\"r\">今日发号</tr>";
    for (const auto& queue : hall.queues) {
        const std::string wait = queue.waitLowMinutes
                                     ? waitText(*queue.waitLowMinutes, queue.waitHighMinutes, english)
                                 : english ? "no window open"
                                           : "窗口暂未开放";
        out += "<tr><td>" + escaped(queue.prefix) + " " + name(queue.name, queue.nameEn, english) +
               number(std::to_string(queue.waiting)) + "<td>" + wait +
               number(std::to_string(queue.windowsOpen)) + number(std::to_string(queue.issued)) + "</tr>";
    }
    return out + "</table>";
}

std::string windowTable(const model::LiveHall& hall, bool english) {
    std::string out =
        english ? "<table><caption>Windows</caption><tr><th class=\"r\">No.<th>Window<th>State<th>Ticket</tr>"
                : "<table><caption>窗口</caption><tr><th class=\"r\">窗口号<th>名称<th>状态<th>号码</tr>";
    for (const auto& window : hall.windows) {
        const auto text = std::find_if(kStates.begin(), kStates.end(),
                                       [&](const StateText& one) { return one.state == window.state; });
        out += "<tr>" + number(std::to_string(window.number)) + "<td>" +
               name(window.name, window.nameEn, english) + "<td>" + (english ? text->en : text->zh) + "<td>" +
               escaped(window.ticket) + "</tr>";
    }
    return out + "</table>";
}

} // namespace

http::Response boardPage(const model::LiveHall& hall, const http::Request& request) {
    const bool english = wantsEnglish(request);
    const std::string wanted(request.param("area"));
    const auto area = std::find_if(hall.areas.begin(), hall.areas.end(),
                                   [&](const auto& one) { return one.id.value == wanted; });
    if (!wanted.empty() && area == hall.areas.end())
        return htmlPage(english, 404, english ? "Calls" : "叫号",
                        (english ? "<p class=\"s\">There is no such waiting area.</p>"
                                 : "<p class=\"s\">没有这个等候区。</p>") +
                            links(hall, english),
                        kBoardRefresh, true);
    std::string title = name(hall.name, hall.nameEn, english);
    if (area != hall.areas.end())
        title += " · " + name(area->name, area->nameEn, english);
    std::string body = "<h1>" + title + "</h1><table class=\"c\"><caption>" +
                       (english ? "Called" : "正在叫号") + "</caption>";
    std::size_t shown = 0;
    for (const auto& call : hall.calls) {
        if ((area != hall.areas.end() && call.areaId != area->id) || shown == kBoardCalls)
            continue;
        ++shown;
        const std::string window = std::to_string(call.windowNumber);
        body += "<tr><td>" + escaped(call.number) + "<td>" +
                (english ? "Window " + window : window + " 号窗口") + "</tr>";
    }
    if (shown == 0)
        body +=
            std::string("<tr><td>") + (english ? "Nobody has been called yet." : "还没有叫号。") + "</tr>";
    return htmlPage(english, 200, english ? "Calls" : "叫号", body + "</table>" + links(hall, english),
                    kBoardRefresh, true);
}

http::Response hallPage(const model::LiveHall& hall, const http::Request& request) {
    const bool english = wantsEnglish(request);
    int waiting = 0;
    for (const auto& queue : hall.queues)
        waiting += queue.waiting;
    const auto open = std::count_if(hall.windows.begin(), hall.windows.end(), [](const auto& window) {
        return window.state != model::WindowState::closed && window.state != model::WindowState::paused;
    });
    const std::string sum =
        english ? std::to_string(waiting) + " waiting, " + std::to_string(open) + " windows open"
                : std::to_string(waiting) + " 人等候，" + std::to_string(open) + " 个窗口开放";
    return htmlPage(english, 200, english ? "Queues and windows" : "排队与窗口",
                    "<h1>" + name(hall.name, hall.nameEn, english) + "</h1><p class=\"s\">" + sum + "</p>" +
                        queueTable(hall, english) + windowTable(hall, english) + links(hall, english),
                    kHallRefresh, true);
}

} // namespace atrium::services
