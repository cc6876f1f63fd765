// SPDX-License-Identifier: GPL-3.0-or-later
// Departments, sub-departments and their service items, as lists to touch.
#pragma once

#include "shared/model/records.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;

/// Roles of department lists: recordId, name, note. Roles of item lists: recordId, name, place, ahead, wait,
/// soon, served, realName, shut (one can have no number now: ahead and wait say why and when instead). A
/// kiosk that is bound to departments shows these alone. GUI thread.
class Catalogue : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(atrium::ui::RecordListModel* departments READ departments CONSTANT FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* subDepartments READ subDepartments CONSTANT FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* items READ items CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString parentTitle READ parentTitle NOTIFY changed FINAL)
    Q_PROPERTY(bool byLetter READ byLetter NOTIFY changed FINAL)
public:
    Catalogue(sync::HallClient& client, HallLoad& load, QObject* parent = nullptr);

    ui::RecordListModel* departments() { return &m_departments; }
    ui::RecordListModel* subDepartments() { return &m_subDepartments; }
    ui::RecordListModel* items() { return &m_items; }
    /// Name of the department whose items are listed.
    QString title() const;
    /// Name of the department whose sub-departments are listed.
    QString parentTitle() const;
    bool byLetter() const { return m_byLetter; }

    /// Opens a department: true when it has sub-departments to choose from first.
    bool open(const QString& departmentId);
    /// Lists the items of one department with all that is below it; of the department whose sub-departments
    /// are listed, its own alone.
    void openItems(const QString& departmentId);
    /// Whether the items listed were reached through a page of sub-departments.
    [[nodiscard]] bool hasParent() const { return !m_parent.isEmpty(); }
    Q_INVOKABLE void sortByLetter();
    Q_INVOKABLE void sortByPopularity();
    /// Whether this kiosk gives numbers for the department: it, or one above it, is among those that the
    /// kiosk is bound to. As the server decides.
    [[nodiscard]] bool isShown(const model::DepartmentId& id) const;
    /// Back to the default order, nothing opened.
    void clear();
    /// One row of an item list, in the order of itemRoles().
    [[nodiscard]] ui::RecordRow itemRow(const model::ServiceItem& item) const;
    [[nodiscard]] static QStringList itemRoles();

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void refreshItems();
    /// The department, then the one above it and so on to the top.
    [[nodiscard]] std::vector<model::DepartmentId> lineOf(model::DepartmentId id) const;
    [[nodiscard]] bool isListed(const model::Department& department, const QString& parent) const;
    [[nodiscard]] std::vector<model::ServiceItem> openedItems() const;
    [[nodiscard]] QList<ui::RecordRow> departmentRows(const QString& parent);
    [[nodiscard]] std::map<std::string, int> countItems();
    [[nodiscard]] std::vector<model::ServiceItem> sortedItems() const;

    sync::HallClient& m_client;
    HallLoad& m_load;
    ui::RecordListModel m_departments;
    ui::RecordListModel m_subDepartments;
    ui::RecordListModel m_items;
    std::optional<std::map<std::string, int>>
        m_counts; ///< active items by department, as long as none changes
    QString m_department;
    QString m_parent;
    bool m_byLetter = false;
};

} // namespace atrium::kiosk
