// SPDX-License-Identifier: GPL-3.0-or-later
// A voice that speaks prepared text.
#pragma once

#include "shared/devices/iface/device.h"

#include <vector>

namespace atrium::devices {

enum class SpeechLanguage {
    mandarin, ///< text is numbered pinyin, e.g. "qing3 dao4 san1 hao4 chuang1 kou3"
    english,
};

/// A piece of speech in one language at one speed.
struct SpeechSegment {
    SpeechLanguage language = SpeechLanguage::mandarin;
    QString text;
    int ratePercent = 100;   ///< 100 = the voice's own speed; 50 to 200 are honoured, others clamped
    int volumePercent = 100; ///< 0 to 100, others clamped
    int pauseAfterMs = 0;    ///< silence behind it, before the next segment or job

    bool operator==(const SpeechSegment&) const = default;
};

enum class SpeechOutcome {
    spoken,
    stopped,  ///< stop() or cancel() ended it
    timedOut, ///< the engine did not end in time
    noVoice,  ///< no engine, or no voice for any of the segments
};

/// Speaks jobs one after the other: two never overlap. A job always ends, sound device or not. While the
/// status is ready with the reason `starting`, a job is taken and spoken as soon as the engine is there.
class Speaker : public Device {
    Q_OBJECT

public:
    using Device::Device;

    /// Adds a job and returns its id (never 0). finished() follows exactly once, always asynchronously.
    virtual quint64 say(const std::vector<SpeechSegment>& segments) = 0;

    /// Ends the job if it is speaking, or takes it out of the queue. Unknown ids are ignored.
    virtual void cancel(quint64 job) = 0;

Q_SIGNALS:
    /// The engine reported the beginning of the first segment that it speaks.
    void started(quint64 job);
    void finished(quint64 job, atrium::devices::SpeechOutcome outcome);
};

} // namespace atrium::devices
