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
                     std::chrono::milliseconds unheard, QObject* parent)
    : QObject(parent), m_client(client), m_board(board), m_speaker(std::move(speaker)), m_unheard(unheard) {
    m_clock.start();
    m_turnTime.setSingleShot(true);
    connect(&m_turnTime, &QTimer::timeout, this, &Announcer::endTurn);
    connect(&board, &BoardModel::callsArrived, this, &Announcer::take);
    connect(&client.replica(), &sync::Replica::batchApplied, this, &Announcer::settle);
    connect(m_speaker.get(), &devices::Speaker::started, this, [this](quint64 job) {
        if (job == m_job && m_presentedAt >= 0)
            m_lastDelay = m_clock.elapsed() - std::exchange(m_presentedAt, -1);
    });
    connect(m_speaker.get(), &devices::Speaker::finished, this,
            [this](quint64 job, devices::SpeechOutcome outcome) {
                if (job == m_job)
                    spoken(outcome);
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
            if (!m_shown.isEmpty())
                m_synced = std::exchange(m_shown, {});
        },
        Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            QString call;
            {
                const std::lock_guard lock(m_frames);
                call = std::exchange(m_synced, {});
            }
            if (!call.isEmpty())
                QMetaObject::invokeMethod(
                    this, [this, call] { presented(call); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    window.update();
}

void Announcer::take(const std::vector<model::Call>& fresh) {
    for (const auto& call : fresh) {
        const auto* area = m_client.replica().peek<model::Area>(call.areaId);
        m_queue.add(call, area == nullptr || !m_board.sound() ? 1 : area->announcement.repeat);
    }
    advance();
}

void Announcer::settle() {
    if (std::exchange(m_day, m_client.replica().day()) != m_client.replica().day())
        m_queue.startDay();
    auto calls = m_queue.behind();
    if (const auto* turn = m_queue.turn())
        calls.push_back(*turn);
    const bool running = m_queue.speaking();
    for (const auto& call : calls) {
        const auto* ticket = m_client.replica().peek<model::Ticket>(call.ticketId);
        const bool here = ticket != nullptr && m_board.shows(call.areaId) &&
                          (!ticket->windowId || *ticket->windowId == call.windowId);
        if (here && ticket->state == model::TicketState::called)
            continue;
        m_queue.settle(call.id);
        const bool there = here && ticket->state == model::TicketState::serving;
        if (running && !there && call.id.value == m_turn.toStdString() && !std::exchange(m_gone, true)) {
            // Its row has left the board: nobody is sent to that window any more.
            if (m_job == 0)
                m_turnTime.start(0);
            else
                m_speaker->cancel(m_job);
        }
    }
    advance();
}

void Announcer::advance() {
    const auto* turn = m_queue.turn();
    Turns turns;
    if (turn != nullptr)
        turns.now = turn->id;
    for (const auto& call : m_queue.behind())
        turns.behind.push_back(call.id);
    const QString top = turn == nullptr ? QString() : QString::fromStdString(turn->id.value);
    m_board.setTurns(std::move(turns)); // its row goes on top
    if (top != m_turn) {
        m_turn = top;
        m_presentedAt = -1;
        m_gone = false;
        {
            const std::lock_guard lock(m_frames);
            m_shown = top;
            m_synced.clear();
        }
        if (m_window != nullptr)
            m_window->update();
    }
    if (const auto call = m_queue.begin()) {
        m_begunAt = m_clock.elapsed();
        if (m_board.sound())
            speak(*call);
        else
            m_turnTime.start(m_unheard);
    }
}

void Announcer::presented(const QString& call) {
    const auto* turn = m_queue.turn();
    if (call != m_turn || turn == nullptr)
        return;
    // Every style shows the first row; a board that knows no hall yet shows none.
    if (!m_board.known() || m_board.calls()->keyAt(0) != QString::fromStdString(turn->ticketId.value)) {
        const std::lock_guard lock(m_frames);
        m_shown = call; // perhaps the next frame
        return;
    }
    m_presentedAt = m_clock.elapsed();
    m_queue.presented(model::CallId(call.toStdString()));
    advance();
}

void Announcer::spoken(devices::SpeechOutcome outcome) {
    m_job = 0;
    const auto left = m_unheard - std::chrono::milliseconds(m_clock.elapsed() - m_begunAt);
    if (outcome == devices::SpeechOutcome::spoken || m_gone || left.count() <= 0)
        endTurn();
    else
        m_turnTime.start(left);
}

void Announcer::endTurn() {
    m_turnTime.stop();
    m_speaking.clear();
    m_queue.ended();
    Q_EMIT speakingChanged();
    advance();
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
    m_speaking = QString::fromStdString(call.number);
    ++m_announced;
    m_job = m_speaker->say(voice);
    Q_EMIT speakingChanged();
}

} // namespace atrium::signage
