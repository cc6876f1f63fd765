// SPDX-License-Identifier: GPL-3.0-or-later
// The form made from the model's description: every kind goes through it unchanged and edited.
#include "apps/admin/editor/recordform.h"
#include "apps/admin/records/checks.h"
#include "apps/admin/records/formtable.h"
#include "tests/gui/admin/fakehall.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using admin::Field;
using admin::FieldType;
using admin::Record;
using admin::setValueAt;

namespace {

Record sampleRecord(const admin::RecordKind& kind, int round, const sync::Replica& replica) {
    Record record = kind.all(replica).constFirst();
    for (const Field& field : kind.fields()) {
        if (field.type != FieldType::kept)
            admin::setValueAt(record, field.path,
                              test::sampleValue(admin::kindForm(kind.name()), field, round, replica));
    }
    return record;
}

} // namespace

class EditorTest : public QObject {
    Q_OBJECT

private:
    static void eachKind() {
        QTest::addColumn<QString>("kindName");
        for (const admin::RecordKind* kind : admin::recordKinds())
            QTest::newRow(qUtf8Printable(kind->name())) << kind->name();
    }

private Q_SLOTS:
    void everyMemberStandsInTheFormOrIsKept_data() { eachKind(); }
    void everyMemberStandsInTheFormOrIsKept() {
        QFETCH(QString, kindName);
        const auto* kind = admin::recordKind(kindName);
        const auto& form = admin::kindForm(kindName);
        for (const Field& field : kind->fields())
            QCOMPARE(admin::fieldForm(form, field.path) != nullptr, field.type != FieldType::kept);
        for (const auto& entry : form.fields) {
            const QStringList path = QString::fromUtf8(entry.path).split(u'/');
            const auto found =
                std::find_if(kind->fields().begin(), kind->fields().end(),
                             [&](const Field& field) { return field.path == path.constFirst(); });
            QVERIFY2(found != kind->fields().end(), entry.path);
            if (path.size() == 2)
                QVERIFY2(std::any_of(found->columns.begin(), found->columns.end(),
                                     [&](const Field& column) { return column.path == path[1]; }),
                         entry.path);
        }
    }

    void untouchedRecordComesBackAsItWas_data() { eachKind(); }
    void untouchedRecordComesBackAsItWas() {
        QFETCH(QString, kindName);
        test::FakeHall hall;
        const auto* kind = admin::recordKind(kindName);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        for (int round = 0; round < 3; ++round) {
            const Record record = sampleRecord(*kind, round, hall.replica());
            form.setRecord(record, false);
            QCOMPARE(form.editedFields(), QStringList());
            QCOMPARE(form.record(), record);
        }
    }

    void aZeroThatIsNoNumberIsAWord_data() {
        QTest::addColumn<QString>("kindName");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::newRow("quota") << u"queue"_s << u"dailyQuota"_s << u"不限"_s;
        QTest::newRow("appointments") << u"queue"_s << u"appointmentQuota"_s << u"不限"_s;
        QTest::newRow("open tickets") << u"queue"_s << u"maxOpenPerIdentity"_s << u"不限"_s;
        QTest::newRow("ageing") << u"queue"_s << u"ageingMinutes"_s << u"不升"_s;
        QTest::newRow("report") << u"queue"_s << u"passedMinutes"_s << u"当日有效"_s;
        QTest::newRow("legal days") << u"serviceItem"_s << u"legalDays"_s << u"当场办结"_s;
        QTest::newRow("promised days") << u"serviceItem"_s << u"promisedDays"_s << u"当场办结"_s;
    }
    void aZeroThatIsNoNumberIsAWord() {
        QFETCH(QString, kindName);
        QFETCH(QString, path);
        QFETCH(QString, word);
        test::FakeHall hall;
        const auto* kind = admin::recordKind(kindName);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        Record record = kind->all(hall.replica()).constFirst();
        setValueAt(record, path, 0LL);
        form.setRecord(record, false);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.focusFirst();
        auto* box = form.findChild<QSpinBox*>(u"field-"_s + path);
        QVERIFY(box != nullptr);
        QCOMPARE(box->text(), word);
        QCOMPARE(form.editedFields(), QStringList());
        // While one types it is a number, typed over at once.
        box->setFocus(Qt::TabFocusReason);
        QVERIFY2(box->text().startsWith(u"0 "), qPrintable(box->text()));
        QTest::keyClicks(box, u"12"_s);
        QCOMPARE(admin::valueAt(form.record(), path).toInt(), 12);
        form.focusFirst();
        QVERIFY2(box->text().startsWith(u"12 "), qPrintable(box->text()));
        box->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(box, u"0"_s);
        form.focusFirst();
        QCOMPARE(box->text(), word);
        QCOMPARE(form.editedFields(), QStringList());
        setValueAt(record, path, 3LL); // as undo does
        form.setRecord(record, false);
        QVERIFY2(box->text().startsWith(u"3 "), qPrintable(box->text()));
    }

    void theMaterialsStandWholeOnASmallScreen() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"serviceItem"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.setRecord(kind->all(hall.replica()).constFirst(), false);
        form.resize(680, 560); // what is left for it at 1366x768
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        auto* table = form.findChild<QTableWidget*>(u"field-materials"_s);
        QVERIFY(table != nullptr);
        QVERIFY(!table->horizontalScrollBar()->isVisible());
        const auto* header = table->horizontalHeader();
        int texts = 0;
        for (int column = 0; column < table->columnCount(); ++column) {
            const int title =
                header->fontMetrics().horizontalAdvance(table->horizontalHeaderItem(column)->text());
            QVERIFY2(table->columnWidth(column) >= title + 8, qPrintable(QString::number(column)));
            if (header->sectionResizeMode(column) == QHeaderView::Stretch)
                texts += table->columnWidth(column);
        }
        QVERIFY2(texts >= 320, qPrintable(QString::number(texts))); // ten characters each and more
    }

    void everyFieldCanBeEditedAndReachesTheServer_data() { eachKind(); }
    void everyFieldCanBeEditedAndReachesTheServer() {
        QFETCH(QString, kindName);
        test::FakeHall hall;
        const auto* kind = admin::recordKind(kindName);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        const Record before = sampleRecord(*kind, 0, hall.replica());
        const Record wanted = sampleRecord(*kind, 1, hall.replica());
        form.setRecord(before, false);
        for (const Field& field : kind->fields()) {
            if (field.type != FieldType::kept)
                form.edit(field.path, admin::valueAt(wanted, field.path));
        }
        QCOMPARE(form.record(), wanted);
        bool answered = false;
        kind->put(hall.client(), form.record(), admin::versionOf(before), this,
                  [&answered](const model::Result<Record>&) { answered = true; });
        QVERIFY(QTest::qWaitFor([&answered] { return answered; }));
        QByteArray body;
        for (const auto& request : hall.server().requests()) {
            if (request.method == "PUT")
                body = request.body;
        }
        const Record sent = QJsonDocument::fromJson(body).object().toVariantMap();
        QCOMPARE(kind->normalised(sent), kind->normalised(wanted));
        QCOMPARE(sent.size(), wanted.size());
    }

    void noLineTakesMoreThanItsLimit_data() { eachKind(); }
    void noLineTakesMoreThanItsLimit() {
        QFETCH(QString, kindName);
        test::FakeHall hall;
        const auto* kind = admin::recordKind(kindName);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.setRecord(kind->blank(hall.replica()), true);
        int lines = 0;
        for (const Field& field : kind->fields()) {
            if (form.findChild<QPlainTextEdit*>(u"field-"_s + field.path) != nullptr)
                ++lines; // a paragraph says so when it is saved
            const auto* line = form.findChild<QLineEdit*>(u"field-"_s + field.path);
            if (field.type != FieldType::text || line == nullptr)
                continue;
            QVERIFY2(field.longest > 0, qPrintable(field.path));
            QCOMPARE(line->maxLength(), field.longest);
            ++lines;
        }
        QVERIFY(lines > 0);
    }

    void faultsSayWhereAndHow() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"queue"_s);
        Record record = *kind->find(hall.replica(), u"queue-1"_s);
        record.insert(u"name"_s, u" "_s);
        record.insert(u"areaId"_s, u"area-gone"_s);
        record.insert(u"recallLimit"_s, 0LL);
        record.insert(u"hours"_s,
                      QVariantList{QVariantMap{{u"weekday"_s, 1LL}, {u"from"_s, 600LL}, {u"to"_s, 600LL}}});
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.setRecord(record, false);
        const auto faults = admin::checkRecord(*kind, form.record(), hall.replica());
        QStringList paths;
        for (const auto& fault : faults) {
            paths.append(fault.path);
            QVERIFY(!fault.words.isEmpty());
        }
        QCOMPARE(paths, QStringList({u"name"_s, u"areaId"_s, u"hours"_s, u"recallLimit"_s}));
        form.showFaults(faults);
        const auto* beside = form.findChild<QLabel*>(u"fault-name"_s);
        QVERIFY(beside != nullptr && beside->isVisibleTo(&form) && beside->text().contains(u"必须填写"));
        // Mending a field takes its fault away at once.
        form.edit(u"name"_s, u"新名"_s);
        QVERIFY(!beside->isVisibleTo(&form));
        QCOMPARE(form.faults().size(), 3);
    }

    void specialFaults_data() {
        QTest::addColumn<QString>("kindName");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("prefix of three letters")
            << u"queue"_s << u"queue-1"_s << u"prefix"_s << QVariant(u"ABC"_s);
        QTest::newRow("prefix in use") << u"queue"_s << u"queue-1"_s << u"prefix"_s << QVariant(u"C"_s);
        QTest::newRow("number in use") << u"window"_s << u"window-1"_s << u"number"_s << QVariant(2LL);
        QTest::newRow("below itself")
            << u"department"_s << u"department-1"_s << u"parentId"_s << QVariant(u"department-2"_s);
        QTest::newRow("grades") << u"hall"_s << u"hall"_s << u"ratingGrades"_s << QVariant(4LL);
        QTest::newRow("no language") << u"area"_s << u"area-1"_s << u"announcement.languages"_s
                                     << QVariant(QVariantList());
        QTest::newRow("no number spoken")
            << u"area"_s << u"area-1"_s << u"announcement.templateZh"_s << QVariant(u"请到{window}号窗口"_s);
        QTest::newRow("text too long")
            << u"department"_s << u"department-1"_s << u"name"_s << QVariant(QString(4001, u'长'));
    }
    void specialFaults() {
        QFETCH(QString, kindName);
        QFETCH(QString, id);
        QFETCH(QString, path);
        QFETCH(QVariant, value);
        test::FakeHall hall;
        const auto* kind = admin::recordKind(kindName);
        Record record = *kind->find(hall.replica(), id);
        QCOMPARE(admin::checkRecord(*kind, record, hall.replica()), QList<admin::Fault>());
        admin::setValueAt(record, path, value);
        const auto faults = admin::checkRecord(*kind, record, hall.replica());
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.constFirst().path, path);
    }

    /// Ctrl+S leaves no time to leave the cell first.
    void whatIsTypedInACellIsInTheRecordAtOnce() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"serviceItem"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.resize(1000, 700);
        form.show();
        Record record = *kind->find(hall.replica(), u"item-1"_s);
        record.insert(u"conditions"_s, QVariantList{u"旧"_s});
        form.setRecord(record, false);
        QSignalSpy edited(&form, &admin::RecordForm::edited);
        auto* table = form.findChild<QTableWidget*>(u"field-conditions"_s);
        QVERIFY(table != nullptr);
        table->editItem(table->item(0, 0));
        auto* cell = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(cell != nullptr);
        QCOMPARE(cell->geometry(), table->visualItemRect(table->item(0, 0))); // where the text stood
        cell->selectAll();
        QTest::keyClicks(cell, u"new"_s);
        QVERIFY(edited.count() > 0);
        QCOMPARE(form.record().value(u"conditions"_s).toList(), QVariantList{u"new"_s});
        QTest::keyClick(cell, Qt::Key_Left);
        QTest::keyClicks(cell, u"-"_s);
        QCOMPARE(form.record().value(u"conditions"_s).toList(), QVariantList{u"ne-w"_s});
        QTest::keyClick(cell, Qt::Key_Escape); // and takes it back
        QCOMPARE(form.editedFields(), QStringList());
    }

    void aNumberOutOfItsRangeStaysAndIsSaid() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"department"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.setRecord(*kind->find(hall.replica(), u"department-1"_s), false);
        auto* number = form.findChild<QSpinBox*>(u"field-sortOrder"_s);
        const auto* beside = form.findChild<QLabel*>(u"fault-sortOrder"_s);
        number->selectAll();
        QTest::keyClicks(number, u"-5"_s);
        QCOMPARE(form.record().value(u"sortOrder"_s).toInt(), -5);
        QVERIFY(beside->isVisibleTo(&form) && beside->text().contains(u"应在 0 到"));
        const auto faults = admin::checkRecord(*kind, form.record(), hall.replica());
        QCOMPARE(faults.size(), 1);
        QTest::keyClick(number, Qt::Key_Up); // the arrows come back into the range
        QCOMPARE(form.record().value(u"sortOrder"_s).toInt(), 0);
        QVERIFY(!beside->isVisibleTo(&form));
    }

    void aTextThatIsCutIsSaid() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"department"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        form.setRecord(*kind->find(hall.replica(), u"department-1"_s), false);
        auto* line = form.findChild<QLineEdit*>(u"field-phone"_s);
        const auto* beside = form.findChild<QLabel*>(u"fault-phone"_s);
        QGuiApplication::clipboard()->setText(QString(line->maxLength() + 1, u'1'));
        line->selectAll();
        line->paste();
        QTRY_VERIFY(beside->isVisibleTo(&form));
        QVERIFY(beside->text().contains(QString::number(line->maxLength())));
        QTest::keyClick(line, Qt::Key_Backspace);
        QVERIFY(!beside->isVisibleTo(&form));
    }

    void recordsInUseAreNamed() {
        test::FakeHall hall;
        const auto users =
            admin::referringRecords(*admin::recordKind(u"serviceItem"_s), u"item-1"_s, hall.replica(), 10);
        QCOMPARE(users.size(), 2);
        QVERIFY(users.constFirst().contains(u"窗口1"));
        QCOMPARE(
            admin::referringRecords(*admin::recordKind(u"serviceItem"_s), u"item-2"_s, hall.replica(), 10),
            QStringList());
    }
};

QTEST_MAIN(EditorTest)
#include "editortest.moc"
