// SPDX-License-Identifier: GPL-3.0-or-later
// Speech in a program of its own.
#pragma once

#include "shared/devices/drivers/speechengine.h"

#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <memory>

namespace atrium::devices {

/// Speaks through the helper atrium-voice. The client library of the speech service ends the program that it
/// is in when the service ends; a screen must not end with it. A helper that ends is started anew, and what
/// it was saying is said once more; a second end makes the segment unavailable. The helper runs in the locale
/// C.UTF-8, for the speech service, which it may have to start, refuses one that is not generated.
class SpeechProcess final : public SpeechEngine {
    Q_OBJECT

public:
    /// Of the helper; empty: atrium-voice beside this program.
    explicit SpeechProcess(QString program = {}, QObject* parent = nullptr);
    ~SpeechProcess() override;

    void warmUp() override;
    void begin(const SpeechSegment& segment) override;
    void silence() override;

private:
    void launch();
    void send();
    void read();
    void gone();

    QString m_program;
    std::unique_ptr<QProcess> m_process;
    QTimer m_again;
    SpeechSegment m_segment; ///< while m_speaking
    quint64 m_id = 0;        ///< of the newest order
    bool m_speaking = false;
    int m_tries = 0;
};

} // namespace atrium::devices
