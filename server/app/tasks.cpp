// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/tasks.h"

#include "server/app/hallserver.h"
#include "server/services/auth/gate.h"
#include "server/services/core/crypto.h"
#include "server/services/core/hallmodel.h"
#include "server/services/import/hallpackage.h"
#include "server/services/people/vault.h"
#include "server/services/records/audithead.h"

#include <stdlib.h>

#include <filesystem>
#include <istream>

namespace atrium::app {

using model::ErrorCode;
using model::Result;
using namespace services;

namespace {

Result<std::unique_ptr<store::Store>> openStore(const Options& options) {
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    return store::Store::open(options.databasePath());
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
    auto store = openStore(options);
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
    auto loaded = (*store)->load({}, now, now);
    if (!loaded)
        return loaded.error();
    HallModel hall(HallState::from(std::move(*loaded)));
    const model::DeviceId device(options.arguments.at(0));
    if (!hall.setup()->devices.contains(device))
        return model::Error{ErrorCode::notFound, device.value, "there is no such device"};
    Gate gate(**store, hall, http::Clock::system());
    auto code = gate.giveCode(device, now + Gate::kCodeTime);
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

Result<std::string> passwordTask(const Options& options, std::istream& input) {
    std::string password;
    std::getline(input, password);
    if (password.size() < 10 || password.size() > 256)
        return model::Error{ErrorCode::invalid, "password", "a password has 10 to 256 bytes"};
    auto store = openStore(options);
    if (!store)
        return store.error();
    const model::StaffId staff(options.arguments.at(0));
    if (auto done = (*store)->putAccount({staff, hashPassword(password), false}); !done)
        return done.error();
    return "password of " + staff.value + " set\n";
}

} // namespace atrium::app
