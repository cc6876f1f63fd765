// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/qtspeechengine.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <QtTextToSpeech/QTextToSpeech>
#include <QtTextToSpeech/QVoice>

#include <algorithm>
#include <chrono>
#include <utility>

namespace atrium::devices {

namespace {
constexpr QLatin1String kMandarin("Chinese (Mandarin, latin as Pinyin)");
constexpr QLatin1String kEnglish("English (America)");
} // namespace

double speechRate(int percent) {
    const double words = 1.7 * std::clamp(percent, 50, 200);
    return words < 170 ? (words - 170) / (170 - 80) : (words - 170) / (449 - 170);
}

int preferredVoice(SpeechLanguage language, const std::vector<VoiceName>& voices) {
    const auto rank = [language](const VoiceName& voice) {
        const bool variant = voice.name.contains(QLatin1Char('+'));
        if (language == SpeechLanguage::mandarin)
            return voice.name == kMandarin                                  ? 3
                   : !voice.name.contains(QLatin1String("latin as Pinyin")) ? 0
                   : variant                                                ? 1
                                                                            : 2;
        if (voice.name == kEnglish)
            return 5;
        if (voice.name == QLatin1String("English (Great Britain)"))
            return 4;
        if (voice.english || voice.name.startsWith(QLatin1String("English")))
            return variant ? 2 : 3;
        return voice.name == QLatin1String("Chinese (Mandarin, latin as English)") ? 1 : 0;
    };
    int best = -1;
    int bestRank = 0;
    for (std::size_t i = 0; i < voices.size(); ++i) {
        if (const int each = rank(voices[i]); each > bestRank) {
            best = static_cast<int>(i);
            bestRank = each;
        }
    }
    return best;
}

/// Everything that touches QTextToSpeech; runs in the engine's thread only.
class SpeechWorker : public QObject {
    Q_OBJECT

public:
    void warmUp() {
        open();
        takeVoice(SpeechLanguage::mandarin); // which a call most often begins with
        Q_EMIT warm();
    }

    void begin(const SpeechSegment& segment) {
        const bool fresh = m_speech == nullptr;
        open();
        bool ready = takeVoice(segment.language);
        // A speech service that came up or was restarted since: connect anew, once.
        if (!ready && !fresh &&
            (m_voices.isEmpty() || m_voices.contains(static_cast<int>(segment.language)))) {
            close();
            open();
            ready = takeVoice(segment.language);
        }
        if (!ready) {
            Q_EMIT unavailable();
            return;
        }
        // Each is a round trip to the service.
        if (std::exchange(m_rate, segment.ratePercent) != segment.ratePercent)
            m_speech->setRate(speechRate(segment.ratePercent));
        if (std::exchange(m_volume, segment.volumePercent) != segment.volumePercent)
            m_speech->setVolume(std::clamp(segment.volumePercent, 0, 100) / 100.0);
        m_active = true;
        m_begun = false;
        m_speech->say(segment.text);
    }

    void silence() {
        m_active = false;
        if (m_speech)
            m_speech->stop();
    }

Q_SIGNALS:
    void warm();
    void began();
    void ended();
    void unavailable();

private:
    void open() {
        if (m_speech || !QTextToSpeech::availableEngines().contains(QStringLiteral("speechd")))
            return;
        m_speech = new QTextToSpeech(QStringLiteral("speechd"), this);
        findVoices();
        connect(m_speech, &QTextToSpeech::stateChanged, this,
                [this](QTextToSpeech::State state) { onState(state); });
    }

    /// Whether the engine now has the voice of a language. Its state tells less: it starts with an error if
    /// it has no voice of the program's own locale, as is so for Chinese, and speaks all the same.
    bool takeVoice(SpeechLanguage language) {
        const auto voice = m_voices.constFind(static_cast<int>(language));
        if (voice == m_voices.constEnd())
            return false;
        if (m_speech->voice() != *voice) // it is several round trips
            m_speech->setVoice(*voice);
        return m_speech->voice() == *voice;
    }

    void close() {
        m_active = false;
        m_voices.clear();
        m_rate = -1;
        m_volume = -1;
        // It may be the sender of the signal under way.
        m_speech->disconnect(this);
        m_speech->deleteLater();
        m_speech = nullptr;
    }

    void onState(QTextToSpeech::State state) {
        if (!m_active)
            return;
        if (state == QTextToSpeech::Speaking) {
            m_begun = true;
            Q_EMIT began();
        } else if (state == QTextToSpeech::Ready && m_begun) { // else the end of one that was silenced
            m_active = false;
            Q_EMIT ended();
        } else if (state == QTextToSpeech::Error) {
            close();
            Q_EMIT unavailable();
        }
    }

    /// Looks through the voices of the locales until both languages have the best voice there is: where a
    /// voice is filed differs between versions and engines (Mandarin, which has no locale of its own in
    /// speech-dispatcher, under the C locale). Each locale is several round trips, so the likely ones go
    /// first.
    void findVoices() {
        QList<QVoice> voices;
        std::vector<VoiceName> names;
        auto locales = m_speech->availableLocales();
        std::stable_partition(locales.begin(), locales.end(), [](const QLocale& locale) {
            return locale.language() == QLocale::C ||
                   locale == QLocale(QLocale::English, QLocale::UnitedStates);
        });
        for (const QLocale& locale : std::as_const(locales)) {
            if (hasBest(names))
                break;
            m_speech->setLocale(locale);
            for (const QVoice& voice : m_speech->availableVoices()) {
                voices.push_back(voice);
                names.push_back({voice.name(), voice.locale().language() == QLocale::English});
            }
        }
        for (const auto language : {SpeechLanguage::mandarin, SpeechLanguage::english})
            if (const int at = preferredVoice(language, names); at >= 0)
                m_voices.insert(static_cast<int>(language), voices.at(at));
    }

    static bool hasBest(const std::vector<VoiceName>& names) {
        const auto has = [&](QLatin1String name) {
            return std::any_of(names.begin(), names.end(),
                               [&](const VoiceName& voice) { return voice.name == name; });
        };
        return has(kMandarin) && has(kEnglish);
    }

    QTextToSpeech* m_speech = nullptr;
    QHash<int, QVoice> m_voices;
    int m_rate = -1;       ///< percent as set, -1: as the engine began
    int m_volume = -1;     ///< the same
    bool m_active = false; ///< a segment was given and has not ended
    bool m_begun = false;  ///< the engine has reported the beginning of that segment
};

QtSpeechEngine::QtSpeechEngine(QObject* parent)
    : SpeechEngine(parent), m_thread(std::make_unique<QThread>()), m_worker(new SpeechWorker) {
    m_thread->setObjectName(QStringLiteral("speech"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpeechWorker::warm, this, &SpeechEngine::warm);
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

void QtSpeechEngine::warmUp() {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->warmUp(); });
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
