// SPDX-License-Identifier: GPL-3.0-or-later
// Which page the citizen sees, what leads to the next, and when the kiosk forgets.
#pragma once

#include "apps/kiosk/appointmentflow.h"
#include "apps/kiosk/basket.h"
#include "apps/kiosk/catalogue.h"
#include "apps/kiosk/floordirectory.h"
#include "apps/kiosk/guide.h"
#include "apps/kiosk/hallload.h"
#include "apps/kiosk/homemodel.h"
#include "apps/kiosk/kioskdevices.h"
#include "apps/kiosk/lookupflow.h"
#include "apps/kiosk/messages.h"
#include "apps/kiosk/phoneentry.h"
#include "apps/kiosk/readaloud.h"
#include "apps/kiosk/searchmodel.h"
#include "apps/kiosk/takenumber.h"
#include "apps/kiosk/ticketcard.h"
#include "apps/kiosk/visitor.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/types/idletimer.h"

#include <QObject>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace atrium::kiosk {

/// Milliseconds of ui.md's idle rules; tests shorten them.
struct IdleTimes {
    int home = 10'000;
    int ticket = 20'000;
    int page = 45'000;
    int warning = 20'000;
    int slow = 5'000; ///< until a number that does not come need not be waited for
};

/// Owns the view models of all pages. GUI thread; client and hall must outlive it. kiosk.cpp wires them,
/// kioskpages.cpp turns the pages, kioskvisit.cpp does what a citizen asks for.
class Kiosk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool started READ started NOTIFY startedChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool lookingUp READ lookingUp NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool guiding READ guiding NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool offersCode READ offersCode NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString happened READ happened NOTIFY messageChanged FINAL)
    Q_PROPERTY(QString stillWorks READ stillWorks NOTIFY messageChanged FINAL)
    Q_PROPERTY(bool resolved READ resolved NOTIFY messageChanged FINAL)
    Q_PROPERTY(bool slow READ slow NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY messageChanged FINAL)
    Q_PROPERTY(atrium::ui::IdleTimer* idle READ idle CONSTANT FINAL)
    Q_PROPERTY(atrium::ui::HallState* hall READ hall CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::HomeModel* home READ home CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::Catalogue* catalogue READ catalogue CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::Basket* basket READ basket CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::SearchModel* search READ search CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::Guide* guide READ guide CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::FloorDirectory* floors READ floors CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::TicketCard* ticket READ ticket CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::LookupFlow* lookup READ lookup CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::AppointmentFlow* appointments READ appointments CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::Visitor* visitor READ visitor CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::PhoneEntry* phone READ phone CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::KioskDevices* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(atrium::kiosk::ReadAloud* readAloud READ readAloud CONSTANT FINAL)
public:
    enum Page {
        Quiet,
        Home,
        Departments,
        SubDepartments,
        Items,
        Search,
        Identity,
        KeyIdentity,
        Phone,
        Printing,
        Ticket,
        Code,
        NoPaper,
        Lookup,
        LookupResult,
        Appointment,
        AppointmentResult,
        GuideText,
        Floors,
        Error
    };
    Q_ENUM(Page)

    Kiosk(sync::HallClient& client, ui::HallState& hall, IdleTimes times = {}, QObject* parent = nullptr);

    /// The language a visit begins in.
    void setHomeLanguage(const QString& language) { m_homeLanguage = language; }
    /// After the first frame, one after another so that a touch need not wait: devices, the decoding of the
    /// service items, their index, speech. `speaker` is a speaker's configuration string.
    void start(const QString& speaker);

    /// start() was called: what the first frame did not show may be made.
    bool started() const { return m_started; }
    Page page() const { return m_page; }
    /// "home", "subDepartments" …
    [[nodiscard]] QString pageName() const;
    bool canGoBack() const;
    bool lookingUp() const { return m_purpose == Purpose::lookUp; }
    /// Choosing an item opens its guide instead of taking a number.
    bool guiding() const { return m_purpose == Purpose::guide; }
    bool offersCode() const { return m_takeNumber.offersCode(); }
    QString happened() const { return m_messages.happened(); }
    QString stillWorks() const { return m_messages.stillWorks(); }
    /// What happened is over.
    bool resolved() const { return m_messages.resolved(); }
    /// The number takes long to come; one may go on without it.
    bool slow() const { return m_slow; }
    /// A line on the present page, e.g. why a card was not read.
    QString notice() const { return m_messages.notice(); }
    ui::IdleTimer* idle() { return &m_idle; }
    ui::HallState* hall() { return &m_hall; }
    HomeModel* home() { return &m_home; }
    Catalogue* catalogue() { return &m_catalogue; }
    Basket* basket() { return &m_basket; }
    SearchModel* search() { return &m_search; }
    Guide* guide() { return &m_guide; }
    FloorDirectory* floors() { return &m_floors; }
    TicketCard* ticket() { return &m_card; }
    LookupFlow* lookup() { return &m_lookup; }
    AppointmentFlow* appointments() { return &m_appointments; }
    Visitor* visitor() { return &m_visitor; }
    PhoneEntry* phone() { return &m_phone; }
    KioskDevices* devices() { return &m_devices; }
    ReadAloud* readAloud() { return &m_readAloud; }
    /// What tests see.
    [[nodiscard]] QVariantMap describe() const;

    Q_INVOKABLE void wake();
    Q_INVOKABLE void back();
    Q_INVOKABLE void goHome();
    /// The visit is over: everything entered is forgotten, the look is the hall's again.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void openDepartments();
    /// Begins to gather several businesses for one number, or gives that up.
    Q_INVOKABLE void toggleBasket();
    /// Takes the number for what was gathered.
    Q_INVOKABLE void takeBasket();
    Q_INVOKABLE void openDepartment(const QString& id);
    Q_INVOKABLE void openSearch();
    Q_INVOKABLE void openLookup();
    Q_INVOKABLE void openAppointments();
    /// The number of an appointment that was found.
    Q_INVOKABLE void redeem(const QString& id);
    /// The departments, to read an item's guide.
    Q_INVOKABLE void openGuides();
    Q_INVOKABLE void openFloors();
    /// A number for the item whose guide is open.
    Q_INVOKABLE void takeGuided();
    Q_INVOKABLE void openKeyIdentity();
    Q_INVOKABLE void chooseItem(const QString& id);
    Q_INVOKABLE void confirmKeyed();
    /// The number is taken with the phone that was keyed; stays on the page when it is none.
    Q_INVOKABLE void confirmPhone();
    /// The number is taken without one.
    Q_INVOKABLE void skipPhone();
    Q_INVOKABLE void takeOnScreen();
    Q_INVOKABLE void keepCode();
    Q_INVOKABLE void discardCode();
    /// One more number for the same visitor.
    Q_INVOKABLE void takeAnother();
    Q_INVOKABLE void toggleContrast();

Q_SIGNALS:
    void startedChanged();
    void pageChanged();
    void messageChanged();

private:
    enum class Purpose { takeNumber, lookUp, appointment, guide };

    void connectFlows();
    void follow(Purpose purpose);
    void setPage(Page page);
    void holdClock();
    void idleExpired();
    void forget();
    void printerChanged();
    void numberIsSlow();
    /// False when the number is nearly there.
    bool giveUp() { return m_slow && m_takeNumber.giveUp(); }
    void readingChanged();
    /// The ticket on the screen gives way to whoever comes next.
    void endTicket();
    void cardRead(const devices::IdCard& card);
    void cardFailed(devices::CardFault fault);
    void scanned(const QString& text);
    void scanFailed();
    void appointmentsFound();
    void identityKnown();
    /// On paper; where the page has said that there may be none, else on the screen.
    [[nodiscard]] TakeNumber::Form usualForm() const;
    /// What is left before the number: a phone may be left where the hall sends messages.
    [[nodiscard]] bool needsIdentity(const model::ServiceItemId& id) const;
    void askPhone();
    void issue(TakeNumber::Form form);
    void showError(const model::Error& why);
    void setNotice(Messages::Sentence notice);

    sync::HallClient& m_client;
    ui::HallState& m_hall;
    IdleTimes m_times;
    HallLoad m_load;
    HomeModel m_home;
    Catalogue m_catalogue;
    Basket m_basket;
    SearchModel m_search;
    Guide m_guide;
    FloorDirectory m_floors;
    Visitor m_visitor;
    PhoneEntry m_phone;
    KioskDevices m_devices;
    TicketCard m_card;
    TakeNumber m_takeNumber;
    LookupFlow m_lookup;
    AppointmentFlow m_appointments;
    ReadAloud m_readAloud;
    Messages m_messages;
    ui::IdleTimer m_idle;
    Page m_page = Home;
    Page m_listPage = Home;     ///< where the present item was chosen
    Page m_identityPage = Home; ///< where keying an identity began
    QString m_item;
    TakeNumber::Wanted m_booked; ///< the appointment that is taken up; empty: a number for m_item
    QString m_homeLanguage = QStringLiteral("zh_CN");
    Purpose m_purpose = Purpose::takeNumber;
    QTimer m_patience; ///< runs while a number is under way
    bool m_slow = false;
    bool m_contrast = false;
    bool m_started = false;
};

} // namespace atrium::kiosk
