// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/celldelegate.h"

#include "apps/admin/records/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeEdit>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWeek = 7;
constexpr int kHour = 60;
constexpr int kMidnight = 24 * kHour;
constexpr const char* kTight = "padding: 0 6px; min-height: 0; border-radius: 4px;";

} // namespace

CellDelegate::CellDelegate(const Field& field, const FieldForm& form, QObject* parent)
    : QStyledItemDelegate(parent), m_type(field.type), m_longest(field.longest), m_form(form) {}

QString CellDelegate::displayText(const QVariant& value, const QLocale& locale) const {
    if (m_form.input == Input::weekday)
        return weekdayWord(value.toInt());
    if (m_type == FieldType::minuteOfDay)
        return minuteWord(value.toInt());
    return QStyledItemDelegate::displayText(value, locale);
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& /*index*/) const {
    QWidget* editor = nullptr;
    if (m_form.input == Input::weekday) {
        auto* box = new QComboBox(parent);
        for (int day = 1; day <= kWeek; ++day)
            box->addItem(weekdayWord(day), day);
        editor = box;
    } else if (m_type == FieldType::minuteOfDay) {
        auto* time = new QTimeEdit(parent);
        time->setDisplayFormat(u"HH:mm"_s);
        editor = time;
    } else if (m_type == FieldType::integer) {
        auto* number = new QSpinBox(parent);
        number->setRange(m_form.low, m_form.high);
        editor = number;
    } else {
        auto* line = new QLineEdit(parent);
        if (m_longest > 0)
            line->setMaxLength(m_longest);
        editor = line;
    }
    editor->setStyleSheet(QString::fromLatin1(kTight));
    return editor;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QVariant value = index.data(Qt::EditRole);
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentIndex(box->findData(value.toInt()));
    else if (auto* time = qobject_cast<QTimeEdit*>(editor))
        time->setTime(QTime(value.toInt() % kMidnight / kHour, value.toInt() % kHour));
    else if (auto* number = qobject_cast<QSpinBox*>(editor))
        number->setValue(value.toInt());
    else if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(value.toString());
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    QVariant value;
    if (const auto* box = qobject_cast<QComboBox*>(editor)) {
        value = box->currentData().toLongLong();
    } else if (const auto* time = qobject_cast<QTimeEdit*>(editor)) {
        const qlonglong minute = time->time().hour() * kHour + time->time().minute();
        // A clock has no 24:00; an end at midnight is the end of the day.
        value = minute == 0 && QLatin1String(m_form.path).endsWith("/to"_L1) ? qlonglong{kMidnight} : minute;
    } else if (const auto* number = qobject_cast<QSpinBox*>(editor)) {
        value = static_cast<qlonglong>(number->value());
    } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
        value = line->text();
    }
    if (model->data(index, Qt::EditRole) != value)
        model->setData(index, value, Qt::EditRole);
}

} // namespace atrium::admin
