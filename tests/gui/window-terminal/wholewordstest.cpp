// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with the names of a real hall, in both languages: no label and no key is narrower than its
// words, and what is shortened on purpose has the whole within reach of the pointer.
#include "apps/window-terminal/view/queuelists.h"
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/languageswitch.h"
#include "tests/gui/window-terminal/terminal.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using atrium::test::Terminal;

namespace {

constexpr int kTolerance = 2;

/// Words of this label or key that cannot be seen; empty when all can.
QString cutWords(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty() || !label->toolTip().isEmpty() || label->textFormat() == Qt::RichText)
            return {};
        const QSize room = label->contentsRect().size();
        const bool fits = label->wordWrap()
                              ? label->heightForWidth(label->width()) <= label->height() + kTolerance
                              : label->sizeHint().width() <= label->width() + kTolerance;
        return fits ? QString()
                    : u"\"%1\" in %2×%3"_s.arg(label->text()).arg(room.width()).arg(room.height());
    }
    if (const auto* table = qobject_cast<const QTableView*>(&widget)) {
        QStringList cut;
        constexpr int kMargin = 14; // of the delegate
        for (int row = 0; table->model() != nullptr && row < table->model()->rowCount(); ++row)
            for (const int column : {0, 2, 3}) { // number, holder, waited; a business may be long
                const QString words = table->model()->index(row, column).data(Qt::DisplayRole).toString();
                if (table->fontMetrics().horizontalAdvance(words) > table->columnWidth(column) - kMargin)
                    cut.append(words);
            }
        return cut.join(u", "_s);
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text().isEmpty() || button->minimumSizeHint().width() <= button->width() + kTolerance
                   ? QString()
                   : u"key \"%1\""_s.arg(button->text());
    return {};
}

QStringList cutOn(Terminal& t) {
    QCoreApplication::processEvents(); // layouts settle
    QStringList out;
    const auto widgets = t.window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (widget->isVisible())
            if (const QString cut = cutWords(*widget); !cut.isEmpty())
                out.append(cut);
    return out;
}

} // namespace

class WholeWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void everyPageShowsItsWords_data();
    static void everyPageShowsItsWords();
    static void englishCountsOneAndMany();
};

void WholeWordsTest::everyPageShowsItsWords_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Chinese") << u"zh_CN"_s;
    QTest::newRow("English") << u"en"_s;
}

void WholeWordsTest::everyPageShowsItsWords() {
    QFETCH(QString, language);
    ui::LanguageSwitch languages(nullptr);
    languages.addCatalogue(u"window-terminal"_s);
    ui::Theme::instance().setLanguage(language);
    {
        Terminal t;
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
        t.find<QPushButton>("sign-in")->click(); // and what it has to say
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
        QVERIFY(t.signIn());
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
        t.key(Qt::Key_F2);
        QTRY_COMPARE(t.state(), u"calling"_s);
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
        t.key(Qt::Key_F4);
        QTRY_COMPARE(t.state(), u"serving"_s);
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
        t.key(Qt::Key_F7);
        QTRY_COMPARE(t.window->describe().value(u"panel"_s).toString(), u"transfer"_s);
        QCOMPARE(cutOn(t).join(u"; "_s), QString());
    }
    {
        Terminal desk(false, true);
        QVERIFY(desk.signIn());
        QCOMPARE(desk.window->pageName(), u"desk"_s);
        model::TicketView view;
        view.ticket = test::FakeWindow::ticket(9);
        view.peopleAhead = 1;
        desk.hall->found = {view};
        devices::IdCard card;
        card.name = "阿卜杜热合曼·买买提依明江";
        card.idNumber = "11010519491231002X";
        desk.reader.lay(card);
        QTRY_COMPARE(desk.window->describe().value(u"number"_s).toString(), u"A0009"_s);
        QCOMPARE(cutOn(desk).join(u"; "_s), QString());
    }
    ui::Theme::instance().setLanguage(u"zh_CN"_s);
}

void WholeWordsTest::englishCountsOneAndMany() {
    ui::LanguageSwitch languages(nullptr);
    languages.addCatalogue(u"window-terminal"_s);
    ui::Theme::instance().setLanguage(u"en"_s);
    const auto says = [](const char* context, const char* source, int count) {
        return QCoreApplication::translate(context, source, nullptr, count);
    };
    const char* guide = "atrium::windowterminal::GuideView";
    QCOMPARE(says(guide, "%n 份", 1), u"1 copy"_s);
    QCOMPARE(says(guide, "%n 份", 2), u"2 copies"_s);
    QCOMPARE(says(guide, "%n 个工作日", 1), u"1 working day"_s);
    QCOMPARE(says(guide, "%n 个工作日", 5), u"5 working days"_s);
    model::QueueEntry entry;
    for (const auto& [stored, words] :
         {std::pair("老年人优先", u"Senior"_s), {"残疾人", u"Person with a disability"_s}}) {
        entry.ticket.priorityReason = stored;
        QCOMPARE(windowterminal::QueueLists::marks(entry).join(u' '), words);
    }
    QCOMPARE(says("atrium::windowterminal::ScanPanel", "前面 %n 人", 1), u"1 person ahead"_s);
    ui::Theme::instance().setLanguage(u"zh_CN"_s);
}

QTEST_MAIN(WholeWordsTest)
#include "wholewordstest.moc"
