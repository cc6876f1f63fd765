// SPDX-License-Identifier: GPL-3.0-or-later
// A list of records for QML views and Widgets tables. Rows are type-erased, so that one compiled class serves
// every record type (a QML type may not derive from a template); describedrows.h fills it from a described
// struct.
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QStringList>
#include <QVariant>

namespace atrium::ui {

/// One record: what identifies it, and its values in the order of the model's roles.
struct RecordRow {
    QString key;
    QVariantList values;
};

/// One column of a Widgets table: which role it shows and its heading.
struct RecordColumn {
    QString role;
    QString title;
};

/// GUI thread only. An update never resets the model: views keep their scroll position, selection and focus.
class RecordListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    explicit RecordListModel(const QStringList& roles, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    const QStringList& roles() const { return m_roles; }
    /// The item role (Qt::UserRole + 1 …) of a role name, -1 when there is none.
    int roleOf(const QString& name) const;

    /// Columns for a table view; without any the model is a list of one column. Call before views use the
    /// model.
    void setColumns(QList<RecordColumn> columns);

    /// Brings the rows to `rows` by the fewest removals, moves, insertions and value changes that this simple
    /// front-to-back pass finds. Keys must be unique (a second row of a key is left out, with a warning) and
    /// every row needs one value per role; a shorter row is filled up with invalid values.
    void update(const QList<RecordRow>& rows);
    /// Adds the row, or changes the row of that key in place.
    void put(const RecordRow& row);
    /// Removes the row of that key; gives whether there was one.
    bool remove(const QString& key);
    /// Takes all rows out (as removals).
    void clear() { update({}); }

    /// Row number of a key, -1 when absent.
    Q_INVOKABLE int indexOf(const QString& key) const;
    Q_INVOKABLE QString keyAt(int row) const;
    /// One value, invalid when the row or the role does not exist.
    Q_INVOKABLE QVariant value(int row, const QString& role) const;

Q_SIGNALS:
    void countChanged(int count);

private:
    int columnCount(const QModelIndex& parent) const override;
    void removeAbsent(const QList<RecordRow>& rows);
    void changeValues(int row, const QVariantList& values);
    RecordRow normalised(const RecordRow& row) const;

    QStringList m_roles;
    QList<RecordColumn> m_columns;
    QList<int> m_columnRoles;
    QList<RecordRow> m_rows;
};

} // namespace atrium::ui
