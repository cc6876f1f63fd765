// SPDX-License-Identifier: GPL-3.0-or-later
// Speech through Qt TextToSpeech over speech-dispatcher and espeak-ng.
#pragma once

#include "shared/devices/drivers/speechengine.h"

#include <QtCore/QThread>

#include <memory>
#include <vector>

namespace atrium::devices {

class SpeechWorker;

/// Rate of QTextToSpeech (-1 to 1) for a percentage of the voice's own speed, as speech-dispatcher's espeak
/// module maps it to words a minute: 80 at -1, 170 at 0, 449 at 1.
[[nodiscard]] double speechRate(int percent);

/// A voice as an engine lists it.
struct VoiceName {
    QString name;
    bool english = false; ///< listed under an English locale
};

/// Place in the list of the voice to use for a language, or -1 if none can speak it. Names are those of
/// espeak-ng ("+" marks its variants of a voice); an unknown English voice does if there is no known one.
[[nodiscard]] int preferredVoice(SpeechLanguage language, const std::vector<VoiceName>& voices);

/// QTextToSpeech lives in a thread of its own, for its constructor takes about two seconds (it asks for some
/// 1800 voices). Mandarin is spoken by the voice "Chinese (Mandarin, latin as Pinyin)", fed with numbered
/// pinyin: the default Mandarin voice reads Chinese as English letters.
class QtSpeechEngine final : public SpeechEngine {
    Q_OBJECT

public:
    explicit QtSpeechEngine(QObject* parent = nullptr);
    ~QtSpeechEngine() override;

    void warmUp() override;
    void begin(const SpeechSegment& segment) override;
    void silence() override;

private:
    std::unique_ptr<QThread> m_thread;
    SpeechWorker* m_worker; ///< lives in m_thread, which deletes it at its end
    bool m_busy = false;    ///< a segment has begun and not ended
};

} // namespace atrium::devices
