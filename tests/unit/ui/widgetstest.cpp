// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/fontsetup.h"
#include "shared/ui/widgets/barbutton.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/figuretile.h"
#include "shared/ui/widgets/undobar.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace atrium::ui;

class WidgetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void initTestCase();
    static void noTokenIsLeftUnfilled_data();
    static void noTokenIsLeftUnfilled();
    static void largeTypeGrowsTheSheet();
    static void aBarButtonIsPressedByReturnAndSpace();
    static void undoIsOfferedAndGoesByItself();
    static void figuresAreNamedForScreenReaders();
    static void iconsAreSharpAndKnowDisabled();
    static void everyThemeIsDrawn_data() { noTokenIsLeftUnfilled_data(); }
    static void everyThemeIsDrawn();
};

void WidgetsTest::initTestCase() {
    FontSetup::apply();
    applyWidgetTheme(*qApp, ThemeId::governmentBlue);
}

void WidgetsTest::noTokenIsLeftUnfilled_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("governmentBlue") << 0;
    QTest::newRow("emblemRed") << 1;
    QTest::newRow("highContrast") << 2;
    QTest::newRow("night") << 3;
}

void WidgetsTest::noTokenIsLeftUnfilled() {
    QFETCH(int, theme);
    const QString sheet = widgetStyleSheet(static_cast<ThemeId>(theme), 1.0);
    const QRegularExpression leftOver(u"\\{[A-Za-z0-9]+\\}|\\[[a-z]+\\]px|\\([a-z]+\\)px"_s);
    QVERIFY2(!leftOver.match(sheet).hasMatch(), qPrintable(leftOver.match(sheet).captured()));
    QVERIFY(sheet.contains(QColor::fromRgb(palette(static_cast<ThemeId>(theme)).primary).name()));
}

void WidgetsTest::largeTypeGrowsTheSheet() {
    QVERIFY(widgetStyleSheet(ThemeId::night, 1.0).contains(u"* { font-size: 17px"_s));
    QVERIFY(widgetStyleSheet(ThemeId::night, kLargeTypeFactor).contains(u"* { font-size: 23px"_s));
}

void WidgetsTest::aBarButtonIsPressedByReturnAndSpace() {
    BarButton button(u"bell"_s, u"叫号"_s, u"F2"_s);
    button.show();
    QVERIFY(QTest::qWaitForWindowActive(&button));
    button.setFocus();
    QSignalSpy clicked(&button, &QAbstractButton::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
    button.setEnabled(false);
    QTest::keyClick(&button, Qt::Key_Return);
    QCOMPARE(clicked.count(), 2);
    QCOMPARE(button.accessibleName(), u"叫号"_s);
}

void WidgetsTest::undoIsOfferedAndGoesByItself() {
    UndoBar bar;
    QSignalSpy undo(&bar, &UndoBar::undo);
    QSignalSpy dismissed(&bar, &UndoBar::dismissed);
    QVERIFY(bar.isHidden());
    bar.showMessage(u"A0126 已标为过号"_s, u"撤销"_s);
    QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(undo.count(), 1);
    QVERIFY(bar.isHidden());
    bar.showMessage(u"已保存"_s, {}, 10);
    QTRY_COMPARE(dismissed.count(), 2);
    QCOMPARE(undo.count(), 1);
}

void WidgetsTest::figuresAreNamedForScreenReaders() {
    FigureTile tile(u"等候人数"_s);
    tile.setFigure(u"67"_s, u"人"_s);
    tile.setHint(u"较昨日同时 −12%"_s, FigureTile::Tone::good);
    QCOMPARE(tile.accessibleName(), u"等候人数 67 人"_s);
    QCOMPARE(tile.accessibleDescription(), u"较昨日同时 −12%"_s);
}

void WidgetsTest::iconsAreSharpAndKnowDisabled() {
    const QIcon icon = lucideIcon(u"ticket"_s, Qt::red);
    QCOMPARE(icon.pixmap(QSize(64, 64)).size(), QSize(64, 64));
    const QImage active = icon.pixmap(QSize(64, 64)).toImage();
    const QImage disabled = icon.pixmap(QSize(64, 64), QIcon::Disabled).toImage();
    QVERIFY(active != disabled);
    QVERIFY(lucideIcon(u"no-such-icon"_s, Qt::red).isNull());
}

void WidgetsTest::everyThemeIsDrawn() {
    QFETCH(int, theme);
    applyWidgetTheme(*qApp, static_cast<ThemeId>(theme));
    QWidget page;
    page.resize(1200, 760);
    auto* column = new QVBoxLayout(&page);
    auto* bar = new QHBoxLayout;
    auto* call = new BarButton(u"bell"_s, u"叫号"_s, u"F2"_s);
    call->setKind(BarButton::Kind::primary);
    auto* done = new BarButton(u"check"_s, u"完成"_s, u"F5"_s);
    done->setKind(BarButton::Kind::good);
    auto* pause = new BarButton(u"pause"_s, u"暂停"_s, u"F8"_s);
    pause->setEnabled(false);
    for (BarButton* button : {call, new BarButton(u"volume-2"_s, u"重呼"_s, u"F3"_s), done, pause}) {
        bar->addWidget(button);
    }
    bar->addStretch();
    column->addLayout(bar);
    auto* tiles = new QHBoxLayout;
    auto* waiting = new FigureTile(u"等候人数"_s);
    waiting->setFigure(u"67"_s, u"人"_s);
    waiting->setHint(u"较昨日同时 −12%"_s, FigureTile::Tone::good);
    auto* devices = new FigureTile(u"设备"_s);
    devices->setFigure(u"118 / 120"_s, u"在线"_s);
    devices->setHint(u"1 缺纸 · 1 失联"_s, FigureTile::Tone::accent);
    tiles->addWidget(waiting);
    tiles->addWidget(devices);
    column->addLayout(tiles);
    auto* cards = new QHBoxLayout;
    auto* card = new CardFrame(u"我的队列"_s, u"系统按规则排序"_s);
    auto* table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({u"号码"_s, u"业务"_s, u"已等"_s});
    table->setItem(0, 0, new QTableWidgetItem(u"A 0123"_s));
    table->setItem(0, 1, new QTableWidgetItem(u"公司设立登记"_s));
    card->body().addWidget(table);
    cards->addWidget(card, 2);
    auto* form = new CardFrame(u"编辑"_s);
    form->body().addWidget(new QLineEdit(u"市场监管局"_s));
    auto* wrong = new QLineEdit(u"A 区"_s);
    wrong->setProperty("invalid", true);
    form->body().addWidget(wrong);
    auto* choice = new QComboBox;
    choice->addItem(u"一楼"_s);
    form->body().addWidget(choice);
    auto* save = new QPushButton(u"保存"_s);
    setKind(*save, u"primary"_s);
    auto* remove = new QPushButton(u"删除"_s);
    setKind(*remove, u"danger"_s);
    form->body().addWidget(save);
    form->body().addWidget(remove);
    form->body().addWidget(new QPushButton(u"导出"_s));
    cards->addWidget(form, 1);
    cards->addWidget(new EmptyState(u"inbox"_s, u"没有告警"_s, u"设备都在线。"_s), 1);
    column->addLayout(cards, 1);
    auto* undo = new UndoBar;
    column->addWidget(undo);
    undo->showMessage(u"A0126 已标为过号"_s, u"撤销"_s);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QImage picture = page.grab().toImage();
    // The page's ground is the theme's: nothing else painted over it.
    QCOMPARE(picture.pixelColor(2, 2), QColor::fromRgb(palette(static_cast<ThemeId>(theme)).background));
    const QString folder = qEnvironmentVariable("ATRIUM_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(picture.save(u"%1/widgets-%2.png"_s.arg(folder).arg(theme)));
    }
}

QTEST_MAIN(WidgetsTest)

#include "widgetstest.moc"
