// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/web/page.h"

#include "shared/model/api.h"

namespace atrium::services {

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

bool wantsEnglish(const http::Request& request) {
    const std::string header(request.headers.find("Accept-Language").value_or(""));
    const std::size_t en = header.find("en");
    const std::size_t zh = header.find("zh");
    return en != std::string::npos && (zh == std::string::npos || en < zh);
}

http::Response htmlPage(bool english, int status, const std::string& title, const std::string& body,
                        int refreshSeconds, bool isWide) {
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
        "<meta http-equiv=\"refresh\" content=\"" +
        std::to_string(refreshSeconds) + "\"><title>" + escaped(title) +
        "</title><style>body{font:18px/1.6 'Noto Sans CJK "
        "SC',sans-serif;margin:0;background:#f3f6fa;color:#1b2733}"
        "main{max-width:" +
        (isWide ? "72rem" : "28rem") +
        ";margin:0 auto;padding:1.5rem}h1{font-size:1.1rem;color:#0b4a8f;margin:0}"
        ".n{font-size:4rem;font-weight:700;line-height:1.2}.s{font-size:1.4rem}"
        "dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem "
        "1rem}dt{color:#4a5a6a}dd{margin:0;font-weight:700}"
        "table{border-collapse:collapse;width:100%;background:#fff}caption{text-align:left;padding:.8rem 0 "
        ".3rem;font-weight:700}th,td{text-align:left;padding:.35rem .7rem;border-bottom:1px solid "
        "#d9e1ea}th{color:#4a5a6a;font-weight:400}td.r,th.r{text-align:right}.c{font-size:1.8rem;font-weight:"
        "700}"
        "</style></head><body><main>" +
        body + "</main></body></html>";
    return response;
}

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

} // namespace atrium::services
