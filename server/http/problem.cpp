// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/problem.h"

#include "server/http/thrown.h"
#include "shared/model/api.h"
#include "shared/model/json.h"

#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <utility>

namespace atrium::http {

namespace {

using model::ErrorCode;

struct Row {
    ErrorCode code;
    int status;
};

constexpr std::array kStatuses{Row{ErrorCode::invalid, 400},
                               Row{ErrorCode::notFound, 404},
                               Row{ErrorCode::conflict, 409},
                               Row{ErrorCode::unauthenticated, 401},
                               Row{ErrorCode::forbidden, 403},
                               Row{ErrorCode::tooMany, 429},
                               Row{ErrorCode::tooLarge, 413},
                               Row{ErrorCode::unavailable, 503},
                               Row{ErrorCode::quotaReached, 409},
                               Row{ErrorCode::outsideHours, 409},
                               Row{ErrorCode::queueClosed, 409},
                               Row{ErrorCode::identityRequired, 409},
                               Row{ErrorCode::tooManyOpenTickets, 409},
                               Row{ErrorCode::windowClosed, 409},
                               Row{ErrorCode::windowPaused, 409},
                               Row{ErrorCode::windowBusy, 409},
                               Row{ErrorCode::nothingWaiting, 409},
                               Row{ErrorCode::recallLimit, 409},
                               Row{ErrorCode::undoExpired, 409},
                               Row{ErrorCode::notServable, 409},
                               Row{ErrorCode::alreadyRated, 409},
                               Row{ErrorCode::gone, 410}};

} // namespace

int statusOf(ErrorCode code) noexcept {
    const auto* const row =
        std::find_if(kStatuses.begin(), kStatuses.end(), [&](const Row& r) { return r.code == code; });
    return row == kStatuses.end() ? 500 : row->status;
}

const char* reasonPhrase(int status) noexcept {
    if (status == 431) // RFC 6585; Poco 1.11 does not know it
        return "Request Header Fields Too Large";
    return Poco::Net::HTTPResponse::getReasonForStatus(
               static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status))
        .c_str();
}

void localise(Response& response, model::Language language) {
    if (!response.problem)
        return;
    const model::Error& error = response.problem->error;
    const bool untold = error.saying.sentence == model::Sentence::none;
    const model::Problem body{.type = response.problem->type,
                              .title = std::string(model::titleOf(error.code, language)),
                              .status = response.status,
                              .code = error.code,
                              .path = error.path,
                              .detail = untold ? error.detail : model::textOf(error.saying, language)};
    response.body = model::toJson(body);
}

namespace {

Response made(int status, const model::Error& error, std::string type, std::chrono::seconds wait) {
    Response response;
    response.problem = ProblemCause{error, std::move(type)};
    response.status = status;
    response.headers.add("Content-Type", "application/problem+json");
    response.headers.add("Vary", "Accept-Language");
    if (status == 429 || status == 503)
        response.headers.add("Retry-After", std::to_string(std::max<std::int64_t>(1, wait.count())));
    if (status == 401)
        response.headers.add("WWW-Authenticate", "Bearer");
    localise(response, model::Language::zh);
    return response;
}

} // namespace

Response problem(int status, const model::Error& error, std::string type) {
    return made(status, error, std::move(type), std::chrono::seconds::zero());
}

Response problem(const model::Error& error, std::chrono::seconds wait) {
    return made(statusOf(error.code), error, "about:blank", wait);
}

Response failed(const Request& request) {
    std::cerr << "atrium-server: request " + request.requestId + ", " + request.method + ": thrown " +
                     kindOfThrown() + "\n";
    return problem(
        500,
        {ErrorCode::unavailable, "", {model::Sentence::internalError, {{"request", request.requestId}}}});
}

Response problem(const model::Error& error) {
    return problem(statusOf(error.code), error);
}

} // namespace atrium::http
