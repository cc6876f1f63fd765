// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/result.h"
#include "shared/model/staff.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a handler sees of HTTP: plain values, so that handlers are tested without a socket.
namespace atrium::http {

/// Header fields in the order of arrival; names compare without regard to ASCII case (RFC 9110, 5.1).
class Headers {
public:
    /// The first field of that name; nullopt when there is none. Valid until the next change.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept;
    [[nodiscard]] std::size_t count(std::string_view name) const noexcept;
    void add(std::string name, std::string value);
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const noexcept {
        return m_fields;
    }
    bool operator==(const Headers&) const = default;

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// A member of staff signed in at the asking device.
struct StaffSession {
    model::StaffId staffId;
    model::Role role = model::Role::clerk;
    bool serviceDesk = false;
    std::optional<model::WindowId> windowId;
    bool operator==(const StaffSession&) const = default;
};

/// Who asks, as the authentication hook found out. Everything empty: nobody known.
struct Caller {
    std::optional<model::DeviceId> deviceId;
    std::optional<model::DeviceKind> kind; ///< set exactly when deviceId is
    std::optional<StaffSession> session;
    bool operator==(const Caller&) const = default;
};

/// One complete request. Names and values are percent-decoded; the body is raw bytes within the route's
/// limit.
struct Request {
    std::string method;
    std::string path;                                        ///< decoded, without the query
    std::vector<std::pair<std::string, std::string>> params; ///< values of the pattern's {names}
    std::vector<std::pair<std::string, std::string>> query;
    Headers headers;
    std::string body;
    std::string remoteAddress; ///< numeric, without the port
    std::string requestId;     ///< goes to the access log and the Atrium-Request header of the answer
    Caller caller;

    /// Value of {name} in the route's pattern; empty when the pattern has none of that name.
    [[nodiscard]] std::string_view param(std::string_view name) const noexcept;
    /// First value of a query parameter.
    [[nodiscard]] std::optional<std::string_view> queryValue(std::string_view name) const noexcept;
    /// A query parameter as a whole number in [low, high]; fallback when it is absent, an error when it is
    /// not such a number.
    [[nodiscard]] model::Result<std::int64_t> queryNumber(std::string_view name, std::int64_t fallback,
                                                          std::int64_t low, std::int64_t high) const;
    /// The token of "Authorization: Bearer …"; empty when there is none.
    [[nodiscard]] std::string_view bearerToken() const noexcept;
};

/// Which events a stream gets. Streams of equal keys share one projection and one copy of the bytes.
struct AudienceKey {
    std::string view; ///< the projector's own words for kind, role, window …
    std::string self; ///< the one device; tells streams apart only for events marked perSelf
    bool operator==(const AudienceKey&) const = default;
};

/// Turns an answer into an event stream (hub.h).
struct StreamRequest {
    AudienceKey audience;
    std::string owner;                    ///< whom the limit of streams counts against: the device's id
    std::optional<std::int64_t> afterSeq; ///< resume after this number; nullopt: from now on
};

/// Why a request was refused, still without a language.
struct ProblemCause {
    model::Error error;
    std::string type = "about:blank"; ///< RFC 9457
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<StreamRequest> stream; ///< set: status, headers and body are the hub's business
    std::optional<ProblemCause> problem; ///< set: the body is written in the language of the request
};

/// JSON text with a status; the text comes from model::toJson.
[[nodiscard]] Response jsonResponse(std::string json, int status = 200);
/// 204.
[[nodiscard]] Response noContent();
/// RFC 9457 problem details [model::Problem] with the status of the error's code (problem.h). In Chinese
/// until the adapter puts them into the language the request asks for.
[[nodiscard]] Response problem(const model::Error& error);

/// Takes the answer to one request. Copies share it; the first send counts, later ones are ignored. May be
/// called from any thread, at any time, also after the client or the server is gone. When the last copy goes
/// without a send, the client gets 500.
class Responder {
public:
    using Sink = std::function<void(Response&&)>;

    explicit Responder(Sink sink);
    /// Never throws; false when an answer was already given.
    bool send(Response response) const noexcept;

private:
    struct State;
    std::shared_ptr<State> m_state; // shared: whoever answers last, e.g. a group commit, keeps it alive
};

/// Runs on a worker thread. An exception becomes a 500 without internals.
using Handler = std::function<void(const Request&, Responder)>;

/// A handler that answers at once.
[[nodiscard]] Handler answer(std::function<Response(const Request&)> handle);

/// Finds out who asks, from token and session headers; runs on a worker thread before the handler. Gives an
/// empty Caller when there is no token; an error (unauthenticated, tooMany …) when a token is wrong.
using Authenticate = std::function<model::Result<Caller>(const Request&)>;

} // namespace atrium::http
