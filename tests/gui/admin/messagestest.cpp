// SPDX-License-Identifier: GPL-3.0-or-later
// Messages in the admin tool: what a template will say, and what became of today's messages.
#include "apps/admin/editor/edithistory.h"
#include "apps/admin/editor/messageextra.h"
#include "apps/admin/pages/messagespage.h"
#include "apps/admin/pages/recordpage.h"
#include "shared/model/message.h"
#include "shared/model/ticket.h"
#include "shared/ui/widgets/widgettheme.h"
#include "tests/gui/admin/fakehall.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

sync::Change message(const char* id, model::MessageState state, const char* code = "") {
    model::Message out;
    out.id = model::MessageId(id);
    out.hallId = model::HallId("hall");
    out.kind = model::MessageKind::called;
    out.ticketId = model::TicketId(std::string("ticket-") + id);
    out.text = "【大厅】请A0001号到1号窗口";
    out.state = state;
    out.cause =
        state == model::MessageState::failed ? model::MessageCause::refused : model::MessageCause::none;
    out.code = code;
    return test::put(out);
}

sync::Change ticket(const char* id, const char* number) {
    model::Ticket out;
    out.id = model::TicketId(std::string("ticket-") + id);
    out.hallId = model::HallId("hall");
    out.number = number;
    return test::put(out);
}

int shownRows(const QTableWidget& table) {
    int count = 0;
    for (int row = 0; row < table.rowCount(); ++row)
        count += table.isRowHidden(row) ? 0 : 1;
    return count;
}

QString said(admin::MessageExtra& extra, const QString& kind, const QString& text) {
    extra.recordEdited({{u"kind"_s, kind}, {u"text"_s, text}, {u"textEn"_s, QString()}});
    return extra.findChild<QLabel*>(u"message-text"_s)->text();
}

} // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyWidgetTheme(*qApp, ui::ThemeId::governmentBlue); }

    void todaysMessagesAreListedCountedAndFiltered() {
        test::FakeHall hall;
        admin::MessagesPage page(hall.client());
        page.resize(1116, 768);
        page.show();
        auto* words = page.findChild<QLabel*>(u"messages-words"_s);
        auto* state = page.findChild<QComboBox*>(u"messages-state"_s);
        auto* table = page.findChild<QTableWidget*>(u"record-list"_s);
        QCOMPARE(words->text(), u"今天还没有短信"_s);
        hall.server().publish("messageQueued",
                              {ticket("a", "A0001"), ticket("b", "A0002"), ticket("c", "B0003"),
                               message("a", model::MessageState::delivered),
                               message("b", model::MessageState::failed, "BlackPhone"),
                               message("c", model::MessageState::delivered)});
        QTRY_COMPARE(words->text(), u"已送达 2 · 失败 1"_s);
        QCOMPARE(table->rowCount(), 3);
        state->setCurrentIndex(state->findText(u"失败 1"_s));
        Q_EMIT state->activated(state->currentIndex());
        QCOMPARE(shownRows(*table), 1);
        state->setCurrentIndex(0);
        Q_EMIT state->activated(0);
        page.findChild<QLineEdit*>(u"filter"_s)->setText(u"BlackPhone"_s);
        QCOMPARE(shownRows(*table), 1);
        page.findChild<QLineEdit*>(u"filter"_s)->setText(u"B0003"_s);
        QCOMPARE(shownRows(*table), 1);
        if (const QString folder = qEnvironmentVariable("ATRIUM_PICTURES"); !folder.isEmpty()) {
            page.findChild<QLineEdit*>(u"filter"_s)->clear();
            QVERIFY(page.grab().save(folder + u"/admin-messages.png"_s));
        }
    }

    void theTemplatesFormShowsItBesideTheFields() {
        test::FakeHall hall;
        QVERIFY(hall.inStep());
        admin::EditHistory history(hall.client());
        admin::RecordPage page(u"短信模板"_s, {u"messageTemplate"_s}, hall.client(), hall.account(), history);
        page.resize(1116, 768);
        static_cast<QWidget&>(page).show();
        page.open(u"text-2"_s);
        auto* words = page.findChild<QLabel*>(u"message-text"_s);
        QTRY_VERIFY(words->text().contains(u"号码A0121"_s));
        auto* text = page.findChild<QPlainTextEdit*>(u"field-text"_s);
        text->setPlainText(u"请{number}号到{window}号窗口办理{item}"_s);
        QTRY_VERIFY2(words->text().contains(u"请A0121号到3号窗口办理企业开办一件事"_s),
                     qPrintable(words->text()));
        if (const QString folder = qEnvironmentVariable("ATRIUM_PICTURES"); !folder.isEmpty())
            QVERIFY(page.grab().save(folder + u"/admin-template.png"_s));
    }

    void aTemplateShowsWhatArrives() {
        test::FakeHall hall;
        admin::MessageExtra extra(hall.client(), nullptr);
        QString text = said(extra, u"called"_s, u"请{number}号到{window}号窗口"_s);
        QVERIFY2(text.contains(u"请A0121号到3号窗口"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 条短信"_s), qPrintable(text));
        text = said(extra, u"called"_s, u"{minutes}"_s);
        QVERIFY2(text.contains(u"{minutes}"_s) && text.contains(u"请删去"_s), qPrintable(text));
        text = said(extra, u"nearTurn"_s, u"{number"_s);
        QVERIFY2(text.contains(u"花括号"_s), qPrintable(text));
        text = said(extra, u"nearTurn"_s, u"号"_s.repeated(220));
        QVERIFY2(text.contains(u"请缩短"_s), qPrintable(text));
    }
};

QTEST_MAIN(MessagesTest)
#include "messagestest.moc"
