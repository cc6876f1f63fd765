// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/qtspeechengine.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <QtTextToSpeech/QTextToSpeech>
#include <QtTextToSpeech/QVoice>

#include <algorithm>
#include <chrono>

namespace atrium::devices {

double speechRate(int percent) {
    const double words = 1.7 * std::clamp(percent, 50, 200);
    return words < 170 ? (words - 170) / (170 - 80) : (words - 170) / (449 - 170);
}

/// Everything that touches QTextToSpeech; runs in the engine's thread only.
class SpeechWorker : public QObject {
    Q_OBJECT

public:
    void begin(const SpeechSegment& segment) {
        if (!m_speech)
            open();
        if (!m_speech || m_speech->state() == QTextToSpeech::Error || !chooseVoice(segment.language)) {
            Q_EMIT unavailable();
            return;
        }
        m_speech->setRate(speechRate(segment.ratePercent));
        m_active = true;
        m_speech->say(segment.text);
    }

    void silence() {
        m_active = false;
        if (m_speech)
            m_speech->stop();
    }

Q_SIGNALS:
    void began();
    void ended();
    void unavailable();

private:
    void open() {
        if (!QTextToSpeech::availableEngines().contains(QStringLiteral("speechd")))
            return;
        m_speech = new QTextToSpeech(QStringLiteral("speechd"), this);
        connect(m_speech, &QTextToSpeech::stateChanged, this,
                [this](QTextToSpeech::State state) { onState(state); });
    }

    void onState(QTextToSpeech::State state) {
        if (!m_active)
            return;
        if (state == QTextToSpeech::Speaking) {
            Q_EMIT began();
        } else if (state == QTextToSpeech::Ready) {
            m_active = false;
            Q_EMIT ended();
        } else if (state == QTextToSpeech::Error) {
            m_active = false;
            Q_EMIT unavailable();
        }
    }

    /// Mandarin has no locale of its own in speech-dispatcher: its voices are filed under the C locale.
    bool chooseVoice(SpeechLanguage language) {
        if (!m_voices.contains(static_cast<int>(language))) {
            const bool mandarin = language == SpeechLanguage::mandarin;
            const QString wanted =
                mandarin ? QStringLiteral("Chinese (Mandarin, latin as Pinyin)") : QStringLiteral("English");
            m_speech->setLocale(mandarin ? QLocale::c() : QLocale(QLocale::English, QLocale::UnitedStates));
            const auto voices = m_speech->availableVoices();
            auto found = std::find_if(voices.begin(), voices.end(),
                                      [&wanted](const QVoice& voice) { return voice.name() == wanted; });
            if (found == voices.end())
                found = std::find_if(voices.begin(), voices.end(), [&wanted](const QVoice& voice) {
                    return voice.name().startsWith(wanted);
                });
            if (found == voices.end())
                return false;
            m_voices.insert(static_cast<int>(language), *found);
        }
        m_speech->setVoice(m_voices.value(static_cast<int>(language)));
        return true;
    }

    QTextToSpeech* m_speech = nullptr;
    QHash<int, QVoice> m_voices;
    bool m_active = false;
};

QtSpeechEngine::QtSpeechEngine(QObject* parent)
    : SpeechEngine(parent), m_thread(std::make_unique<QThread>()), m_worker(new SpeechWorker) {
    m_thread->setObjectName(QStringLiteral("speech"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpeechWorker::began, this, &SpeechEngine::began);
    connect(m_worker, &SpeechWorker::ended, this, [this] {
        m_busy = false;
        Q_EMIT ended();
    });
    connect(m_worker, &SpeechWorker::unavailable, this, [this] {
        m_busy = false;
        Q_EMIT unavailable();
    });
    m_thread->start();
}

QtSpeechEngine::~QtSpeechEngine() {
    m_thread->quit();
    // An engine that hangs inside its library cannot be ended, and a screen must not wait for it: its thread
    // is left behind and cleans up after itself if it ever returns. The connections to this object end here.
    constexpr auto kBusyWait = std::chrono::milliseconds(100);
    constexpr auto kIdleWait = std::chrono::milliseconds(2500);
    if (m_thread->wait(QDeadlineTimer(m_busy ? kBusyWait : kIdleWait)))
        return;
    QThread* thread = m_thread.release();
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
}

void QtSpeechEngine::begin(const SpeechSegment& segment) {
    m_busy = true;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, segment] { worker->begin(segment); });
}

void QtSpeechEngine::silence() {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->silence(); });
}

} // namespace atrium::devices

#include "qtspeechengine.moc"
