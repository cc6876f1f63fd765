// SPDX-License-Identifier: GPL-3.0-or-later
// What staff read: refusals, states, reasons of order and times, each said in one place.
#pragma once

#include "shared/model/api.h"
#include "shared/model/queue.h"
#include "shared/ui/appkit/localtext.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <string>

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

/// Texts in the program's present language. Any thread.
class Words {
    Q_DECLARE_TR_FUNCTIONS(atrium::windowterminal::Words)
public:
    /// Why the server refused, and what to do about it. Never the server's English detail alone.
    static QString refusal(const model::Error& error);
    /// A refusal of signing in, where the same codes mean other things.
    static QString signInRefusal(const model::Error& error);
    static QString windowState(model::WindowState state);
    static QString ticketState(model::TicketState state);
    /// Why a ticket stands where it stands, from QueueEntry::reason.
    static QString orderReason(const std::string& reason);
    /// "6:41" or "1:06:41".
    static QString clock(std::chrono::seconds span);
    /// "18 分" in a list, from whole minutes.
    static QString minutes(int minutes);
};

/// "10:02" in the hall's own zone.
[[nodiscard]] QString hallTime(model::Instant at, const sync::Replica& replica);

using ui::inLanguage;

[[nodiscard]] inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

} // namespace atrium::windowterminal
