// SPDX-License-Identifier: GPL-3.0-or-later
// What one kind's form offers besides its fields: hearing the announcement, a password, an enrolment code,
// what a queue's rules would do.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QWidget>

namespace atrium::admin {

class Account;

class FormExtra : public QWidget {
    Q_OBJECT
public:
    explicit FormExtra(QWidget* parent) : QWidget(parent) {}
    /// The record as stored; a new one is not on the server yet.
    virtual void setRecord(const Record& record, bool isNew) = 0;
    /// The record as it stands in the form now.
    virtual void recordEdited(const Record& record) { Q_UNUSED(record) }
    /// Is looked at while the fields are edited: beside them where the page is wide enough, else below them,
    /// and never scrolled away with them.
    [[nodiscard]] virtual bool standsBeside() const { return false; }

Q_SIGNALS:
    void said(const QString& message);
};

/// Null for kinds that need none.
[[nodiscard]] FormExtra* makeExtra(const QString& kind, sync::HallClient& client, Account& account,
                                   QWidget* parent);

} // namespace atrium::admin
