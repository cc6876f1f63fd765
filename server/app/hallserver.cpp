// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/hallserver.h"

#include "server/app/demonstration.h"
#include "server/app/version.h"
#include "server/http/metrics.h"
#include "server/http/schema.h"
#include "server/http/server.h"
#include "server/services/auth/gate.h"
#include "server/services/auth/passwordpool.h"
#include "server/services/auth/routes.h"
#include "server/services/core/crypto.h"
#include "server/services/core/hallclock.h"
#include "server/services/core/housekeeping.h"
#include "server/services/events/routes.h"
#include "server/services/figures/routes.h"
#include "server/services/people/keycheck.h"
#include "server/services/people/routes.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/routes.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/records/audithead.h"
#include "server/services/records/routes.h"
#include "server/services/web/ticketpage.h"

#include <Poco/Exception.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>

namespace atrium::app {

using model::ErrorCode;
using model::Result;
using namespace services;

namespace {

model::Error startFailure(std::string detail) {
    return {ErrorCode::unavailable, {}, std::move(detail)};
}

/// Whatever links the paths go through, and whether they are there yet or not.
bool liesIn(const std::string& path, const std::string& folder) {
    std::error_code error;
    const auto whole = [&error](const std::string& one) {
        const auto out = std::filesystem::weakly_canonical(std::filesystem::absolute(one, error), error);
        return out.has_filename() ? out : out.parent_path(); // "keys/" is "keys"
    };
    const auto inner = whole(path);
    const auto outer = whole(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Result<void> checkOptions(const Options& options) {
    if (!options.loopback() && options.tlsCertificate.empty() && !options.insecureLan)
        return startFailure("refusing to answer other machines without TLS: give --tls-certificate and "
                            "--tls-key, or --insecure-lan");
    if (options.keyFolder().empty())
        return startFailure("--keys is missing: the folder of the keys, away from the database");
    if (liesIn(options.keyFolder(), options.data))
        return startFailure(
            "--keys must not lie in the data folder: whoever copies that folder, as a backup, "
            "would have the keys to it; move them out and name their new place");
    return {};
}

boost::json::object objectOf(boost::json::object properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}};
}

/// Bodies that are no described type.
void addOwnSchemas(http::SchemaRegistry& schemas) {
    namespace json = boost::json;
    const json::object text{{"type", "string"}};
    const json::object number{{"type", "integer"}, {"format", "int64"}};
    const auto listOf = [](json::object item) {
        return json::object{{"type", "array"}, {"items", std::move(item)}};
    };
    const json::object any{{"type", "object"}};
    schemas.addRaw("Record", any);
    schemas.addRaw("RecordList", objectOf({{"records", listOf(any)}}));
    schemas.addRaw(
        "Changes",
        objectOf({{"events", listOf(any)}, {"seq", number}, {"tag", text}, {"more", {{"type", "boolean"}}}}));
}

/// SHA-256 of the DER of the file's first certificate, which clients pin; empty without a certificate.
std::string certificateFingerprint(const std::string& path) {
    std::ifstream file(path);
    std::string base64Text;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("-----BEGIN CERTIFICATE"))
            inside = true;
        else if (line.starts_with("-----END CERTIFICATE"))
            break;
        else if (inside)
            base64Text += line.substr(0, line.find('\r'));
    }
    const auto der = fromBase64(base64Text);
    return der && !der->empty() ? sha256Hex(*der) : std::string();
}

} // namespace

/// Members are declared in the order of their construction; destruction runs the other way round.
class HallServer::Parts {
public:
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
    std::unique_ptr<http::Server> server;
    std::mutex logMutex;
};

HallServer::HallServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

HallServer::~HallServer() {
    if (m_parts->housekeeping)
        m_parts->housekeeping->stop();
    if (m_parts->server)
        m_parts->server->stop();
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

struct Opened {
    std::unique_ptr<store::Store> store;
    CheckedKeys keys;
    std::shared_ptr<const Calendar> calendar;
    store::Loaded loaded;
    std::unique_ptr<HallModel> model;
};

Result<Opened> openHall(const Options& options, const http::Clock& clock) {
    Opened out;
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    auto opened = store::Store::open(options.databasePath());
    if (!opened)
        return opened.error();
    out.store = std::move(*opened);
    if (auto taken = out.store->takeLease(); !taken)
        return taken.error();
    auto keys = openKeys(*out.store, options.keyFolder(), options.acceptLostKeys);
    if (!keys)
        return keys.error();
    out.keys = std::move(*keys);
    if (options.demonstration)
        if (auto prepared = prepareDemonstration(*out.store, options, clock.now()); !prepared)
            return prepared.error();
    auto zone = out.store->timeZone();
    if (!zone)
        return zone.error();
    if (zone->empty())
        return startFailure("the database holds no hall yet: atrium-server import PACKAGE");
    auto calendar = Calendar::create(*zone);
    if (!calendar)
        return calendar.error();
    out.calendar = *calendar;
    const auto now = clock.now();
    const auto undo = std::chrono::seconds(rules::queueing::Config{}.undoSeconds);
    auto loaded = out.store->load(out.calendar->local(now).day, now - undo, now - kAnswersKept);
    if (!loaded)
        return loaded.error();
    out.loaded = std::move(*loaded);
    out.model = std::make_unique<HallModel>(HallState::from(out.loaded));
    return out;
}

void addAllRoutes(http::RouteTable& routes, Services& services) {
    addDeviceRoutes(routes, services);
    addSessionRoutes(routes, services);
    addEventRoutes(routes, services);
    addRecordRoutes(routes, services);
    addMediaRoutes(routes, services);
    addAuditRoutes(routes, services);
    addPersonRoutes(routes, services);
    addTicketRoutes(routes, services);
    addTicketDeskRoutes(routes, services);
    addWindowRoutes(routes, services);
    addRatingRoutes(routes, services);
    addDashboardRoutes(routes, services);
    addAlarmRoutes(routes, services);
    addTicketPage(routes, services);
}

http::ServerConfig httpConfig(const Options& options) {
    http::ServerConfig config;
    config.listen = {{options.host, options.port, !options.tlsCertificate.empty()}};
    config.tls = {options.tlsCertificate, options.tlsKey};
    config.limits.workers = static_cast<std::size_t>(options.workers);
    config.version = kVersion;
    config.trustedProxies = options.trustedProxies;
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

void addWriterMetrics(http::Metrics& metrics, Writer& writer) {
    metrics.counterFunction("atrium_writer_jobs", "Writes decided since the start",
                            [&writer] { return static_cast<double>(writer.figures().jobs); });
    metrics.counterFunction("atrium_writer_groups", "Transactions since the start",
                            [&writer] { return static_cast<double>(writer.figures().groups); });
    metrics.counterFunction("atrium_writer_failed_groups", "Transactions that failed since the start",
                            [&writer] { return static_cast<double>(writer.figures().failedGroups); });
    metrics.counterFunction("atrium_writer_deciding_seconds", "Time spent on decisions since the start",
                            [&writer] { return writer.figures().deciding; });
    metrics.counterFunction("atrium_writer_committing_seconds", "Time spent in transactions since the start",
                            [&writer] { return writer.figures().committing; });
}

} // namespace

Result<std::unique_ptr<HallServer>> HallServer::create(const Options& options, const http::Clock& machine) {
    if (auto good = checkOptions(options); !good)
        return good.error();
    auto hall = openHall(options, machine);
    if (!hall)
        return hall.error();
    auto parts = std::make_unique<Parts>();
    parts->store = std::move(hall->store);
    parts->model = std::move(hall->model);
    parts->clock = std::make_unique<HallClock>(machine, hall->loaded.lastAt);
    const http::Clock& clock = *parts->clock;
    parts->writer =
        std::make_unique<Writer>(*parts->store, *parts->model, hall->calendar, clock, hall->loaded);
    const auto setup = parts->model->setup();
    parts->vault = std::make_unique<Vault>(*parts->store, hall->keys.keys, setup->hall.id);
    parts->gate = std::make_unique<Gate>(*parts->store, *parts->model, clock);
    if (auto loaded = parts->gate->load(); !loaded)
        return loaded.error();
    const bool ownAddress = options.publicUrl.empty() && options.demonstration;
    parts->codes =
        std::make_unique<TicketCodes>(options.publicUrl.empty() ? setup->hall.publicUrl : options.publicUrl,
                                      hall->keys.keys.ticket, hall->keys.keys.ticketId);
    parts->signer = std::make_unique<AuditSigner>(hall->keys.keys.audit);
    ServiceConfig config;
    config.version = kVersion;
    config.mediaFolder = options.data + "/media";
    config.auditFolder = options.auditFolder();
    config.fingerprint = certificateFingerprint(options.tlsCertificate);
    config.demonstration = options.demonstration;
    config.loopback = options.loopback();
    config.insecureLan = !options.loopback() && options.tlsCertificate.empty();
    Parts* raw = parts.get();
    parts->passwords = std::make_unique<PasswordPool>();
    parts->services = std::unique_ptr<Services>(
        new Services{*parts->store, *parts->model, *parts->writer, *parts->vault, *parts->gate, *parts->codes,
                     *parts->signer, hall->calendar, clock, config,
                     [raw](std::string device) { raw->server->hub().closeOwner(std::move(device)); },
                     [raw] { return raw->server ? raw->server->hub().owners() : std::vector<std::string>(); },
                     [raw](std::function<void()> work) { raw->passwords->submit(std::move(work)); }});
    parts->housekeeping = std::make_unique<Housekeeping>(*parts->services);

    http::RouteTable routes;
    addAllRoutes(routes, *parts->services);
    http::SchemaRegistry schemas;
    http::addModelSchemas(schemas);
    addOwnSchemas(schemas);
    http::ServerHooks hooks;
    hooks.authenticate = [raw](const http::Request& request) { return raw->gate->authenticate(request); };
    hooks.events = hubSource(*parts->store, hall->loaded.runs);
    hooks.ready = [raw] {
        auto alive = raw->store->alive();
        return alive && *alive;
    };
    if (options.accessLog)
        hooks.accessLine = [raw](const std::string& line) {
            const std::lock_guard lock(raw->logMutex);
            std::cerr << line << '\n';
        };
    parts->server = std::make_unique<http::Server>(httpConfig(options), std::move(routes), schemas,
                                                   std::move(hooks), clock);
    addWriterMetrics(parts->server->metrics(), *parts->writer);

    // The day changes and tokens are written before the first request; their events reach no stream yet.
    auto announce = std::make_shared<std::atomic<bool>>(false); // shared with the writer's callback
    parts->writer->start([raw, announce](const std::vector<store::LogEventPtr>& events) {
        if (announce->load())
            raw->server->hub().publish(forHub(events));
    });
    if (auto noted = noteReplacedKeys(*parts->services, hall->keys); !noted)
        return noted.error();
    parts->housekeeping->round();
    if (options.demonstration && !options.deviceDir.empty())
        if (auto written = writeDeviceTokens(*parts->services, options.deviceDir); !written)
            return written.error();
    try {
        const auto lastSeq = parts->model->read([](const HallState& state) { return state.lastSeq; });
        announce->store(true); // nothing writes between these two lines: no request, no housekeeping yet
        parts->server->start(lastSeq);
    } catch (const Poco::Exception& error) {
        return startFailure("cannot listen on " + options.host + ":" + std::to_string(options.port) + ": " +
                            error.displayText());
    }
    if (ownAddress)
        parts->codes->setBase("http://127.0.0.1:" + std::to_string(parts->server->port()));
    parts->housekeeping->start();
    return std::unique_ptr<HallServer>(new HallServer(std::move(parts)));
}

} // namespace atrium::app
