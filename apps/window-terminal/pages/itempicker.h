// SPDX-License-Identifier: GPL-3.0-or-later
// A field that narrows as one types, and the best service items below it as buttons.
#pragma once

#include "shared/model/serviceitem.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class ItemSearch;

/// Buttons are named "<prefix>-item-<id>"; one is chosen at most. Down goes from the field to the first one.
/// GUI thread.
class ItemPicker : public QWidget {
    Q_OBJECT
public:
    ItemPicker(ItemSearch& search, sync::Replica& replica, const QString& prefix, QWidget* parent = nullptr);

    /// Nothing chosen, empty field; while it is empty the items of this department are listed.
    void reset(const std::optional<model::DepartmentId>& near = {});
    /// The same, and only these are offered; while the field is empty, the first of them by letter.
    void resetTo(std::vector<model::ServiceItemId> only);
    [[nodiscard]] std::optional<model::ServiceItemId> chosen() const { return m_chosen; }
    QLineEdit& field() { return *m_field; }

Q_SIGNALS:
    void chosenChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void list();
    [[nodiscard]] std::vector<model::ServiceItem> wanted() const;
    QPushButton* makeRow(const model::ServiceItem& item);
    void choose(const model::ServiceItemId& id);

    ItemSearch& m_search;
    sync::Replica& m_replica;
    QString m_prefix;
    QLineEdit* m_field;
    QVBoxLayout* m_rows;
    QList<QPushButton*> m_buttons;
    std::optional<model::ServiceItemId> m_chosen;
    std::optional<model::DepartmentId> m_near;
    std::optional<std::vector<model::ServiceItemId>> m_only;
};

} // namespace atrium::windowterminal
