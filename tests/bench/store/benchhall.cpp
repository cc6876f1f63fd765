// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/store/benchhall.h"

#include "server/http/route.h"
#include "server/http/schema.h"
#include "server/http/server.h"
#include "server/services/auth/gate.h"
#include "server/services/core/crypto.h"
#include "server/services/core/services.h"
#include "server/services/import/hallpackage.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace atrium::bench {
namespace {

template <class T> T orThrow(model::Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().path + " " + result.error().detail);
    return std::move(*result);
}

/// A key as a client draws it, time first, but without asking the system for random bytes.
std::string keyOf(std::uint64_t n) {
    // splitmix64, https://prng.di.unimi.it/splitmix64.c
    std::uint64_t z = n * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    z ^= z >> 31U;
    const auto now = static_cast<unsigned long long>(model::toMillis(http::Clock::system().now()));
    std::array<char, 33> text{};
    std::snprintf(text.data(), text.size(), "%012llx%016llx%04llx", now, static_cast<unsigned long long>(z),
                  static_cast<unsigned long long>(n & 0xffffU));
    return std::string(text.data(), 32);
}

} // namespace

BenchHall::BenchHall(const std::string& folder) : m_folder(folder) {
    services::initCrypto();
    prepare();
    app::Options options;
    options.data = m_folder + "/data";
    options.keys = m_folder + "/keys";
    options.port = 0;
    m_server = orThrow(app::HallServer::create(options));
    const auto setup = m_server->services().model.setup();
    for (const auto& [id, device] : setup->devices)
        if (device.kind == model::DeviceKind::kiosk && device.departmentIds.empty())
            m_tokens.push_back(orThrow(m_server->services().gate.giveToken(id)));
    for (const auto& [id, item] : setup->config.items)
        m_items.push_back(id.value);
    if (m_tokens.empty() || m_items.empty())
        throw std::runtime_error("the hall package has no kiosk or no item");
    openWindows();
    startNothing();
}

BenchHall::~BenchHall() = default;

void BenchHall::prepare() {
    std::filesystem::create_directories(m_folder + "/data");
    auto package = orThrow(services::readPackage(ATRIUM_HALL_DIR));
    for (auto& record : package.records)
        if (auto* queue = std::get_if<model::Queue>(&record)) {
            // The day must not run out of numbers, and any hour will do.
            queue->dailyQuota = 0;
            queue->realName = false;
            queue->hours.clear();
            queue->active = true;
        }
    package.demonstrationPasswords.clear(); // nobody signs in, and hashing them takes its time
    auto store = orThrow(store::Store::open(databasePath()));
    (void)orThrow(
        services::importPackage(*store, package, m_folder + "/data/media", http::Clock::system().now()));
}

/// As on a working day: a ticket says how long its holder will wait, which takes windows that serve.
void BenchHall::openWindows() {
    auto& services = m_server->services();
    for (const auto& [id, window] : services.model.setup()->config.windows)
        (void)orThrow(services.writer.run(
            {}, [&id](services::WriteContext& context) -> model::Result<services::Outcome> {
                if (auto opened =
                        context.command(rules::queueing::OpenWindow{id, model::StaffId("staff-" + id.value)});
                    !opened)
                    return opened.error();
                return services::Outcome{};
            }));
}

void BenchHall::startNothing() {
    http::RouteTable routes;
    routes.add({.method = "POST",
                .pattern = "/api/v1/nothing",
                .summary = "Nothing",
                .access = http::Access::kinds({model::DeviceKind::kiosk}),
                .successStatus = 201,
                .needsKey = true,
                .handler = http::answer([](const http::Request&) { return http::jsonResponse("{}", 201); })});
    http::ServerConfig config;
    config.limits.workers = static_cast<std::size_t>(app::Options{}.workers);
    http::ServerHooks hooks;
    auto& gate = m_server->services().gate;
    hooks.authenticate = [&gate](const http::Request& request) { return gate.authenticate(request); };
    http::SchemaRegistry schemas;
    http::addModelSchemas(schemas);
    m_nothing = std::make_unique<http::Server>(config, std::move(routes), schemas, std::move(hooks));
    m_nothing->start();
}

std::uint16_t BenchHall::nothingPort() const {
    return m_nothing->port();
}

services::Writer::Figures BenchHall::figures() const {
    return m_server->services().writer.figures();
}

std::string BenchHall::request(const std::string& path, std::uint64_t n) const {
    const std::string body = R"({"itemId":")" + m_items[n * 7919 % m_items.size()] + R"(","paper":false})";
    return "POST /api/v1/" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
           m_tokens[n % m_tokens.size()] + "\r\nIdempotency-Key: " + keyOf(++m_keys) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::string BenchHall::ticketRequest(std::uint64_t n) const {
    return request("tickets", n);
}

std::string BenchHall::nothingRequest(std::uint64_t n) const {
    return request("nothing", n);
}

} // namespace atrium::bench
