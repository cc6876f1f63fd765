// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/hallstate.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/wallclock.h"

namespace atrium::ui {

namespace {

const model::Hall* hallOf(sync::HallClient& client) {
    const auto& halls = client.replica().all<model::Hall>();
    return halls.empty() ? nullptr : &halls.front();
}

} // namespace

HallState::HallState(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&m_client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (!sync::Replica::isKind<model::Hall>(kind))
            return;
        applyTheme();
        Q_EMIT changed();
    });
    connect(&m_client.sync(), &sync::SyncClient::stateChanged, this, &HallState::connectionChanged);
    // Clocks run by the server's time in the hall's zone; both may have become known.
    WallClock& clock = WallClock::instance();
    clock.follow(this, [this] { return now(); });
    connect(this, &HallState::changed, &clock, &WallClock::changed);
    connect(this, &HallState::connectionChanged, &clock, &WallClock::changed);
    connect(&Theme::instance(), &Theme::languageChanged, this, &HallState::changed);
    applyTheme();
}

QString HallState::name() const {
    const auto* hall = hallOf(m_client);
    return hall == nullptr ? QString() : inLanguage(hall->name, hall->nameEn);
}

QString HallState::notice() const {
    const auto* hall = hallOf(m_client);
    return hall == nullptr ? QString() : inLanguage(hall->notice, hall->noticeEn);
}

int HallState::ratingGrades() const {
    const auto* hall = hallOf(m_client);
    return hall != nullptr && hall->ratingGrades == 3 ? 3 : 5;
}

bool HallState::known() const {
    return hallOf(m_client) != nullptr;
}

bool HallState::online() const {
    return m_client.sync().online();
}

bool HallState::connecting() const {
    return m_client.sync().state() == sync::SyncClient::State::starting;
}

QDateTime HallState::offlineSince() const {
    return m_client.sync().offlineSince();
}

void HallState::setFollowTheme(bool follow) {
    if (m_followTheme == follow)
        return;
    m_followTheme = follow;
    applyTheme();
    Q_EMIT changed();
}

QDateTime HallState::now() const {
    return hallNow(m_client);
}

void HallState::applyTheme() const {
    const auto* hall = hallOf(m_client);
    if (hall == nullptr || !m_followTheme)
        return;
    switch (hall->theme) {
    case model::Theme::governmentBlue:
        return Theme::instance().setTheme(Theme::GovernmentBlue);
    case model::Theme::emblemRed:
        return Theme::instance().setTheme(Theme::EmblemRed);
    case model::Theme::highContrast:
        return Theme::instance().setTheme(Theme::HighContrast);
    case model::Theme::night:
        return Theme::instance().setTheme(Theme::Night);
    }
}

} // namespace atrium::ui
