// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a connection's input. The first byte says how they are cut; the requests read must not depend
// on it, and no limit may be passed.
#include "server/http/parser.h"
#include "server/http/route.h"

#include <cstdlib>
#include <vector>

namespace {

using atrium::http::RequestParser;
using Progress = RequestParser::Progress;

constexpr std::size_t kHeaderLimit = 2048;
constexpr std::size_t kBodyLimit = 512;

std::vector<std::string> requests(const std::string& bytes, std::size_t piece) {
    std::vector<std::string> seen;
    RequestParser parser(kHeaderLimit);
    std::string buffer;
    std::size_t at = 0;
    while (true) {
        switch (parser.advance(buffer)) {
        case Progress::headDone:
            parser.setBodyLimit(kBodyLimit);
            break;
        case Progress::complete:
            if (parser.body().size() > kBodyLimit || parser.head().rawPath.empty() ||
                parser.head().rawPath.front() != '/')
                std::abort();
            static_cast<void>(atrium::http::percentDecode(parser.head().rawPath, false));
            static_cast<void>(atrium::http::parseQuery(parser.head().rawQuery));
            seen.push_back(parser.head().method + " " + parser.head().rawPath + "?" + parser.head().rawQuery +
                           "\n" + parser.body());
            parser.next();
            break;
        case Progress::failed:
            if (parser.failure().status < 400)
                std::abort();
            seen.push_back("failed");
            return seen;
        case Progress::needMore:
            if (at == bytes.size())
                return seen;
            const std::size_t take = std::min(piece, bytes.size() - at);
            buffer.append(bytes, at, take);
            at += take;
            break;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string bytes(data + 1, data + size);
    if (requests(bytes, 1 + data[0] % 32U) != requests(bytes, bytes.size() + 1))
        std::abort();
    return 0;
}
