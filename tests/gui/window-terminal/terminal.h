// SPDX-License-Identifier: GPL-3.0-or-later
// A whole terminal in front of a fake server, as a person sees it.
#pragma once

#include "apps/window-terminal/mainwindow.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/ticketprinter.h"
#include "tests/gui/window-terminal/fakewindow.h"

#include <QTemporaryDir>

#include <memory>

namespace atrium::test {

/// Prints at once and remembers; `next` says how the job ends.
class FakePrinter : public devices::TicketPrinter {
    Q_OBJECT
public:
    devices::PrintResult next{devices::PrintOutcome::printed, devices::PrintFault::none};
    int printed = 0;

    void start() override { setStatus({devices::DeviceState::ready, devices::DeviceReason::none}); }
    void stop() override {}
    QString description() const override { return QStringLiteral("fake"); }
    devices::PrinterCapabilities capabilities() const override { return {.widthDots = 576, .paperMm = 80}; }
    void checkStatus() override;
    quint64 print(const devices::TicketImage& image, devices::CutMode cut) override;
    void cutOffRest() override {}
};

class FakeReader : public devices::CardReader {
    Q_OBJECT
public:
    void start() override {}
    void stop() override {}
    QString description() const override { return QStringLiteral("fake"); }
    void lay(const devices::IdCard& card) { Q_EMIT cardRead(card); }
};

/// Parts in the order in which they need each other. `folder` of an earlier terminal: a restart.
class Terminal {
public:
    explicit Terminal(bool atWindow = true, bool withPrinter = false, const QString& folder = {});
    ~Terminal();

    /// Fails the test when it does not come to the work (or desk) page.
    bool signIn();
    template <class T> T* find(const char* name) const {
        return window->findChild<T*>(QLatin1StringView(name));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString toast() const;
    [[nodiscard]] QString folder() const { return m_path; }

    FakeServer* server; ///< owned by client
    std::unique_ptr<FakeWindow> hall;
    FakePrinter printer;
    FakeReader reader;
    std::unique_ptr<sync::HallClient> client;
    std::unique_ptr<ui::HallState> hallState;
    std::unique_ptr<windowterminal::MainWindow> window;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace atrium::test
