// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/kiosk.h"

#include "apps/kiosk/sentences.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <QMetaEnum>
#include <QTimer>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

Kiosk::Kiosk(sync::HallClient& client, ui::HallState& hall, IdleTimes times, QObject* parent)
    : QObject(parent), m_client(client), m_hall(hall), m_times(times), m_load(client), m_home(client, m_load),
      m_catalogue(client, m_load), m_search(client, m_catalogue, m_load), m_devices(client),
      m_card(client, m_load), m_takeNumber(client, m_devices, m_visitor, m_card),
      m_lookup(client, m_load, m_visitor) {
    connectFlows();
    m_idle.setRunning(true);
    setPage(Home);
}

void Kiosk::connectFlows() {
    connect(&m_idle, &ui::IdleTimer::expired, this, &Kiosk::idleExpired);
    connect(&m_devices, &KioskDevices::cardRead, this, &Kiosk::cardRead);
    connect(&m_devices, &KioskDevices::cardFailed, this, &Kiosk::cardFailed);
    connect(&m_devices, &KioskDevices::scanned, this, &Kiosk::scanned);
    connect(&m_devices, &KioskDevices::readingChanged, this, &Kiosk::holdClock);
    connect(&m_readAloud, &ReadAloud::speakingChanged, this, &Kiosk::holdClock);
    connect(&m_lookup, &LookupFlow::changed, this, &Kiosk::holdClock);
    connect(&m_takeNumber, &TakeNumber::working, this, [this] { setPage(Printing); });
    connect(&m_takeNumber, &TakeNumber::issued, this,
            [this](bool onScreen) { setPage(onScreen ? Code : Ticket); });
    connect(&m_takeNumber, &TakeNumber::codeOffered, this, [this] { setPage(Code); });
    connect(&m_takeNumber, &TakeNumber::refused, this, &Kiosk::showError);
    connect(&m_takeNumber, &TakeNumber::paperMissing, this, [this](const QString& notice) {
        m_happened = notice;
        m_stillWorks = tr("号码可以显示在屏幕上,用手机扫码或拍照保存,同样有效。");
        setPage(NoPaper);
    });
    connect(&m_lookup, &LookupFlow::found, this, [this] { setPage(LookupResult); });
    connect(&m_lookup, &LookupFlow::refused, this, &Kiosk::showError);
}

void Kiosk::start(const QString& speaker) {
    m_takeNumber.settle();
    m_devices.start();
    m_search.start();
    m_readAloud.start(speaker);
}

QString Kiosk::pageName() const {
    QString name = QString::fromLatin1(QMetaEnum::fromType<Page>().valueToKey(m_page));
    name.front() = name.front().toLower();
    return name;
}

QVariantMap Kiosk::describe() const {
    const auto& theme = ui::Theme::instance();
    return {
        {u"page"_s, pageName()},
        {u"online"_s, m_hall.online()},
        {u"number"_s, m_card.number()},
        {u"language"_s, theme.language()},
        {u"theme"_s, QString::fromLatin1(QMetaEnum::fromType<ui::Theme::Name>().valueToKey(theme.theme()))},
        {u"largeType"_s, theme.largeType()},
        {u"lowReach"_s, theme.lowReach()},
        {u"holder"_s, m_visitor.holder()},
        {u"reader"_s, m_devices.readerState()},
        {u"printer"_s, m_devices.printerState()},
        {u"speaking"_s, m_readAloud.speaking()},
        {u"notice"_s, m_notice}};
}

bool Kiosk::canGoBack() const {
    return m_page != Home && m_page != Quiet && m_page != Printing && m_page != Ticket && m_page != Code;
}

void Kiosk::setPage(Page page) {
    const bool isNew = m_page != page;
    m_page = page;
    if (isNew)
        m_notice.clear();
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
    Q_EMIT messageChanged();
    Q_EMIT pageChanged();
    // Large type reads each page by itself, once the page is there.
    if (isNew && ui::Theme::instance().largeType() && page != Quiet && page != Home)
        QTimer::singleShot(0, this, [this] { m_readAloud.readPage(); });
}

void Kiosk::holdClock() {
    m_idle.setHeld(m_devices.reading() || m_page == Printing || m_readAloud.speaking() || m_lookup.busy());
}

void Kiosk::idleExpired() {
    if (m_page != Home)
        return leave();
    leave();
    setPage(Quiet);
}

void Kiosk::wake() {
    if (m_page == Quiet)
        setPage(Home);
}

void Kiosk::forget() {
    m_readAloud.stop();
    m_takeNumber.discardCode();
    m_visitor.clear();
    m_catalogue.clear();
    m_search.clear();
    m_lookup.clear();
    m_card.clear();
    m_item.clear();
    m_lookingUp = false;
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

void Kiosk::goHome() {
    if (m_page == Printing)
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
    case Identity:
    case NoPaper:
    case Error:
        return m_listPage == Home ? goHome() : setPage(m_listPage);
    case LookupResult:
        m_lookup.clear();
        return setPage(Lookup);
    default:
        return goHome();
    }
}

void Kiosk::openDepartments() {
    m_lookingUp = false;
    setPage(Departments);
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
    m_lookingUp = true;
    m_listPage = Home;
    if (m_visitor.known())
        return m_lookup.findMine();
    setPage(Lookup);
}

void Kiosk::openKeyIdentity() {
    m_identityPage = m_page;
    m_visitor.clearKeyed();
    setPage(KeyIdentity);
}

void Kiosk::chooseItem(const QString& id) {
    m_item = id;
    const auto* item = m_client.replica().peek<model::ServiceItem>(model::ServiceItemId(id.toStdString()));
    if (item == nullptr)
        return;
    const auto* queue = m_client.replica().peek<model::Queue>(item->queueId);
    if (queue != nullptr && queue->realName && !m_visitor.known())
        return setPage(Identity);
    issue(usualForm());
}

TakeNumber::Form Kiosk::usualForm() const {
    return m_devices.printerNotice().isEmpty() ? TakeNumber::Form::paper : TakeNumber::Form::paperOrScreen;
}

void Kiosk::issue(TakeNumber::Form form) {
    if (!m_hall.online())
        return showError({model::ErrorCode::unavailable, {}, {}});
    m_takeNumber.begin(model::ServiceItemId(m_item.toStdString()), form);
}

void Kiosk::takeOnScreen() {
    issue(TakeNumber::Form::screen);
}

void Kiosk::keepCode() {
    m_takeNumber.keepCode();
    setPage(Ticket);
}

void Kiosk::discardCode() {
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
    if (m_lookingUp)
        return m_lookup.findMine();
    if (m_page == Identity || (m_page == KeyIdentity && m_identityPage == Identity))
        return issue(usualForm());
    if (m_page == Home || m_page == Quiet || m_page == KeyIdentity)
        openDepartments();
}

void Kiosk::cardRead(const devices::IdCard& card) {
    // A ticket on the screen belongs to whoever took it; the next card waits for the home page.
    if (m_page == Printing || m_page == Ticket || m_page == Code)
        return;
    if (!m_visitor.takeCard(card))
        return setNotice(tr("卡上的号码没有通过校验,请到服务台办理。"));
    setNotice({});
    identityKnown();
}

void Kiosk::cardFailed(devices::CardFault fault) {
    wake();
    setNotice(sentenceOf(fault));
}

void Kiosk::scanned(const QString& text) {
    if (m_page == Printing || m_page == Ticket || m_page == Code)
        return;
    if (LookupFlow::isTicketCode(text)) {
        m_lookingUp = true;
        return m_lookup.findByCode(text);
    }
    wake();
    if (m_visitor.takeScan(text))
        return identityKnown();
    setNotice(tr("扫到的不是号单,也不是有效的身份证号码或统一社会信用代码。"));
}

void Kiosk::showError(const model::Error& why) {
    m_happened = sentenceOf(why.code);
    m_stillWorks = remedyOf(why.code);
    setPage(Error);
}

void Kiosk::setNotice(const QString& notice) {
    m_notice = notice;
    m_idle.extend();
    Q_EMIT messageChanged();
}

void Kiosk::toggleContrast() {
    m_contrast = !m_contrast;
    if (!m_contrast)
        return m_hall.setFollowTheme(true);
    m_hall.setFollowTheme(false);
    ui::Theme::instance().setTheme(ui::Theme::HighContrast);
}

} // namespace atrium::kiosk
