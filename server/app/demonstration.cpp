// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/demonstration.h"

#include "server/app/demonstrationbookings.h"
#include "server/services/auth/gate.h"
#include "server/services/core/services.h"
#include "server/services/core/wholefile.h"
#include "server/services/import/hallpackage.h"
#include "server/services/import/history.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace atrium::app {

using model::ErrorCode;
using model::Result;
using namespace services;

namespace {

Result<void> markEnrolled(Services& services, std::vector<model::DeviceId> ids) {
    auto done = services.writer.run({}, [&ids](WriteContext& context) -> Result<Outcome> {
        std::vector<store::Change> changes;
        for (const auto& id : ids) {
            model::Device device = context.state().setup->devices.at(id);
            device.enrolled = true;
            changes.push_back(store::put(device));
        }
        context.record("recordChanged", std::move(changes));
        return Outcome{};
    });
    if (!done)
        return done.error();
    return {};
}

} // namespace

Result<void> prepareDemonstration(store::Store& store, const Options& options, model::Instant now) {
    auto zone = store.timeZone();
    if (!zone)
        return zone.error();
    if (!zone->empty())
        return {};
    auto package = readPackage(options.hallPackage);
    if (!package)
        return package.error();
    auto imported = importPackage(store, *package, options.data + "/media", now);
    if (!imported)
        return imported.error();
    std::cout << "imported " << imported->written << " records and " << imported->media << " files\n";
    if (package->history.empty())
        return {};
    auto calendar = Calendar::create(package->setup.hall.timeZone);
    if (!calendar)
        return calendar.error();
    auto written = writeHistory(store, package->setup, package->history, **calendar, now);
    if (!written)
        return written.error();
    std::cout << "made a history of " << *written << " tickets" << std::endl;
    return wantBookings(store);
}

Result<void> writeDeviceTokens(Services& services, const std::string& folder) {
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    const auto setup = services.model.setup();
    std::vector<model::DeviceId> fresh;
    for (const auto& [id, device] : setup->devices) {
        if (device.revoked)
            continue;
        const std::string path = folder + "/" + id.value + ".token";
        std::ifstream present(path);
        std::string known;
        present >> known;
        if (services.gate.knows(id, known))
            continue;
        auto token = services.gate.giveToken(id);
        if (!token)
            return token.error();
        if (writeWhole(path, *token + "\n", 0600, Present::replaced) != Written::done)
            return model::Error{ErrorCode::unavailable, {}, "cannot write " + path};
        if (!device.enrolled)
            fresh.push_back(id);
    }
    if (fresh.empty())
        return {};
    return markEnrolled(services, std::move(fresh));
}

} // namespace atrium::app
