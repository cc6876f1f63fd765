// SPDX-License-Identifier: GPL-3.0-or-later
// A whole signage player in front of a fake server, with a voice that a test can hold and let go.
#pragma once

#include "apps/signage-player/announcer.h"
#include "apps/signage-player/boardmodel.h"
#include "shared/devices/iface/speaker.h"
#include "shared/model/hall.h"
#include "shared/model/queue.h"
#include "shared/model/staff.h"
#include "shared/model/ticket.h"
#include "tests/support/gui/scene.h"
#include "tests/support/sync/fakeserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace atrium::sync {
class HallClient;
}
namespace atrium::ui {
class Enrolment;
class HallState;
} // namespace atrium::ui

namespace atrium::test {

/// Remembers every job and ends it when the test says so, or at once.
class FakeSpeaker : public devices::Speaker {
    Q_OBJECT
public:
    struct Job {
        quint64 id = 0;
        std::vector<devices::SpeechSegment> segments;
        QString text;     ///< of all segments
        QString onBoard;  ///< number that the last presented frame showed when it began
        bool lit = false; ///< and whether it was lit there
        bool ended = false;
    };

    void start() override { setStatus({devices::DeviceState::ready, devices::DeviceReason::none}); }
    void stop() override {}
    QString description() const override { return QStringLiteral("fake"); }
    quint64 say(const std::vector<devices::SpeechSegment>& segments) override;
    void cancel(quint64 job) override;

    /// Ends the job that is being spoken.
    void finishCurrent();
    [[nodiscard]] QStringList said() const;

    bool endsAtOnce = true;
    devices::SpeechOutcome outcome = devices::SpeechOutcome::spoken;
    int most = 0; ///< jobs that were open at the same time
    std::vector<Job> jobs;
    std::function<QString()> presented; ///< what a person could see last
    std::function<bool()> lit;
};

/// Parts in the order in which they need each other. The server is down until start().
class Player {
public:
    /// Areas 1 … areas exist; the player shows the first `mine` of them. `speaker` replaces the fake one.
    /// A turn that nobody hears lasts `unheard`.
    explicit Player(int areas = 1, int mine = 1, QSize size = {1920, 1080},
                    std::unique_ptr<devices::Speaker> speaker = {},
                    std::chrono::milliseconds unheard = std::chrono::milliseconds(20));
    ~Player();

    bool start();
    /// The page anew, as a program that starts with what its replica knows.
    void show();
    bool publish(const std::vector<sync::Change>& records);
    [[nodiscard]] bool inStep() const;
    /// A waiting ticket of the queue of that area.
    model::Ticket ticket(const std::string& number, int area = 1);
    /// Calls a ticket to a window: one event, as the server writes it.
    std::int64_t call(const std::string& number, int window, int area = 1, int ordinal = 1,
                      bool spoken = true);
    /// The ticket's state changes in an event of its own.
    void turn(const std::string& number, model::TicketState state, int area = 1);
    /// The screen's own style.
    bool setStyle(model::BoardStyle style);
    /// What every style has on top, and whether it is lit there, read from the items on the screen.
    [[nodiscard]] QString topNumber() const;
    [[nodiscard]] bool topLit() const;
    /// Numbers of the rows, newest first.
    [[nodiscard]] QStringList numbers() const;

    model::Hall hall;
    std::vector<model::Area> areas;
    std::vector<model::Queue> queues;
    model::Device device;

    FakeServer* server;             ///< owned by client
    FakeSpeaker* speaker = nullptr; ///< owned by announcer; null with a speaker of the test's own
    std::unique_ptr<sync::HallClient> client;
    std::unique_ptr<ui::HallState> hallState;
    std::unique_ptr<ui::Enrolment> enrolment;
    std::unique_ptr<signage::BoardModel> board;
    std::unique_ptr<signage::Announcer> announcer;
    std::unique_ptr<Scene> scene;

private:
    QSize m_size;
    QTemporaryDir m_folder;
    int m_calls = 0;
};

} // namespace atrium::test
