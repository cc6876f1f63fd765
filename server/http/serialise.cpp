// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/adapter.h"
#include "server/http/problem.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>

namespace atrium::http {

namespace {

/// RFC 9110, 6.6.1; formatted once a second and thread.
const std::string& dateField() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    const Poco::Timestamp now;
    if (now.epochTime() != second || text.empty()) {
        second = now.epochTime();
        text = "Date: " + Poco::DateTimeFormatter::format(now, Poco::DateTimeFormat::HTTP_FORMAT) + "\r\n";
    }
    return text;
}

/// A line break in a value would begin a field of the attacker's.
void appendField(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (const char c : value)
        out += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    out.append("\r\n");
}

void appendStatus(std::string& out, int status) {
    out.append("HTTP/1.1 ")
        .append(std::to_string(status))
        .append(" ")
        .append(reasonPhrase(status))
        .append("\r\n");
    out.append(dateField());
}

} // namespace

std::string serialise(const Response& response, const std::string& requestId, bool keepAlive, bool withBody) {
    const bool bodiless = response.status == 204 || response.status == 304;
    std::string out;
    out.reserve(320 + (withBody ? response.body.size() : 0));
    appendStatus(out, response.status);
    for (const auto& [name, value] : response.headers.all())
        appendField(out, name, value);
    if (!response.headers.find("Cache-Control"))
        out.append("Cache-Control: no-store\r\n");
    out.append("X-Content-Type-Options: nosniff\r\n");
    appendField(out, "Atrium-Request", requestId);
    if (!bodiless)
        appendField(out, "Content-Length", std::to_string(response.body.size()));
    out.append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    if (withBody && !bodiless)
        out.append(response.body);
    return out;
}

std::string streamHead(const std::string& requestId) {
    std::string out;
    appendStatus(out, 200);
    out.append("Content-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\n");
    appendField(out, "Atrium-Request", requestId);
    out.append("Connection: close\r\n\r\n");
    return out;
}

} // namespace atrium::http
