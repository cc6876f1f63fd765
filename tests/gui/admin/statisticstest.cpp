// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics' page asks for what is chosen, shows it in every state, and writes it to files and paper.
#include "apps/admin/pages/statisticspage.h"
#include "apps/admin/statistics/statisticschart.h"
#include "apps/admin/statistics/statisticswish.h"
#include "tests/gui/admin/fakehall.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

model::StatisticsRow row(const std::string& key, std::int64_t issued, double wait) {
    model::StatisticsRow out;
    out.key = key;
    out.figures.issued = issued;
    out.figures.finished = issued - 1;
    out.figures.waited = issued;
    out.figures.waitMeanMinutes = wait;
    out.figures.serviceLevel = 0.875;
    return out;
}

model::Statistics someStatistics() {
    model::Statistics out;
    out.rows = {row("", 0, 0), row("queue-1", 120, 8.26), row("queue-2", 9, 31)};
    out.totals = row("", 129, 9.9).figures;
    out.week = {{1, 9, 70, 8.0}, {2, 10, 59, 12.0}};
    out.pauses = {{"午餐", 61.2}, {"=1+1", 3}};
    return out;
}

struct Shown {
    test::FakeHall hall;
    admin::StatisticsPage page{hall.client(), hall.account()};

    explicit Shown(std::optional<model::Statistics> statistics = someStatistics()) {
        hall.statistics = std::move(statistics);
        page.resize(1366 - 250, 768);
        page.show();
    }
    QString state() const { return page.describe().value(u"state"_s).toString(); }
    QTableWidget& table() const { return *page.findChild<QTableWidget*>(u"statistics-table"_s); }
    QString figure(const QString& name) const {
        const auto* tile = page.findChild<QWidget*>(u"statistics-"_s + name);
        QStringList texts;
        for (const QLabel* label : tile->findChildren<QLabel*>())
            texts.append(label->text());
        return texts.join(u'|');
    }
    bool asked(const QByteArray& what) {
        const auto all = hall.server().asked();
        return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.contains(what); });
    }
    void choose(const QString& box, const QVariant& data) {
        auto* combo = page.findChild<QComboBox*>(box);
        combo->setCurrentIndex(combo->findData(data));
    }
};

} // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresTableAndChartShowTheAnswer() {
        Shown shown;
        QTRY_COMPARE(shown.state(), u"ready"_s);
        QVERIFY(shown.figure(u"issued"_s).contains(u"129"_s));
        QVERIFY(shown.figure(u"level"_s).contains(u"87.5%"_s));
        QCOMPARE(shown.table().rowCount(), 3);
        QCOMPARE(shown.table().item(0, 0)->text(), u"B · 队列1"_s);
        QCOMPARE(shown.table().item(0, 1)->text(), u"120"_s);
        QCOMPARE(shown.table().item(0, 4)->text(), u"8.3"_s);
        QCOMPARE(shown.table().item(0, 5)->text(), u"–"_s);
        QVERIFY2(shown.table().item(2, 0)->text().contains(u"不属于队列"_s), "what has no name comes last");
        QCOMPARE(shown.page.findChild<admin::StatisticsChart*>()->names().size(), 2);
    }

    void columnsSortByTheirNumbers() {
        Shown shown;
        QTRY_COMPARE(shown.state(), u"ready"_s);
        shown.table().sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(shown.table().item(0, 1)->text(), u"120"_s);
        shown.table().sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(shown.table().item(1, 1)->text(), u"9"_s);
        QCOMPARE(shown.table().item(2, 1)->text(), u"120"_s);
    }

    void whatIsChosenIsAsked() {
        Shown shown;
        QTRY_COMPARE(shown.state(), u"ready"_s);
        shown.choose(u"by"_s, static_cast<int>(model::StatisticsBy::staff));
        QTRY_VERIFY(shown.asked("by=staff"));
        shown.choose(u"queue"_s, u"queue-2"_s);
        QTRY_VERIFY(shown.asked("by=staff&queue=queue-2"));
        shown.choose(u"department"_s, u"department-1"_s);
        QTRY_VERIFY(shown.asked("&department=department-1&queue=queue-2"));
        shown.page.findChild<QDateEdit*>(u"from"_s)->setDate(QDate(2025, 2, 3));
        QTRY_VERIFY(shown.asked("from=20250203&"));
        QCOMPARE(shown.page.findChild<QComboBox*>(u"period"_s)->currentText(), u"自选日期"_s);
    }

    void periodsAreWholeWeeksAndMonths() {
        using admin::StatisticsPeriod;
        const QDate tuesday(2026, 3, 3);
        QCOMPARE(admin::spanOf(StatisticsPeriod::today, tuesday), (admin::DateSpan{tuesday, tuesday}));
        QCOMPARE(admin::spanOf(StatisticsPeriod::yesterday, tuesday).from, QDate(2026, 3, 2));
        QCOMPARE(admin::spanOf(StatisticsPeriod::thisWeek, tuesday),
                 (admin::DateSpan{QDate(2026, 3, 2), tuesday}));
        QCOMPARE(admin::spanOf(StatisticsPeriod::lastWeek, tuesday),
                 (admin::DateSpan{QDate(2026, 2, 23), QDate(2026, 3, 1)}));
        QCOMPARE(admin::spanOf(StatisticsPeriod::thisMonth, tuesday).from, QDate(2026, 3, 1));
        QCOMPARE(admin::spanOf(StatisticsPeriod::lastMonth, tuesday),
                 (admin::DateSpan{QDate(2026, 2, 1), QDate(2026, 2, 28)}));
    }

    void anEmptyPeriodAndAFailureSayWhatToDo() {
        Shown shown(model::Statistics{});
        QTRY_COMPARE(shown.state(), u"empty"_s);
        QVERIFY(!shown.page.findChild<QPushButton*>(u"export-csv"_s)->isEnabled());
        shown.hall.statistics.reset();
        shown.choose(u"by"_s, static_cast<int>(model::StatisticsBy::item));
        QTRY_COMPARE(shown.state(), u"failed"_s);
        shown.hall.statistics = someStatistics();
        const auto buttons = shown.page.findChildren<QPushButton*>();
        const auto again = std::find_if(buttons.begin(), buttons.end(),
                                        [](const auto* button) { return button->text() == u"再试一次"; });
        QVERIFY(again != buttons.end());
        (*again)->click();
        QTRY_COMPARE(shown.state(), u"ready"_s);
        QVERIFY(shown.page.findChild<QPushButton*>(u"export-csv"_s)->isEnabled());
    }

    void windowsHaveNoNumbersGivenOut() {
        auto statistics = someStatistics();
        statistics.by = model::StatisticsBy::window;
        statistics.rows = {row("window-1", 0, 5)};
        Shown shown(statistics);
        QTRY_COMPARE(shown.state(), u"ready"_s);
        QCOMPARE(shown.table().item(0, 1)->text(), u"–"_s);
    }

    void aTextThatLooksLikeAFormulaStaysAText() {
        QCOMPARE(admin::withoutFormula(u"=SUM(A1)"_s), u"'=SUM(A1)"_s);
        QCOMPARE(admin::withoutFormula(u"+1"_s), u"'+1"_s);
        QCOMPARE(admin::withoutFormula(u"-1"_s), u"'-1"_s);
        QCOMPARE(admin::withoutFormula(u"@x"_s), u"'@x"_s);
        QCOMPARE(admin::withoutFormula(u"\tx"_s), u"'\tx"_s);
        QCOMPARE(admin::withoutFormula(u"\rx"_s), u"'\rx"_s);
        QCOMPARE(admin::withoutFormula(u"综合"_s), u"综合"_s);
        QCOMPARE(admin::withoutFormula(QString()), QString());
    }

    void csvIsReadByPrograms() {
        admin::StatisticsTable table;
        table.titles = {u"队列"_s, u"取号"_s, u"等候"_s};
        table.lines = {{u"=1,\"x\""_s, u"a"_s, {{u"12"_s, 12}, {u"–"_s, {}}}}};
        table.sum = {u"合计"_s, {}, {{u"12"_s, 12}, {u"8.3"_s, 8.25}}};
        QCOMPARE(admin::statisticsCsv(table), QByteArray("\xEF\xBB\xBF队列,取号,等候\r\n"
                                                         "\"'=1,\"\"x\"\"\",12,\r\n"
                                                         "合计,12,8.25\r\n"));
    }

    void filesAreWrittenOrItIsSaid() {
        QTemporaryDir folder;
        Shown shown;
        QVERIFY2(!shown.page.save(folder.filePath(u"early.csv"_s)), "nothing is there yet");
        QTRY_COMPARE(shown.state(), u"ready"_s);
        QVERIFY(shown.page.save(folder.filePath(u"统计.csv"_s)));
        QFile csv(folder.filePath(u"统计.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("B · 队列1,120,"));
        QVERIFY(shown.page.save(folder.filePath(u"统计.xlsx"_s)));
        QProcess unzip; // the sheets' texts, as any program reads them
        unzip.start(u"python3"_s, {u"-c"_s,
                                   u"import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);"
                                   "print(z.read('xl/sharedStrings.xml').decode(),"
                                   "''.join(z.read(n).decode() for n in z.namelist() if 'sheet' in n))"_s,
                                   folder.filePath(u"统计.xlsx"_s)});
        QVERIFY(unzip.waitForFinished());
        const QString text = QString::fromUtf8(unzip.readAllStandardOutput());
        QVERIFY(text.contains(u"B · 队列1"_s));
        QVERIFY(text.contains(u"'=1+1"_s));
        QVERIFY2(!text.contains(u"<f>"_s), "no formula");
        QVERIFY(!shown.page.save(folder.filePath(u"none/统计.csv"_s)));
        QVERIFY(!shown.page.save(folder.filePath(u"none/统计.xlsx"_s)));
    }

    void paperHasThePage() {
        QTemporaryDir folder;
        Shown shown;
        QTRY_COMPARE(shown.state(), u"ready"_s);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"statistics.pdf"_s));
        shown.page.print(printer);
        QFile pdf(folder.filePath(u"statistics.pdf"_s));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        QVERIFY(pdf.size() > 4000);
    }
};

QTEST_MAIN(StatisticsTest)
#include "statisticstest.moc"
