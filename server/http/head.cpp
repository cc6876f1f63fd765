// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/parser.h"

#include <Poco/Exception.h>
#include <Poco/MemoryStream.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/String.h>

#include <algorithm>
#include <charconv>

namespace atrium::http {

namespace {

using model::ErrorCode;

constexpr int kFieldLimit = 100;

bool tokenChar(char c) noexcept {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
}

bool token(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), tokenChar);
}

/// Poco reads leniently; these lines are checked first.
const char* checkLines(std::string_view text, std::string_view& requestLine) {
    std::size_t end = text.find("\r\n");
    requestLine = text.substr(0, end);
    for (std::size_t at = end + 2; at + 2 < text.size(); at = end + 2) {
        end = text.find("\r\n", at);
        const std::string_view line = text.substr(at, end - at);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !token(line.substr(0, colon)))
            return "malformed header field";
        for (const char c : line.substr(colon + 1))
            if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
                return "control character in a header field";
    }
    return nullptr;
}

bool checkRequestLine(std::string_view line, ParseFailure& failure) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last || !token(line.substr(0, first)) || first > 16) {
        failure = {400, {ErrorCode::invalid, "", "malformed request line"}};
        return false;
    }
    const std::string_view version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        const bool http = version.starts_with("HTTP/");
        failure = {http ? 505 : 400, {ErrorCode::invalid, "", "only HTTP/1.1 and HTTP/1.0 are spoken here"}};
        return false;
    }
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const bool visible =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (target.empty() || !visible) {
        failure = {400, {ErrorCode::invalid, "", "malformed request target"}};
        return false;
    }
    return true;
}

/// Origin form, or absolute form as a proxy sends it.
bool splitTarget(std::string_view target, RequestHead& head) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme))
            continue;
        const std::size_t slash = target.find('/', scheme.size());
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
        break;
    }
    if (target.front() != '/' || target.find('#') != std::string_view::npos)
        return false;
    const std::size_t question = target.find('?');
    head.rawPath = target.substr(0, question);
    head.rawQuery = question == std::string_view::npos ? std::string_view{} : target.substr(question + 1);
    return true;
}

/// Where the body ends (RFC 9112, 6.3), without any doubt.
const char* checkFraming(RequestHead& head, bool http11) {
    const std::size_t lengths = head.headers.count("Content-Length");
    const std::size_t encodings = head.headers.count("Transfer-Encoding");
    if (lengths > 1 || encodings > 1)
        return "Content-Length and Transfer-Encoding may each appear once";
    if (lengths + encodings > 1)
        return "Content-Length and Transfer-Encoding exclude each other";
    if (encodings == 1) {
        if (!http11 || Poco::icompare(std::string(*head.headers.find("Transfer-Encoding")), "chunked") != 0)
            return "the only transfer encoding is chunked, in HTTP/1.1";
        head.chunked = true;
    }
    if (lengths == 1) {
        const std::string_view text = *head.headers.find("Content-Length");
        const bool digits =
            std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        const auto [stop, error] =
            std::from_chars(text.data(), text.data() + text.size(), head.contentLength);
        if (text.empty() || !digits || error != std::errc{} || stop != text.data() + text.size())
            return "Content-Length must be a number";
    }
    return nullptr;
}

bool fail(ParseFailure& failure, const char* why) {
    failure = {400, {ErrorCode::invalid, "", why}};
    return false;
}

} // namespace

bool parseHead(std::string_view text, RequestHead& head, ParseFailure& failure) {
    std::string_view requestLine;
    if (const char* const why = checkLines(text, requestLine))
        return fail(failure, why);
    if (!checkRequestLine(requestLine, failure))
        return false;
    Poco::Net::HTTPRequest parsed;
    try {
        parsed.setFieldLimit(kFieldLimit);
        Poco::MemoryInputStream stream(text.data(), static_cast<std::streamsize>(text.size()));
        parsed.read(stream);
    } catch (const Poco::Exception&) {
        return fail(failure, "malformed header, or more than 100 fields");
    }
    head = RequestHead{};
    head.method = parsed.getMethod();
    if (!splitTarget(parsed.getURI(), head))
        return fail(failure, "malformed request target");
    for (const auto& [name, value] : parsed)
        head.headers.add(name, value);
    const bool http11 = parsed.getVersion() == Poco::Net::HTTPMessage::HTTP_1_1;
    if (head.headers.count("Host") > 1 || (http11 && head.headers.count("Host") == 0))
        return fail(failure, "one Host field is required");
    if (const char* const why = checkFraming(head, http11))
        return fail(failure, why);
    head.keepAlive = parsed.getKeepAlive();
    if (const auto expect = head.headers.find("Expect")) {
        if (Poco::icompare(std::string(*expect), "100-continue") != 0) {
            failure = {417, {ErrorCode::invalid, "", "the only expectation met here is 100-continue"}};
            return false;
        }
        head.expectContinue = http11;
    }
    return true;
}

} // namespace atrium::http
