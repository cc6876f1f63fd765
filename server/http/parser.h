// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace atrium::http {

/// What the header of a request says (RFC 9112).
struct RequestHead {
    std::string method;
    std::string rawPath;  ///< still percent-encoded
    std::string rawQuery; ///< without the '?'
    Headers headers;
    bool keepAlive = true;
    bool expectContinue = false;
    bool chunked = false;
    std::uint64_t contentLength = 0;
};

/// The language a request wants to be answered in.
[[nodiscard]] model::Language askedLanguage(const RequestHead& head);

/// Why a request cannot be read; the connection closes after the answer.
struct ParseFailure {
    int status = 400;
    model::Error error;
};

/// Reads one request after another out of a growing buffer, without waiting. Strict where leniency lets two
/// parsers disagree about where a request ends: CRLF only, no folded fields, one Host, never both
/// Content-Length and Transfer-Encoding, never either of them twice. One thread.
class RequestParser {
public:
    enum class Progress { needMore, headDone, complete, failed };

    explicit RequestParser(std::size_t headerLimit) : m_headerLimit(headerLimit) {}

    /// Takes what it can from the front of buffer. headDone comes once per request: set the body's limit,
    /// then go on. After complete call next(); after failed the buffer means nothing.
    Progress advance(std::string& buffer);
    void setBodyLimit(std::size_t bytes);
    /// Ready for the next request of the connection.
    void next();

    [[nodiscard]] RequestHead& head() noexcept { return m_head; }
    [[nodiscard]] std::string& body() noexcept { return m_body; }
    [[nodiscard]] const ParseFailure& failure() const noexcept { return m_failure; }
    /// True from the end of the header to the end of the body.
    [[nodiscard]] bool inBody() const noexcept { return m_state != State::head && m_state != State::done; }

private:
    enum class State { head, fixedBody, chunkSize, chunkData, chunkEnd, trailer, done, failed };

    Progress fail(int status, model::Error error);
    Progress readHead(std::string& buffer);
    Progress readFixed(std::string& buffer);
    Progress readChunked(std::string& buffer);
    bool readChunkSize(std::string_view line);
    /// Takes a line with its CRLF from m_at on; false: not there yet, or failed.
    bool takeLine(std::string_view buffer, std::string_view& line);

    std::size_t m_headerLimit;
    std::size_t m_bodyLimit = 0;
    State m_state = State::head;
    std::size_t m_scanned = 0; ///< bytes of an unfinished header already looked at
    std::size_t m_at = 0;      ///< bytes of the buffer taken by the chunk decoder in this call
    std::uint64_t m_chunkLeft = 0;
    std::size_t m_trailerBytes = 0;
    RequestHead m_head;
    std::string m_body;
    ParseFailure m_failure;
};

/// The header of one request, its closing empty line included; failure set and nothing given when it is
/// malformed.
[[nodiscard]] bool parseHead(std::string_view text, RequestHead& head, ParseFailure& failure);

} // namespace atrium::http
