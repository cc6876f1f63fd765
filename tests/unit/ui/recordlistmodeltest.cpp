// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/recordlistmodel.h"
#include "shared/model/ticket.h"
#include "shared/ui/types/describedrows.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium::ui;

namespace {

const QStringList kRoles{u"number"_s, u"waiting"_s};

RecordRow row(const QString& key, int waiting = 0) {
    return {key, {key, waiting}};
}

QStringList keys(const RecordListModel& model) {
    QStringList all;
    for (int i = 0; i < model.count(); ++i) {
        all.append(model.keyAt(i));
    }
    return all;
}

} // namespace

class RecordListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void anUpdateIsMovesInsertsAndRemovals();
    static void randomUpdatesNeverResetAndAlwaysArrive();
    static void onlyChangedRolesAreAnnounced();
    static void putAndRemove();
    static void aSecondRowOfAKeyIsLeftOut();
    static void columnsServeATable();
    static void aDescribedRecordBecomesARow();
};

void RecordListModelTest::anUpdateIsMovesInsertsAndRemovals() {
    RecordListModel model(kRoles);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({row(u"A1"_s), row(u"A2"_s), row(u"A3"_s)});
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QPersistentModelIndex third(model.index(2));
    model.update({row(u"A3"_s), row(u"A2"_s), row(u"A4"_s)});
    QCOMPARE(keys(model), QStringList({u"A3"_s, u"A2"_s, u"A4"_s}));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(third.row(), 0); // a view's selection follows its record
}

void RecordListModelTest::randomUpdatesNeverResetAndAlwaysArrive() {
    QRandomGenerator random(20261122);
    RecordListModel model(kRoles);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 200; ++round) {
        QList<RecordRow> wanted;
        for (int key = 0; key < 20; ++key) {
            if (random.bounded(3) > 0) {
                wanted.insert(random.bounded(static_cast<int>(wanted.size()) + 1),
                              row(QString::number(key), random.bounded(3)));
            }
        }
        model.update(wanted);
        QCOMPARE(model.count(), static_cast<int>(wanted.size()));
        for (int i = 0; i < model.count(); ++i) {
            QCOMPARE(model.keyAt(i), wanted.at(i).key);
            QCOMPARE(model.value(i, u"waiting"_s), wanted.at(i).values.at(1));
        }
    }
    QCOMPARE(resets.count(), 0);
}

void RecordListModelTest::onlyChangedRolesAreAnnounced() {
    RecordListModel model(kRoles);
    model.update({row(u"A1"_s, 1), row(u"A2"_s, 2)});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update({row(u"A1"_s, 1), row(u"A2"_s, 5)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    const auto roles = changed.at(0).at(2).value<QList<int>>();
    QVERIFY(roles.contains(model.roleOf(u"waiting"_s)));
    QVERIFY(!roles.contains(model.roleOf(u"number"_s)));
}

void RecordListModelTest::putAndRemove() {
    RecordListModel model(kRoles);
    const QSignalSpy counts(&model, &RecordListModel::countChanged);
    model.put(row(u"A1"_s, 1));
    model.put(row(u"A1"_s, 2));
    QCOMPARE(model.count(), 1);
    QCOMPARE(model.value(0, u"waiting"_s).toInt(), 2);
    QVERIFY(model.remove(u"A1"_s));
    QVERIFY(!model.remove(u"A1"_s));
    QCOMPARE(counts.count(), 2);
    QVERIFY(!model.value(0, u"waiting"_s).isValid());
    QCOMPARE(model.roleOf(u"absent"_s), -1);
}

void RecordListModelTest::aSecondRowOfAKeyIsLeftOut() {
    RecordListModel model(kRoles);
    QTest::ignoreMessage(QtWarningMsg, "RecordListModel: two rows have the key A1");
    model.update({row(u"A1"_s, 1), row(u"A1"_s, 2)});
    QCOMPARE(model.count(), 1);
    QCOMPARE(model.value(0, u"waiting"_s).toInt(), 1);
}

void RecordListModelTest::columnsServeATable() {
    RecordListModel model(kRoles);
    model.setColumns({{u"waiting"_s, u"等候"_s}, {u"number"_s, u"号码"_s}});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({row(u"A1"_s, 7)});
    const QAbstractItemModel& table = model;
    QCOMPARE(table.columnCount(), 2);
    QCOMPARE(table.index(0, 0).data().toInt(), 7);
    QCOMPARE(table.index(0, 1).data().toString(), u"A1"_s);
    QCOMPARE(table.headerData(1, Qt::Horizontal).toString(), u"号码"_s);
}

void RecordListModelTest::aDescribedRecordBecomesARow() {
    atrium::model::Ticket ticket;
    ticket.id = atrium::model::TicketId("00ff");
    ticket.number = "A0127";
    ticket.priorityReason = "老年人优先";
    ticket.issuedAt = atrium::model::fromMillis(1'700'000'000'000);
    RecordListModel model(rolesOf<atrium::model::Ticket>());
    model.update(rowsOf(std::vector{ticket}));
    QCOMPARE(model.keyAt(0), u"00ff"_s);
    QCOMPARE(model.value(0, u"number"_s).toString(), u"A0127"_s);
    QCOMPARE(model.value(0, u"priorityReason"_s).toString(), u"老年人优先"_s);
    QCOMPARE(model.value(0, u"state"_s).toString(), u"reserved"_s);
    QCOMPARE(model.value(0, u"issuedAt"_s).toDateTime().toMSecsSinceEpoch(), 1'700'000'000'000);
    QVERIFY(!model.value(0, u"calledAt"_s).isValid());
}

QTEST_GUILESS_MAIN(RecordListModelTest)

#include "recordlistmodeltest.moc"
