// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/dayeditor.h"

#include "apps/admin/records/words.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDayWidth = 180;

} // namespace

DayEditor::DayEditor(QWidget* parent) : FieldEditor(parent), m_edit(new QDateEdit(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_edit->setCalendarPopup(true);
    m_edit->setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31));
    m_edit->setDate(QDate::currentDate());
    m_edit->setFixedWidth(kDayWidth);
    row->addWidget(m_edit);
    row->addStretch();
    setFocusProxy(m_edit);
    ignoreStrayWheel(*m_edit);
    connect(m_edit, &QDateEdit::dateChanged, this, &FieldEditor::edited);
}

void DayEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_edit);
    const QDate day = dateOf(value.toInt());
    m_edit->setDate(day.isValid() ? day : QDate::currentDate());
}

QVariant DayEditor::value() const {
    return dayValue(m_edit->date());
}

} // namespace atrium::admin
