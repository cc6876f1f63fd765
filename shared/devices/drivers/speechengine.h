// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a speech synthesiser that the queue of announcements needs; a hall may put a better one behind
// it.
#pragma once

#include "shared/devices/iface/speaker.h"

namespace atrium::devices {

/// Speaks one segment at a time. All calls return at once, and signals come only after they have returned.
class SpeechEngine : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Gets ready to speak, so that the first segment need not wait for it; warm() should follow.
    virtual void warmUp() = 0;
    /// Begins a segment; one of ended() and unavailable() should follow, but nobody relies on it.
    virtual void begin(const SpeechSegment& segment) = 0;
    /// Falls silent. No signal is owed afterwards.
    virtual void silence() = 0;

Q_SIGNALS:
    void warm(); ///< done with getting ready, whether well or not
    void began();
    void ended();
    void unavailable(); ///< no engine, or no voice for the segment's language
};

} // namespace atrium::devices
