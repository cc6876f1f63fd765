// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks the calls that a board shows: the picture first, one after the other, as often as the area asks.
#pragma once

#include "shared/devices/iface/speaker.h"
#include "shared/model/ticket.h"
#include "shared/rules/announcement/announcementqueue.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>

#include <memory>
#include <mutex>
#include <vector>

class QQuickWindow;

namespace atrium::sync {
class HallClient;
}

namespace atrium::signage {

class BoardModel;

/// GUI thread, but for the two steps of a frame, which the render thread reports.
class Announcer : public QObject {
    Q_OBJECT
public:
    Announcer(sync::HallClient& client, BoardModel& board, std::unique_ptr<devices::Speaker> speaker,
              QObject* parent = nullptr);
    ~Announcer() override;

    /// Takes frames of this window as proof that a call stands on the screen.
    void watch(QQuickWindow& window);

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
    void presented(const std::vector<model::CallId>& calls);
    void settleServed();
    void speakNext();
    void speak(const model::Call& call);

    sync::HallClient& m_client;
    BoardModel& m_board;
    std::unique_ptr<devices::Speaker> m_speaker;
    rules::announcement::AnnouncementQueue m_queue;
    QQuickWindow* m_window = nullptr;    ///< outlives the announcer
    std::mutex m_frames;                 ///< guards the two lists below
    std::vector<model::CallId> m_shown;  ///< in the model, not yet in a frame
    std::vector<model::CallId> m_synced; ///< in the frame that is being drawn
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_presentedAt; ///< by call, ms of m_clock
    QString m_current;                    ///< call being said
    QString m_speaking;
    quint64 m_job = 0;
    int m_announced = 0;
    qint64 m_lastDelay = -1;
};

} // namespace atrium::signage
