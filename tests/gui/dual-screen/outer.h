// SPDX-License-Identifier: GPL-3.0-or-later
// A whole outer screen of window 3 in front of a fake server, as a citizen sees it.
#pragma once

#include "apps/dual-screen/outerscreen.h"
#include "shared/model/api.h"
#include "shared/model/queue.h"
#include "shared/model/staff.h"
#include "tests/support/gui/scene.h"
#include "tests/support/sync/fakeserver.h"

#include <QTemporaryDir>

#include <memory>

namespace atrium::sync {
class HallClient;
}
namespace atrium::ui {
class Enrolment;
class HallState;
} // namespace atrium::ui

namespace atrium::test {

/// Parts in the order in which they need each other. The server is down until start().
class Outer {
public:
    explicit Outer(dualscreen::RatingTimes times = {}, QSize size = {1280, 800});
    ~Outer();

    /// Connects, and fails the test when the screen does not come into step with what was published.
    bool start();
    /// Publishes the window's status as it is now in `status`, and waits until the screen has it.
    bool publish();
    bool publish(const std::vector<sync::Change>& records);
    bool inStep() const;
    /// State and ticket in one step.
    bool become(model::WindowState state, const std::string& number = {});
    /// The service ended: the server asks for a rating of this ticket.
    bool askForRating(const std::string& ticket);
    /// Bodies that the server heard at this path, oldest first.
    [[nodiscard]] QList<QByteArray> heard(const QByteArray& path) const;
    [[nodiscard]] QString page() const;

    model::Hall hall;
    model::Staff staff;
    model::Department department;
    model::Window window;
    model::Window other; ///< serves the same item
    model::ServiceItem item;
    model::WindowStatus status;
    model::WindowStatus otherStatus; ///< as an outer screen sees it: the state alone

    FakeServer* server; ///< owned by client
    std::unique_ptr<sync::HallClient> client;
    std::unique_ptr<ui::HallState> hallState;
    std::unique_ptr<ui::Enrolment> enrolment;
    std::unique_ptr<dualscreen::OuterScreen> screen;
    std::unique_ptr<Scene> scene;

private:
    QTemporaryDir m_folder;
};

} // namespace atrium::test
