// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route.h"

#include <algorithm>

namespace atrium::http {

using model::Error;
using model::ErrorCode;

Access Access::everybody() {
    Access access;
    access.open = true;
    return access;
}

Access Access::devices() {
    Access access;
    access.anyDevice = true;
    return access;
}

Access Access::kinds(std::initializer_list<model::DeviceKind> kinds) {
    Access access;
    for (const auto kind : kinds)
        access.grants.push_back(Grant{.kind = kind, .session = false, .roles = {}, .desk = false});
    return access;
}

Access Access::staff(model::DeviceKind kind, std::initializer_list<model::Role> roles) {
    Access access;
    access.grants.push_back(Grant{.kind = kind, .session = true, .roles = roles, .desk = false});
    return access;
}

Access Access::desk() {
    Access access;
    access.grants.push_back(Grant{.kind = model::DeviceKind::windowTerminal,
                                  .session = true,
                                  .roles = {model::Role::clerk},
                                  .desk = true});
    return access;
}

Access Access::operator|(const Access& other) const {
    Access both = *this;
    both.open = open || other.open;
    both.anyDevice = anyDevice || other.anyDevice;
    both.grants.insert(both.grants.end(), other.grants.begin(), other.grants.end());
    return both;
}

std::optional<Error> Access::check(const Caller& caller) const {
    if (open)
        return std::nullopt;
    if (!caller.deviceId || !caller.kind)
        return Error{ErrorCode::unauthenticated, "", model::Sentence::sendToken};
    if (anyDevice)
        return std::nullopt;
    bool sessionMissing = false;
    for (const Grant& grant : grants) {
        if (grant.kind != *caller.kind)
            continue;
        if (!grant.session)
            return std::nullopt;
        if (!caller.session) {
            sessionMissing = true;
            continue;
        }
        const bool role = grant.roles.empty() || std::find(grant.roles.begin(), grant.roles.end(),
                                                           caller.session->role) != grant.roles.end();
        if (role && (!grant.desk || caller.session->serviceDesk))
            return std::nullopt;
    }
    if (sessionMissing)
        return Error{ErrorCode::unauthenticated, "", model::Sentence::somebodyMustSignIn};
    return Error{ErrorCode::forbidden, "", model::Sentence::mayNot};
}

} // namespace atrium::http
