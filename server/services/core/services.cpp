// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/services.h"

#include "server/services/people/vault.h"

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

std::string requestKey(const Services& services, const http::Request& request) {
    const auto key = request.headers.find("Idempotency-Key");
    if (!key || key->empty())
        return {};
    return std::string(*key) + ' ' +
           services.vault.requestHash(request.method + ' ' + request.path + '\n' + request.body);
}

void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job) {
    services.writer.submit(
        actorOf(request), requestKey(services, request), std::move(job),
        [responder](model::Result<Outcome> outcome) { responder.send(toResponse(std::move(outcome))); });
}

void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job,
                 std::function<http::Response()> answer) {
    services.writer.submit(actorOf(request), requestKey(services, request), std::move(job),
                           [responder, answer = std::move(answer)](model::Result<Outcome> outcome) {
                               responder.send(outcome ? answer() : http::problem(outcome.error()));
                           });
}

void submitWriteThen(Services& services, const http::Request& request, http::Responder responder, Job job,
                     std::function<void()> then) {
    services.writer.submit(actorOf(request), requestKey(services, request), std::move(job),
                           [responder, then = std::move(then)](model::Result<Outcome> outcome) {
                               if (outcome)
                                   then();
                               responder.send(toResponse(std::move(outcome)));
                           });
}

std::string api(const char* path) {
    return std::string("/api/v1") + path;
}

} // namespace atrium::services
