// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk on its screen, and the way through all of its pages.
#pragma once

#include "shared/ui/appkit/enrolment.h"
#include "tests/gui/kiosk/bench.h"
#include "tests/gui/kiosk/longhall.h"
#include "tests/support/gui/scene.h"

#include <QSize>

#include <functional>
#include <memory>
#include <vector>

namespace atrium::kiosk {

/// No test outlasts these; the warning's seconds have two digits, as in life.
inline constexpr IdleTimes kPatient{
    .home = 3'600'000, .ticket = 3'600'000, .page = 3'600'000, .warning = 99'000};

/// Prints when it is told to, or knows beforehand that there is no paper.
class SlowPrinter : public test::FakePrinter {
public:
    bool slow = false;  ///< a job lasts until release()
    bool empty = false; ///< says so when asked before a job

    void checkStatus() override {
        if (!empty)
            return FakePrinter::checkStatus();
        QMetaObject::invokeMethod(
            this,
            [this] {
                setStatus({devices::DeviceState::paperOut, {}});
                Q_EMIT statusChecked(status());
            },
            Qt::QueuedConnection);
    }
    quint64 print(const devices::TicketImage& image, devices::CutMode cut) override {
        return slow ? 1 : FakePrinter::print(image, cut);
    }
    void release() {
        slow = false;
        Q_EMIT finished(1, next);
    }
};

/// The kiosk's window at this size.
std::unique_ptr<test::Scene> screenOf(Bench& bench, ui::Enrolment& enrolment, QSize size);

/// A kiosk with everything, before a server that gives and finds one ticket.
struct Walk {
    Bench bench{kPatient, longNames};
    SlowPrinter* printer = nullptr;
    std::unique_ptr<ui::Enrolment> enrolment;
    std::unique_ptr<test::Scene> scene;

    explicit Walk(QSize size);
    [[nodiscard]] Kiosk& kiosk() const { return *bench.kiosk; }
    /// From the home page to a number.
    void take() const;
    /// The server refuses a look-up with this.
    void fail(model::ErrorCode why) const;
};

/// A page and what leads to it from the page before.
struct Step {
    const char* page;
    std::function<void(Walk&, Kiosk&)> go;
};
/// Every page of the kiosk, with what may stand on it.
const std::vector<Step>& steps();

} // namespace atrium::kiosk
