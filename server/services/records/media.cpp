// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures by the SHA-256 of their bytes: files beside the database, named by that sum.
#include "server/services/core/crypto.h"
#include "server/services/core/wholefile.h"
#include "server/services/records/mediafiles.h"
#include "server/services/records/picture.h"
#include "server/services/records/routes.h"
#include "server/store/store.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

namespace fs = std::filesystem;

bool isSum(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

http::Response postMedia(Services& services, const http::Request& request) {
    const std::string type(request.headers.find("Content-Type").value_or(""));
    auto sum =
        storeMedia(services.store, services.config.mediaFolder, type, request.body, services.clock.now());
    if (!sum)
        return http::problem(sum.error());
    auto noted = services.writer.run(actorOf(request), [&sum](WriteContext& context) -> Result<Outcome> {
        context.audit("media.post", "media", *sum);
        return Outcome{};
    });
    if (!noted)
        return http::problem(noted.error());
    return http::jsonResponse(model::toJson(model::MediaStored{model::Sha256(*sum)}), 201);
}

http::Response getMedia(Services& services, const http::Request& request) {
    const std::string sum(request.param("sha256"));
    const model::Error unknown{ErrorCode::notFound, {}, model::Sentence::noSuchFile};
    if (!isSum(sum))
        return http::problem(unknown);
    auto row = services.store.media(sum);
    if (!row)
        return http::problem(row.error());
    std::ifstream file(services.config.mediaFolder + "/" + sum, std::ios::binary);
    if (!*row || !file)
        return http::problem(unknown);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    http::Response response;
    response.headers.add("Content-Type", (*row)->contentType);
    response.headers.add("Cache-Control", "private, max-age=31536000, immutable");
    // Whoever opens the address in a browser gets a picture and nothing that runs.
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add("Content-Security-Policy", "default-src 'none'; sandbox");
    response.body = std::move(bytes).str();
    return response;
}

} // namespace

Result<std::string> storeMedia(store::Store& store, const std::string& folder, const std::string& type,
                               std::string_view bytes, model::Instant now) {
    if (auto good = checkPicture(type, bytes); !good)
        return good.error();
    const std::string sum = sha256Hex(bytes);
    const std::string path = folder + "/" + sum;
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::exists(path) && writeWhole(path, bytes, 0600, Present::replaced) != Written::done)
        return model::Error{ErrorCode::unavailable, {}, model::Sentence::fileNotWritten};
    if (auto stored = store.putMedia({sum, type, static_cast<std::int64_t>(bytes.size())}, now); !stored)
        return stored.error();
    return sum;
}

void addMediaRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "POST",
                .pattern = api("/media"),
                .summary = "Upload a picture",
                .access = Access::staff(DeviceKind::admin, {Role::administrator, Role::publisher}),
                .responseType = "MediaStored",
                .successStatus = 201,
                .requestMedia = "image/png|image/jpeg",
                .bodyLimit = http::kMediaBodyLimit,
                .handler = http::answer(
                    [&services](const http::Request& request) { return postMedia(services, request); })});
    routes.add({.method = "GET",
                .pattern = api("/media/{sha256}"),
                .summary = "A picture by its sum",
                .access = Access::devices(),
                .responseMedia = "application/octet-stream",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return getMedia(services, request); })});
}

} // namespace atrium::services
