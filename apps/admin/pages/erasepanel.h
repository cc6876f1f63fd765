// SPDX-License-Identifier: GPL-3.0-or-later
// Erases what the hall knows of a person, by a ticket of today or by a document.
#pragma once

#include "shared/model/adminapi.h"
#include "shared/model/result.h"
#include "shared/ui/widgets/cardframe.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// Says what will go, asks once, and says what went. What was keyed in is cleared with the answer, and when
/// the panel is closed. GUI thread.
class ErasePanel : public ui::CardFrame {
    Q_OBJECT
public:
    explicit ErasePanel(sync::HallClient& client, QWidget* parent = nullptr);

    /// Opens it empty, with the focus in it.
    void open();
    /// Empties and hides it: whoever was to see it is gone.
    void leave();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void close();
    void proceed();
    void back(const QString& words);
    void taken(const model::Result<model::ErasureAnswer>& answer);
    [[nodiscard]] std::optional<model::ErasureRequest> request() const;

    sync::HallClient& m_client;
    QComboBox* m_by;
    QLineEdit* m_number;
    QPushButton* m_erase;
    QPushButton* m_leave;
    QLabel* m_words;
    bool m_sure = false;
    bool m_asking = false;
};

} // namespace atrium::admin
