// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/transport.h"

#include <algorithm>

namespace atrium::sync {

QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name) {
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&name](const auto& header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace atrium::sync
