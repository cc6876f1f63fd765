// SPDX-License-Identifier: GPL-3.0-or-later
// --self-test: opens every page and panel with the demonstration's records.
#pragma once

#include <QObject>

namespace atrium::windowterminal {

class MainWindow;

/// Goes through the pages by the keys that a clerk presses; finished() says whether each came. GUI thread.
class SelfTest : public QObject {
    Q_OBJECT
public:
    explicit SelfTest(MainWindow& window, bool atWindow, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(bool passed);

private:
    void step();
    [[nodiscard]] bool reached() const;

    MainWindow& m_window;
    bool m_atWindow;
    int m_step = 0;
    int m_patience = 0;
};

} // namespace atrium::windowterminal
