// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/timeeditor.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimeEdit>

namespace atrium::admin {

namespace {

constexpr int kTimeWidth = 150;
constexpr int kMinutesOfAnHour = 60;

} // namespace

TimeEditor::TimeEditor(QWidget* parent) : FieldEditor(parent), m_edit(new QTimeEdit(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit);
    row->addStretch();
    m_edit->setDisplayFormat(QStringLiteral("HH:mm"));
    m_edit->setFixedWidth(kTimeWidth);
    setFocusProxy(m_edit);
    ignoreStrayWheel(*m_edit);
    connect(m_edit, &QTimeEdit::timeChanged, this, &FieldEditor::edited);
}

void TimeEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_edit);
    const int minutes = value.toInt();
    m_edit->setTime(QTime(minutes / kMinutesOfAnHour, minutes % kMinutesOfAnHour));
}

QVariant TimeEditor::value() const {
    const QTime time = m_edit->time();
    return static_cast<qlonglong>(time.hour() * kMinutesOfAnHour + time.minute());
}

} // namespace atrium::admin
