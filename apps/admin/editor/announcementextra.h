// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what the loudspeaker will say for an example ticket, as the speech engine gets it.
#pragma once

#include "apps/admin/editor/formextra.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::admin {

class AnnouncementExtra : public FormExtra {
    Q_OBJECT
public:
    explicit AnnouncementExtra(QWidget* parent);
    void setRecord(const Record& record, bool isNew) override;
    void recordEdited(const Record& record) override;

private:
    void say();

    QPushButton* m_button;
    QLabel* m_words;
    Record m_record;
};

} // namespace atrium::admin
