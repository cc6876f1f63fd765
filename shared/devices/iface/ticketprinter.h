// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket printer that says honestly whether a ticket came out.
#pragma once

#include "shared/devices/codec/ticketimage.h"
#include "shared/devices/iface/device.h"

namespace atrium::devices {

/// How a print ended.
enum class PrintOutcome {
    printed, ///< the printer confirmed, after the cut
    failed,  ///< the printer did not print the ticket; PrintResult::fault says why. Only this may void a
             ///< ticket
    unknown, ///< nothing could be learnt: the ticket may or may not be in the citizen's hand
};

enum class PrintFault {
    none,
    paperOut,
    coverOpen,
    cutter,
    mechanical,
    offline,  ///< no answer before anything was sent, or the printer reports itself offline
    badImage, ///< the picture is empty or wider than the paper
};

struct PrintResult {
    PrintOutcome outcome = PrintOutcome::unknown;
    PrintFault fault = PrintFault::none;

    bool operator==(const PrintResult&) const = default;
};

struct PrinterCapabilities {
    int widthDots = 0; ///< widest picture print() takes; a little less than the paper's dots
    int paperMm = 0;   ///< width of the roll
    int dotsPerMm = 8;
    bool cutter = true;
};

/// Prints one picture at a time; further jobs wait in order.
class TicketPrinter : public Device {
    Q_OBJECT

public:
    using Device::Device;

    [[nodiscard]] virtual PrinterCapabilities capabilities() const = 0;

    /// Asks the printer for its real-time status now. statusChecked() follows in any case, within about two
    /// seconds; while a job is under way it follows after that job. Use it before a number is reserved.
    virtual void checkStatus() = 0;

    /// Prints and cuts. Checks the status before anything is sent, and asks for a buffered answer after the
    /// cut. Returns the job's id (never 0); finished() follows exactly once, always asynchronously, in
    /// bounded time.
    virtual quint64 print(const TicketImage& image, CutMode cut) = 0;

    /// Makes the next job begin with a cut, so that half a ticket left in the printer does not hang on the
    /// next one. For the start of a program that finds an unresolved print; after jobs of its own the driver
    /// knows.
    virtual void cutOffRest() = 0;

Q_SIGNALS:
    void statusChecked(const atrium::devices::DeviceStatus& status);
    void finished(quint64 job, const atrium::devices::PrintResult& result);
};

} // namespace atrium::devices

Q_DECLARE_METATYPE(atrium::devices::PrintResult)
