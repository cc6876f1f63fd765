// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/simpleeditors.h"

#include "apps/admin/editor/rangespin.h"
#include "apps/admin/records/checks.h"
#include "apps/admin/records/words.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kParagraphLines = 3;
constexpr int kNumberWidth = 180;
constexpr int kChoiceWidth = 260;

QHBoxLayout* rowOf(QWidget* owner) {
    auto* row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

class WheelFilter : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || widget == nullptr || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void ignoreStrayWheel(QWidget& widget) {
    widget.setFocusPolicy(Qt::StrongFocus);
    widget.installEventFilter(new WheelFilter(&widget));
}

RangeSpin* makeSpin(const FieldForm& form, QWidget* parent) {
    const bool bounded = form.low != 0 || form.high != 0;
    return new RangeSpin(bounded ? form.low : 0, bounded ? form.high : std::numeric_limits<int>::max(),
                         parent);
}

LineEditor::LineEditor(const Field& field, const FieldForm& form, QWidget* parent)
    : FieldEditor(parent), m_edit(new QLineEdit(this)) {
    rowOf(this)->addWidget(m_edit);
    setFocusProxy(m_edit);
    if (field.longest > 0)
        m_edit->setMaxLength(field.longest);
    if (form.input == Input::readOnly) { // told, not asked: a text that can be copied
        m_told = true;
        m_edit->setReadOnly(true);
        m_edit->setPlaceholderText(tr("还没有"));
        ui::setKind(*m_edit, u"told"_s);
    }
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(
        m_edit, &QLineEdit::inputRejected, this, [this] { Q_EMIT limited(notTaken(m_edit->maxLength())); },
        Qt::QueuedConnection); // after the part that was taken
}

void LineEditor::setValue(const QVariant& value) {
    if (m_edit->text() != value.toString())
        m_edit->setText(value.toString());
}

QVariant LineEditor::value() const {
    return m_edit->text();
}

void LineEditor::setReadOnly(bool readOnly) {
    m_edit->setEnabled(m_told || !readOnly);
}

ParagraphEditor::ParagraphEditor(QWidget* parent) : FieldEditor(parent), m_edit(new QPlainTextEdit(this)) {
    rowOf(this)->addWidget(m_edit);
    setFocusProxy(m_edit);
    m_edit->setTabChangesFocus(true);
    constexpr int kParagraphFrame = 24;
    m_edit->setFixedHeight(kParagraphLines * m_edit->fontMetrics().lineSpacing() * 3 / 2 + kParagraphFrame);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
}

void ParagraphEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_edit);
    if (m_edit->toPlainText() != value.toString())
        m_edit->setPlainText(value.toString());
}

QVariant ParagraphEditor::value() const {
    return m_edit->toPlainText();
}

void ParagraphEditor::setReadOnly(bool readOnly) {
    m_edit->setReadOnly(readOnly);
}

NumberEditor::NumberEditor(const FieldForm& form, QWidget* parent)
    : FieldEditor(parent), m_edit(makeSpin(form, this)) {
    auto* row = rowOf(this);
    m_edit->setFixedWidth(kNumberWidth);
    m_edit->setWords(*form.unit == '\0' ? QString() : fieldText(form.unit),
                     *form.zero == '\0' ? QString() : fieldText(form.zero));
    row->addWidget(m_edit);
    row->addStretch();
    setFocusProxy(m_edit);
    ignoreStrayWheel(*m_edit);
    connect(m_edit, &QSpinBox::valueChanged, this, [this, &form](int value) {
        Q_EMIT edited();
        if (const QString fault = checkNumber(form, value); !fault.isEmpty())
            Q_EMIT limited(fault);
    });
}

void NumberEditor::setValue(const QVariant& value) {
    m_edit->put(value.toInt());
}

QVariant NumberEditor::value() const {
    return static_cast<qlonglong>(m_edit->value());
}

SwitchEditor::SwitchEditor(QWidget* parent) : FieldEditor(parent), m_box(new QCheckBox(this)) {
    auto* row = rowOf(this);
    row->addWidget(m_box);
    row->addStretch();
    m_box->setText(tr("是"));
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &FieldEditor::edited);
}

void SwitchEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(value.toBool());
}

QVariant SwitchEditor::value() const {
    return m_box->isChecked();
}

ChoiceEditor::ChoiceEditor(const Field& field, const FieldForm& form, QWidget* parent)
    : FieldEditor(parent), m_box(new QComboBox(this)) {
    constexpr int kDaysOfWeek = 7;
    auto* row = rowOf(this);
    m_box->setMinimumWidth(kChoiceWidth);
    row->addWidget(m_box);
    row->addStretch();
    setFocusProxy(m_box);
    ignoreStrayWheel(*m_box);
    if (field.optional)
        m_box->addItem(tr("（不选）"), QVariant());
    for (const QString& name : field.choices)
        m_box->addItem(enumWord(name), name);
    if (form.input == Input::grades) {
        m_box->addItem(tr("五级"), 5LL);
        m_box->addItem(tr("三级"), 3LL);
    }
    for (int day = 1; form.input == Input::weekday && day <= kDaysOfWeek; ++day)
        m_box->addItem(weekdayWord(day), static_cast<qlonglong>(day));
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
}

void ChoiceEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_box);
    int found = -1;
    for (int index = 0; index < m_box->count(); ++index) {
        if (m_box->itemData(index) == value)
            found = index;
    }
    m_box->setCurrentIndex(found);
}

QVariant ChoiceEditor::value() const {
    return m_box->currentData();
}

ChoicesEditor::ChoicesEditor(const Field& field, QWidget* parent) : FieldEditor(parent) {
    auto* row = rowOf(this);
    for (const QString& name : field.choices) {
        auto* box = new QCheckBox(enumWord(name), this);
        box->setProperty("choice", name);
        connect(box, &QCheckBox::toggled, this, &FieldEditor::edited);
        row->addWidget(box);
        m_boxes.append(box);
    }
    row->addStretch();
    if (!m_boxes.isEmpty())
        setFocusProxy(m_boxes.constFirst());
}

void ChoicesEditor::setValue(const QVariant& value) {
    const QVariantList chosen = value.toList();
    for (QCheckBox* box : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(chosen.contains(box->property("choice")));
    }
}

QVariant ChoicesEditor::value() const {
    QVariantList chosen;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked())
            chosen.append(box->property("choice"));
    }
    return chosen;
}

} // namespace atrium::admin
