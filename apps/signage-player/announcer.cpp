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
    m_unheardTime.setSingleShot(true);
    connect(&m_unheardTime, &QTimer::timeout, this, &Announcer::advance);
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
            if (m_wanted != 0)
                m_synced = std::exchange(m_wanted, 0);
        },
        Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            quint64 frame = 0;
            {
                const std::lock_guard lock(m_frames);
                frame = std::exchange(m_synced, 0);
            }
            if (frame != 0)
                QMetaObject::invokeMethod(
                    this, [this, frame] { presented(frame); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    window.update();
}

void Announcer::take(const std::vector<model::Call>& fresh) {
    for (const auto& call : fresh) {
        if (!call.spoken && m_board.sound()) {
            showSilent(call);
            continue;
        }
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
        const auto* ticket = personOf(call);
        const bool here = ticket != nullptr;
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
    std::erase_if(m_unheardTurns, [this](const Unheard& turn) {
        const auto* ticket = personOf(turn.call);
        return ticket == nullptr ||
               (ticket->state != model::TicketState::called && ticket->state != model::TicketState::serving);
    });
    advance();
}

const model::Ticket* Announcer::personOf(const model::Call& call) const {
    const auto* ticket = m_client.replica().peek<model::Ticket>(call.ticketId);
    return ticket != nullptr && m_board.shows(call.areaId) &&
                   (!ticket->windowId || *ticket->windowId == call.windowId)
               ? ticket
               : nullptr;
}

void Announcer::advance() {
    endUnheard();
    showUnheard();
    const auto* turn = m_board.sound() || m_queue.speaking() ? m_queue.turn() : nullptr;
    Turns turns;
    if (turn != nullptr)
        turns.now.push_back(turn->id);
    for (const auto& unheard : m_unheardTurns)
        turns.now.push_back(unheard.call.id);
    for (const auto& call : m_queue.behind())
        turns.behind.push_back(call.id);
    const QString top = turn == nullptr ? QString() : QString::fromStdString(turn->id.value);
    m_board.setTurns(std::move(turns)); // its row goes on top
    if (top != m_turn) {
        m_turn = top;
        m_presentedAt = -1;
        m_gone = false;
        wantFrame();
    }
    if (!m_board.sound())
        return;
    if (const auto call = m_queue.begin()) {
        m_begunAt = m_clock.elapsed();
        speak(*call);
    }
}

void Announcer::showUnheard() {
    const bool sound = m_board.sound();
    if (sound && !m_voiceless)
        return;
    const std::size_t taken = (sound && m_queue.turn() != nullptr) || m_queue.speaking() ? 1 : 0;
    bool more = false;
    while (m_unheardTurns.size() + taken < m_board.places()) {
        auto call = m_queue.takeUnheard(!sound);
        if (!call)
            break;
        // A newer call of the person, or of the window, has the row of the older one.
        std::erase_if(m_unheardTurns, [&](const Unheard& turn) {
            return turn.call.ticketId == call->ticketId || turn.call.windowId == call->windowId;
        });
        m_unheardTurns.insert(m_unheardTurns.begin(), {.call = std::move(*call)});
        more = true;
    }
    if (more)
        wantFrame();
}

void Announcer::showSilent(const model::Call& call) {
    std::erase_if(m_unheardTurns, [&](const Unheard& turn) {
        return turn.call.ticketId == call.ticketId || turn.call.windowId == call.windowId;
    });
    m_unheardTurns.insert(m_unheardTurns.begin(), {.call = call});
    // One row is for what is being said.
    const std::size_t most = std::max<std::size_t>(m_board.places(), 2) - 1;
    if (m_unheardTurns.size() > most)
        m_unheardTurns.resize(most);
    wantFrame();
}

void Announcer::endUnheard() {
    const auto enough = unheardTime();
    const qint64 now = m_clock.elapsed();
    std::erase_if(m_unheardTurns,
                  [&](const Unheard& turn) { return turn.since >= 0 && now - turn.since >= enough.count(); });
    m_unheardTime.stop();
    for (const auto& turn : m_unheardTurns) {
        const auto left = std::chrono::milliseconds(turn.since + enough.count() - now);
        if (turn.since >= 0 && (!m_unheardTime.isActive() || left < m_unheardTime.intervalAsDuration()))
            m_unheardTime.start(left);
    }
}

std::chrono::milliseconds Announcer::unheardTime() const {
    constexpr std::size_t kShortest = 3; // parts: what one can still read
    return m_unheard / static_cast<int>(std::min(
                           kShortest, 1 + m_queue.waiting() / std::max<std::size_t>(m_board.places(), 1)));
}

void Announcer::wantFrame() {
    {
        const std::lock_guard lock(m_frames);
        m_wanted = ++m_frame;
        m_synced = 0;
    }
    if (m_window != nullptr)
        m_window->update();
}

void Announcer::presented(quint64 frame) {
    if (frame != m_frame)
        return;
    const auto* turn = m_queue.turn();
    const auto& calls = *m_board.calls();
    const auto stands = [&](const model::Call& call, int rows) {
        for (int row = 0; m_board.known() && row < std::min(rows, calls.count()); ++row)
            if (calls.keyAt(row) == QString::fromStdString(call.ticketId.value))
                return true;
        return false; // a board that knows no hall yet shows none
    };
    bool missing = false;
    if (!m_turn.isEmpty() && turn != nullptr && !m_queue.speaking()) {
        // Every style shows the first row.
        if (stands(*turn, 1)) {
            m_presentedAt = m_clock.elapsed();
            m_queue.presented(turn->id);
        } else {
            missing = true;
        }
    }
    for (auto& unheard : m_unheardTurns) {
        if (unheard.since >= 0)
            continue;
        if (stands(unheard.call, static_cast<int>(m_board.places())))
            unheard.since = m_clock.elapsed();
        else
            missing = true;
    }
    if (missing) {
        const std::lock_guard lock(m_frames);
        m_wanted = frame; // perhaps the next frame
    }
    advance();
}

void Announcer::spoken(devices::SpeechOutcome outcome) {
    m_job = 0;
    m_voiceless = outcome == devices::SpeechOutcome::noVoice ||
                  (m_voiceless && outcome != devices::SpeechOutcome::spoken);
    const auto left = unheardTime() - std::chrono::milliseconds(m_clock.elapsed() - m_begunAt);
    if (outcome == devices::SpeechOutcome::spoken || m_gone || left.count() <= 0)
        return endTurn();
    m_turnTime.start(left);
    advance();
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
