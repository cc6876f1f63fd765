// SPDX-License-Identifier: GPL-3.0-or-later
// --demo without a server: the hall inside the program calls, and the board follows.
#include "apps/signage-player/boardmodel.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/screen/demofeed.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

class DemoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void theBoardLives();
};

void DemoTest::theBoardLives() {
    QTemporaryDir folder;
    sync::Connection connection;
    connection.server = QUrl(u"http://127.0.0.1:1"_s);
    connection.token = "demonstration";
    connection.dataDir = folder.path();
    sync::HallClient client(connection, std::make_unique<ui::DemoFeed>(model::DeviceKind::signagePlayer,
                                                                       std::chrono::milliseconds(5)));
    signage::BoardModel board(client);
    QSet<QString> current;
    bool passed = false;
    int most = 0; // who is finished leaves the board
    connect(&board, &signage::BoardModel::changed, &board, [&] {
        if (!board.currentNumber().isEmpty())
            current.insert(board.currentNumber());
        most = std::max(most, board.calls()->count());
        passed = passed || !board.passed().isEmpty();
    });
    client.start();
    QTRY_VERIFY_WITH_TIMEOUT(current.size() >= 8 && passed && most >= 3, 60'000);
    QCOMPARE(board.waiting()->count(), 2);
    QVERIFY(board.waiting()->value(0, u"waiting"_s).toInt() > 0);
    QVERIFY(!board.caption().isEmpty());
}

QTEST_MAIN(DemoTest)
#include "demotest.moc"
