// SPDX-License-Identifier: GPL-3.0-or-later
// Where the present ticket goes: to another item, to one window, or both; and whether it comes back.
#pragma once

#include "shared/model/api.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class ItemPicker;
class ItemSearch;
class WindowDesk;

/// GUI thread.
class TransferPanel : public QWidget {
    Q_OBJECT
public:
    TransferPanel(WindowDesk& desk, sync::Replica& replica, ItemSearch& search, QWidget* parent = nullptr);

    /// Before it is shown: nothing chosen.
    void begin();

Q_SIGNALS:
    void given(const atrium::model::WindowRequest& request);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeWindows();
    void listWindows();
    void chooseWindow(const model::WindowId& id);
    void say();
    void give();
    [[nodiscard]] model::ServiceItemId item() const;

    WindowDesk& m_desk;
    sync::Replica& m_replica;
    ItemPicker* m_items;
    QGridLayout* m_windows;
    QLabel* m_noWindow;
    QList<QPushButton*> m_windowButtons;
    std::optional<model::WindowId> m_window;
    QCheckBox* m_return;
    QLineEdit* m_reason;
    QLabel* m_summary;
    QPushButton* m_confirm;
};

} // namespace atrium::windowterminal
