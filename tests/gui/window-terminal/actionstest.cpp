// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/actions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using model::WindowState;
using windowterminal::Action;
using windowterminal::Actions;
using windowterminal::Situation;

class ActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void eachStateAllowsItsOwnActions_data();
    static void eachStateAllowsItsOwnActions();
    static void whatIsRefusedSaysWhy();
    static void nothingGoesOfflineOrWhileBusy();
    static void limitsAreKept();
};

namespace {

Situation in(WindowState state) {
    Situation now;
    now.online = now.known = true;
    now.state = state;
    now.waiting = 3;
    return now;
}

QString allowed(const Situation& now) {
    QStringList names;
    for (const auto& key : Actions::bar())
        if (Actions::availability(key.action, now).enabled)
            names.append(QLatin1StringView(key.key));
    return names.join(u' ');
}

} // namespace

void ActionsTest::eachStateAllowsItsOwnActions_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("keys");
    QTest::newRow("closed") << int(WindowState::closed) << QString();
    QTest::newRow("idle") << int(WindowState::idle) << u"F2 F8"_s;
    QTest::newRow("calling") << int(WindowState::calling) << u"F3 F4 F6 F7 F11"_s;
    QTest::newRow("serving") << int(WindowState::serving) << u"F5 F7 F9 F11"_s;
    QTest::newRow("paused") << int(WindowState::paused) << u"F8"_s;
}

void ActionsTest::eachStateAllowsItsOwnActions() {
    QFETCH(int, state);
    QTEST(allowed(in(static_cast<WindowState>(state))), "keys");
}

void ActionsTest::whatIsRefusedSaysWhy() {
    for (const auto state : {WindowState::closed, WindowState::idle, WindowState::calling,
                             WindowState::serving, WindowState::paused}) {
        for (const auto action : windowterminal::kActions) {
            const auto answer = Actions::availability(action, in(state));
            QCOMPARE(answer.why.isEmpty(), answer.enabled);
        }
    }
}

void ActionsTest::nothingGoesOfflineOrWhileBusy() {
    for (auto flag : {&Situation::online, &Situation::known}) {
        Situation now = in(WindowState::serving);
        now.*flag = false;
        QCOMPARE(allowed(now), QString());
    }
    Situation busy = in(WindowState::serving);
    busy.busy = true;
    QCOMPARE(allowed(busy), QString());
}

void ActionsTest::limitsAreKept() {
    Situation idle = in(WindowState::idle);
    idle.waiting = 0;
    idle.undoOpen = idle.rateable = true;
    QCOMPARE(allowed(idle), u"F8 F10 Ctrl+Z"_s);
    idle = in(WindowState::idle);
    idle.switchedOff = true;
    QCOMPARE(allowed(idle), u"F8"_s);
    QVERIFY(Actions::availability(windowterminal::Action::call, idle).why.contains(u"停用"_s));
    Situation calling = in(WindowState::calling);
    calling.switchedOff = true;
    QCOMPARE(allowed(calling), u"F3 F4 F6 F7 F11"_s); // what is under way is ended
    calling.recallsLeft = false;
    QCOMPARE(allowed(calling), u"F4 F6 F7 F11"_s);
}

QTEST_MAIN(ActionsTest)
#include "actionstest.moc"
