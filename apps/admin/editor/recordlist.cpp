// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/recordlist.h"

#include "apps/admin/editor/rowdelegate.h"
#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

RecordList::RecordList(const RecordKind& kind, sync::HallClient& client, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_client(client), m_filter(new QLineEdit(this)),
      m_view(new QTreeView(this)), m_model(new QStandardItemModel(this)),
      m_proxy(new QSortFilterProxyModel(this)), m_count(new QLabel(this)),
      m_add(new QPushButton(u' ' + tr("添加"), this)) {
    const bool tree = *kindForm(kind.name()).parent != '\0';
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("筛选（Ctrl+F）"));
    m_filter->setAccessibleName(tr("筛选"));
    m_filter->setClearButtonEnabled(true);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(RowDelegate::kSearch);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_view->setObjectName(u"record-list"_s);
    m_view->setAccessibleName(fieldText(kindForm(kind.name()).word));
    m_view->setModel(m_proxy);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(tree);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setItemDelegate(new RowDelegate(m_view));
    ui::setKind(*m_count, u"hint"_s);
    m_count->setObjectName(u"record-count"_s);
    m_add->setObjectName(u"record-add"_s);
    m_add->setIcon(ui::lucideIcon(u"plus"_s, ui::widgetColor(&ui::Palette::primary)));
    ui::setKind(*m_add, u"tinted"_s);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text);
        m_view->expandAll();
        countShown();
    });
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_quiet && index.isValid())
                    Q_EMIT chosen(index.data(RowDelegate::kId).toString());
            });
    connect(m_add, &QPushButton::clicked, this, &RecordList::addWanted);
    refresh();
}

void RecordList::add(const Record& record, const QHash<QString, Record>& all) {
    const QString id = idOf(record);
    if (m_items.contains(id))
        return;
    const KindForm& form = kindForm(m_kind.name());
    const QString above = record.value(QLatin1String(form.parent)).toString();
    const bool nested = *form.parent != '\0' && all.contains(above) && above != id;
    m_items.insert(id, nullptr); // a circle of parents ends here
    if (nested)
        add(all[above], all);
    auto* item = new QStandardItem(recordWord(m_kind, record, m_client.replica()));
    QString hint = fillPattern(form.rowHint, m_kind, record, m_client.replica());
    if (m_kind.name() == u"device")
        hint = deviceWord(record, m_client.replica()) + u" · "_s + hint;
    item->setData(id, RowDelegate::kId);
    item->setData(hint, RowDelegate::kHint);
    item->setData(item->text() + u' ' + hint + u' ' + record.value(u"nameEn"_s).toString() + u' ' +
                      record.value(u"account"_s).toString(),
                  RowDelegate::kSearch);
    item->setData(record.value(u"active"_s, true).toBool() && !record.value(u"revoked"_s).toBool(),
                  RowDelegate::kActive);
    QStandardItem* parent = nested ? m_items.value(above) : nullptr;
    (parent == nullptr ? m_model->invisibleRootItem() : parent)->appendRow(item);
    m_items.insert(id, item);
}

void RecordList::refresh() {
    const QString before = current();
    const int scrolled = m_view->verticalScrollBar()->value();
    m_quiet = true;
    QList<Record> records = m_kind.all(m_client.replica());
    const KindForm& form = kindForm(m_kind.name());
    const QString sortBy = *form.sortBy == '\0' ? u"name"_s : QString::fromUtf8(form.sortBy);
    std::stable_sort(records.begin(), records.end(), [&](const Record& left, const Record& right) {
        return QVariant::compare(valueAt(left, sortBy), valueAt(right, sortBy)) == QPartialOrdering::Less;
    });
    QHash<QString, Record> all;
    for (const Record& record : std::as_const(records))
        all.insert(idOf(record), record);
    m_model->clear();
    m_items.clear();
    for (const Record& record : std::as_const(records))
        add(record, all);
    m_view->expandAll();
    countShown();
    m_quiet = false;
    setCurrent(before);
    m_view->verticalScrollBar()->setValue(scrolled);
}

void RecordList::countShown() {
    const QString wanted = m_filter->text();
    const auto fits = std::count_if(m_items.cbegin(), m_items.cend(), [&](const QStandardItem* item) {
        return item->data(RowDelegate::kSearch).toString().contains(wanted, Qt::CaseInsensitive);
    });
    m_count->setText(wanted.isEmpty() ? tr("共 %n 条", nullptr, count())
                                      : tr("显示 %1 / 共 %2").arg(fits).arg(count()));
}

void RecordList::setCurrent(const QString& id) {
    const QStandardItem* item = m_items.value(id);
    m_quiet = true;
    if (item == nullptr)
        m_view->setCurrentIndex({});
    else
        m_view->setCurrentIndex(m_proxy->mapFromSource(item->index()));
    m_quiet = false;
}

QString RecordList::current() const {
    return m_view->currentIndex().data(RowDelegate::kId).toString();
}

void RecordList::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

void RecordList::setMayAdd(bool may) {
    m_add->setVisible(may);
}

} // namespace atrium::admin
