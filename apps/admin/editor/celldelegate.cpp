// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/celldelegate.h"

#include "apps/admin/editor/fieldeditor.h"
#include "apps/admin/editor/rangespin.h"
#include "apps/admin/records/checks.h"
#include "apps/admin/records/words.h"

#include <QComboBox>
#include <QKeyEvent>
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
constexpr const char* kBefore = "before"; ///< what stood in the cell when its editor opened

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
    // Each key goes into the table at once.
    auto* self = const_cast<CellDelegate*>(this);
    const auto goesIn = [self](auto* made, auto signal) {
        connect(made, signal, self, [self, made] {
            if (made->property(kBefore).isValid()) // a person's key, not what it is filled with
                Q_EMIT self->commitData(made);
        });
        return made;
    };
    if (m_form.input == Input::weekday) {
        auto* box = new QComboBox(parent);
        for (int day = 1; day <= kWeek; ++day)
            box->addItem(weekdayWord(day), day);
        editor = goesIn(box, &QComboBox::currentIndexChanged);
    } else if (m_type == FieldType::minuteOfDay) {
        auto* time = new QTimeEdit(parent);
        time->setDisplayFormat(u"HH:mm"_s);
        editor = goesIn(time, &QTimeEdit::timeChanged);
    } else if (m_type == FieldType::integer) {
        editor = goesIn(makeSpin(m_form, parent), &QSpinBox::valueChanged);
    } else {
        auto* line = new QLineEdit(parent);
        if (m_longest > 0)
            line->setMaxLength(m_longest);
        connect(
            line, &QLineEdit::inputRejected, self,
            [self] { Q_EMIT self->limited(notTaken(self->m_longest)); }, Qt::QueuedConnection);
        editor = goesIn(line, &QLineEdit::textChanged);
    }
    editor->setStyleSheet(QString::fromLatin1(kTight));
    return editor;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QVariant value = index.data(Qt::EditRole);
    fill(editor, value);
    if (!editor->property(kBefore).isValid())
        editor->setProperty(kBefore, value);
}

void CellDelegate::fill(QWidget* editor, const QVariant& value) {
    // What is there already is left alone: the cursor stays where it is.
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setCurrentIndex(box->findData(value.toInt()));
    } else if (auto* time = qobject_cast<QTimeEdit*>(editor)) {
        const QTime wanted(value.toInt() % kMidnight / kHour, value.toInt() % kHour);
        if (time->time() != wanted)
            time->setTime(wanted);
    } else if (auto* number = qobject_cast<QSpinBox*>(editor)) {
        if (number->value() != value.toInt())
            number->setValue(value.toInt());
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (line->text() != value.toString())
            line->setText(value.toString());
    }
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect); // the whole cell; a style's padding would set it off
}

bool CellDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(watched);
    if (editor != nullptr && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        fill(editor, editor->property(kBefore));
    return QStyledItemDelegate::eventFilter(watched, event);
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
