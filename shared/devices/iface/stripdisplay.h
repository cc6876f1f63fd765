// SPDX-License-Identifier: GPL-3.0-or-later
// The strip above a window: a line or two of text, or only a number.
#pragma once

#include "shared/devices/iface/device.h"

#include <QtCore/QStringList>

#include <optional>

namespace atrium::devices {

/// What the window does; a strip with colours tells it by them.
enum class StripState {
    closed,
    idle,
    calling, ///< somebody is called and awaited: what should catch the eye
    serving,
    paused,
};

struct StripContent {
    QStringList lines;         ///< first line at the top; what does not fit is left out
    std::optional<int> number; ///< for strips that show three digits only: 0 to 999; none: 0
    StripState state = StripState::idle;

    bool operator==(const StripContent&) const = default;
};

struct StripCapabilities {
    bool text = false; ///< false: only StripContent::number is shown
    int lines = 0;     ///< of text
    int columns = 0;   ///< of a line, in Latin letters; a Chinese character takes two
    bool colours = false;
    bool confirms = false; ///< the strip answers; without that "ready" means only that the line is open
};

/// Shows the newest content, and again by itself after the strip was without power or out of reach.
class StripDisplay : public Device {
    Q_OBJECT

public:
    using Device::Device;

    [[nodiscard]] virtual StripCapabilities capabilities() const = 0;

    /// Replaces what is shown. Never blocks; content that was not sent yet gives way to newer.
    virtual void show(const StripContent& content) = 0;

Q_SIGNALS:
    /// The newest content stands on the strip, or was sent to one that confirms nothing.
    void shown();
};

} // namespace atrium::devices
