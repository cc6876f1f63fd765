// SPDX-License-Identifier: GPL-3.0-or-later
// What is held before the kiosk's scanner: a number of a person or an organisation, or nothing that can be
// read.
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

class ScanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { ui::Theme::instance().setLanguage(u"zh_CN"_s); }

    void aScannedNumberNamesTheHolder_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<model::IdentityKind>("kind");
        QTest::addColumn<QString>("holder");
        QTest::newRow("ID number") << u"11010519900307849X"_s << model::IdentityKind::citizenId
                                   << u"1101**********849X"_s;
        QTest::newRow("unified social credit code")
            << u"91350100M000100Y43"_s << model::IdentityKind::creditCode << u"9135**********0Y43"_s;
    }
    void aScannedNumberNamesTheHolder() {
        QFETCH(const QString, text);
        QFETCH(const model::IdentityKind, kind);
        QFETCH(const QString, holder);
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.scanner->scan(text);
        QCOMPARE(bench.kiosk->pageName(), u"departments"_s);
        QCOMPARE(bench.kiosk->visitor()->holder(), holder);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
        const auto wish =
            model::fromJson<model::IssueRequest>(bench.heard("/tickets").at(0).toStdString()).value();
        QVERIFY(wish.identity.has_value());
        QCOMPARE(wish.identity->number, text.toStdString());
        QCOMPARE(wish.identity->kind, kind);
        QCOMPARE(wish.recognition, model::Recognition::scanned);
    }

    void aWrongCheckCharacterNamesNobody_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("ID number") << u"110105199003078491"_s;
        QTest::newRow("unified social credit code") << u"91350100M000100Y44"_s;
    }
    void aWrongCheckCharacterNamesNobody() {
        QFETCH(const QString, text);
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.scanner->scan(text);
        QCOMPARE(bench.kiosk->pageName(), u"home"_s);
        QVERIFY(!bench.kiosk->visitor()->known());
        QCOMPARE(bench.kiosk->notice(), u"扫到的不是号单，也不是有效的身份证号码或统一社会信用代码。"_s);
    }

    void whatGivesNoTextIsSaid() {
        Bench bench({.home = 50, .ticket = 200, .page = 200, .warning = 100});
        bench.plugIn();
        bench.start();
        QTRY_COMPARE(bench.kiosk->pageName(), u"quiet"_s);
        bench.scanner->refuse(devices::ScanFault::tooLong);
        QCOMPARE(bench.kiosk->pageName(), u"home"_s);
        QCOMPARE(bench.kiosk->notice(),
                 u"没有扫出内容，请对准扫码窗口再扫一次；仍扫不出时，请到服务台办理。"_s);
        QVERIFY(!bench.kiosk->visitor()->known());
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::ScanTest)
#include "scantest.moc"
