// SPDX-License-Identifier: GPL-3.0-or-later
// A caller: the keys in front of a clerk, its little display, and the citizen's evaluator beside it.
#pragma once

#include "shared/devices/codec/callerframe.h"
#include "shared/devices/iface/device.h"

namespace atrium::devices {

struct CallerCapabilities {
    int ticketDigits = 0;  ///< the end of a number that its display shows
    int waitingDigits = 0; ///< of the number of those who wait
    bool evaluator = false;
};

/// Reports each press once, however often the line repeats it. A caller cannot be asked whether it is there:
/// "ready" means that its line is open.
class Caller : public Device {
    Q_OBJECT

public:
    using Device::Device;

    [[nodiscard]] virtual CallerCapabilities capabilities() const = 0;

    /// Shows the last digits of a ticket's number; letters do not fit. Newer values replace those not sent
    /// yet.
    virtual void showTicket(const QString& number) = 0;
    /// Shows how many wait, instead of a ticket.
    virtual void showWaiting(int count) = 0;
    /// For "that does not go" and "somebody waits".
    virtual void beep() = 0;
    /// Opens the evaluator for one grade.
    virtual void askGrade() = 0;

Q_SIGNALS:
    /// Digits and the key behind them, or digits only when the caller sends key by key.
    void pressed(const atrium::devices::caller::Entry& entry);
    /// The citizen's answer as the evaluator numbers it, 0 and up; which grade that is belongs to the model.
    void graded(int value);
};

} // namespace atrium::devices

Q_DECLARE_METATYPE(atrium::devices::caller::Entry)
