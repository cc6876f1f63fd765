// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/dashboardfeed.h"

#include "shared/sync/qt/hallclient.h"

#include <utility>

namespace atrium::admin {

namespace {

constexpr std::chrono::milliseconds kFeedGather{250};
constexpr std::chrono::seconds kRegular{30};

} // namespace

DashboardFeed::DashboardFeed(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFeedGather);
    m_regular.setInterval(kRegular);
    connect(&m_soon, &QTimer::timeout, this, &DashboardFeed::fetch);
    connect(&m_regular, &QTimer::timeout, this, &DashboardFeed::fetch);
    connect(&m_client.replica(), &sync::Replica::batchApplied, this, &DashboardFeed::refreshSoon);
    connect(&m_client.sync(), &sync::SyncClient::stateChanged, this, &DashboardFeed::refreshSoon);
}

void DashboardFeed::setActive(bool active) {
    if (m_active == active)
        return;
    m_active = active;
    if (active) {
        m_regular.start();
        fetch();
    } else {
        m_regular.stop();
        m_soon.stop();
    }
}

void DashboardFeed::refreshSoon() {
    // Not restarted by further events: a steady flow of them must not put the answer off.
    if (m_active && !m_soon.isActive())
        m_soon.start();
}

void DashboardFeed::fetch() {
    if (!m_active)
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    sync::CallOptions options;
    options.retries = 0;
    m_client.api().get<model::Dashboard>(
        "/dashboard", this,
        [this](const model::Result<model::Dashboard>& answer) {
            m_stale = !answer;
            if (answer)
                m_figures = *answer;
            Q_EMIT changed();
            if (answer)
                fetchWaitErrors();
            else
                settle();
        },
        options);
}

void DashboardFeed::fetchWaitErrors() {
    sync::CallOptions options;
    options.retries = 0;
    m_client.api().get<model::WaitErrors>(
        "/dashboard/wait-errors", this,
        [this](const model::Result<model::WaitErrors>& answer) {
            if (answer) {
                m_waitErrors = *answer;
                Q_EMIT changed();
            }
            settle();
        },
        options);
}

void DashboardFeed::settle() {
    m_asking = false;
    if (std::exchange(m_again, false))
        refreshSoon();
}

} // namespace atrium::admin
