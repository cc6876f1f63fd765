// SPDX-License-Identifier: GPL-3.0-or-later
// Whose ticket a scanned code is; masked, as the server gives it.
#pragma once

#include "shared/model/api.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class ElidedLabel;

/// GUI thread.
class ScanPanel : public QWidget {
    Q_OBJECT
public:
    explicit ScanPanel(sync::Replica& replica, QWidget* parent = nullptr);

    void show(const model::TicketView& view);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    sync::Replica& m_replica;
    QLabel* m_title;
    ElidedLabel* m_item;
    QLabel* m_holder;
    QLabel* m_state;
    QLabel* m_windows;
    QPushButton* m_back;
};

} // namespace atrium::windowterminal
