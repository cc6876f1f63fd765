// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace atrium::http {

namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    std::size_t from = path.empty() || path.front() != '/' ? 0 : 1;
    while (true) {
        const std::size_t slash = path.find('/', from);
        parts.push_back(path.substr(from, slash == std::string_view::npos ? slash : slash - from));
        if (slash == std::string_view::npos)
            return parts;
        from = slash + 1;
    }
}

[[noreturn]] void refuse(const Route& route, const char* why) {
    throw std::logic_error("route " + route.method + " " + route.pattern + ": " + why);
}

} // namespace

std::vector<RouteTable::Segment> RouteTable::compile(const std::string& pattern) {
    std::vector<Segment> segments;
    for (const std::string_view part : split(pattern)) {
        Segment segment;
        std::size_t at = 0;
        while (at < part.size() || segment.empty()) {
            const std::size_t open = part.find('{', at);
            Piece piece{std::string(part.substr(at, open == std::string_view::npos ? open : open - at)), {}};
            if (open == std::string_view::npos) {
                segment.push_back(std::move(piece));
                break;
            }
            const std::size_t close = part.find('}', open);
            if (close == std::string_view::npos || close == open + 1)
                throw std::logic_error("pattern " + pattern + ": unfinished {name}");
            if (!segment.empty() && piece.literal.empty())
                throw std::logic_error("pattern " + pattern + ": two parameters without a text between");
            piece.name = part.substr(open + 1, close - open - 1);
            segment.push_back(std::move(piece));
            at = close + 1;
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

void RouteTable::add(Route route) {
    constexpr std::array<std::string_view, 4> kMethods{"GET", "POST", "PUT", "DELETE"};
    if (std::find(kMethods.begin(), kMethods.end(), route.method) == kMethods.end())
        refuse(route, "unknown method");
    if (route.pattern.empty() || route.pattern.front() != '/')
        refuse(route, "a pattern begins with /");
    if (!route.handler)
        refuse(route, "no handler");
    auto segments = compile(route.pattern);
    const auto literals = [](const std::vector<Segment>& of) {
        std::string shape;
        for (const Segment& segment : of) {
            shape += '/';
            for (const Piece& piece : segment)
                shape += piece.literal + (piece.name.empty() ? "" : "{}");
        }
        return shape;
    };
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        if (literals(m_segments[i]) != literals(segments))
            continue;
        if (m_routes[i].method == route.method)
            refuse(route, "there twice");
        if (m_routes[i].pattern != route.pattern)
            refuse(route, "another route names the parameters of this path differently");
    }
    m_routes.push_back(std::move(route));
    m_segments.push_back(std::move(segments));
}

bool RouteTable::matchSegment(const Segment& segment, std::string_view text, Params& params) {
    for (std::size_t i = 0; i < segment.size(); ++i) {
        const Piece& piece = segment[i];
        if (!text.starts_with(piece.literal))
            return false;
        text.remove_prefix(piece.literal.size());
        if (piece.name.empty())
            return text.empty();
        const bool last = i + 1 == segment.size();
        const std::size_t end = last ? text.size() : text.find(segment[i + 1].literal);
        if (end == std::string_view::npos || end == 0)
            return false;
        auto value = percentDecode(text.substr(0, end), false);
        if (!value)
            return false;
        params.emplace_back(piece.name, std::move(*value));
        text.remove_prefix(end);
    }
    return text.empty();
}

bool RouteTable::matchRoute(std::size_t index, const std::vector<std::string_view>& parts,
                            Params& params) const {
    const auto& segments = m_segments[index];
    if (segments.size() != parts.size())
        return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!matchSegment(segments[i], parts[i], params))
            return false;
    return true;
}

Match RouteTable::match(std::string_view method, std::string_view path) const {
    if (path.empty() || path.front() != '/')
        return {};
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    const auto parts = split(path);
    Match best;
    std::size_t bestLiterals = 0;
    std::set<std::string> allowed;
    for (std::size_t index = 0; index < m_routes.size(); ++index) {
        Params params;
        if (!matchRoute(index, parts, params))
            continue;
        if (m_routes[index].method != wanted) {
            allowed.insert(m_routes[index].method);
            continue;
        }
        const auto& segments = m_segments[index];
        const auto literals =
            static_cast<std::size_t>(std::count_if(segments.begin(), segments.end(), [](const Segment& s) {
                return std::all_of(s.begin(), s.end(), [](const Piece& p) { return p.name.empty(); });
            }));
        if (best.route == nullptr || literals > bestLiterals) {
            best.route = &m_routes[index];
            best.params = std::move(params);
            bestLiterals = literals;
        }
    }
    if (best.route != nullptr)
        return best;
    if (allowed.contains("GET"))
        allowed.insert("HEAD");
    for (const auto& name : allowed)
        best.allow += (best.allow.empty() ? "" : ", ") + name;
    return best;
}

} // namespace atrium::http
