// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/tasks.h"

#include "server/app/hallserver.h"
#include "server/services/auth/gate.h"
#include "server/services/core/crypto.h"
#include "server/services/core/hallmodel.h"
#include "server/services/import/hallpackage.h"
#include "server/services/people/vault.h"
#include "server/services/records/audithead.h"
#include "server/services/statistics/rebuild.h"

#include <stdlib.h>

#include <filesystem>
#include <istream>
#include <ostream>

namespace atrium::app {

using model::ErrorCode;
using model::Result;
using namespace services;

namespace {

/// For tasks upon a hall that is there: a mistyped folder becomes no empty hall, whose trail is sound.
Result<std::unique_ptr<store::Store>> openStore(const Options& options) {
    const std::string where = options.databasePath();
    if (!where.starts_with("postgres:") && !std::filesystem::exists(where))
        return model::Error{ErrorCode::notFound, where, "there is no such database"};
    return store::Store::open(where);
}

Result<std::shared_ptr<const Setup>> readSetup(store::Store& store, model::Instant now) {
    auto loaded = store.load({}, now, now);
    if (!loaded)
        return loaded.error();
    return HallState::from(std::move(*loaded)).setup;
}

model::AuditEntry actOf(const char* action, const char* subjectKind, const std::string& subjectId,
                        model::Instant now) {
    model::AuditEntry out;
    out.at = now;
    out.action = action;
    out.subjectKind = subjectKind;
    out.subjectId = subjectId;
    return out;
}

/// Removes the folder at the end.
struct TemporaryFolder {
    std::string path = (std::filesystem::temp_directory_path() / "atrium-self-test-XXXXXX").string();
    TemporaryFolder() {
        if (::mkdtemp(path.data()) == nullptr)
            path.clear();
    }
    ~TemporaryFolder() {
        std::error_code error;
        if (!path.empty())
            std::filesystem::remove_all(path, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

} // namespace

Result<std::string> selfTest(const Options&) {
    const TemporaryFolder folder;
    if (folder.path.empty())
        return model::Error{ErrorCode::unavailable, {}, "no temporary folder"};
    Options options;
    options.data = folder.path + "/data";
    options.keys = folder.path + "/keys";
    options.port = 0;
    std::filesystem::create_directories(options.data);
    {
        auto store = store::Store::open(options.databasePath());
        if (!store)
            return store.error();
        HallPackage package;
        package.setup.hall.id = model::HallId("self-test");
        package.setup.hall.name = "self-test";
        package.records.emplace_back(package.setup.hall);
        auto imported = importPackage(**store, package, options.data + "/media", http::Clock::system().now());
        if (!imported)
            return imported.error();
    }
    auto server = HallServer::create(options);
    if (!server)
        return server.error();
    if ((*server)->port() == 0 || (*server)->openApi().empty())
        return model::Error{ErrorCode::unavailable, {}, "the server started without a port or description"};
    return std::string("self-test passed\n");
}

Result<std::string> importTask(const Options& options) {
    auto package = readPackage(options.arguments.at(0));
    if (!package)
        return package.error();
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    auto store = store::Store::open(options.databasePath());
    if (!store)
        return store.error();
    if (auto taken = (*store)->takeLease(); !taken) // a running server would not see what is imported
        return taken.error();
    auto done = importPackage(**store, *package, options.data + "/media", http::Clock::system().now());
    if (!done)
        return done.error();
    return std::to_string(done->written) + " records written, " + std::to_string(done->unchanged) +
           " unchanged, " + std::to_string(done->media) + " files taken in\n";
}

Result<std::string> enrolmentCodeTask(const Options& options) {
    auto store = openStore(options);
    if (!store)
        return store.error();
    const auto now = http::Clock::system().now();
    const auto setup = readSetup(**store, now);
    if (!setup)
        return setup.error();
    const model::DeviceId device(options.arguments.at(0));
    if (!(*setup)->devices.contains(device))
        return model::Error{ErrorCode::notFound, device.value, "there is no such device"};
    HallModel none{HallState()}; // giving a code looks at nothing of the hall
    Gate gate(**store, none, http::Clock::system());
    auto code =
        gate.giveCode(device, now + Gate::kCodeTime, actOf("device.code", "device", device.value, now));
    if (!code)
        return code.error();
    return *code + "\n";
}

Result<std::string> verifyAuditTask(const Options& options) {
    std::string key = options.auditPublicKey;
    if (key.empty()) {
        auto own = auditKeyTask(options);
        if (!own)
            return own;
        key = own->substr(0, own->find('\n'));
    }
    auto store = openStore(options);
    if (!store)
        return store.error();
    auto verdict = verifyAudit(**store, options.auditFolder(), key);
    if (!verdict)
        return verdict.error();
    return "audit trail verified: " + std::to_string(verdict->entries) + " entries, " +
           std::to_string(verdict->heads) + " signed heads, signed up to entry " +
           std::to_string(verdict->signedUpTo) + "\n";
}

Result<std::string> auditKeyTask(const Options& options) {
    if (options.keyFolder().empty())
        return model::Error{ErrorCode::invalid, "--keys", "is missing: the folder of the keys"};
    auto keys = KeyRing::open(options.keyFolder());
    if (!keys)
        return keys.error();
    return AuditSigner(keys->audit).publicKey() + "\n";
}

Result<std::string> rebuildStatisticsTask(const Options& options, std::ostream& progress) {
    auto store = openStore(options);
    if (!store)
        return store.error();
    if (auto taken = (*store)->takeLease(); !taken)
        return taken.error();
    const auto setup = readSetup(**store, http::Clock::system().now());
    if (!setup)
        return setup.error();
    auto calendar = Calendar::create((*setup)->hall.timeZone);
    if (!calendar)
        return calendar.error();
    auto done = rebuildStatistics(**store, **setup, **calendar, [&progress](std::int64_t events) {
        progress << events << " events read" << std::endl;
    });
    if (!done)
        return done.error();
    if (done->from.value == 0)
        return std::string("no day is wholly in the event log; nothing was changed\n");
    return "counted again from " + std::to_string(done->events) + " events: days " +
           std::to_string(done->from.value) + " to " + std::to_string(done->to.value) +
           "; days before are not wholly in the log and stay as they are\n";
}

Result<std::string> passwordTask(const Options& options, std::istream& input) {
    std::string password;
    std::getline(input, password);
    if (password.size() < 10 || password.size() > 256)
        return model::Error{ErrorCode::invalid, "password", "a password has 10 to 256 bytes"};
    auto store = openStore(options);
    if (!store)
        return store.error();
    const auto now = http::Clock::system().now();
    const auto setup = readSetup(**store, now);
    if (!setup)
        return setup.error();
    const model::StaffId staff(options.arguments.at(0));
    if (!(*setup)->staff.contains(staff))
        return model::Error{ErrorCode::notFound, staff.value, "there is no such member of staff"};
    const auto act = actOf("staff.password", "staff", staff.value, now);
    if (auto done = (*store)->putAccount({staff, hashPassword(password), false}, act); !done)
        return done.error();
    return "password of " + staff.value + " set\n";
}

} // namespace atrium::app
