// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of texts, numbers, switches, times and choices.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace atrium::admin {

class LineEditor : public FieldEditor {
    Q_OBJECT
public:
    LineEditor(const Field& field, const FieldForm& form, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;

private:
    QLineEdit* m_edit;
    bool m_told = false;
};

class ParagraphEditor : public FieldEditor {
    Q_OBJECT
public:
    explicit ParagraphEditor(QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;

private:
    QPlainTextEdit* m_edit;
};

class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    /// Outlived by the form table.
    NumberEditor(const FieldForm& form, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    RangeSpin* m_edit;
};

class SwitchEditor : public FieldEditor {
    Q_OBJECT
public:
    explicit SwitchEditor(QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    QCheckBox* m_box;
};

/// One of a few: enumerators, weekdays or numbers of grades.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const Field& field, const FieldForm& form, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    QComboBox* m_box;
};

/// Some of a few enumerators, each a box to tick.
class ChoicesEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoicesEditor(const Field& field, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    QList<QCheckBox*> m_boxes;
};

} // namespace atrium::admin
