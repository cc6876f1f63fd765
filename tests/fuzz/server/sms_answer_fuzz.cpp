// SPDX-License-Identifier: GPL-3.0-or-later
// Any body as the answer of cloud MAS to a message and as a push of reports.
#include "server/gateways/sms/codec/mas.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace atrium::gateways;

namespace {

void need(bool holds) {
    if (!holds)
        std::abort();
}

bool isWord(const std::string& word) {
    if (word.size() > 64)
        return false;
    for (const char c : word)
        if (c < 0x20 || c > 0x7E)
            return false;
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
    constexpr std::array<int, 8> kStatuses{200, 200, 200, 200, 302, 404, 500, 503};
    const auto answer = mas::decodeAnswer(MessageId{"m"}, kStatuses[data[0] % kStatuses.size()], body);
    need(answer.id.value == "m" && isWord(answer.code));
    need(answer.refs.empty() || answer.outcome == Outcome::accepted);
    if (const auto reports = mas::decodeReports(body))
        for (const auto& report : *reports)
            need(!report.ref.empty() && isWord(report.code));
    return 0;
}
