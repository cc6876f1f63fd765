// SPDX-License-Identifier: GPL-3.0-or-later
// The type and the locale of every client, set before the first window.
#pragma once

namespace atrium::ui {

struct FontSetup {
    /// Sets Noto Sans CJK SC as the application's font and zh_CN as its locale; without it Han text falls
    /// back to Japanese shapes (直, 骨, 门). Call once after the application object exists, on the GUI
    /// thread. Gives false, and warns on the log, when the font is not installed.
    static bool apply();
};

} // namespace atrium::ui
