// SPDX-License-Identifier: GPL-3.0-or-later
// What a citizen asks of the kiosk, by touch, card or code, and what comes of it.
#include "apps/kiosk/kiosk.h"

#include "apps/kiosk/sentences.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <utility>

namespace atrium::kiosk {

void Kiosk::follow(Purpose purpose) {
    m_purpose = purpose;
    m_basket.setOpen(false);
    m_listPage = Home;
}

void Kiosk::openDepartments() {
    follow(Purpose::takeNumber);
    setPage(Departments);
}

void Kiosk::openGuides() {
    follow(Purpose::guide);
    setPage(Departments);
}

void Kiosk::openFloors() {
    m_floors.open();
    setPage(Floors);
}

void Kiosk::openDepartment(const QString& id) {
    if (m_page == Departments && m_catalogue.open(id))
        return setPage(SubDepartments);
    if (m_page == SubDepartments)
        m_catalogue.openItems(id);
    setPage(Items);
}

void Kiosk::openSearch() {
    setPage(Search);
}

void Kiosk::openLookup() {
    follow(Purpose::lookUp);
    if (m_visitor.known())
        return m_lookup.findMine();
    setPage(Lookup);
}

void Kiosk::openAppointments() {
    follow(Purpose::appointment);
    m_appointments.clear();
    if (m_visitor.known() && m_visitor.recognition() == model::Recognition::idCard)
        return m_appointments.findMine();
    setPage(Appointment);
}

/// The one whose time it is becomes a number at once; else the list says what can be done.
void Kiosk::appointmentsFound() {
    if (m_page == Printing || m_page == Ticket || m_page == Code)
        return; // a number is under way already
    if (const QString due = m_appointments.onlyDue(); !due.isEmpty())
        return redeem(due);
    setPage(AppointmentResult);
}

void Kiosk::redeem(const QString& id) {
    m_booked = m_appointments.wanted(id);
    if (!m_booked.appointment.empty())
        issue(usualForm());
}

void Kiosk::openKeyIdentity() {
    m_identityPage = m_page;
    m_visitor.clearKeyed();
    setPage(KeyIdentity);
}

void Kiosk::chooseItem(const QString& id) {
    m_item = id;
    m_booked = {};
    const auto* item = m_client.replica().peek<model::ServiceItem>(model::ServiceItemId(id.toStdString()));
    if (item == nullptr)
        return;
    if (guiding()) {
        m_guide.open(item->id);
        return setPage(GuideText);
    }
    if (const auto door = m_load.doorOf(*item); !door.isOpen())
        return setNotice([door] { return shutText(door); });
    if (m_basket.isOpen()) {
        if (!m_basket.toggle(item->id))
            setNotice([] { return tr("一个号最多办五项业务，请先取号。"); });
        return;
    }
    if (needsIdentity(item->id) && !m_visitor.known())
        return setPage(Identity);
    askPhone();
}

bool Kiosk::needsIdentity(const model::ServiceItemId& id) const {
    const auto* item = m_client.replica().peek<model::ServiceItem>(id);
    const auto* queue = item == nullptr ? nullptr : m_client.replica().peek<model::Queue>(item->queueId);
    return queue != nullptr && queue->realName;
}

void Kiosk::toggleBasket() {
    m_basket.setOpen(!m_basket.isOpen());
}

void Kiosk::takeBasket() {
    const auto& items = m_basket.items();
    if (items.empty())
        return;
    m_item = QString::fromStdString(items.front().value);
    m_booked = {};
    if (!m_visitor.known() &&
        std::any_of(items.begin(), items.end(), [this](const auto& item) { return needsIdentity(item); }))
        return setPage(Identity);
    askPhone();
}

void Kiosk::askPhone() {
    const auto& halls = m_client.replica().all<model::Hall>();
    if (!m_hall.online() || halls.empty() || !halls.front().messages.active) {
        m_phone.clear();
        return issue(usualForm());
    }
    m_phone.begin();
    setPage(Phone);
}

void Kiosk::confirmPhone() {
    if (m_phone.confirm())
        issue(usualForm());
}

void Kiosk::skipPhone() {
    m_phone.clear();
    issue(usualForm());
}

void Kiosk::takeGuided() {
    if (!m_guide.shut().isEmpty())
        return;
    m_purpose = Purpose::takeNumber;
    chooseItem(m_item);
}

TakeNumber::Form Kiosk::usualForm() const {
    return m_devices.printerNotice().isEmpty() ? TakeNumber::Form::paper : TakeNumber::Form::paperOrScreen;
}

void Kiosk::issue(TakeNumber::Form form) {
    if (!m_hall.online())
        return showError({model::ErrorCode::unavailable, {}, std::string()});
    TakeNumber::Wanted wanted{.item = model::ServiceItemId(m_item.toStdString()), .phone = m_phone.number()};
    if (const auto& items = m_basket.items(); !items.empty() && items.front() == wanted.item)
        wanted.more.assign(items.begin() + 1, items.end());
    if (m_booked.appointment.empty())
        m_takeNumber.begin(wanted, form);
    else
        m_takeNumber.begin(m_booked, form);
    m_card.setPhone(m_phone.masked());
}

void Kiosk::takeOnScreen() {
    issue(TakeNumber::Form::screen);
}

void Kiosk::keepCode() {
    m_takeNumber.keepCode();
    setPage(Ticket);
}

void Kiosk::discardCode() {
    m_takeNumber.discardCode();
    leave();
}

void Kiosk::takeAnother() {
    m_card.clear();
    m_catalogue.clear();
    m_search.clear();
    openDepartments();
}

void Kiosk::confirmKeyed() {
    if (m_visitor.confirmKeyed())
        identityKnown();
}

void Kiosk::identityKnown() {
    if (lookingUp())
        return m_lookup.findMine();
    if (m_purpose == Purpose::appointment)
        return m_appointments.findMine();
    if (m_page == Identity || (m_page == KeyIdentity && m_identityPage == Identity))
        return askPhone();
    if (m_page == Home || m_page == Quiet || m_page == KeyIdentity)
        openDepartments();
}

void Kiosk::endTicket() {
    if (m_page == Ticket || m_page == Code)
        leave();
}

void Kiosk::printerChanged() {
    if (m_page != NoPaper)
        return;
    if (m_devices.canPrint())
        return m_messages.printerIsBack();
    m_messages.showNoPaper(m_devices.printer()->status().state);
}

void Kiosk::readingChanged() {
    // With the paper in hand nothing keeps the page; a code that is only here stays until the card is read.
    if (m_devices.reading() && m_page == Ticket && !m_card.onScreen())
        leave();
    holdClock();
}

void Kiosk::cardRead(const devices::IdCard& card) {
    if (m_page == Printing)
        return; // the paper under way belongs to whoever stands here
    endTicket();
    if (!m_visitor.takeCard(card))
        return setNotice([] { return tr("卡上的号码没有通过校验，请到服务台办理。"); });
    setNotice({});
    identityKnown();
}

void Kiosk::cardFailed(devices::CardFault fault) {
    wake();
    setNotice([fault] { return sentenceOf(fault); });
}

void Kiosk::scanned(const QString& text) {
    if (m_page == Printing || m_page == Code)
        return;
    endTicket();
    if (LookupFlow::isTicketCode(text)) {
        m_purpose = Purpose::lookUp;
        return m_lookup.findByCode(text);
    }
    if (AppointmentFlow::isQr(text) || (m_page == Appointment && AppointmentFlow::isCode(text))) {
        m_purpose = Purpose::appointment;
        return AppointmentFlow::isQr(text) ? m_appointments.findByQr(text) : m_appointments.findByCode(text);
    }
    wake();
    if (m_visitor.takeScan(text))
        return identityKnown();
    setNotice([] { return tr("扫到的不是号单，也不是有效的身份证号码或统一社会信用代码。"); });
}

void Kiosk::scanFailed() {
    wake();
    setNotice([] { return tr("没有扫出内容，请对准扫码窗口再扫一次；仍扫不出时，请到服务台办理。"); });
}

void Kiosk::showError(const model::Error& why) {
    m_messages.showError(why.code);
    setPage(Error);
}

void Kiosk::setNotice(Messages::Sentence notice) {
    m_messages.setNotice(std::move(notice));
    m_idle.extend();
}

void Kiosk::toggleContrast() {
    m_contrast = !m_contrast;
    if (!m_contrast)
        return m_hall.setFollowTheme(true);
    m_hall.setFollowTheme(false);
    ui::Theme::instance().setTheme(ui::Theme::HighContrast);
}

} // namespace atrium::kiosk
