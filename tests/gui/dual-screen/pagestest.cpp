// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the outer screen in the states that bring it.
#include "shared/model/ticket.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/dual-screen/outer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QQuickItem>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::model::WindowState;
using atrium::test::Outer;
using atrium::test::put;

namespace {

constexpr atrium::dualscreen::RatingTimes kPatient{
    .seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::minutes(5)};

/// How many of the five stars shine; none when there are none. A repeater's items are children on the screen
/// alone.
int shiningStars(const Outer& t) {
    int shining = 0;
    if (const auto* row = t.scene->item(u"staff-stars"_s); row != nullptr)
        for (const auto* star : row->childItems())
            for (const auto* icon : star->childItems())
                shining += icon->property("filled").toBool() ? 1 : 0;
    return shining;
}

/// What stands in the middle of the place for the photograph.
QColor photographed(const Outer& t) {
    const auto* photo = t.scene->item(u"staff-photo"_s);
    const QPointF middle = photo->mapToScene(QPointF(photo->width() / 2, photo->height() / 2));
    return t.scene->picture(u"staff"_s).pixelColor(middle.toPoint());
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void everyStateHasItsPage();
    static void whoServesIsShownWithPhotographAndStars();
    static void whoIsGoneIsNotAskedToTheWindow();
    static void pausedSaysWhyAndWhereElse();
    static void theClerkShowsAGuide();
    static void pausedSaysItInEnglish();
    static void offlineIsSaidAndTheScreenCatchesUp();
    static void nothingPrivateIsShown();
};

void PagesTest::everyStateHasItsPage() {
    Outer t(kPatient);
    QCOMPARE(t.page(), u"unknown"_s);
    QVERIFY(t.scene->shows(u"正在准备"_s));
    QVERIFY(t.start());
    QCOMPARE(t.page(), u"closed"_s);
    QCOMPARE(t.scene->text(u"staff-name"_s), u"XX高新区政务服务中心"_s);
    QVERIFY(t.become(WindowState::idle));
    QCOMPARE(t.page(), u"idle"_s);
    QCOMPARE(t.scene->text(u"staff-name"_s), u"李晓雯"_s);
    QVERIFY(t.scene->shows(u"3 号窗口 · 工号 G0103 · 市场监督管理局"_s));
    QVERIFY(t.become(WindowState::calling, "A0127"));
    QCOMPARE(t.page(), u"called"_s);
    QCOMPARE(t.scene->text(u"served-number"_s), u"A0127"_s);
    QVERIFY(t.scene->shows(u"请到本窗口"_s));
    QVERIFY(t.scene->shows(u"公司设立登记"_s));
    QVERIFY(t.become(WindowState::serving, "A0127"));
    QCOMPARE(t.page(), u"serving"_s);
    QVERIFY(t.scene->shows(u"正在办理"_s));
    QVERIFY(t.askForRating("ticket-A0127"));
    QCOMPARE(t.page(), u"rating"_s);
    QVERIFY(t.scene->item(u"served-number"_s) == nullptr);
    QVERIFY(t.become(WindowState::closed));
    QCOMPARE(t.page(), u"closed"_s);
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

void PagesTest::whoServesIsShownWithPhotographAndStars() {
    Outer t(kPatient);
    QImage portrait(64, 64, QImage::Format_RGB32);
    portrait.fill(Qt::green);
    QByteArray bytes;
    QBuffer file(&bytes);
    QVERIFY(portrait.save(&file, "PNG"));
    const QByteArray address = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    t.server->command = [bytes, address, others = t.server->command](const auto& request) {
        return request.path.endsWith("/media/" + address)
                   ? atrium::sync::HttpResponse{.status = 200, .headers = {}, .body = bytes, .failure = {}}
                   : others(request);
    };
    t.staff.photo = atrium::model::Sha256(address.toStdString());
    QVERIFY(t.start());
    QVERIFY(t.publish({put(t.staff)}));
    QVERIFY(photographed(t) != QColor(Qt::green));
    QCOMPARE(shiningStars(t), 0);
    QVERIFY(t.become(WindowState::idle));
    QTRY_COMPARE(photographed(t), QColor(Qt::green));
    QCOMPARE(shiningStars(t), 4);
    t.staff.stars = 2;
    QVERIFY(t.publish({put(t.staff)}));
    QCOMPARE(shiningStars(t), 2);
    // Who comes next has no photograph, and not that of who was here.
    QVERIFY(t.become(WindowState::closed));
    QVERIFY(photographed(t) != QColor(Qt::green));
    QCOMPARE(shiningStars(t), 0);
    t.staff.photo.reset();
    QVERIFY(t.publish({put(t.staff)}));
    QVERIFY(t.become(WindowState::idle));
    QVERIFY(photographed(t) != QColor(Qt::green));
}

/// The ticket's event may come before the window's.
void PagesTest::whoIsGoneIsNotAskedToTheWindow() {
    using atrium::model::TicketState;
    Outer t(kPatient);
    QVERIFY(t.start());
    for (const auto state : {TicketState::finished, TicketState::waiting, TicketState::held,
                             TicketState::noShow, TicketState::voided}) {
        QVERIFY(t.become(WindowState::calling, "A0127"));
        QCOMPARE(t.page(), u"called"_s);
        atrium::model::Ticket ticket = *t.client->replica().peek<atrium::model::Ticket>(*t.status.ticketId);
        ticket.state = state;
        ticket.version = t.server->seq() + 1;
        QVERIFY(t.publish({put(ticket)}));
        QCOMPARE(t.page(), u"idle"_s);
        QVERIFY(!t.scene->shows(u"请到本窗口"_s));
    }
}

void PagesTest::pausedSaysWhyAndWhereElse() {
    Outer t(kPatient);
    QVERIFY(t.start());
    t.status.pauseReason = "午餐";
    QVERIFY(t.become(WindowState::paused));
    QCOMPARE(t.page(), u"paused"_s);
    QCOMPARE(t.scene->text(u"message"_s), u"暂停服务"_s);
    QVERIFY(t.scene->shows(u"午餐"_s));
    QVERIFY(t.scene->shows(u"同类业务请到 7 号窗口"_s));
    // Serving somebody it is open, too; paused, closed or out of use it is no help.
    for (const auto state : {WindowState::serving, WindowState::paused, WindowState::closed}) {
        t.otherStatus.state = state;
        t.otherStatus.version = t.server->seq() + 1;
        QVERIFY(t.publish({put(t.otherStatus)}));
        QCOMPARE(t.scene->shows(u"7 号窗口"_s), state == WindowState::serving);
    }
    QVERIFY(t.scene->shows(u"服务台"_s));
    t.otherStatus.state = WindowState::idle;
    t.otherStatus.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.otherStatus)}));
    QVERIFY(t.scene->shows(u"7 号窗口"_s));
    t.other.active = false;
    t.other.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.other)}));
    QVERIFY(!t.scene->shows(u"7 号窗口"_s));
    QVERIFY(t.scene->shows(u"服务台"_s));
}

void PagesTest::theClerkShowsAGuide() {
    Outer t(kPatient);
    t.item.materials = {{.name = "身份证", .form = "原件", .copies = 1, .required = true, .note = {}},
                        {.name = "章程", .form = "复印件", .copies = 2, .required = false, .note = "盖章"}};
    t.item.conditions = {"有合法的名称"};
    t.item.promisedDays = 3;
    t.server->publish("recordChanged", {put(t.item)});
    QVERIFY(t.start());
    QVERIFY(t.become(WindowState::serving, "A0127"));
    t.status.shownItemId = t.item.id;
    QVERIFY(t.publish());
    QCOMPARE(t.page(), u"guide"_s);
    QCOMPARE(t.scene->text(u"guide-title"_s), u"公司设立登记"_s);
    for (const QString& text : {u"1. 身份证"_s, u"复印件 · 2 份 · 非必要 · 盖章"_s, u"承诺时限：3 个工作日"_s,
                                u"法定时限：当场办结"_s, u"有合法的名称"_s})
        QVERIFY2(t.scene->shows(text), qPrintable(text));
    QVERIFY(t.scene->touch(u"language"_s));
    QCOMPARE(t.scene->text(u"guide-title"_s), u"Company formation"_s);
    QTRY_VERIFY(t.scene->shows(u"on the spot"_s));
    // The service ends: nobody else sees it, and the next citizen reads Chinese.
    t.status.shownItemId.reset();
    QVERIFY(t.become(WindowState::idle));
    QCOMPARE(t.page(), u"idle"_s);
    QVERIFY(!t.scene->shows(u"身份证"_s));
    QVERIFY(t.scene->shows(u"请等候叫号"_s));
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

void PagesTest::pausedSaysItInEnglish() {
    Outer t(kPatient);
    QVERIFY(t.start());
    t.status.pauseReason = "午餐";
    QVERIFY(t.become(WindowState::paused));
    QVERIFY(t.scene->touch(u"language"_s));
    QCOMPARE(t.scene->text(u"message"_s), u"Service paused"_s);
    QVERIFY(t.scene->shows(u"Lunch"_s));
    QVERIFY(!t.scene->shows(u"午餐"_s));
}

void PagesTest::offlineIsSaidAndTheScreenCatchesUp() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.become(WindowState::serving, "A0127"));
    QVERIFY(!t.scene->shows(u"中断"_s));
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(t.scene->shows(u"与服务器的连接中断"_s));
    QCOMPARE(t.page(), u"serving"_s);        // keeps what it has
    QVERIFY(!t.scene->shows(u"继续评价"_s)); // there is nothing to rate here
    QCOMPARE(t.scene->text(u"served-number"_s), u"A0127"_s);
    // Meanwhile the hall goes on; this screen takes the missed events when the server answers again.
    t.status.number = "A0131";
    t.status.version = t.server->seq() + 1;
    t.server->publish("windowChanged", {put(t.status)});
    QCOMPARE(t.scene->text(u"served-number"_s), u"A0127"_s);
    const int snapshots = t.client->sync().snapshotsTaken();
    t.server->down = false;
    QTRY_COMPARE(t.scene->text(u"served-number"_s), u"A0131"_s);
    QTRY_VERIFY(!t.scene->shows(u"中断"_s));
    QCOMPARE(t.client->sync().snapshotsTaken(), snapshots);
}

void PagesTest::nothingPrivateIsShown() {
    Outer t(kPatient);
    QVERIFY(t.start());
    t.staff.account = "c1003";
    QVERIFY(t.publish({put(t.staff)}));
    QVERIFY(t.become(WindowState::serving, "A0127"));
    QVERIFY(!t.scene->shows(u"c1003"_s));
    QVERIFY(!t.scene->shows(u"张"_s));
    QVERIFY(!t.scene->shows(u"*"_s));
}

QTEST_MAIN(PagesTest)
#include "pagestest.moc"
