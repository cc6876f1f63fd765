// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/kiosk.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/tokens/theme.h"

#include <QMetaEnum>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

Kiosk::Kiosk(sync::HallClient& client, ui::HallState& hall, IdleTimes times, QObject* parent)
    : QObject(parent), m_client(client), m_hall(hall), m_times(times), m_load(client), m_home(client, m_load),
      m_catalogue(client, m_load), m_basket(client), m_search(client, m_catalogue, m_load),
      m_guide(client, m_load), m_floors(client, m_load),
      m_visitor([&client] { return ui::hallNow(client).date(); }), m_devices(client), m_card(client, m_load),
      m_takeNumber(client, m_devices, m_visitor, m_card), m_lookup(client, m_load, m_visitor),
      m_appointments(client, m_visitor) {
    connectFlows();
    m_idle.setRunning(true);
    setPage(Home);
}

void Kiosk::connectFlows() {
    connect(&m_idle, &ui::IdleTimer::expired, this, &Kiosk::idleExpired);
    connect(&m_devices, &KioskDevices::cardRead, this, &Kiosk::cardRead);
    connect(&m_devices, &KioskDevices::cardFailed, this, &Kiosk::cardFailed);
    connect(&m_devices, &KioskDevices::scanned, this, &Kiosk::scanned);
    connect(&m_devices, &KioskDevices::scanFailed, this, &Kiosk::scanFailed);
    connect(&m_devices, &KioskDevices::readingChanged, this, &Kiosk::readingChanged);
    connect(&m_readAloud, &ReadAloud::speakingChanged, this, &Kiosk::holdClock);
    connect(&m_lookup, &LookupFlow::changed, this, &Kiosk::holdClock);
    connect(&m_appointments, &AppointmentFlow::changed, this, &Kiosk::holdClock);
    connect(&m_appointments, &AppointmentFlow::found, this, &Kiosk::appointmentsFound);
    connect(&m_appointments, &AppointmentFlow::refused, this, &Kiosk::showError);
    connect(&m_takeNumber, &TakeNumber::working, this, [this] { setPage(Printing); });
    connect(&m_takeNumber, &TakeNumber::issued, this,
            [this](bool onScreen) { setPage(onScreen ? Code : Ticket); });
    connect(&m_takeNumber, &TakeNumber::codeOffered, this, [this] { setPage(Code); });
    connect(&m_takeNumber, &TakeNumber::refused, this, &Kiosk::showError);
    connect(&m_takeNumber, &TakeNumber::invalid, this, [this] {
        m_card.clear();
        m_messages.showInvalid();
        setPage(Error);
    });
    connect(&m_takeNumber, &TakeNumber::paperMissing, this, [this](devices::DeviceState printer) {
        m_messages.showNoPaper(printer);
        setPage(NoPaper);
    });
    connect(&m_devices, &KioskDevices::changed, this, &Kiosk::printerChanged);
    connect(&m_hall, &ui::HallState::connectionChanged, this, [this] {
        if (m_hall.online())
            m_messages.connectionIsBack();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Kiosk::numberIsSlow);
    connect(&m_messages, &Messages::changed, this, &Kiosk::messageChanged);
    connect(&m_lookup, &LookupFlow::found, this, [this] { setPage(LookupResult); });
    connect(&m_lookup, &LookupFlow::refused, this, &Kiosk::showError);
}

void Kiosk::start(const QString& speaker) {
    m_started = true;
    Q_EMIT startedChanged();
    m_client.replica().preload<model::ServiceItem>();
    m_takeNumber.settle();
    m_devices.start();
    m_search.start(); // waits for the preload
    // The engine is a process of its own and busy for seconds: it comes when the items are there.
    connect(
        &m_client.replica(), &sync::Replica::preloaded, this, [this, speaker] { m_readAloud.start(speaker); },
        Qt::SingleShotConnection);
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
        {u"notice"_s, notice()},
        {u"words"_s, m_readAloud.words()}};
}

} // namespace atrium::kiosk
