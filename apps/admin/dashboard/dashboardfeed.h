// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the dashboard's figures fresh: asks the server again shortly after events, but not for each of them.
#pragma once

#include "shared/model/api.h"
#include "shared/model/waiterrors.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// GUI thread; the client must outlive it.
class DashboardFeed : public QObject {
    Q_OBJECT
public:
    explicit DashboardFeed(sync::HallClient& client, QObject* parent = nullptr);

    /// Begins to ask (somebody is signed in and looks), or stops.
    void setActive(bool active);
    /// The last figures; nullopt before the first answer.
    [[nodiscard]] const std::optional<model::Dashboard>& figures() const { return m_figures; }
    /// How good today's told waits were; nullopt before the first answer, or when the server knows no such
    /// thing.
    [[nodiscard]] const std::optional<model::WaitErrors>& waitErrors() const { return m_waitErrors; }
    /// The last request failed: the figures are those of figures()->at.
    [[nodiscard]] bool stale() const { return m_stale; }
    void refreshSoon();

Q_SIGNALS:
    void changed();

private:
    void fetch();
    void fetchWaitErrors();
    void settle();

    sync::HallClient& m_client;
    std::optional<model::Dashboard> m_figures;
    std::optional<model::WaitErrors> m_waitErrors;
    QTimer m_soon;    ///< gathers events that come close together
    QTimer m_regular; ///< waiting times pass without events
    bool m_active = false;
    bool m_asking = false;
    bool m_again = false;
    bool m_stale = false;
};

} // namespace atrium::admin
