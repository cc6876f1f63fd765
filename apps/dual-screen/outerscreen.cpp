// SPDX-License-Identifier: GPL-3.0-or-later
// Which page stands, and who serves; outerrating.cpp asks for the rating.
#include "apps/dual-screen/outerscreen.h"

#include "apps/dual-screen/guidelines.h"
#include "apps/dual-screen/reasons.h"
#include "shared/model/ticket.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/tokens/theme.h"

#include <QMetaEnum>

#include <algorithm>
#include <vector>

namespace atrium::dualscreen {

using namespace Qt::Literals::StringLiterals;
using ui::inLanguage;

namespace {

constexpr int kMostWindows = 4;

} // namespace

OuterScreen::OuterScreen(sync::HallClient& client, RatingTimes times, QObject* parent)
    : QObject(parent), m_client(client), m_times(times) {
    m_second.setInterval(times.second);
    m_thanks.setInterval(times.thanks);
    m_thanks.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &OuterScreen::tick);
    connect(&m_thanks, &QTimer::timeout, this, [this] {
        m_thanking = false;
        m_sent.clear();
        m_refused.reset();
        follow();
    });
    connect(&client.outbox(), &sync::Outbox::refused, this, &OuterScreen::ratingRefused);
    connect(&client.replica(), &sync::Replica::batchApplied, this, &OuterScreen::follow);
    connect(&client, &sync::HallClient::selfChanged, this, &OuterScreen::follow);
    connect(&client.media(), &sync::MediaCache::ready, this, &OuterScreen::follow);
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &OuterScreen::changed);
    // These words are of this program's own texts, which are loaded by then.
    connect(
        &ui::Theme::instance(), &ui::Theme::languageChanged, this,
        [this] {
            Q_EMIT guideChanged();
            Q_EMIT ratingChanged();
        },
        Qt::QueuedConnection);
    follow();
}

const model::WindowStatus* OuterScreen::status() const {
    const auto self = m_client.self();
    if (self && self->windowId)
        return m_client.replica().peek<model::WindowStatus>(model::RecordId(self->windowId->value));
    return nullptr; // the device's own record has not come yet
}

const model::Window* OuterScreen::window() const {
    const auto* now = status();
    if (now != nullptr)
        return m_client.replica().peek<model::Window>(now->windowId);
    const auto self = m_client.self();
    return self && self->windowId ? m_client.replica().peek<model::Window>(*self->windowId) : nullptr;
}

void OuterScreen::follow() {
    const auto* now = status();
    if (now != nullptr && now->ratingTicketId && !m_thanking) {
        const bool again = now->ratingPrompts > m_prompts && *now->ratingTicketId == m_ended;
        if (!m_rating && (*now->ratingTicketId != m_ended || again))
            openRating(*now->ratingTicketId);
        m_prompts = now->ratingPrompts;
    }
    if (now != nullptr && m_rating && now->ratingTicketId != m_rating)
        endRating(false); // rated elsewhere, undone, or the next service already ended
    if (now != nullptr && !now->ratingTicketId) {
        m_ended = {}; // a service taken up again may end, and be rated, a second time
        m_prompts = 0;
    }

    const auto* shown = shownItem();
    if (const auto guide = shown == nullptr ? model::ServiceItemId() : shown->id; guide != m_guide) {
        m_guide = guide;
        Q_EMIT guideChanged();
    }
    m_photo.clear();
    if (now != nullptr && now->staffId) {
        const auto* staff = m_client.replica().peek<model::Staff>(*now->staffId);
        if (staff != nullptr && staff->photo) {
            const QString path = m_client.media().path(*staff->photo);
            m_photo = path.isEmpty() ? QUrl() : QUrl::fromLocalFile(path);
        }
    }

    if (m_thanking)
        return setPage(m_refused ? Refused : Thanks);
    if (m_rating)
        return setPage(Rating);
    if (now == nullptr)
        return setPage(window() == nullptr ? Unknown : Closed);
    // Who is finished or sent elsewhere is not asked here any more, whatever the window's state says yet.
    const auto* ticket = now->ticketId ? m_client.replica().peek<model::Ticket>(*now->ticketId) : nullptr;
    const bool here = ticket == nullptr || ticket->state == model::TicketState::called ||
                      ticket->state == model::TicketState::serving;
    switch (now->state) {
    case model::WindowState::closed:
        return setPage(Closed);
    case model::WindowState::idle:
        return setPage(Idle);
    case model::WindowState::calling:
        return setPage(here ? Called : Idle);
    case model::WindowState::serving:
        return setPage(!here ? Idle : shownItem() == nullptr ? Serving : Guide);
    case model::WindowState::paused:
        return setPage(Paused);
    }
}

void OuterScreen::setPage(Page page) {
    const bool left =
        (m_page == Serving || m_page == Guide || m_page == Rating || m_page == Thanks || m_page == Refused) &&
        (page == Idle || page == Closed || page == Called || page == Paused);
    m_page = page;
    if (left)
        Q_EMIT visitEnded();
    Q_EMIT changed();
}

QString OuterScreen::staffName() const {
    const auto* now = status();
    const auto* staff =
        now == nullptr || !now->staffId ? nullptr : m_client.replica().peek<model::Staff>(*now->staffId);
    return staff == nullptr ? QString() : inLanguage(staff->name, staff->nameEn);
}

QString OuterScreen::staffNumber() const {
    const auto* now = status();
    const auto* staff =
        now == nullptr || !now->staffId ? nullptr : m_client.replica().peek<model::Staff>(*now->staffId);
    return staff == nullptr ? QString() : QString::fromStdString(staff->number);
}

QString OuterScreen::departmentName() const {
    const auto* at = window();
    const auto* department =
        at == nullptr ? nullptr : m_client.replica().peek<model::Department>(at->departmentId);
    return department == nullptr ? QString() : inLanguage(department->name, department->nameEn);
}

int OuterScreen::stars() const {
    const auto* now = status();
    const auto* staff =
        now == nullptr || !now->staffId ? nullptr : m_client.replica().peek<model::Staff>(*now->staffId);
    return staff == nullptr ? 0 : staff->stars;
}

int OuterScreen::windowNumber() const {
    const auto* at = window();
    return at == nullptr ? 0 : at->number;
}

QString OuterScreen::ticketNumber() const {
    const auto* now = status();
    return now == nullptr ? QString() : QString::fromStdString(now->number);
}

QString OuterScreen::itemName() const {
    const auto* now = status();
    if (now == nullptr || !now->ticketId)
        return {};
    const auto* ticket = m_client.replica().peek<model::Ticket>(*now->ticketId);
    const auto* item =
        ticket == nullptr ? nullptr : m_client.replica().peek<model::ServiceItem>(ticket->itemId);
    return item == nullptr ? QString() : inLanguage(item->name, item->nameEn);
}

const model::ServiceItem* OuterScreen::shownItem() const {
    const auto* now = status();
    return now == nullptr || !now->shownItemId
               ? nullptr
               : m_client.replica().peek<model::ServiceItem>(*now->shownItemId);
}

QString OuterScreen::guideTitle() const {
    const auto* item = shownItem();
    return item == nullptr ? QString() : inLanguage(item->name, item->nameEn);
}

QVariantList OuterScreen::guideMaterials() const {
    const auto* item = shownItem();
    return item == nullptr ? QVariantList() : GuideLines::materials(*item);
}

QVariantList OuterScreen::guideFacts() const {
    const auto* item = shownItem();
    return item == nullptr ? QVariantList() : GuideLines::facts(*item);
}

QString OuterScreen::pauseReason() const {
    const auto* now = status();
    return now == nullptr ? QString() : Reasons::shownPause(now->pauseReason);
}

QString OuterScreen::otherWindows() const {
    const auto* here = window();
    if (here == nullptr || here->itemIds.empty())
        return {};
    struct Choice {
        std::ptrdiff_t shared = 0;
        int number = 0;
    };
    std::vector<Choice> choices;
    auto& replica = m_client.replica();
    for (const auto& other : replica.all<model::Window>()) {
        const auto shared = std::count_if(here->itemIds.begin(), here->itemIds.end(), [&](const auto& item) {
            return std::find(other.itemIds.begin(), other.itemIds.end(), item) != other.itemIds.end();
        });
        const auto* at = replica.peek<model::WindowStatus>(model::RecordId(other.id.value));
        const bool open = at != nullptr && at->state != model::WindowState::closed &&
                          at->state != model::WindowState::paused;
        if (other.id != here->id && other.active && open && shared > 0)
            choices.push_back({shared, other.number});
    }
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return std::pair(-a.shared, a.number) < std::pair(-b.shared, b.number);
    });
    QStringList numbers;
    for (const Choice& choice : choices)
        numbers.append(QString::number(choice.number));
    return numbers.mid(0, kMostWindows).join(ui::isEnglish() ? u", "_s : u"、"_s);
}

QString OuterScreen::pageName() const {
    return QString::fromLatin1(QMetaEnum::fromType<Page>().valueToKey(m_page)).toLower();
}

} // namespace atrium::dualscreen
