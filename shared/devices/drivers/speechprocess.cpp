// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/speechprocess.h"

#include "shared/devices/drivers/voicelines.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLoggingCategory>
#include <QtCore/QProcessEnvironment>

#include <chrono>
#include <utility>

Q_LOGGING_CATEGORY(lcVoice, "atrium.voice")

namespace atrium::devices {

namespace {

constexpr int kMostTries = 2;
/// A helper that ended while nothing was said is there again before the next call, but not in a tight loop.
constexpr std::chrono::seconds kAgainAfter{2};
constexpr int kFarewellMs = 200;

} // namespace

SpeechProcess::SpeechProcess(QString program, QObject* parent)
    : SpeechEngine(parent), m_program(std::move(program)) {
    if (m_program.isEmpty())
        m_program = QCoreApplication::applicationDirPath() + QStringLiteral("/atrium-voice");
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &SpeechProcess::launch);
}

SpeechProcess::~SpeechProcess() {
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel(); // which ends it; one that hangs in its library is killed
    if (!m_process->waitForFinished(kFarewellMs)) {
        m_process->kill();
        m_process->waitForFinished(kFarewellMs);
    }
}

void SpeechProcess::launch() {
    m_again.stop();
    if (m_process)
        return;
    m_process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &SpeechProcess::read);
    // Later: the process must not be deleted in its own signal, and nothing may come before begin() returned.
    connect(m_process.get(), &QProcess::finished, this, &SpeechProcess::gone, Qt::QueuedConnection);
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                gone();
        },
        Qt::QueuedConnection);
    m_process->start(m_program, QStringList());
}

void SpeechProcess::gone() {
    if (!m_process)
        return;
    if (m_process->error() == QProcess::FailedToStart)
        qCWarning(lcVoice, "%s cannot be started", qPrintable(m_program));
    else
        qCWarning(lcVoice, "the voice ended and is started anew");
    const bool missing = m_process->error() == QProcess::FailedToStart;
    m_process.reset();
    if (m_speaking && m_tries < kMostTries && !missing)
        return send();
    if (missing)
        Q_EMIT warm(); // there is nothing to wait for
    else
        m_again.start();
    if (std::exchange(m_speaking, false))
        Q_EMIT unavailable();
}

void SpeechProcess::warmUp() {
    launch();
}

void SpeechProcess::begin(const SpeechSegment& segment) {
    m_segment = segment;
    m_speaking = true;
    m_tries = 0;
    send();
}

void SpeechProcess::send() {
    ++m_tries;
    launch();
    m_process->write(voiceLine(VoiceOrder{.id = ++m_id, .segment = m_segment}));
}

void SpeechProcess::silence() {
    m_speaking = false;
    if (m_process)
        m_process->write(voiceLine(VoiceOrder{}));
}

void SpeechProcess::read() {
    while (m_process && m_process->canReadLine()) {
        const auto report = voiceReport(m_process->readLine().chopped(1));
        if (!report)
            continue;
        if (report->kind == VoiceReport::Kind::warm) {
            Q_EMIT warm();
        } else if (m_speaking && report->id == m_id) {
            if (report->kind == VoiceReport::Kind::began) {
                Q_EMIT began();
                continue;
            }
            m_speaking = false;
            if (report->kind == VoiceReport::Kind::ended)
                Q_EMIT ended();
            else
                Q_EMIT unavailable();
        }
    }
}

} // namespace atrium::devices
