// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what a message will say for an example ticket, while it is written, and how many parts it takes.
#pragma once

#include "apps/admin/editor/formextra.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace atrium::admin {

class MessageExtra : public FormExtra {
    Q_OBJECT
public:
    MessageExtra(sync::HallClient& client, QWidget* parent);
    void setRecord(const Record& record, bool isNew) override;
    void recordEdited(const Record& record) override;
    [[nodiscard]] bool standsBeside() const override { return true; }

private:
    sync::HallClient& m_client;
    QLabel* m_words;
};

} // namespace atrium::admin
