// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one record, made from its kind's description and form table.
#pragma once

#include "apps/admin/records/checks.h"

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QGridLayout;
class QLabel;
class QScrollArea;
QT_END_NAMESPACE

namespace atrium::admin {

class Account;
class FieldEditor;
class FormExtra;
struct FieldForm;
struct KindForm;

/// GUI thread.
class RecordForm : public QWidget {
    Q_OBJECT
public:
    RecordForm(const RecordKind& kind, sync::HallClient& client, Account& account, QWidget* parent = nullptr);

    /// Shows a record; what was typed before is dropped.
    void setRecord(const Record& record, bool isNew);
    /// The record with what was edited; fields nobody touched are as given, bit for bit.
    [[nodiscard]] Record record() const;
    /// Fields whose value differs from the record given.
    [[nodiscard]] QStringList editedFields() const;
    /// Puts values into the form as if a person had typed them.
    void edit(const QString& path, const QVariant& value);

    /// Shows faults beside their fields and brings the first into view; an empty list clears them.
    void showFaults(const QList<Fault>& faults);
    [[nodiscard]] QList<Fault> faults() const { return m_faults; }
    void focusFirst();

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void edited();
    /// An extra action worked or did not.
    void said(const QString& message);

private:
    struct Row {
        FieldEditor* editor = nullptr;
        QLabel* fault = nullptr;
        QVariant shown; ///< what the editor gave right after it was filled
        bool alwaysReadOnly = false;
        bool publisher = false;
    };

    void addRow(const Field& field, const KindForm& kind, const FieldForm& form, QGridLayout& grid, int line);
    void applyRights();
    void placeExtra();

    const RecordKind& m_kind;
    sync::HallClient& m_client;
    Account& m_account;
    QScrollArea* m_scroll;
    QBoxLayout* m_halves; ///< the fields, and an extra that stands beside them
    QStringList m_order;
    QHash<QString, Row> m_rows;
    FormExtra* m_extra = nullptr;
    Record m_record;
    QList<Fault> m_faults;
};

} // namespace atrium::admin
