// SPDX-License-Identifier: GPL-3.0-or-later
// Announcements one after the other, each bounded in time.
#pragma once

#include "shared/devices/drivers/speechengine.h"

#include <QtCore/QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace atrium::devices {

struct SpeechLimits {
    std::chrono::milliseconds base{15000};   ///< allowed for any segment
    std::chrono::milliseconds perWord{900};  ///< more for each syllable or word, at 100 %
    std::chrono::milliseconds warmUp{60000}; ///< more while the engine is not warm: a busy machine takes long
};

/// The engine is made and warmed up at the start, and given up after a time-out: without a sound device an
/// engine may never end, and a new one finds a device that has been plugged in since. A segment that the
/// engine has no voice for is left out; the job fails only if that leaves nothing.
class QueuedSpeaker final : public Speaker {
    Q_OBJECT

public:
    using Factory = std::function<std::unique_ptr<SpeechEngine>()>;

    QueuedSpeaker(Factory factory, QString name, SpeechLimits limits = {}, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override { return m_name; }
    quint64 say(const std::vector<SpeechSegment>& segments) override;
    void cancel(quint64 job) override;

private:
    struct Job {
        quint64 id = 0;
        std::vector<SpeechSegment> segments;
        std::size_t at = 0;
        bool begun = false; ///< started() has been told
        bool said = false;  ///< a segment has been spoken to its end
    };

    void next();
    void makeEngine();
    void beginSegment();
    void endSegment(bool spoken);
    void goOn();
    void finishJob(SpeechOutcome outcome);
    void dropEngine();
    void startLimit();

    Factory m_factory;
    QString m_name;
    SpeechLimits m_limits;
    std::unique_ptr<SpeechEngine> m_engine;
    std::deque<Job> m_jobs;
    QTimer m_limit;
    QTimer m_pause; ///< silence behind a segment
    quint64 m_lastId = 0;
    bool m_started = false;
    bool m_warm = false; ///< the engine is
    bool m_speaking = false;
};

} // namespace atrium::devices
