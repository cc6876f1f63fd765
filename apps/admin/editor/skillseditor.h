// SPDX-License-Identifier: GPL-3.0-or-later
// How one person is used for each queue: every queue with its choice, "normal" where nothing is said.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::admin {

class SkillsEditor : public FieldEditor {
    Q_OBJECT
public:
    SkillsEditor(const Field& field, sync::HallClient& client, QWidget* parent);
    void setValue(const QVariant& value) override;
    /// Rows of {queueId, skill}; queues that are used normally have none.
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;
    void recordsChanged(const QString& kind) override;

private:
    void fill();

    QStringList m_skills; ///< wire names
    sync::HallClient& m_client;
    QTableWidget* m_table;
    QStringList m_queues;             ///< ids, by row
    QHash<QString, QString> m_chosen; ///< skill by queue, without the normal ones
    bool m_readOnly = false;
};

} // namespace atrium::admin
