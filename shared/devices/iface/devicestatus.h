// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a device in words that a screen, a dashboard and a rule can all use.
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace atrium::devices {

Q_NAMESPACE

/// What the device can do at this moment.
enum class DeviceState {
    offline,   ///< cannot be used; DeviceStatus::reason says why
    ready,     ///< works
    paperLow,  ///< works, the roll should be changed soon (printers)
    paperOut,  ///< needs paper (printers)
    coverOpen, ///< needs its cover closed (printers)
    faulty,    ///< answers, but reports a fault of its own; DeviceStatus::reason says which
};
Q_ENUM_NS(DeviceState)

/// Why a device is offline or faulty.
enum class DeviceReason {
    none,
    notConfigured, ///< the configuration says "none"
    notStarted,    ///< start() has not been called, or stop() has
    portMissing,   ///< the port does not exist: cable, name, or driver of the operating system
    portDenied,    ///< the port exists and may not be opened: group dialout, or another program holds it
    unplugged,     ///< the port went away while in use; the driver tries again by itself
    noAnswer,      ///< the port is open and nothing answers: power, cable, baud rate
    badAnswers,    ///< something answers that does not speak the protocol: wrong device or baud rate
    notAuthorised, ///< the reader's security module refuses (status 66)
    selfTest,      ///< the device reports a failed self-test
    cutter,        ///< the printer's cutter is blocked
    mechanical,    ///< a mechanical or unrecoverable error of the printer
    starting,      ///< a speech engine is still getting ready; what it is given waits
    noEngine,      ///< no speech engine or no voice for the language is installed
    noSound,       ///< the speech engine did not finish in time: no sound device, or it hangs
    refused,       ///< a display refuses what it is to show: size, fonts or model are set wrongly
};
Q_ENUM_NS(DeviceReason)

/// State plus reason. usable() is what decides whether a page offers the device.
struct DeviceStatus {
    DeviceState state = DeviceState::offline;
    DeviceReason reason = DeviceReason::notStarted;

    [[nodiscard]] bool usable() const {
        return state == DeviceState::ready || state == DeviceState::paperLow;
    }
    bool operator==(const DeviceStatus&) const = default;
};

} // namespace atrium::devices

Q_DECLARE_METATYPE(atrium::devices::DeviceStatus)
