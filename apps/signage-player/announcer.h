// SPDX-License-Identifier: GPL-3.0-or-later
// Gives each call its turn: on top of the board, lit, and spoken as often as the area asks, one after the
// other.
#pragma once

#include "shared/devices/iface/speaker.h"
#include "shared/model/ticket.h"
#include "shared/rules/announcement/announcementqueue.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

class QQuickWindow;

namespace atrium::sync {
class HallClient;
}

namespace atrium::signage {

class BoardModel;

/// The board shows whose turn it is before anything is heard, and goes on showing it until the last word.
/// Without a voice (the device's switch is off, no engine) nothing forces one at a time: as many calls as the
/// board has rows have their turns together, each from its first frame on for as long as one needs to read
/// it, shorter while others wait for a row. GUI thread, but for the two steps of a frame, which the render
/// thread reports.
class Announcer : public QObject {
    Q_OBJECT
public:
    Announcer(sync::HallClient& client, BoardModel& board, std::unique_ptr<devices::Speaker> speaker,
              std::chrono::milliseconds unheard = std::chrono::seconds(4), QObject* parent = nullptr);
    ~Announcer() override;

    /// Takes frames of this window as proof that a call stands on the screen.
    void watch(QQuickWindow& window);

    /// Whose turn it is, and who waits for one.
    const rules::announcement::AnnouncementQueue& queue() const { return m_queue; }
    /// Number being said, empty when silent.
    QString speaking() const { return m_speaking; }
    int announced() const { return m_announced; }
    /// "ready", "starting" (calls wait for the engine), or why nothing can be heard: "off", "noEngine",
    /// "noSound".
    QString speech() const;
    /// From the presented frame of the last call to the beginning of its sound, -1 before the first.
    qint64 lastSoundDelayMs() const { return m_lastDelay; }

Q_SIGNALS:
    void speakingChanged();

private:
    void take(const std::vector<model::Call>& fresh);
    /// Those who came, or were sent elsewhere, need not be called any more.
    void settle();
    void advance();
    void presented(quint64 frame);
    /// Gives rows to calls that nobody will hear.
    void showUnheard();
    /// Gives a row to a call that shall not be heard: its person has a message.
    void showSilent(const model::Call& call);
    /// Ends the turns of those that stood long enough, and asks to be called again for the next.
    void endUnheard();
    [[nodiscard]] std::chrono::milliseconds unheardTime() const;
    /// Somebody is still expected at, or has come to, the call's window.
    [[nodiscard]] const model::Ticket* personOf(const model::Call& call) const;
    void wantFrame();
    void speak(const model::Call& call);
    void spoken(devices::SpeechOutcome outcome);
    void endTurn();

    sync::HallClient& m_client;
    BoardModel& m_board;
    std::unique_ptr<devices::Speaker> m_speaker;
    rules::announcement::AnnouncementQueue m_queue;
    QQuickWindow* m_window = nullptr; ///< outlives the announcer
    std::mutex m_frames;              ///< guards the two below
    quint64 m_wanted = 0;             ///< the model holds something new that no frame has yet; 0: nothing
    quint64 m_synced = 0;             ///< it is in the frame that is being drawn
    quint64 m_frame = 0;              ///< the last one wanted
    QString m_turn;                   ///< call that is spoken, or next to be
    QElapsedTimer m_clock;
    qint64 m_presentedAt = -1; ///< ms of m_clock; -1 without a frame of this turn, and once it was heard
    qint64 m_begunAt = 0;
    const std::chrono::milliseconds m_unheard;
    QTimer m_turnTime; ///< of a turn that should have been heard
    struct Unheard {
        model::Call call;
        qint64 since = -1; ///< ms of m_clock; -1 before its frame
    };
    std::vector<Unheard> m_unheardTurns; ///< the newest first
    QTimer m_unheardTime;
    bool m_voiceless = false; ///< the last thing said found no voice; each new turn tries again
    QString m_speaking;
    quint64 m_job = 0;
    bool m_gone = false; ///< the person is gone: the turn ends with the word
    int m_announced = 0;
    qint64 m_lastDelay = -1;
    model::Day m_day;
};

} // namespace atrium::signage
