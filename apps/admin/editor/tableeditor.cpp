// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/tableeditor.h"

#include "apps/admin/editor/celldelegate.h"
#include "apps/admin/records/checks.h"
#include "apps/admin/records/words.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowHeight = 36;
constexpr int kMostVisibleRows = 10;
constexpr int kWordColumn = 110; ///< a weekday, a time, a form of paper
constexpr int kMarkColumn = 64;  ///< a small number or a tick; as wide as its title where that is wider
constexpr int kTableIcon = 18;
constexpr int kFrame = 8;
constexpr const char* kTextsColumn = "text";

} // namespace

TableEditor::TableEditor(const Field& field, const KindForm& kind, QWidget* parent)
    : FieldEditor(parent), m_texts(field.type == FieldType::texts), m_table(new QTableWidget(this)) {
    if (m_texts)
        m_columns.append({{.path = QLatin1String(kTextsColumn),
                           .type = FieldType::text,
                           .optional = false,
                           .refersTo = {},
                           .choices = {},
                           .columns = {},
                           .longest = field.longest},
                          {.path = kTextsColumn, .label = ""}});
    for (const Field& column : field.columns) {
        if (const FieldForm* form = fieldForm(kind, field.path + u'/' + column.path))
            m_columns.append({column, *form});
    }
    m_table->setColumnCount(static_cast<int>(m_columns.size()));
    QStringList titles;
    for (int index = 0; index < m_columns.size(); ++index) {
        const Column& column = m_columns[index];
        titles.append(fieldText(column.form.label));
        auto* delegate = new CellDelegate(column.field, column.form, this);
        m_table->setItemDelegateForColumn(index, delegate);
        connect(delegate, &CellDelegate::limited, this, &FieldEditor::limited);
        const bool wide = column.field.type == FieldType::text && column.field.path != u"form";
        m_table->horizontalHeader()->setSectionResizeMode(index,
                                                          wide ? QHeaderView::Stretch : QHeaderView::Fixed);
    }
    m_table->setHorizontalHeaderLabels(titles);
    for (int index = 0; index < m_columns.size(); ++index)
        if (m_table->horizontalHeader()->sectionResizeMode(index) == QHeaderView::Fixed)
            m_table->setColumnWidth(index, narrowWidth(index));
    m_table->horizontalHeader()->setVisible(!m_texts);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setMinimumWidth(kRowHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    auto* buttons = new QHBoxLayout;
    connect(button(u"plus"_s, tr("添加一行")), &QPushButton::clicked, this, &TableEditor::addEmpty);
    connect(button(u"arrow-up"_s, tr("上移")), &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(button(u"arrow-down"_s, tr("下移")), &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(button(u"trash-2"_s, tr("删除这一行")), &QPushButton::clicked, this, &TableEditor::removeCurrent);
    for (QPushButton* each : m_buttons)
        buttons->addWidget(each);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int at) {
        Q_EMIT edited();
        const Column& changed = m_columns[at];
        const QString fault = changed.field.type == FieldType::integer
                                  ? checkNumber(changed.form, cell(row, at).toInt())
                                  : QString();
        if (!fault.isEmpty())
            Q_EMIT limited(fieldText(changed.form.label) + u": "_s + fault);
    });
    fitHeight();
}

int TableEditor::narrowWidth(int index) const {
    const Column& column = m_columns[index];
    const bool mark = column.field.type == FieldType::boolean ||
                      (column.field.type == FieldType::integer && column.form.input != Input::weekday);
    return std::max(mark ? kMarkColumn : kWordColumn, m_table->horizontalHeader()->sectionSizeHint(index));
}

QPushButton* TableEditor::button(const QString& icon, const QString& text) {
    auto* made = new QPushButton(ui::lucideIcon(icon, ui::widgetColor(&ui::Palette::primary)), {}, this);
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setIconSize({kTableIcon, kTableIcon});
    made->setStyleSheet(u"padding: 2px 10px;"_s);
    m_buttons.append(made);
    return made;
}

void TableEditor::setCell(int row, int column, const QVariant& value) {
    auto* item = new QTableWidgetItem;
    if (m_columns[column].field.type == FieldType::boolean) {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(value.toBool() ? Qt::Checked : Qt::Unchecked);
    } else {
        item->setData(Qt::EditRole, value);
    }
    if (m_readOnly)
        item->setFlags(item->flags() & ~(Qt::ItemIsEditable | Qt::ItemIsUserCheckable));
    m_table->setItem(row, column, item);
}

QVariant TableEditor::cell(int row, int column) const {
    const QTableWidgetItem* item = m_table->item(row, column);
    if (m_columns[column].field.type == FieldType::boolean)
        return item->checkState() == Qt::Checked;
    return item->data(Qt::EditRole);
}

QVariantMap TableEditor::rowValues(int row) const {
    QVariantMap values;
    for (int column = 0; column < m_columns.size(); ++column)
        values.insert(m_columns[column].field.path, cell(row, column));
    return values;
}

void TableEditor::addRow(const QVariantMap& values) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < m_columns.size(); ++column)
        setCell(row, column, values.value(m_columns[column].field.path));
}

void TableEditor::setValue(const QVariant& wanted) {
    if (m_table->rowCount() > 0 && wanted.toList() == value().toList())
        return; // a cell that is being edited stays open
    fill(wanted);
}

void TableEditor::fill(const QVariant& value) {
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const QVariant& entry : value.toList())
        addRow(m_texts ? QVariantMap{{QLatin1String(kTextsColumn), entry}} : entry.toMap());
    fitHeight();
}

QVariant TableEditor::value() const {
    QVariantList out;
    for (int row = 0; row < m_table->rowCount(); ++row)
        out.append(m_texts ? cell(row, 0) : QVariant(rowValues(row)));
    return out;
}

void TableEditor::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (QPushButton* each : m_buttons)
        each->setEnabled(!readOnly);
    fill(value());
}

void TableEditor::addEmpty() {
    constexpr qlonglong kNine = 9 * 60; // an office's usual hours, to be changed at will
    constexpr qlonglong kFive = 17 * 60;
    const int last = m_table->rowCount() - 1;
    QVariantMap values;
    for (const Column& column : m_columns) {
        const QString& path = column.field.path;
        if (column.field.type == FieldType::boolean)
            values.insert(path, true);
        else if (column.field.type == FieldType::minuteOfDay)
            values.insert(path, path == u"to" ? kFive : kNine);
        else if (column.field.type == FieldType::integer)
            values.insert(path, column.form.input == Input::weekday && last >= 0
                                    ? rowValues(last).value(path).toLongLong() % 7 + 1
                                    : 1LL);
        else
            values.insert(path, QString());
    }
    {
        const QSignalBlocker quiet(m_table);
        addRow(values);
    }
    fitHeight();
    m_table->setCurrentCell(last + 1, 0);
    m_table->editItem(m_table->item(last + 1, 0));
    Q_EMIT edited();
}

void TableEditor::removeCurrent() {
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_table->removeRow(row);
    fitHeight();
    Q_EMIT edited();
}

void TableEditor::moveCurrent(int by) {
    const int row = m_table->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_table->rowCount())
        return;
    const QVariantMap mine = rowValues(row);
    const QVariantMap other = rowValues(to);
    const QSignalBlocker quiet(m_table);
    for (int column = 0; column < m_columns.size(); ++column) {
        setCell(to, column, mine.value(m_columns[column].field.path));
        setCell(row, column, other.value(m_columns[column].field.path));
    }
    m_table->setCurrentCell(to, std::max(0, m_table->currentColumn()));
    Q_EMIT edited();
}

void TableEditor::fitHeight() {
    const int rows = std::clamp(m_table->rowCount(), 1, kMostVisibleRows);
    m_table->setFixedHeight(rows * kRowHeight +
                            (m_texts ? 0 : m_table->horizontalHeader()->sizeHint().height()) + kFrame);
}

} // namespace atrium::admin
