// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/recordlistmodel.h"

#include <QSet>

#include <algorithm>

namespace atrium::ui {
namespace {

constexpr int kFirstRole = Qt::UserRole + 1;

} // namespace

RecordListModel::RecordListModel(const QStringList& roles, QObject* parent)
    : QAbstractListModel(parent), m_roles(roles) {}

int RecordListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

int RecordListModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid()) {
        return 0;
    }
    return m_columns.isEmpty() ? 1 : static_cast<int>(m_columns.size());
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    int wanted = role - kFirstRole;
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        wanted = m_columns.isEmpty() ? 0 : m_columnRoles.at(index.column());
    }
    const QVariantList& values = m_rows.at(index.row()).values;
    return wanted >= 0 && wanted < values.size() ? values.at(wanted) : QVariant();
}

QHash<int, QByteArray> RecordListModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < m_roles.size(); ++i) {
        names.insert(kFirstRole + i, m_roles.at(i).toUtf8());
    }
    return names;
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 &&
        section < m_columns.size()) {
        return m_columns.at(section).title;
    }
    return QAbstractListModel::headerData(section, orientation, role);
}

int RecordListModel::roleOf(const QString& name) const {
    const auto at = m_roles.indexOf(name);
    return at < 0 ? -1 : kFirstRole + static_cast<int>(at);
}

void RecordListModel::setColumns(QList<RecordColumn> columns) {
    beginResetModel(); // the shape changes, not the rows
    m_columns = std::move(columns);
    m_columnRoles.clear();
    for (const RecordColumn& column : std::as_const(m_columns)) {
        m_columnRoles.append(static_cast<int>(m_roles.indexOf(column.role)));
    }
    endResetModel();
}

void RecordListModel::update(const QList<RecordRow>& rows) {
    const int before = count();
    QList<RecordRow> wanted;
    QSet<QString> seen;
    for (const RecordRow& row : rows) {
        if (seen.contains(row.key)) {
            qWarning("RecordListModel: two rows have the key %s", qUtf8Printable(row.key));
            continue;
        }
        seen.insert(row.key);
        wanted.append(normalised(row));
    }
    removeAbsent(wanted);
    for (int at = 0; at < wanted.size(); ++at) {
        const RecordRow& target = wanted.at(at);
        const auto found =
            std::find_if(m_rows.cbegin() + std::min<qsizetype>(at, m_rows.size()), m_rows.cend(),
                         [&target](const RecordRow& row) { return row.key == target.key; });
        if (found == m_rows.cend()) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, target);
            endInsertRows();
            continue;
        }
        const int from = static_cast<int>(found - m_rows.cbegin());
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            m_rows.move(from, at);
            endMoveRows();
        }
        changeValues(at, target.values);
    }
    if (count() != before) {
        Q_EMIT countChanged(count());
    }
}

void RecordListModel::put(const RecordRow& row) {
    const int at = indexOf(row.key);
    if (at >= 0) {
        changeValues(at, normalised(row).values);
        return;
    }
    const int end = count();
    beginInsertRows({}, end, end);
    m_rows.append(normalised(row));
    endInsertRows();
    Q_EMIT countChanged(count());
}

bool RecordListModel::remove(const QString& key) {
    const int at = indexOf(key);
    if (at < 0) {
        return false;
    }
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
    Q_EMIT countChanged(count());
    return true;
}

int RecordListModel::indexOf(const QString& key) const {
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const RecordRow& row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QString RecordListModel::keyAt(int row) const {
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).key : QString();
}

QVariant RecordListModel::value(int row, const QString& role) const {
    const auto at = m_roles.indexOf(role);
    return row >= 0 && row < m_rows.size() && at >= 0 ? m_rows.at(row).values.at(at) : QVariant();
}

void RecordListModel::removeAbsent(const QList<RecordRow>& rows) {
    QSet<QString> keep;
    for (const RecordRow& row : rows) {
        keep.insert(row.key);
    }
    for (int last = count() - 1; last >= 0; --last) {
        if (keep.contains(m_rows.at(last).key)) {
            continue;
        }
        int first = last;
        while (first > 0 && !keep.contains(m_rows.at(first - 1).key)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void RecordListModel::changeValues(int row, const QVariantList& values) {
    QVariantList& current = m_rows[row].values;
    QList<int> changed;
    for (int i = 0; i < m_roles.size(); ++i) {
        if (current.at(i) != values.at(i)) {
            changed.append(kFirstRole + i);
        }
    }
    if (changed.isEmpty()) {
        return;
    }
    current = values;
    changed.append(Qt::DisplayRole);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount({}) - 1), changed);
}

RecordRow RecordListModel::normalised(const RecordRow& row) const {
    RecordRow full = row;
    full.values.resize(m_roles.size());
    return full;
}

} // namespace atrium::ui
