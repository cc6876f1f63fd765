// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/hallserver.h"

#include "server/app/demonstration.h"
#include "server/app/demonstrationbookings.h"
#include "server/app/interface.h"
#include "server/app/openhall.h"
#include "server/app/smsgateways.h"
#include "server/app/startcheck.h"
#include "server/app/version.h"
#include "server/app/webhookfile.h"
#include "server/http/server.h"
#include "server/services/auth/gate.h"
#include "server/services/auth/passwordpool.h"
#include "server/services/core/hallclock.h"
#include "server/services/core/housekeeping.h"
#include "server/services/events/routes.h"
#include "server/services/messages/sender.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/records/audithead.h"
#include "server/services/webhooks/sender.h"

#include <Poco/Exception.h>

#include <atomic>
#include <iostream>
#include <mutex>
#include <utility>

namespace atrium::app {

using model::Result;
using namespace services;

/// Members are declared in the order of their construction; destruction runs the other way round.
class HallServer::Parts {
public:
    [[nodiscard]] Result<void> makeServices(const Options& options, OpenedHall& hall,
                                            const http::Clock& machine);
    void makeServer(const Options& options, const std::shared_ptr<const store::LogRuns>& runs);
    [[nodiscard]] Result<void> startMessages(const Options& options);
    void makeWebhooks(std::vector<Webhook> hooks);
    [[nodiscard]] Result<void> start(const Options& options, const CheckedKeys& keys);

    std::unique_ptr<store::Store> store;
    std::unique_ptr<HallModel> model;
    std::unique_ptr<HallClock> clock;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<TicketCodes> codes;
    std::unique_ptr<AuditSigner> signer;
    std::unique_ptr<PasswordPool> passwords;
    std::unique_ptr<Services> services;
    std::unique_ptr<Housekeeping> housekeeping;
    ReportDoor reports;
    std::unique_ptr<MessageSender> sender;
    std::unique_ptr<gateways::SmsGateway> gateway;
    std::vector<std::unique_ptr<WebhookSender>> webhooks;
    std::unique_ptr<http::Server> server;
    std::mutex logMutex;
};

namespace {
/// For the answers to what a gateway has; what has none by then is never sent again.
constexpr std::chrono::seconds kGatewayGrace{2};
} // namespace

HallServer::HallServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

HallServer::~HallServer() {
    if (m_parts->housekeeping)
        m_parts->housekeeping->stop();
    if (m_parts->server)
        m_parts->server->stop();
    if (m_parts->gateway)
        m_parts->gateway->stop(kGatewayGrace);
    if (m_parts->sender)
        m_parts->sender->stop();
    for (const auto& webhook : m_parts->webhooks)
        webhook->stop();
    if (m_parts->passwords)
        m_parts->passwords->stop();
    if (m_parts->writer)
        m_parts->writer->stop();
    if (m_parts->store)
        m_parts->store->checkpoint();
}

std::uint16_t HallServer::port() const {
    return m_parts->server->port();
}

Services& HallServer::services() {
    return *m_parts->services;
}

bool HallServer::lost() const {
    return m_parts->store->lost();
}

const std::string& HallServer::openApi() const {
    return m_parts->server->openApi();
}

namespace {

http::ServerConfig httpConfig(const Options& options) {
    http::ServerConfig config;
    config.listen = {{options.host, options.port, !options.tlsCertificate.empty()}};
    config.tls = {options.tlsCertificate, options.tlsKey};
    config.limits.workers = static_cast<std::size_t>(options.workers);
    config.version = kVersion;
    config.trustedProxies = options.trustedProxies;
    return config;
}

ServiceConfig serviceConfig(const Options& options) {
    ServiceConfig config;
    config.version = kVersion;
    config.mediaFolder = options.data + "/media";
    config.auditFolder = options.auditFolder();
    config.fingerprint = certificateFingerprint(options.tlsCertificate);
    config.demonstration = options.demonstration;
    config.loopback = options.loopback();
    config.insecureLan = !options.loopback() && options.tlsCertificate.empty();
    return config;
}

/// First the audit trail says that keys were given up, then they count as the database's own.
Result<void> noteReplacedKeys(Services& services, const CheckedKeys& keys) {
    if (keys.replaced.empty())
        return {};
    auto noted = services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        context.audit("keys.replace", "hall", context.state().setup->hall.id.value, keys.replaced);
        return Outcome{};
    });
    if (!noted)
        return noted.error();
    return keepKeyPrints(services.store, keys.keys);
}

} // namespace

Result<void> HallServer::Parts::makeServices(const Options& options, OpenedHall& hall,
                                             const http::Clock& machine) {
    store = std::move(hall.store);
    model = std::move(hall.model);
    clock = std::make_unique<HallClock>(machine, hall.loaded.lastAt);
    writer = std::make_unique<Writer>(*store, *model, hall.calendar, *clock, hall.loaded);
    const auto setup = model->setup();
    const KeyRing& keys = hall.keys.keys;
    vault = std::make_unique<Vault>(*store, keys, setup->hall.id);
    gate = std::make_unique<Gate>(*store, *model, *clock);
    if (auto loaded = gate->load(); !loaded)
        return loaded.error();
    codes = std::make_unique<TicketCodes>(
        options.publicUrl.empty() ? setup->hall.publicUrl : options.publicUrl, keys.ticket, keys.ticketId);
    signer = std::make_unique<AuditSigner>(keys.audit);
    passwords = std::make_unique<PasswordPool>();
    services = std::unique_ptr<Services>(new Services{
        *store, *model, *writer, *vault, *gate, *codes, *signer, hall.calendar, *clock,
        serviceConfig(options), [this](std::string device) { server->hub().closeOwner(std::move(device)); },
        [this] { return server ? server->hub().owners() : std::vector<std::string>(); },
        [this](std::function<void()> work) { passwords->submit(std::move(work)); }});
    housekeeping = std::make_unique<Housekeeping>(*services);
    sender = std::make_unique<MessageSender>(*writer, *vault);
    return {};
}

void HallServer::Parts::makeServer(const Options& options,
                                   const std::shared_ptr<const store::LogRuns>& runs) {
    http::RouteTable routes;
    addAllRoutes(routes, *services, reports);
    http::SchemaRegistry schemas;
    addAllSchemas(schemas);
    http::ServerHooks hooks;
    hooks.authenticate = [this](const http::Request& request) { return gate->authenticate(request); };
    hooks.events = hubSource(*store, runs);
    hooks.ready = [this] {
        auto alive = store->alive();
        return alive && *alive;
    };
    if (options.accessLog)
        hooks.accessLine = [this](const std::string& line) {
            const std::lock_guard lock(logMutex);
            std::cerr << line << '\n';
        };
    server = std::make_unique<http::Server>(httpConfig(options), std::move(routes), schemas, std::move(hooks),
                                            *clock);
    addWriterMetrics(server->metrics(), *writer);
}

/// First the attempts of the last life are settled, then the gateway may take the next ones.
Result<void> HallServer::Parts::startMessages(const Options& options) {
    auto made = makeSmsGateway(options.sms, *sender, reports);
    if (!made)
        return made.error();
    gateway = std::move(*made);
    if (gateway)
        sender->start(*gateway);
    return {};
}

void HallServer::Parts::makeWebhooks(std::vector<Webhook> hooks) {
    for (auto& hook : hooks)
        webhooks.push_back(std::make_unique<WebhookSender>(std::move(hook), *store, *model, *clock));
}

Result<void> HallServer::Parts::start(const Options& options, const CheckedKeys& keys) {
    // The day changes and tokens are written before the first request; their events reach no stream yet.
    auto announce = std::make_shared<std::atomic<bool>>(false); // shared with the writer's callback
    writer->start([this, announce](const std::vector<store::LogEventPtr>& events) {
        sender->announce(events);
        for (const auto& webhook : webhooks)
            webhook->announce(events.back()->seq);
        if (announce->load())
            server->hub().publish(forHub(events));
    });
    if (auto noted = noteReplacedKeys(*services, keys); !noted)
        return noted.error();
    if (auto begun = startMessages(options); !begun)
        return begun;
    for (const auto& webhook : webhooks)
        if (auto begun = webhook->start(model->read([](const HallState& state) { return state.lastSeq; }));
            !begun)
            return begun;
    housekeeping->round();
    if (options.demonstration && !options.deviceDir.empty())
        if (auto written = writeDeviceTokens(*services, options.deviceDir); !written)
            return written.error();
    if (options.demonstration)
        if (auto made = makeBookings(*services); !made)
            return made.error();
    try {
        const auto lastSeq = model->read([](const HallState& state) { return state.lastSeq; });
        announce->store(true); // nothing writes between these two lines: no request, no housekeeping yet
        server->start(lastSeq);
    } catch (const Poco::Exception& error) {
        return startFailure("cannot listen on " + options.host + ":" + std::to_string(options.port) + ": " +
                            error.displayText());
    }
    if (options.publicUrl.empty() && options.demonstration)
        codes->setBase("http://127.0.0.1:" + std::to_string(server->port()));
    housekeeping->start();
    return {};
}

Result<std::unique_ptr<HallServer>> HallServer::create(const Options& options, const http::Clock& machine) {
    if (auto good = checkOptions(options); !good)
        return good.error();
    auto webhooks = readWebhooks(options.webhooks);
    if (!webhooks)
        return webhooks.error();
    auto hall = openHall(options, machine);
    if (!hall)
        return hall.error();
    auto parts = std::make_unique<Parts>();
    if (auto made = parts->makeServices(options, *hall, machine); !made)
        return made.error();
    parts->makeWebhooks(std::move(*webhooks));
    parts->makeServer(options, hall->loaded.runs);
    if (auto started = parts->start(options, hall->keys); !started)
        return started.error();
    return std::unique_ptr<HallServer>(new HallServer(std::move(parts)));
}

} // namespace atrium::app
