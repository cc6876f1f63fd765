// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits at the window, and what they came for.
#pragma once

#include "shared/model/api.h"
#include "shared/ui/widgets/cardframe.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}
namespace atrium::ui {
class EmptyState;
}

namespace atrium::windowterminal {

class ElidedLabel;
class GuideView;
class WindowDesk;

/// The present ticket with its guide; while a panel asks something (transfer, reason …) it stands in place of
/// the guide, and the person stays in sight. GUI thread.
class TicketPanel : public ui::CardFrame {
    Q_OBJECT
public:
    TicketPanel(WindowDesk& desk, sync::Replica& replica, QWidget* parent = nullptr);

    /// Adds a panel that openPanel() can show.
    void addPanel(QWidget& panel);
    void openPanel(QWidget& panel);
    /// Back to the guide, or to what an idle window shows.
    void closePanel();
    /// The open panel, null: none.
    [[nodiscard]] QWidget* panel() const;

Q_SIGNALS:
    void panelChanged();
    /// Somebody without a number is to be served.
    void directWanted();

private:
    void follow();
    void showIdle();
    void showTicket(const model::QueueEntry& entry);

    WindowDesk& m_desk;
    sync::Replica& m_replica;
    ElidedLabel* m_title;
    ElidedLabel* m_person;
    ElidedLabel* m_marks;
    QStackedWidget* m_stack;
    ui::EmptyState* m_empty;
    GuideView* m_guide;
    QTimer m_seconds; ///< runs while the time to the next call is shown
};

} // namespace atrium::windowterminal
