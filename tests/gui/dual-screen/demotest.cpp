// SPDX-License-Identifier: GPL-3.0-or-later
// --demo without a server: the hall inside the program brings every page of the outer screen by itself.
#include "apps/dual-screen/outerscreen.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/screen/demofeed.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using dualscreen::OuterScreen;

class DemoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void everyPageComesByItself();
};

void DemoTest::everyPageComesByItself() {
    QTemporaryDir folder;
    sync::Connection connection;
    connection.server = QUrl(u"http://127.0.0.1:1"_s);
    connection.token = "demonstration";
    connection.dataDir = folder.path();
    sync::HallClient client(connection, std::make_unique<ui::DemoFeed>(model::DeviceKind::dualScreen,
                                                                       std::chrono::milliseconds(5)));
    OuterScreen screen(
        client,
        {.seconds = 30, .second = std::chrono::milliseconds(1000), .thanks = std::chrono::milliseconds(5)});
    QSet<QString> pages;
    connect(&screen, &OuterScreen::changed, &screen, [&] {
        pages.insert(screen.pageName());
        if (screen.page() != OuterScreen::Rating)
            return;
        screen.chooseGrade(5);
        screen.submit();
    });
    client.start();
    const QSet<QString> all{u"idle"_s,   u"called"_s, u"serving"_s, u"guide"_s,
                            u"rating"_s, u"thanks"_s, u"paused"_s};
    QTRY_VERIFY2_WITH_TIMEOUT(pages.contains(all), qPrintable(QStringList(pages.values()).join(u' ')),
                              60'000);
    QCOMPARE(screen.staffName(), u"李晓雯"_s);
    QCOMPARE(screen.windowNumber(), 3);
}

QTEST_MAIN(DemoTest)
#include "demotest.moc"
