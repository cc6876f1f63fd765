// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/signage-player/announcer.h"

#include "apps/signage-player/boardmodel.h"
#include "shared/rules/speech/speech.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/voice.h"

#include <QMetaEnum>
#include <QQuickWindow>

#include <algorithm>
#include <utility>

namespace atrium::signage {

namespace {
constexpr int kBetweenMs = 450;
} // namespace

Announcer::Announcer(sync::HallClient& client, BoardModel& board, std::unique_ptr<devices::Speaker> speaker,
                     QObject* parent)
    : QObject(parent), m_client(client), m_board(board), m_speaker(std::move(speaker)) {
    m_clock.start();
    connect(&board, &BoardModel::callsShown, this, &Announcer::take);
    connect(&client.replica(), &sync::Replica::batchApplied, this, &Announcer::settleServed);
    connect(m_speaker.get(), &devices::Speaker::started, this, [this](quint64 job) {
        if (job == m_job && m_presentedAt.contains(m_current))
            m_lastDelay = m_clock.elapsed() - m_presentedAt.take(m_current);
    });
    connect(m_speaker.get(), &devices::Speaker::finished, this, [this](quint64 job) {
        if (job != m_job)
            return;
        m_job = 0;
        m_speaking.clear();
        m_queue.ended();
        Q_EMIT speakingChanged();
        speakNext();
    });
    m_speaker->start();
}

Announcer::~Announcer() = default;

QString Announcer::speech() const {
    const auto status = m_speaker->status();
    switch (status.reason) {
    case devices::DeviceReason::none:
        return QStringLiteral("ready");
    case devices::DeviceReason::notConfigured:
        return QStringLiteral("off");
    default:
        return QString::fromLatin1(
            QMetaEnum::fromType<devices::DeviceReason>().valueToKey(static_cast<int>(status.reason)));
    }
}

void Announcer::watch(QQuickWindow& window) {
    m_window = &window;
    // While the scene is synchronised the GUI thread stands still: what the model holds now is in this frame.
    connect(
        &window, &QQuickWindow::afterSynchronizing, this,
        [this] {
            const std::lock_guard lock(m_frames);
            m_synced.insert(m_synced.end(), m_shown.begin(), m_shown.end());
            m_shown.clear();
        },
        Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            std::vector<model::CallId> calls;
            {
                const std::lock_guard lock(m_frames);
                calls = std::exchange(m_synced, {});
            }
            if (!calls.empty())
                QMetaObject::invokeMethod(
                    this, [this, calls] { presented(calls); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    window.update();
}

void Announcer::take(const std::vector<model::Call>& fresh) {
    if (!m_board.sound())
        return;
    {
        const std::lock_guard lock(m_frames);
        for (const auto& call : fresh)
            m_shown.push_back(call.id);
    }
    for (const auto& call : fresh) {
        const auto* area = m_client.replica().peek<model::Area>(call.areaId);
        m_queue.add(call, area == nullptr ? 1 : area->announcement.repeat);
    }
    if (m_window != nullptr)
        m_window->update();
}

void Announcer::presented(const std::vector<model::CallId>& calls) {
    for (const auto& call : calls) {
        m_presentedAt.insert(QString::fromStdString(call.value), m_clock.elapsed());
        m_queue.presented(call);
    }
    speakNext();
}

void Announcer::settleServed() {
    for (const auto& ticket : m_client.replica().all<model::Ticket>())
        if (ticket.state != model::TicketState::called)
            m_queue.settle(ticket.id);
}

void Announcer::speakNext() {
    if (const auto call = m_queue.begin())
        speak(*call);
}

void Announcer::speak(const model::Call& call) {
    const auto* area = m_client.replica().peek<model::Area>(call.areaId);
    const model::AnnouncementSettings settings =
        area == nullptr ? model::AnnouncementSettings{} : area->announcement;
    const speech::Values values{{"number", call.number}, {"window", std::to_string(call.windowNumber)}};
    std::vector<devices::SpeechSegment> voice;
    for (const auto language : settings.languages) {
        const bool chinese = language == model::Language::zh;
        const auto said =
            ui::toVoice(speech::announcement(chinese ? speech::Language::zh : speech::Language::en,
                                             chinese ? settings.templateZh : settings.templateEn, values,
                                             {.ratePercent = settings.ratePercent}),
                        settings.volumePercent);
        voice.insert(voice.end(), said.begin(), said.end());
        if (!voice.empty()) // before the other language, the repeat or the next call
            voice.back().pauseAfterMs = std::max(voice.back().pauseAfterMs, kBetweenMs);
    }
    m_current = QString::fromStdString(call.id.value);
    m_speaking = QString::fromStdString(call.number);
    ++m_announced;
    m_job = m_speaker->say(voice);
    Q_EMIT speakingChanged();
}

} // namespace atrium::signage
