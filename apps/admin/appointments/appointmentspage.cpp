// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/appointments/appointmentspage.h"

#include "apps/admin/account.h"
#include "apps/admin/appointments/bookingpanel.h"
#include "apps/admin/appointments/slottable.h"
#include "apps/admin/records/words.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using model::AppointmentState;
using model::BookingDayState;

namespace {

constexpr int kBookingsMargin = 30;
constexpr int kBookingsGap = 16;
constexpr int kDayField = 170;
constexpr std::chrono::milliseconds kBookingsGather{800};

QString appointmentState(const model::AppointmentView& view) {
    switch (view.appointment.state) {
    case AppointmentState::booked:
        return AppointmentsPage::tr("已预约");
    case AppointmentState::redeemed:
        return view.number.empty()
                   ? AppointmentsPage::tr("已取号")
                   : AppointmentsPage::tr("已取号 %1").arg(QString::fromStdString(view.number));
    case AppointmentState::cancelled:
        return AppointmentsPage::tr("已取消");
    case AppointmentState::noShow:
        return AppointmentsPage::tr("未到");
    }
    return {};
}

/// "2026-10-01 周四 · 国庆节 · 不办公"
QString dayWords(const model::SlotList& list) {
    QStringList parts{dayWord(list.day.value)};
    if (const QString name = ui::inLanguage(list.dayName, list.dayNameEn); !name.isEmpty())
        parts.append(name);
    switch (list.state) {
    case BookingDayState::closed:
        parts.append(AppointmentsPage::tr("不办公"));
        break;
    case BookingDayState::over:
        parts.append(AppointmentsPage::tr("已过"));
        break;
    case BookingDayState::tooFar:
        parts.append(AppointmentsPage::tr("还不能预约"));
        break;
    case BookingDayState::none:
        parts.append(AppointmentsPage::tr("本队列不接受预约"));
        break;
    case BookingDayState::full:
    case BookingDayState::open:
        parts.append(list.quota > 0 ? AppointmentsPage::tr("已约 %1 / %2").arg(list.booked).arg(list.quota)
                                    : AppointmentsPage::tr("已约 %1").arg(list.booked));
    }
    return parts.join(u" · "_s);
}

} // namespace

AppointmentsPage::AppointmentsPage(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_queue(new QComboBox(this)),
      m_day(new QDateEdit(this)), m_dayWords(new QLabel(this)), m_times(new SlotTable(this)),
      m_booking(new BookingPanel(client, this)), m_list(new QTableWidget(this)),
      m_filter(new QLineEdit(this)), m_reason(new QLineEdit(this)),
      m_cancel(new QPushButton(tr("取消这个预约"), this)), m_words(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kBookingsMargin, kBookingsGap, kBookingsMargin, kBookingsGap);
    column->setSpacing(kBookingsGap);
    column->addWidget(makeHead());
    auto* row = new QHBoxLayout;
    row->setSpacing(kBookingsGap);
    auto* left = new QVBoxLayout;
    left->setSpacing(kBookingsGap);
    auto* times = new ui::CardFrame(tr("时段"), {}, this);
    times->body().addWidget(m_times);
    left->addWidget(times, 1);
    left->addWidget(m_booking);
    row->addLayout(left, 2);
    row->addWidget(makeList(), 3);
    column->addLayout(row, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBookingsGather);
    connect(&m_soon, &QTimer::timeout, this, &AppointmentsPage::fetch);
    connect(&m_client.replica(), &sync::Replica::batchApplied, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_times, &SlotTable::choiceChanged, this,
            [this] { m_booking->setTime(day(), m_times->chosen()); });
    connect(m_booking, &BookingPanel::booked, this, &AppointmentsPage::fetch);
}

QWidget* AppointmentsPage::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("预约"), head);
    ui::setKind(*title, u"title"_s);
    m_queue->setObjectName(u"appointments-queue"_s);
    m_queue->setAccessibleName(tr("队列"));
    m_day->setObjectName(u"appointments-day"_s);
    m_day->setAccessibleName(tr("日期"));
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(kDayField);
    m_day->setDate(ui::hallNow(m_client).date());
    auto* before = new QPushButton(u"‹"_s, head);
    before->setAccessibleName(tr("前一天"));
    auto* after = new QPushButton(u"›"_s, head);
    after->setObjectName(u"appointments-next"_s);
    after->setAccessibleName(tr("后一天"));
    auto* today = new QPushButton(tr("今天"), head);
    ui::setKind(*m_dayWords, u"hint"_s);
    m_dayWords->setObjectName(u"appointments-day-words"_s);
    row->addWidget(title);
    row->addSpacing(kBookingsGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_queue, before, m_day, after, today})
        row->addWidget(part);
    row->addSpacing(kBookingsGap);
    row->addWidget(m_dayWords, 1);
    connect(before, &QPushButton::clicked, this, [this] { m_day->setDate(m_day->date().addDays(-1)); });
    connect(after, &QPushButton::clicked, this, [this] { m_day->setDate(m_day->date().addDays(1)); });
    connect(today, &QPushButton::clicked, this, [this] { m_day->setDate(ui::hallNow(m_client).date()); });
    connect(m_day, &QDateEdit::dateChanged, this, &AppointmentsPage::fetch);
    connect(m_queue, &QComboBox::currentIndexChanged, this, &AppointmentsPage::fetch);
    return head;
}

QWidget* AppointmentsPage::makeList() {
    auto* card = new ui::CardFrame(tr("预约名单"), {}, this);
    m_filter->setObjectName(u"appointments-filter"_s);
    m_filter->setPlaceholderText(tr("按姓名、证件、预约码或事项查找"));
    m_filter->setAccessibleName(tr("查找"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"appointments-list"_s);
    m_list->setColumnCount(5);
    m_list->setHorizontalHeaderLabels({tr("时间"), tr("预约人"), tr("事项"), tr("预约码"), tr("状态")});
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->setVisible(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_reason->setObjectName(u"appointments-reason"_s);
    m_reason->setPlaceholderText(tr("取消的原因"));
    m_reason->setAccessibleName(tr("取消的原因"));
    m_cancel->setObjectName(u"appointments-cancel"_s);
    m_cancel->setEnabled(false);
    m_words->setObjectName(u"appointments-words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    card->body().addWidget(m_filter);
    card->body().addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_cancel);
    card->body().addLayout(foot);
    card->body().addWidget(m_words);
    const auto allow = [this] {
        const int row = m_list->currentRow();
        const bool isBooked =
            row >= 0 && row < static_cast<int>(m_found.size()) &&
            m_found[static_cast<std::size_t>(row)].appointment.state == AppointmentState::booked;
        m_cancel->setEnabled(isBooked && !m_reason->text().trimmed().isEmpty());
    };
    connect(m_list, &QTableWidget::itemSelectionChanged, this, allow);
    connect(m_reason, &QLineEdit::textEdited, this, allow);
    connect(m_filter, &QLineEdit::textChanged, this, &AppointmentsPage::filter);
    connect(m_cancel, &QPushButton::clicked, this, &AppointmentsPage::cancel);
    return card;
}

void AppointmentsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fillQueues();
    fetch();
}

void AppointmentsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_booking->clearPerson();
}

/// Those that take bookings, by their letters.
void AppointmentsPage::fillQueues() {
    const QSignalBlocker quiet(m_queue);
    const QString before = m_queue->currentData().toString();
    m_queue->clear();
    for (const auto& queue : m_client.replica().all<model::Queue>())
        if (queue.active && queue.slotCapacity > 0)
            m_queue->addItem(QString::fromStdString(queue.prefix) + u" · "_s +
                                 ui::inLanguage(queue.name, queue.nameEn),
                             QString::fromStdString(queue.id.value));
    m_queue->model()->sort(0);
    const int known = m_queue->findData(before);
    m_queue->setCurrentIndex(known >= 0 ? known : m_queue->count() > 0 ? 0 : -1);
}

model::Day AppointmentsPage::day() const {
    return {static_cast<std::int32_t>(dayValue(m_day->date()))};
}

model::QueueId AppointmentsPage::queue() const {
    return model::QueueId(m_queue->currentData().toString().toStdString());
}

void AppointmentsPage::fetch() {
    const auto asked = queue();
    if (asked.empty()) {
        m_dayWords->setText(tr("还没有队列接受预约：在“排队”里填写“每时段预约数”。"));
        return;
    }
    m_booking->setQueue(asked);
    const int request = ++m_request;
    const std::string of = std::to_string(day().value);
    m_client.api().get<model::SlotList>("/queues/" + asked.value + "/slots?day=" + of, this,
                                        [this, request](const model::Result<model::SlotList>& answer) {
                                            if (request != m_request)
                                                return;
                                            if (!answer)
                                                return say(errorWord(answer.error()), u"warning"_s);
                                            m_times->setTimes(*answer);
                                            m_dayWords->setText(dayWords(*answer));
                                        });
    m_client.api().get<model::AppointmentList>(
        "/appointments?day=" + of + "&queue=" + asked.value, this,
        [this, request](const model::Result<model::AppointmentList>& answer) {
            if (request != m_request)
                return;
            if (!answer)
                return say(errorWord(answer.error()), u"warning"_s);
            m_found = answer->appointments;
            fillList();
        });
}

void AppointmentsPage::fillList() {
    const int before = m_list->currentRow();
    m_list->setRowCount(static_cast<int>(m_found.size()));
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const auto& view = m_found[static_cast<std::size_t>(row)];
        const auto& one = view.appointment;
        const QString code = QString::fromStdString(one.code);
        const QStringList texts{
            QString::fromStdString(rules::appointments::spanText(one.from, one.to)),
            QString::fromStdString(view.holderName + " " + view.holderNumber).trimmed(),
            referenceWord(u"serviceItem"_s, QString::fromStdString(one.itemId.value), m_client.replica()),
            code.left(4) + u' ' + code.mid(4), appointmentState(view)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* cell = new QTableWidgetItem(texts[column]);
            cell->setToolTip(one.note.empty() ? texts[column] : QString::fromStdString(one.note));
            if (one.state != AppointmentState::booked)
                cell->setForeground(ui::widgetColor(&ui::Palette::ink3));
            m_list->setItem(row, column, cell);
        }
    }
    m_list->setCurrentCell(before < m_list->rowCount() ? before : -1, 0);
    filter();
}

void AppointmentsPage::filter() {
    QString text = m_filter->text().trimmed();
    for (int row = 0; row < m_list->rowCount(); ++row) {
        bool fits = text.isEmpty() ||
                    QString::fromStdString(m_found[static_cast<std::size_t>(row)].appointment.code) == text;
        for (int column = 0; column < m_list->columnCount() && !fits; ++column)
            fits = m_list->item(row, column)->text().contains(text, Qt::CaseInsensitive);
        m_list->setRowHidden(row, !fits);
    }
}

void AppointmentsPage::cancel() {
    const auto& chosen = m_found[static_cast<std::size_t>(m_list->currentRow())];
    model::CancelRequest request;
    request.reason = m_reason->text().trimmed().toStdString();
    m_cancel->setEnabled(false);
    m_client.api().post<model::AppointmentView>(
        "/appointments/" + chosen.appointment.id.value + "/cancel", request, this,
        [this](const model::Result<model::AppointmentView>& answer) {
            if (!answer)
                say(errorWord(answer.error()), u"warning"_s);
            else {
                m_reason->clear();
                say(tr("已取消 %1 的预约。").arg(QString::fromStdString(answer->holderName)), u"good"_s);
            }
            fetch();
        });
}

void AppointmentsPage::say(const QString& words, const QString& kind) {
    ui::setKind(*m_words, kind);
    m_words->setText(words);
}

QVariantMap AppointmentsPage::describe() const {
    return {{u"queue"_s, m_queue->currentData()}, {u"day"_s, day().value},
            {u"times"_s, m_times->rowCount()},    {u"booked"_s, m_list->rowCount()},
            {u"dayWords"_s, m_dayWords->text()},  {u"words"_s, m_words->text()}};
}

} // namespace atrium::admin
