// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk may do at this moment, and why not the rest. The server decides; this mirrors its answer so
// that the bar offers only what will be taken.
#pragma once

#include "shared/model/queue.h"

#include <QCoreApplication>
#include <QString>

#include <array>

namespace atrium::windowterminal {

enum class Action { call, recall, start, finish, noShow, transfer, pause, show, rating, hold, undo };
inline constexpr std::array kActions{Action::call,   Action::recall,   Action::start, Action::finish,
                                     Action::noShow, Action::transfer, Action::pause, Action::show,
                                     Action::rating, Action::hold,     Action::undo};

/// What the answer depends on.
struct Situation {
    bool online = false;
    bool known = false; ///< the window's state has come from the server
    bool busy = false;  ///< a command is on its way
    model::WindowState state = model::WindowState::closed;
    bool switchedOff = false; ///< by an administrator; what is under way may be ended
    int waiting = 0;
    bool recallsLeft = true;
    bool undoOpen = false;
    bool rateable = false; ///< a service was finished here and its rating page has been opened once only
    bool showing = false;  ///< a guide lies on the outer screen
    bool operator==(const Situation&) const = default;
};

struct Availability {
    bool enabled = false;
    QString why; ///< empty when enabled
};

/// One key of the bar.
struct BarKey {
    Action action = Action::call;
    const char* name = "";    ///< objectName, e.g. "bar-call"
    const char* icon = "";    ///< Lucide
    const char* caption = ""; ///< source text, context "atrium::windowterminal::Actions"
    const char* key = "";     ///< "F2", as QKeySequence reads it
};

class Actions {
    Q_DECLARE_TR_FUNCTIONS(atrium::windowterminal::Actions)
public:
    static Availability availability(Action action, const Situation& now);
    static const std::array<BarKey, 11>& bar();
    static QString caption(const BarKey& key) { return tr(key.caption); }
};

} // namespace atrium::windowterminal
