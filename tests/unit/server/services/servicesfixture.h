// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/services/auth/gate.h"
#include "server/services/core/housekeeping.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/records/audithead.h"
#include "tests/unit/server/services/hallfixture.h"

#include <memory>
#include <string>
#include <vector>

namespace atrium::services::testing {

/// The small hall with its services, routes and housekeeping, as the server puts them together.
class ServicesTest : public HallTest {
protected:
    void SetUp() override;
    void TearDown() override;
    void makeParts();
    void dropParts();

    /// Asks the route's handler as that caller, whom nothing checks, and waits for the answer.
    [[nodiscard]] http::Response ask(const std::string& method, const std::string& path,
                                     const http::Caller& caller, const std::string& body = {},
                                     const std::string& ifMatch = {}) const;
    /// That device, with that person signed in at it by the gate when one is named. The session's token is
    /// kept in `session`.
    [[nodiscard]] http::Caller at(const std::string& device, const std::string& staff = {},
                                  const std::string& window = {});
    /// How many audit entries tell of that action.
    [[nodiscard]] std::size_t audited(const std::string& action) const;

    std::unique_ptr<Vault> vault;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<TicketCodes> codes;
    std::unique_ptr<AuditSigner> signer;
    std::unique_ptr<Services> services;
    std::unique_ptr<http::RouteTable> routes;
    std::unique_ptr<Housekeeping> housekeeping;
    std::string session;
    std::vector<std::string> closedStreams; ///< devices whose streams were ended
};

} // namespace atrium::services::testing
