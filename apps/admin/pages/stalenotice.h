// SPDX-License-Identifier: GPL-3.0-or-later
// Says that somebody else changed the record on the screen, what they changed, and lets one choose.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::admin {

/// Hidden until there is something to say. GUI thread.
class StaleNotice : public QFrame {
    Q_OBJECT
public:
    explicit StaleNotice(QWidget* parent = nullptr);

    /// `now` is absent when the record was deleted. `own`: by the person's own undo.
    void showDifference(const RecordKind& kind, const Record& base, const std::optional<Record>& now,
                        const sync::Replica& replica, bool own);
    void dismiss() { hide(); }

Q_SIGNALS:
    void reloadWanted();
    /// The person's own edits are to be put on top of the new state.
    void keepWanted();

private:
    QLabel* m_text;
    QPushButton* m_reload;
    QPushButton* m_keep;
};

} // namespace atrium::admin
