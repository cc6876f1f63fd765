// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atrium::http {

/// One way of being let in: a device of this kind, perhaps with somebody signed in at it.
struct Grant {
    model::DeviceKind kind = model::DeviceKind::kiosk;
    bool session = false;           ///< somebody must be signed in
    std::vector<model::Role> roles; ///< of one of these roles; empty: any
    bool desk = false;              ///< the clerk must have serviceDesk
    bool operator==(const Grant&) const = default;
};

/// Who may use a route. Default: nobody.
struct Access {
    bool open = false;      ///< no token needed
    bool anyDevice = false; ///< every enrolled device
    std::vector<Grant> grants;

    [[nodiscard]] static Access everybody();
    [[nodiscard]] static Access devices();
    /// Devices of these kinds, nobody need be signed in.
    [[nodiscard]] static Access kinds(std::initializer_list<model::DeviceKind> kinds);
    /// Somebody signed in at a device of that kind, of one of the roles (none named: any).
    [[nodiscard]] static Access staff(model::DeviceKind kind, std::initializer_list<model::Role> roles = {});
    /// A clerk of the service desk at a window terminal.
    [[nodiscard]] static Access desk();
    /// Either of the two: Access::kinds({kiosk}) | Access::desk().
    [[nodiscard]] Access operator|(const Access& other) const;

    /// Nothing when let in; else unauthenticated (no device, or a session is missing) or forbidden.
    [[nodiscard]] std::optional<model::Error> check(const Caller& caller) const;
};

inline constexpr std::size_t kDefaultBodyLimit = 1024 * 1024;
inline constexpr std::size_t kMediaBodyLimit = 4 * 1024 * 1024;

/// What a handler reads beside the path and the body, for the description.
struct Parameter {
    enum class Where { query, header };
    Where where = Where::query;
    std::string name{};
    std::string summary{}; ///< with its limits and what holds without it
    bool number = false;   ///< else text
};

/// One operation of the API; the machine-readable description is made from it.
struct Route {
    std::string method{};  ///< GET, POST, PUT or DELETE; HEAD follows from GET
    std::string pattern{}; ///< "/api/v1/tickets/{id}/print"; "{a}.{b}" may share a segment
    std::string summary{};
    Access access{};
    std::string requestType{};  ///< name of a registered schema (schema.h); empty: no JSON body
    std::string responseType{}; ///< likewise; empty: no JSON body
    int successStatus = 200;
    std::string requestMedia = "application/json";
    std::string responseMedia = "application/json";
    bool needsKey = false; ///< an Idempotency-Key is required and its form checked before the handler runs
    std::size_t bodyLimit = kDefaultBodyLimit; ///< bytes
    std::vector<Parameter> parameters{};
    /// What its handler answers beside successStatus and what every route may: 201 with the same body, 404,
    /// 409.
    std::vector<int> otherStatuses{};
    Handler handler{};
};

/// What a path leads to.
struct Match {
    const Route* route = nullptr;                            ///< nullptr: 404, or 405 when allow is not empty
    std::vector<std::pair<std::string, std::string>> params; ///< percent-decoded
    std::string allow;                                       ///< methods of that path: "GET, HEAD, POST"
};

/// All routes. Filled before the server starts, constant afterwards: match() may run on any thread.
class RouteTable {
public:
    /// Throws std::logic_error on a duplicate (same method and a pattern that matches the same paths), a
    /// malformed pattern or a missing handler: a programmer's error that must stop the start.
    void add(Route route);
    /// path is the raw path of the request target, still percent-encoded, without the query. A literal
    /// segment goes before a parameter.
    [[nodiscard]] Match match(std::string_view method, std::string_view path) const;
    [[nodiscard]] const std::vector<Route>& routes() const noexcept { return m_routes; }

private:
    struct Piece {
        std::string literal; ///< before the parameter
        std::string name;    ///< of the parameter; empty: literal only
    };
    using Segment = std::vector<Piece>;
    using Params = std::vector<std::pair<std::string, std::string>>;

    [[nodiscard]] static std::vector<Segment> compile(const std::string& pattern);
    [[nodiscard]] static bool matchSegment(const Segment& segment, std::string_view text, Params& params);
    [[nodiscard]] bool matchRoute(std::size_t index, const std::vector<std::string_view>& parts,
                                  Params& params) const;

    std::vector<Route> m_routes;
    std::vector<std::vector<Segment>> m_segments; ///< of m_routes[i]
};

/// Splits a raw query ("a=1&b=%20") into decoded pairs; nullopt when an escape is malformed.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>>
parseQuery(std::string_view raw);

/// Percent-decodes; nullopt on a malformed escape, a NUL or invalid UTF-8. plus: '+' means a blank (queries).
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, bool plus);

} // namespace atrium::http
