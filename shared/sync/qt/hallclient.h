// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/qt/api.h"
#include "shared/sync/qt/connection.h"
#include "shared/sync/qt/mediacache.h"
#include "shared/sync/qt/outbox.h"
#include "shared/sync/qt/replica.h"
#include "shared/sync/qt/syncclient.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace atrium::sync {

class RevokedToken;

/// Everything an app needs of its server, wired once:
///
///     QCommandLineParser parser;
///     sync::addConnectionOptions(parser);
///     parser.process(app);
///     auto connection = sync::connectionFromOptions(parser);
///     sync::HallClient hall(*connection);
///     hall.replica().readSingly<model::ServiceItem>();
///     … make the window, and after its first frame …
///     hall.replica().preload<model::ServiceItem>();
///     hall.start();
///
/// GUI thread only.
class HallClient : public QObject {
    Q_OBJECT
public:
    explicit HallClient(const Connection& connection, QObject* parent = nullptr);
    /// For tests and demonstrations: another transport.
    HallClient(const Connection& connection, std::unique_ptr<Transport> transport, QObject* parent = nullptr,
               SyncTiming timing = {});
    ~HallClient() override;
    /// The transport of the first constructor.
    [[nodiscard]] static std::unique_ptr<Transport> network(const Connection& connection);

    /// Begins to connect, after a preload of the replica that is under way; until then only the replica's
    /// last known data is there.
    void start();
    /// False until the device has a token: show the enrolment page.
    [[nodiscard]] bool enrolled() const;
    /// Why it has none: the server shut it out. It may be enrolled again at once, also as another device; and
    /// it goes on by itself when the server knows the old token again.
    [[nodiscard]] bool revoked() const;
    /// The server's certificate is this one and no other, as a person compared it; kept when the device
    /// enrols.
    void pin(const QByteArray& fingerprint);
    /// Exchanges the code, stores the token and connects. See enrol().
    void enrol(const std::string& code, const std::string& appVersion, QObject* context,
               std::function<void(model::Result<model::EnrolResponse>)> handler);
    /// A person signed in (or, with an empty token, out): calls and queued commands carry it from now on.
    void setSession(const std::string& token);

    [[nodiscard]] Replica& replica() { return *m_replica; }
    [[nodiscard]] SyncClient& sync() { return *m_sync; }
    [[nodiscard]] Api& api() { return *m_api; }
    [[nodiscard]] Outbox& outbox() { return *m_outbox; }
    [[nodiscard]] MediaCache& media() { return *m_media; }
    [[nodiscard]] const Connection& connection() const { return m_connection; }
    /// This device's own record, once known (the replica holds no other device, except in the admin tool).
    [[nodiscard]] std::optional<model::Device> self() const { return m_self; }

Q_SIGNALS:
    /// It got a token, or the server does not know its token any more.
    void enrolledChanged();
    /// The device's own record became known or changed (window, areas, sound …).
    void selfChanged();

private:
    void stateChanged();
    void takeToken(const QByteArray& token, const model::Device& self);
    void askWhetherRevoked();
    void putTokenAside();
    void readSelf();
    void takeSelf(const model::Device& device);

    Connection m_connection;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<SyncClient> m_sync;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<MediaCache> m_media;
    std::optional<model::Device> m_self;
    std::unique_ptr<RevokedToken> m_revoked;
};

} // namespace atrium::sync
