// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/sseparser.h"

#include <utility>

namespace atrium::sync {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

model::Error tooLarge(const char* what) {
    return {model::ErrorCode::tooLarge, "/", std::string("event stream: ") + what};
}

} // namespace

model::Result<void> SseParser::feed(std::string_view bytes, std::vector<SseItem>& out) {
    if (m_failed)
        return tooLarge("an earlier part was over its limit");
    while (!bytes.empty()) {
        if (m_afterCr) {
            m_afterCr = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view part = bytes.substr(0, end);
        if (m_line.size() + part.size() > kLargestLine) {
            m_failed = true;
            return tooLarge("a line over 1 MiB");
        }
        m_line.append(part);
        if (end == std::string_view::npos)
            break;
        m_afterCr = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        endLine(out);
        m_line.clear();
        if (m_data.size() > kLargestEvent) {
            m_failed = true;
            return tooLarge("an event over 4 MiB");
        }
    }
    return {};
}

void SseParser::endLine(std::vector<SseItem>& out) {
    std::string_view line = m_line;
    if (std::exchange(m_atStart, false) && line.starts_with(kByteOrderMark))
        line.remove_prefix(kByteOrderMark.size());
    if (line.empty())
        return dispatch(out);
    const std::size_t colon = line.find(':');
    std::string_view value;
    if (colon != std::string_view::npos) {
        value = line.substr(colon + 1);
        if (value.starts_with(' '))
            value.remove_prefix(1);
    }
    if (colon == 0)
        out.push_back({.isComment = true, .id = {}, .type = {}, .data = std::string(value)});
    else
        field(line.substr(0, colon), value);
}

void SseParser::field(std::string_view name, std::string_view value) {
    if (name == "data") {
        m_data.append(value);
        m_data += '\n';
        m_hasData = true;
    } else if (name == "event") {
        m_type = value;
    } else if (name == "id" && value.find('\0') == std::string_view::npos) {
        m_lastId = value;
    }
    // "retry" is not used: the pause after a loss is this client's own (see backoff.h).
}

void SseParser::dispatch(std::vector<SseItem>& out) {
    if (m_hasData || !m_type.empty()) {
        if (m_hasData)
            m_data.pop_back();
        out.push_back({.isComment = false,
                       .id = m_lastId,
                       .type = m_type.empty() ? std::string("message") : std::move(m_type),
                       .data = std::move(m_data)});
    }
    m_type.clear();
    m_data.clear();
    m_hasData = false;
}

} // namespace atrium::sync
