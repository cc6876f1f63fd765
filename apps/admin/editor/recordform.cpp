// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/recordform.h"

#include "apps/admin/account.h"
#include "apps/admin/editor/fieldeditor.h"
#include "apps/admin/editor/formextra.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLabelWidth = 130;
constexpr int kFormFieldWidth = 760;
constexpr int kFormGap = 10;
constexpr int kWide = 100;
constexpr int kBesideFrom = 1000; // from this width the extra stands beside the fields
constexpr int kBesideWidth = 460; // its width there
constexpr int kBelowPercent = 45; // its part of the height at most where it stands below them

QLabel* labelled(const QString& text, const QString& kind, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    ui::setKind(*label, kind);
    return label;
}

} // namespace

RecordForm::RecordForm(const RecordKind& kind, sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_client(client), m_account(account), m_scroll(new QScrollArea(this)),
      m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, kFormGap, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kFormGap * 2);
    grid->setVerticalSpacing(kFormGap);
    grid->setColumnStretch(1, 1);
    auto* left = new QHBoxLayout; // a wide window widens the page, not the gap between label and field
    left->addLayout(grid, kWide);
    left->addStretch(1);
    column->addLayout(left);
    const KindForm& form = kindForm(kind.name());
    int line = 0;
    for (const FieldForm& entry : form.fields) {
        for (const Field& field : kind.fields()) {
            if (field.path != QLatin1String(entry.path))
                continue;
            if (*entry.section != '\0')
                grid->addWidget(labelled(fieldText(entry.section), u"section"_s, inside), line++, 0, 1, 2);
            addRow(field, form, entry, *grid, line++);
        }
    }
    m_extra = makeExtra(kind.name(), client, account, this);
    if (m_extra != nullptr) {
        if (!m_extra->standsBeside()) {
            column->addSpacing(kFormGap);
            column->addWidget(m_extra);
        }
        connect(m_extra, &FormExtra::said, this, &RecordForm::said);
    }
    column->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    m_scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(kFormGap * 2);
    m_halves->addWidget(m_scroll, 1);
    if (m_extra != nullptr && m_extra->standsBeside())
        m_halves->addWidget(m_extra);
    connect(&m_client.replica(), &sync::Replica::changed, this, [this](const QString& changed) {
        for (const Row& row : std::as_const(m_rows))
            row.editor->recordsChanged(changed);
    });
    connect(&m_account, &Account::changed, this, &RecordForm::applyRights);
    applyRights();
}

void RecordForm::addRow(const Field& field, const KindForm& kind, const FieldForm& form, QGridLayout& grid,
                        int line) {
    QWidget* parent = m_scroll->parentWidget();
    // A table with columns of text needs the form's whole width; its label stands above it.
    const bool isBroad = std::any_of(field.columns.begin(), field.columns.end(),
                                     [](const Field& column) { return column.type == FieldType::text; });
    QString words = fieldText(form.label);
    if (form.required)
        words += u" *"_s;
    auto* label = labelled(words, u"hint"_s, parent);
    label->setContentsMargins(0, kFormGap, 0, 0);
    if (!isBroad)
        label->setFixedWidth(kLabelWidth);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(2);
    auto* editor = makeEditor(field, kind, form, m_client, parent);
    editor->setMaximumWidth(isBroad ? kLabelWidth + kFormGap * 2 + kFormFieldWidth : kFormFieldWidth);
    label->setBuddy(editor);
    cell->addWidget(editor);
    if (*form.help != '\0')
        cell->addWidget(labelled(fieldText(form.help), u"hint"_s, parent));
    auto* fault = labelled({}, u"accent"_s, parent);
    fault->setObjectName(u"fault-"_s + field.path);
    fault->hide();
    cell->addWidget(fault);
    if (isBroad) {
        cell->insertWidget(0, label);
        grid.addLayout(cell, line, 0, 1, 2);
    } else {
        grid.addWidget(label, line, 0, Qt::AlignTop);
        grid.addLayout(cell, line, 1);
    }
    m_order.append(field.path);
    m_rows.insert(field.path, {editor, fault, {}, form.input == Input::readOnly, form.publisher});
    connect(editor, &FieldEditor::limited, this, [fault](const QString& why) {
        fault->setText(u"▲ "_s + why);
        fault->show();
    });
    connect(editor, &FieldEditor::edited, this, [this, fault] {
        fault->hide();
        if (!m_faults.isEmpty())
            showFaults(checkRecord(m_kind, record(), m_client.replica()));
        if (m_extra != nullptr)
            m_extra->recordEdited(record());
        Q_EMIT edited();
    });
}

void RecordForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeExtra();
}

void RecordForm::placeExtra() {
    if (m_extra == nullptr || !m_extra->standsBeside())
        return;
    const bool beside = width() >= kBesideFrom;
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_extra->setMinimumWidth(beside ? kBesideWidth : 0);
    m_extra->setMaximumWidth(beside ? kBesideWidth : QWIDGETSIZE_MAX);
    m_halves->setStretch(0, beside ? 1 : 100 - kBelowPercent);
    m_halves->setStretch(1, beside ? 0 : kBelowPercent);
    // Its own wish may be larger, and the fields are what the page is for.
    m_extra->setMaximumHeight(beside ? QWIDGETSIZE_MAX : height() * kBelowPercent / 100);
}

void RecordForm::setRecord(const Record& record, bool isNew) {
    m_record = record;
    for (auto at = m_rows.begin(); at != m_rows.end(); ++at) {
        at->editor->setValue(valueAt(record, at.key()));
        at->shown = at->editor->value();
    }
    showFaults({});
    if (m_extra != nullptr) {
        m_extra->setRecord(record, isNew);
        m_extra->recordEdited(record);
    }
}

Record RecordForm::record() const {
    Record out = m_record;
    for (const QString& path : editedFields())
        setValueAt(out, path, m_rows[path].editor->value());
    return out;
}

QStringList RecordForm::editedFields() const {
    QStringList out;
    for (const QString& path : m_order) {
        const Row& row = m_rows[path];
        if (row.editor->value() != row.shown)
            out.append(path);
    }
    return out;
}

void RecordForm::edit(const QString& path, const QVariant& value) {
    const auto row = m_rows.constFind(path);
    if (row == m_rows.cend())
        return;
    row->editor->setValue(value);
    Q_EMIT row->editor->edited();
}

void RecordForm::showFaults(const QList<Fault>& faults) {
    const bool first = m_faults.isEmpty() && !faults.isEmpty();
    m_faults = faults;
    for (const Row& row : std::as_const(m_rows))
        row.fault->hide();
    for (const Fault& fault : faults) {
        const auto row = m_rows.constFind(fault.path);
        if (row == m_rows.cend())
            continue;
        row->fault->setText(u"▲ "_s + fault.words);
        row->fault->show();
    }
    for (const QString& path : m_order) {
        QWidget* target = m_rows[path].editor->focusProxy();
        if (target == nullptr)
            continue;
        const bool wrong = m_rows[path].fault->isVisibleTo(this);
        if (target->property("invalid").toBool() != wrong) {
            target->setProperty("invalid", wrong);
            ui::setKind(*target, target->property("kind").toString());
        }
    }
    if (!first)
        return;
    const auto row = m_rows.constFind(faults.constFirst().path);
    if (row == m_rows.cend())
        return;
    m_scroll->ensureWidgetVisible(row->fault);
    row->editor->setFocus();
}

void RecordForm::focusFirst() {
    if (!m_order.isEmpty())
        m_rows[m_order.constFirst()].editor->setFocus();
}

void RecordForm::applyRights() {
    for (const Row& row : std::as_const(m_rows)) {
        const bool may = m_account.isAdministrator() || (m_account.isPublisher() && row.publisher);
        row.editor->setReadOnly(row.alwaysReadOnly || !may);
    }
}

} // namespace atrium::admin
