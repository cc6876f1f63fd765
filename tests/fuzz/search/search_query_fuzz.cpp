// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query, and any bytes as a name that is then searched for.
#include "shared/rules/search/index.h"

#include <cstdlib>

namespace {

using atrium::search::Entry;
using atrium::search::Index;

const Index& known() {
    static const Index index = Index::build(std::vector<Entry>{{1, "身份证办理", 3},
                                                               {2, "重庆银行开户", 2},
                                                               {3, "ETC办理", 1},
                                                               {4, "12345热线", 0},
                                                               {5, "旅行社（省内）", 0},
                                                               {6, "阿阿安安阿安", 0},
                                                               {7, "", 0}});
    return index;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    known().find(text);
    known().nextLetters(text);

    // A name is found by itself unless nothing of it can be typed or it is longer than a query may be.
    const Index own = Index::build(std::vector<Entry>{{1, text, 0}});
    const auto hits = own.find(text);
    if (hits.size() != 1 || hits.front().kind != atrium::search::MatchKind::prefix)
        std::abort();
    return 0;
}
