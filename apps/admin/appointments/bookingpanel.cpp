// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/appointments/bookingpanel.h"

#include "apps/admin/records/words.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

BookingPanel::BookingPanel(sync::HallClient& client, QWidget* parent)
    : CardFrame(tr("电话预约"), tr("问清姓名和证件号码，约好后报预约码"), parent), m_client(client),
      m_item(new QComboBox(this)), m_name(new QLineEdit(this)), m_number(new QLineEdit(this)),
      m_phone(new QLineEdit(this)), m_book(new QPushButton(tr("预约"), this)), m_time(new QLabel(this)),
      m_words(new QLabel(this)) {
    constexpr int kLongestName = 50;
    constexpr int kNumberDigits = 18;
    constexpr int kPhoneDigits = 11;
    setObjectName(u"booking-panel"_s);
    m_item->setObjectName(u"booking-item"_s);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_name->setObjectName(u"booking-name"_s);
    m_name->setMaxLength(kLongestName);
    m_number->setObjectName(u"booking-number"_s);
    m_number->setMaxLength(kNumberDigits);
    m_number->setPlaceholderText(tr("18位身份证号码"));
    m_phone->setObjectName(u"booking-phone"_s);
    m_phone->setMaxLength(kPhoneDigits);
    m_phone->setPlaceholderText(tr("可不填；短信提醒用"));
    m_book->setObjectName(u"booking-go"_s);
    ui::setKind(*m_book, u"primary"_s);
    m_words->setObjectName(u"booking-words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("时段"), m_time);
    form->addRow(tr("事项"), m_item);
    form->addRow(tr("姓名"), m_name);
    form->addRow(tr("证件号码"), m_number);
    form->addRow(tr("手机号"), m_phone);
    body().addLayout(form);
    body().addWidget(m_words);
    body().addWidget(m_book, 0, Qt::AlignLeft);
    connect(m_book, &QPushButton::clicked, this, &BookingPanel::book);
    connect(m_number, &QLineEdit::returnPressed, this, &BookingPanel::book);
    connect(m_phone, &QLineEdit::returnPressed, this, &BookingPanel::book);
    for (QLineEdit* edit : {m_name, m_number})
        connect(edit, &QLineEdit::textEdited, this, &BookingPanel::refresh);
    refresh();
}

void BookingPanel::setQueue(const model::QueueId& queue) {
    if (m_queue == queue && m_item->count() > 0)
        return;
    m_queue = queue;
    m_item->clear();
    for (const auto& item : m_client.replica().all<model::ServiceItem>())
        if (item.queueId == queue && item.active)
            m_item->addItem(ui::inLanguage(item.name, item.nameEn), QString::fromStdString(item.id.value));
    m_item->model()->sort(0);
    m_item->setCurrentIndex(m_item->count() > 0 ? 0 : -1);
}

void BookingPanel::setTime(model::Day day, const std::optional<model::Slot>& time) {
    m_day = day;
    m_slot = time;
    refresh();
}

void BookingPanel::clearPerson() {
    m_name->clear();
    m_number->clear();
    m_phone->clear();
    m_words->clear();
    refresh();
}

void BookingPanel::refresh() {
    const bool canBook = m_slot && m_slot->state == model::SlotState::free;
    m_time->setText(
        !m_slot ? tr("请先选一个时段")
                : dayWord(m_day.value) + u' ' +
                      QString::fromStdString(rules::appointments::spanText(m_slot->from, m_slot->to)));
    m_book->setEnabled(canBook && !m_asking && m_item->currentIndex() >= 0 &&
                       !m_number->text().trimmed().isEmpty());
}

void BookingPanel::book() {
    if (!m_book->isEnabled())
        return;
    model::BookingRequest request;
    request.itemId = model::ServiceItemId(m_item->currentData().toString().toStdString());
    request.day = m_day;
    request.from = m_slot->from;
    request.identity = model::Identity{.kind = model::IdentityKind::citizenId,
                                       .number = m_number->text().trimmed().toUpper().toStdString(),
                                       .name = m_name->text().trimmed().toStdString(),
                                       .sex = {},
                                       .birth = {}};
    request.phone = m_phone->text().trimmed().toStdString();
    m_asking = true;
    refresh();
    m_client.api().post<model::AppointmentView>(
        "/appointments", request, this,
        [this](const model::Result<model::AppointmentView>& answer) { taken(answer); });
}

void BookingPanel::taken(const model::Result<model::AppointmentView>& answer) {
    m_asking = false;
    if (!answer) {
        ui::setKind(*m_words, u"warning"_s);
        m_words->setText(errorWord(answer.error()));
        refresh();
        Q_EMIT booked(); // perhaps somebody else took the place: the times are read anew
        return;
    }
    const auto& made = answer->appointment;
    clearPerson();
    ui::setKind(*m_words, u"good"_s);
    const QString code = QString::fromStdString(made.code);
    m_words->setText(tr("已预约 %1 %2，%3。预约码 %4 %5")
                         .arg(dayWord(made.day.value),
                              QString::fromStdString(rules::appointments::spanText(made.from, made.to)),
                              QString::fromStdString(answer->holderName), code.left(4), code.mid(4)));
    Q_EMIT booked();
}

} // namespace atrium::admin
