// SPDX-License-Identifier: GPL-3.0-or-later
// Turning the kiosk's pages: forward, back, home, and away when nobody is there.
#include "apps/kiosk/kiosk.h"

#include "shared/ui/tokens/theme.h"

#include <QTimer>

namespace atrium::kiosk {

bool Kiosk::canGoBack() const {
    return m_page != Home && m_page != Quiet && (m_page != Printing || m_slow) && m_page != Ticket &&
           m_page != Code;
}

void Kiosk::setPage(Page page) {
    const bool isNew = m_page != page;
    m_page = page;
    if (isNew)
        m_messages.setNotice({});
    m_slow = false;
    if (page == Printing)
        m_patience.start(m_times.slow);
    else
        m_patience.stop();
    if (page == Departments || page == SubDepartments || page == Items || page == Search)
        m_listPage = page;
    const bool isTicket = page == Ticket;
    m_idle.setTimeout(page == Home ? m_times.home : isTicket ? m_times.ticket : m_times.page);
    m_idle.setWarning(page == Home || isTicket ? 0 : m_times.warning);
    m_idle.setRunning(page != Quiet);
    m_idle.extend();
    if (isNew)
        m_readAloud.stop();
    holdClock();
    Q_EMIT pageChanged();
    // Large type reads each page by itself, once the page is there.
    if (isNew && ui::Theme::instance().largeType() && page != Quiet && page != Home)
        QTimer::singleShot(0, this, [this] { m_readAloud.readPage(); });
}

void Kiosk::holdClock() {
    m_idle.setHeld(m_devices.reading() || m_page == Printing || m_readAloud.speaking() || m_lookup.busy() ||
                   m_appointments.busy());
}

void Kiosk::idleExpired() {
    if (m_page != Home)
        return leave();
    leave();
    if (m_hall.known()) // else nobody is to be invited
        setPage(Quiet);
}

void Kiosk::wake() {
    if (m_page == Quiet)
        setPage(Home);
}

void Kiosk::forget() {
    m_readAloud.stop();
    m_takeNumber.leave(); // nobody said no: whoever took a picture of it and went counts on the number
    m_visitor.clear();
    m_phone.clear();
    m_basket.setOpen(false);
    m_catalogue.clear();
    m_search.clear();
    m_lookup.clear();
    m_appointments.clear();
    m_booked = {};
    m_guide.clear();
    m_floors.release();
    m_card.clear();
    m_item.clear();
    m_purpose = Purpose::takeNumber;
    m_listPage = Home;
}

void Kiosk::leave() {
    forget();
    auto& theme = ui::Theme::instance();
    theme.setLargeType(false);
    theme.setLowReach(false);
    theme.setLanguage(m_homeLanguage);
    m_contrast = false;
    m_hall.setFollowTheme(true);
    setPage(Home);
}

void Kiosk::numberIsSlow() {
    if (!m_takeNumber.canGiveUp())
        return; // the paper is under way
    m_slow = true;
    Q_EMIT pageChanged();
}

void Kiosk::goHome() {
    if (m_page == Printing && !giveUp())
        return;
    // After a ticket the next visitor stands there; from other pages the same one goes on.
    if (m_page == Ticket || m_page == Code)
        return leave();
    forget();
    setPage(Home);
}

void Kiosk::back() {
    switch (m_page) {
    case SubDepartments:
        return setPage(Departments);
    case Items:
        return setPage(m_catalogue.hasParent() ? SubDepartments : Departments);
    case KeyIdentity:
        m_visitor.clearKeyed();
        return setPage(m_identityPage);
    case Printing:
        if (!giveUp())
            return;
        [[fallthrough]];
    case Identity:
    case Phone:
    case GuideText:
    case NoPaper:
    case Error:
        return m_listPage == Home ? goHome() : setPage(m_listPage);
    case LookupResult:
        m_lookup.clear();
        return setPage(Lookup);
    case AppointmentResult:
        m_appointments.clear();
        return setPage(Appointment);
    default:
        return goHome();
    }
}

} // namespace atrium::kiosk
