// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/parser.h"

#include <algorithm>
#include <charconv>

namespace atrium::http {

namespace {

using model::ErrorCode;

constexpr std::size_t kLineLimit = 256; ///< a chunk's size with its extensions
constexpr std::size_t kTrailerLimit = 8 * 1024;

} // namespace

model::Language askedLanguage(const RequestHead& head) {
    return model::languageOf(head.headers.find("Accept-Language").value_or(""));
}

RequestParser::Progress RequestParser::fail(int status, model::Error error) {
    m_state = State::failed;
    m_failure = {status, std::move(error)};
    return Progress::failed;
}

void RequestParser::next() {
    m_state = State::head;
    m_scanned = 0;
    m_trailerBytes = 0;
    m_head = RequestHead{};
    m_body = std::string{}; // gives a large body's memory back
}

void RequestParser::setBodyLimit(std::size_t bytes) {
    m_bodyLimit = bytes;
}

RequestParser::Progress RequestParser::advance(std::string& buffer) {
    switch (m_state) {
    case State::head:
        return readHead(buffer);
    case State::fixedBody:
        return readFixed(buffer);
    case State::done:
        return Progress::complete;
    case State::failed:
        return Progress::failed;
    default:
        return readChunked(buffer);
    }
}

RequestParser::Progress RequestParser::readHead(std::string& buffer) {
    while (m_scanned == 0 && buffer.starts_with("\r\n")) // RFC 9112, 2.2: empty lines before a request
        buffer.erase(0, 2);
    for (std::size_t i = m_scanned; i < buffer.size(); ++i) {
        if (i >= m_headerLimit)
            return fail(431, {ErrorCode::tooLarge, "",
                              "the header is longer than " + std::to_string(m_headerLimit) + " bytes"});
        if (buffer[i] != '\n')
            continue;
        if (i == 0 || buffer[i - 1] != '\r')
            return fail(400, {ErrorCode::invalid, "", "lines of the header end with CR LF"});
        if (i < 3 || buffer[i - 2] != '\n')
            continue;
        if (!parseHead(std::string_view(buffer).substr(0, i + 1), m_head, m_failure)) {
            m_state = State::failed;
            return Progress::failed;
        }
        buffer.erase(0, i + 1);
        m_state = m_head.chunked ? State::chunkSize : State::fixedBody;
        return Progress::headDone;
    }
    m_scanned = buffer == "\r" ? 0 : buffer.size();
    return Progress::needMore;
}

RequestParser::Progress RequestParser::readFixed(std::string& buffer) {
    if (m_head.contentLength > m_bodyLimit)
        return fail(413, {ErrorCode::tooLarge,
                          "",
                          {model::Sentence::bodyTooLong, {{"bytes", std::to_string(m_bodyLimit)}}}});
    const auto length = static_cast<std::size_t>(m_head.contentLength);
    if (m_body.empty() && buffer.size() == length) {
        m_body.swap(buffer);
    } else {
        const std::size_t take = std::min(length - m_body.size(), buffer.size());
        m_body.append(buffer, 0, take);
        buffer.erase(0, take);
    }
    if (m_body.size() < length)
        return Progress::needMore;
    m_state = State::done;
    return Progress::complete;
}

bool RequestParser::takeLine(std::string_view buffer, std::string_view& line) {
    const std::size_t end = buffer.find('\n', m_at);
    const std::size_t length = (end == std::string_view::npos ? buffer.size() : end) - m_at;
    if (length > kLineLimit) {
        fail(400, {ErrorCode::invalid, "", "a line of the chunked body is too long"});
        return false;
    }
    if (end == std::string_view::npos)
        return false;
    if (length == 0 || buffer[end - 1] != '\r') {
        fail(400, {ErrorCode::invalid, "", "lines of a chunked body end with CR LF"});
        return false;
    }
    line = buffer.substr(m_at, length - 1);
    m_at = end + 1;
    return true;
}

bool RequestParser::readChunkSize(std::string_view line) {
    const std::string_view digits = line.substr(0, line.find_first_of("; \t"));
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), m_chunkLeft, 16);
    if (digits.empty() || digits.size() > 8 || error != std::errc{} ||
        stop != digits.data() + digits.size() || line.find('\r') != std::string_view::npos) {
        fail(400, {ErrorCode::invalid, "", "malformed size of a chunk"});
        return false;
    }
    if (m_chunkLeft > m_bodyLimit - m_body.size()) {
        fail(413, {ErrorCode::tooLarge,
                   "",
                   {model::Sentence::bodyTooLong, {{"bytes", std::to_string(m_bodyLimit)}}}});
        return false;
    }
    m_state = m_chunkLeft == 0 ? State::trailer : State::chunkData;
    return true;
}

RequestParser::Progress RequestParser::readChunked(std::string& buffer) {
    m_at = 0;
    const std::string_view input = buffer;
    bool more = true;
    while (more && m_state != State::done && m_state != State::failed) {
        std::string_view line;
        switch (m_state) {
        case State::chunkSize:
            more = takeLine(input, line) && readChunkSize(line);
            break;
        case State::chunkData: {
            const std::size_t take = std::min<std::size_t>(m_chunkLeft, input.size() - m_at);
            m_body.append(input.substr(m_at, take));
            m_at += take;
            m_chunkLeft -= take;
            more = m_chunkLeft == 0;
            if (more)
                m_state = State::chunkEnd;
            break;
        }
        case State::chunkEnd:
            more = takeLine(input, line);
            if (more && !line.empty())
                fail(400, {ErrorCode::invalid, "", "a chunk is longer than its size says"});
            else if (more)
                m_state = State::chunkSize;
            break;
        default: // trailer: its fields are of no use here
            more = takeLine(input, line);
            m_trailerBytes += line.size();
            if (m_trailerBytes > kTrailerLimit)
                fail(431, {ErrorCode::tooLarge, "", "the trailer of the chunked body is too long"});
            else if (more && line.empty())
                m_state = State::done;
            break;
        }
    }
    buffer.erase(0, m_at);
    if (m_state == State::failed)
        return Progress::failed;
    return m_state == State::done ? Progress::complete : Progress::needMore;
}

} // namespace atrium::http
