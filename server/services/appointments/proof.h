// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody shows which appointment is theirs: a card, the eight digits, or the QR code.
#pragma once

#include "server/services/auth/limits.h"
#include "server/services/core/services.h"
#include "shared/model/appointmentapi.h"

#include <memory>
#include <optional>
#include <string>

namespace atrium::services {

/// Wrong codes per device. A code is one of 10^8; with 1,000 appointments open, 10 tries in five minutes hit
/// one with a chance of 1 in 10,000. Who mistypes keeps the card and the QR code.
class CodeGuard {
public:
    /// Refuses when the device must wait.
    [[nodiscard]] model::Result<void> mayTry(const http::Request& request, model::Instant now);
    void failed(const http::Request& request, model::Instant now);

private:
    FailureLimit m_limit{10, std::chrono::seconds(300)};
};

/// Which appointments the proof opens. One of the two is set.
struct AppointmentProof {
    std::optional<model::AppointmentId> id; ///< the code's or the QR's
    std::optional<model::PersonId> person;  ///< the card's; a person the hall never met opens nothing

    [[nodiscard]] bool opens(const model::Appointment& appointment) const {
        return id ? *id == appointment.id : person && appointment.personId == person;
    }
};

/// From what was laid, keyed or scanned. Refuses what is none of the three, wrong codes and what is no code
/// of this hall.
[[nodiscard]] model::Result<AppointmentProof> proofOfBooking(Services& services, CodeGuard& guard,
                                                             const http::Request& request,
                                                             const model::AppointmentLookup& shown);

} // namespace atrium::services
