// SPDX-License-Identifier: GPL-3.0-or-later
// A whole terminal in front of a fake server, as a person sees it.
#pragma once

#include "apps/window-terminal/mainwindow.h"
#include "tests/gui/window-terminal/fakewindow.h"
#include "tests/support/gui/fakedevices.h"

#include <QTemporaryDir>

#include <memory>

namespace atrium::test {

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
    FakeScanner scanner;
    std::unique_ptr<sync::HallClient> client;
    std::unique_ptr<ui::HallState> hallState;
    std::unique_ptr<windowterminal::MainWindow> window;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace atrium::test
