// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/referenceeditors.h"

#include "apps/admin/editor/recordchoices.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBoxWidth = 380;
constexpr int kWidestBox = 520; ///< long English names of departments stand whole
constexpr int kListHeight = 230;

} // namespace

ReferenceEditor::ReferenceEditor(const Field& field, sync::HallClient& client, QWidget* parent)
    : FieldEditor(parent), m_field(field), m_client(client), m_box(new QComboBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_box->setMinimumWidth(kBoxWidth);
    m_box->setMaximumWidth(kWidestBox);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->lineEdit()->setPlaceholderText(tr("输入几个字来找"));
    row->addWidget(m_box, 1);
    row->addStretch();
    setFocusProxy(m_box);
    ignoreStrayWheel(*m_box);
    fill();
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        m_id = m_box->itemData(index).toString();
        Q_EMIT edited();
    });
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ReferenceEditor::settle);
}

void ReferenceEditor::fill() {
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    if (m_field.optional)
        m_box->addItem(tr("（不选）"), QString());
    for (const Choice& choice : choicesOf(m_field.refersTo, m_client.replica()))
        m_box->addItem(choice.words, choice.id);
    setValue(m_id);
}

void ReferenceEditor::settle() {
    // Text that is no choice goes back to what was chosen: a reference is never half a name.
    const int index = m_box->findText(m_box->currentText());
    const QString id = index < 0 ? m_id : m_box->itemData(index).toString();
    const bool changed = id != m_id;
    setValue(id);
    if (changed)
        Q_EMIT edited();
}

void ReferenceEditor::setValue(const QVariant& value) {
    const QSignalBlocker quiet(m_box);
    m_id = value.toString();
    const int index = m_box->findData(m_id);
    m_box->setCurrentIndex(index);
    if (index < 0)
        m_box->setEditText(m_id);
    m_box->lineEdit()->setCursorPosition(0); // a long name shows its beginning
}

QVariant ReferenceEditor::value() const {
    return m_id.isEmpty() && m_field.optional ? QVariant() : QVariant(m_id);
}

void ReferenceEditor::recordsChanged(const QString& kind) {
    if (kind == m_field.refersTo && !m_box->lineEdit()->hasFocus())
        fill();
}

ReferencesEditor::ReferencesEditor(const Field& field, sync::HallClient& client, QWidget* parent)
    : FieldEditor(parent), m_field(field), m_client(client), m_filter(new QLineEdit(this)),
      m_list(new QListWidget(this)), m_count(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    m_filter->setPlaceholderText(tr("筛选"));
    m_filter->setClearButtonEnabled(true);
    ui::setKind(*m_count, u"hint"_s);
    head->addWidget(m_filter, 1);
    head->addWidget(m_count);
    m_list->setFixedHeight(kListHeight);
    column->addLayout(head);
    column->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &ReferencesEditor::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const QString id = item->data(Qt::UserRole).toString();
        m_chosen.removeAll(id);
        if (item->checkState() == Qt::Checked)
            m_chosen.append(id);
        count();
        Q_EMIT edited();
    });
    fill();
}

void ReferencesEditor::fill() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    // What is chosen stands on top, where one sees it without scrolling.
    QList<Choice> choices = choicesOf(m_field.refersTo, m_client.replica());
    std::stable_partition(choices.begin(), choices.end(),
                          [this](const Choice& choice) { return m_chosen.contains(choice.id); });
    for (const Choice& choice : std::as_const(choices)) {
        auto* item = new QListWidgetItem(choice.words, m_list);
        item->setData(Qt::UserRole, choice.id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_chosen.contains(choice.id) ? Qt::Checked : Qt::Unchecked);
    }
    filter(m_filter->text());
    count();
}

void ReferencesEditor::filter(const QString& text) {
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

void ReferencesEditor::count() {
    m_count->setText(tr("已选 %1 / %2").arg(m_chosen.size()).arg(m_list->count()));
}

void ReferencesEditor::setValue(const QVariant& value) {
    m_chosen = value.toStringList();
    m_filter->clear();
    fill();
}

QVariant ReferencesEditor::value() const {
    QVariantList out;
    for (const QString& id : m_chosen)
        out.append(id);
    return out;
}

void ReferencesEditor::setReadOnly(bool readOnly) {
    m_list->setEnabled(!readOnly);
}

void ReferencesEditor::recordsChanged(const QString& kind) {
    if (kind == m_field.refersTo)
        fill();
}

} // namespace atrium::admin
