// SPDX-License-Identifier: GPL-3.0-or-later
// Departments below departments, and a kiosk that is bound to some: what is listed and what search finds.
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

model::Department department(const char* id, const char* parent) {
    model::Department out;
    out.id = model::DepartmentId(id);
    out.name = id;
    if (*parent != '\0')
        out.parentId = model::DepartmentId(parent);
    return out;
}

model::ServiceItem item(const char* id, const char* departmentId, const char* name) {
    model::ServiceItem out;
    out.id = model::ServiceItemId(id);
    out.departmentId = model::DepartmentId(departmentId);
    out.queueId = demoHall().queues.front().id;
    out.name = name;
    return out;
}

/// An office with two sections, one of which has a desk below it.
void addOffice(DemoHall& demo) {
    for (const auto& one : {department("office", ""), department("section", "office"),
                            department("other", "office"), department("desk", "section")})
        demo.departments.push_back(one);
    for (const auto& one :
         {item("of-office", "office", "天文备案"), item("of-section", "section", "天文登记"),
          item("of-other", "other", "天文变更"), item("of-desk", "desk", "天文注销")})
        demo.items.push_back(one);
}

QStringList keys(const ui::RecordListModel& rows) {
    QStringList out;
    for (int row = 0; row < rows.count(); ++row)
        out.append(rows.keyAt(row));
    out.sort();
    return out;
}

void bindTo(Bench& bench, const char* id) {
    model::Device device = demoHall().device;
    device.departmentIds = {model::DepartmentId(id)};
    bench.server->publish("recordChanged", {test::put(device)});
    QTRY_VERIFY(bench.client->self() && bench.client->self()->departmentIds == device.departmentIds);
}

void searchFor(Bench& bench, const QString& letters) {
    QTRY_VERIFY(bench.kiosk->search()->ready());
    for (const QChar letter : letters)
        bench.kiosk->search()->type(QString(letter));
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { ui::Theme::instance().setLanguage(u"zh_CN"_s); }

    void theItemsOfEveryLevelAreInAList() {
        Bench bench({}, addOffice);
        bench.start();
        auto& catalogue = *bench.kiosk->catalogue();
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"office"_s);
        QCOMPARE(bench.kiosk->pageName(), u"subDepartments"_s);
        QCOMPARE(keys(*catalogue.subDepartments()), (QStringList{u"office"_s, u"other"_s, u"section"_s}));
        bench.kiosk->openDepartment(u"section"_s);
        QCOMPARE(keys(*catalogue.items()), (QStringList{u"of-desk"_s, u"of-section"_s}));
        bench.kiosk->back();
        bench.kiosk->openDepartment(u"office"_s);
        QCOMPARE(keys(*catalogue.items()), QStringList{u"of-office"_s});
    }

    void aDepartmentCountsAllThatIsBelowIt() {
        Bench bench({}, addOffice);
        bench.start();
        auto& departments = *bench.kiosk->catalogue()->departments();
        QString note;
        for (int row = 0; row < departments.count(); ++row)
            if (departments.keyAt(row) == u"office"_s)
                note = departments.value(row, u"note"_s).toString();
        QCOMPARE(note, u"4 项业务"_s);
    }

    void aBoundKioskFindsOnlyWhatItGivesNumbersFor() {
        Bench bench({}, addOffice);
        bench.start();
        searchFor(bench, u"TW"_s);
        QTRY_COMPARE(bench.kiosk->search()->found(), 4);
        bindTo(bench, "section");
        QTRY_COMPARE(bench.kiosk->search()->found(), 2);
        QCOMPARE(keys(*bench.kiosk->search()->results()), (QStringList{u"of-desk"_s, u"of-section"_s}));
    }

    void aKioskBoundToASectionListsTheSection() {
        Bench bench({}, addOffice);
        bench.start();
        bindTo(bench, "section");
        auto& catalogue = *bench.kiosk->catalogue();
        QTRY_COMPARE(keys(*catalogue.departments()), QStringList{u"section"_s});
        bindTo(bench, "office");
        QTRY_COMPARE(keys(*catalogue.departments()), QStringList{u"office"_s});
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::CatalogueTest)
#include "cataloguetest.moc"
