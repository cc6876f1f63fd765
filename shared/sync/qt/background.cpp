// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace atrium::sync {

void yieldToScreen() {
    constexpr int kNice = 15;
    // Linux reckons niceness by thread; a refusal costs speed only.
    [[maybe_unused]] const int refused = setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

} // namespace atrium::sync
