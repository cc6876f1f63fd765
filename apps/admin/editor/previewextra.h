// SPDX-License-Identifier: GPL-3.0-or-later
// Shows whom the queue's windows would call now with the settings as they stand in the form, and why. The
// server answers by its own rules; nothing is saved and nobody is called.
#pragma once

#include "apps/admin/editor/formextra.h"
#include "shared/rules/queueing/preview.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace atrium::ui {
class EmptyState;
}

namespace atrium::admin {

/// GUI thread. Asks while it is seen only; one question at a time.
class PreviewExtra : public FormExtra {
    Q_OBJECT
public:
    enum class State { empty, rows, noWindow, error, offline, asking };

    PreviewExtra(sync::HallClient& client, Account& account, QWidget* parent);
    void setRecord(const Record& record, bool isNew) override;
    void recordEdited(const Record& record) override;
    [[nodiscard]] bool standsBeside() const override { return true; }
    [[nodiscard]] State state() const { return m_state; }
    /// Somebody may still be typing: it asks, if it is seen, when that pause is over.
    [[nodiscard]] bool isPausing() const { return m_soon.isActive(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void allow();
    void ask();
    void connectionChanged();
    void answered(const QString& id, const model::Result<rules::queueing::CallPreview>& answer);
    void showRows(const rules::queueing::CallPreview& shown);
    void showPart(bool rows); ///< else what stands in their place
    void say(State state, const QString& icon, const QString& happened, const QString& whatToDo);

    sync::HallClient& m_client;
    Account& m_account;
    QPushButton* m_button;
    QLabel* m_words;
    QScrollArea* m_rows;
    ui::EmptyState* m_empty;
    QTimer m_soon;
    Record m_record;
    State m_state = State::asking;
    bool m_asking = false;
    bool m_again = false; ///< the settings changed while the answer was on its way
};

} // namespace atrium::admin
