// SPDX-License-Identifier: GPL-3.0-or-later
// Serving somebody who came to the window without a number: which of its businesses it is.
#pragma once

#include "shared/model/ids.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
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
class DirectPanel : public QWidget {
    Q_OBJECT
public:
    DirectPanel(WindowDesk& desk, sync::Replica& replica, ItemSearch& search, QWidget* parent = nullptr);

    /// Before it is shown: nothing chosen, the items of this window offered.
    void begin();

Q_SIGNALS:
    void given(const atrium::model::ServiceItemId& item);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void give();

    WindowDesk& m_desk;
    ItemPicker* m_items;
    QPushButton* m_confirm;
};

} // namespace atrium::windowterminal
