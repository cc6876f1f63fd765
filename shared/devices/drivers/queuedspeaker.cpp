// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/queuedspeaker.h"

#include <algorithm>
#include <utility>

namespace atrium::devices {

namespace {
constexpr int kLongestPauseMs = 5000;
} // namespace

QueuedSpeaker::QueuedSpeaker(Factory factory, QString name, SpeechLimits limits, QObject* parent)
    : Speaker(parent), m_factory(std::move(factory)), m_name(std::move(name)), m_limits(limits) {
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        dropEngine();
        setStatus({DeviceState::faulty, DeviceReason::noSound});
        finishJob(SpeechOutcome::timedOut);
    });
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &QueuedSpeaker::goOn);
}

void QueuedSpeaker::start() {
    if (m_started)
        return;
    m_started = true;
    setStatus({DeviceState::ready, m_warm ? DeviceReason::none : DeviceReason::starting});
    if (!m_engine)
        makeEngine();
    QTimer::singleShot(0, this, &QueuedSpeaker::next);
}

void QueuedSpeaker::stop() {
    m_started = false;
    m_warm = false;
    dropEngine();
    while (!m_jobs.empty())
        finishJob(SpeechOutcome::stopped);
    setStatus({DeviceState::offline, DeviceReason::notStarted});
}

quint64 QueuedSpeaker::say(const std::vector<SpeechSegment>& segments) {
    m_jobs.push_back({.id = ++m_lastId, .segments = segments});
    // Engines answer later anyway; a turn of a busy event loop can be a drawn frame before the sound.
    if (segments.empty())
        QTimer::singleShot(0, this, &QueuedSpeaker::next);
    else
        next();
    return m_lastId;
}

void QueuedSpeaker::cancel(quint64 job) {
    if (m_speaking && m_jobs.front().id == job) {
        m_engine->silence();
        finishJob(SpeechOutcome::stopped);
        return;
    }
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [job](const Job& each) { return each.id == job; });
    if (found == m_jobs.end())
        return;
    m_jobs.erase(found);
    QTimer::singleShot(0, this, [this, job] { Q_EMIT finished(job, SpeechOutcome::stopped); });
}

void QueuedSpeaker::next() {
    if (!m_started || m_speaking || m_jobs.empty())
        return;
    if (m_jobs.front().segments.empty()) {
        finishJob(SpeechOutcome::spoken);
        return;
    }
    if (!m_engine)
        makeEngine();
    m_speaking = true;
    beginSegment();
}

void QueuedSpeaker::makeEngine() {
    m_warm = false;
    m_engine = m_factory();
    connect(m_engine.get(), &SpeechEngine::warm, this, [this] {
        m_warm = true;
        if (status().reason == DeviceReason::starting)
            setStatus({DeviceState::ready, DeviceReason::none});
        if (m_speaking && !m_pause.isActive())
            startLimit();
    });
    connect(m_engine.get(), &SpeechEngine::began, this, [this] {
        if (!m_speaking || std::exchange(m_jobs.front().begun, true))
            return;
        Q_EMIT started(m_jobs.front().id);
    });
    connect(m_engine.get(), &SpeechEngine::ended, this, [this] { endSegment(true); });
    connect(m_engine.get(), &SpeechEngine::unavailable, this, [this] { endSegment(false); });
    m_engine->warmUp();
}

void QueuedSpeaker::beginSegment() {
    startLimit();
    const Job& job = m_jobs.front();
    m_engine->begin(job.segments[job.at]);
}

void QueuedSpeaker::endSegment(bool spoken) {
    if (!m_speaking || m_pause.isActive())
        return;
    Job& job = m_jobs.front();
    job.said = job.said || spoken;
    m_limit.stop();
    const int pause = spoken ? job.segments[job.at].pauseAfterMs : 0;
    if (pause > 0)
        m_pause.start(std::min(pause, kLongestPauseMs));
    else
        goOn();
}

void QueuedSpeaker::goOn() {
    Job& job = m_jobs.front();
    if (++job.at < job.segments.size()) {
        beginSegment();
        return;
    }
    if (job.said)
        setStatus({DeviceState::ready, DeviceReason::none});
    else
        setStatus({DeviceState::faulty, DeviceReason::noEngine});
    finishJob(job.said ? SpeechOutcome::spoken : SpeechOutcome::noVoice);
}

void QueuedSpeaker::finishJob(SpeechOutcome outcome) {
    m_limit.stop();
    m_pause.stop();
    m_speaking = false;
    const quint64 id = m_jobs.front().id;
    m_jobs.pop_front();
    if (!m_jobs.empty())
        QTimer::singleShot(0, this, &QueuedSpeaker::next);
    Q_EMIT finished(id, outcome);
}

void QueuedSpeaker::dropEngine() {
    if (!m_engine)
        return;
    m_engine->disconnect(this);
    m_engine->silence();
    m_engine.release()->deleteLater(); // it may be the sender of the signal under way
}

void QueuedSpeaker::startLimit() {
    const SpeechSegment& segment = m_jobs.front().segments[m_jobs.front().at];
    const auto words = segment.text.split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
    const auto rate = std::clamp(segment.ratePercent, 50, 200);
    const auto speaking = m_limits.base + m_limits.perWord * words * 100 / rate;
    m_limit.start(m_warm ? speaking : speaking + m_limits.warmUp);
}

} // namespace atrium::devices
