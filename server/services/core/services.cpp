// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/services.h"

#include "server/services/core/crypto.h"
#include <algorithm>
#include <cctype>
#include <utility>

namespace atrium::services {

Actor actorOf(const http::Request& request) {
    Actor out;
    out.device = request.caller.deviceId;
    if (request.caller.session)
        out.staff = request.caller.session->staffId;
    return out;
}

http::Response toResponse(model::Result<Outcome> outcome) {
    if (!outcome)
        return http::problem(outcome.error());
    if (outcome->status == 204)
        return http::noContent();
    return http::jsonResponse(std::move(outcome->body), outcome->status);
}

namespace {

/// The request's key, bound to what was asked: a key that comes again with another request is another write.
std::string keyOf(const http::Request& request) {
    const auto key = request.headers.find("Idempotency-Key");
    if (!key || key->empty())
        return {};
    return std::string(*key) + ' ' +
           sha256Hex(request.method + ' ' + request.path + '\n' + request.body).substr(0, 32);
}

} // namespace

void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job) {
    services.writer.submit(
        actorOf(request), keyOf(request), std::move(job),
        [responder](model::Result<Outcome> outcome) { responder.send(toResponse(std::move(outcome))); });
}

void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job,
                 std::function<http::Response()> answer) {
    services.writer.submit(actorOf(request), keyOf(request), std::move(job),
                           [responder, answer = std::move(answer)](model::Result<Outcome> outcome) {
                               responder.send(outcome ? answer() : http::problem(outcome.error()));
                           });
}

std::string api(const char* path) {
    return std::string("/api/v1") + path;
}

model::Result<void> checkId(std::string_view id, const std::string& path) {
    const bool good = !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-';
    });
    if (good)
        return {};
    return model::Error{model::ErrorCode::invalid, path, "an id has 1 to 64 of A-Z a-z 0-9 . _ -"};
}

model::Result<void> checkText(std::string_view text, const std::string& path) {
    const auto count = std::count_if(text.begin(), text.end(),
                                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (count <= 4000)
        return {};
    return model::Error{model::ErrorCode::tooLarge, path, "a text has at most 4000 characters"};
}

} // namespace atrium::services
