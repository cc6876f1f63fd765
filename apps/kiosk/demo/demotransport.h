// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of --demo: answers as a server would, out of memory.
#pragma once

#include "shared/sync/qt/connection.h"
#include "shared/sync/qt/transport.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace atrium::kiosk {

/// Gives numbers, finds and cancels them; the records do not move. GUI thread.
class DemoTransport : public sync::Transport {
public:
    void send(sync::HttpRequest request, QObject* context,
              std::function<void(sync::HttpResponse)> done) override;
    [[nodiscard]] std::unique_ptr<sync::HttpStream> stream(sync::HttpRequest request,
                                                           sync::StreamHandler handler) override;
    void setToken(const QByteArray&) override {}

private:
    [[nodiscard]] sync::HttpResponse answer(const sync::HttpRequest& request);
    [[nodiscard]] sync::HttpResponse issue(const QByteArray& body);
    [[nodiscard]] sync::HttpResponse cancel(const std::string& id);

    std::map<std::string, QByteArray> m_tickets; ///< id to its TicketView
    int m_sequence = 100;
};

/// A connection for the demonstration, keeping its files in `folder`.
[[nodiscard]] sync::Connection demoConnection(const QString& folder);

} // namespace atrium::kiosk
