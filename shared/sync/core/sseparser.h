// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::sync {

/// One dispatched event, or one comment line (isComment; then only data is set).
struct SseItem {
    bool isComment = false;
    std::string id; ///< last id seen, also from earlier events
    std::string type;
    std::string data;
    bool operator==(const SseItem&) const = default;
};

/// Reads text/event-stream (WHATWG HTML, section 9.2.6) from pieces cut at any byte. Lines end with LF, CR or
/// CRLF, also when a CR and its LF come in different pieces. One addition: an event that names its type but
/// has no data line is dispatched too, so that a bare "event: reset" is never lost. Not thread-safe; one
/// parser belongs to one connection.
class SseParser {
public:
    static constexpr std::size_t kLargestLine = 1024U * 1024U;
    static constexpr std::size_t kLargestEvent = 4U * 1024U * 1024U;

    /// Appends what became complete to out. ErrorCode::tooLarge when a line or an event passes its limit; the
    /// parser then stays failed, since what follows cannot be trusted.
    [[nodiscard]] model::Result<void> feed(std::string_view bytes, std::vector<SseItem>& out);

private:
    void endLine(std::vector<SseItem>& out);
    void field(std::string_view name, std::string_view value);
    void dispatch(std::vector<SseItem>& out);

    std::string m_line;
    std::string m_lastId;
    std::string m_type;
    std::string m_data;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_atStart = true;
    bool m_failed = false;
};

} // namespace atrium::sync
