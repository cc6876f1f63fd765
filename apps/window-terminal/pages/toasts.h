// SPDX-License-Identifier: GPL-3.0-or-later
// What was done or refused, over the page: one sentence, and one that can be undone.
#pragma once

#include <QObject>
#include <QSize>

namespace atrium::ui {
class UndoBar;
}

namespace atrium::windowterminal {

/// Where they stand in a window.
enum class ToastPlace {
    foot,   ///< above the lower edge of a page
    head,   ///< below the upper edge: the page has its keys at the foot
    bar,    ///< within the bar at the upper edge of the screen, below its keys
    barFoot ///< within the bar at the lower edge, above its keys
};

/// GUI thread. The host must outlive it.
class Toasts : public QObject {
    Q_OBJECT
public:
    explicit Toasts(QWidget& host);

    void say(const QString& sentence);
    /// Stands until its time is over; the same words again only keep it.
    void offerUndo(const QString& sentence, int seconds);
    void withdrawUndo();
    /// What was said is past.
    void withdrawMessage();
    void dismiss();
    void place(ToastPlace where);
    /// How much higher a bar must be to hold what is shown.
    [[nodiscard]] int heightInBar() const;

Q_SIGNALS:
    void undo();
    void dismissed();

private:
    QWidget& m_host;
    ui::UndoBar* m_undo;
    ui::UndoBar* m_message;
};

} // namespace atrium::windowterminal
