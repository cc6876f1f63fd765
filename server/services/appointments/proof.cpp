// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/appointments/proof.h"

#include "server/services/queueing/holders.h"
#include "server/services/queueing/ticketcodes.h"

#include <algorithm>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

std::string deviceKey(const http::Request& request) {
    return request.caller.deviceId ? request.caller.deviceId->value : request.remoteAddress;
}

/// The booked one with that code, else today's or a later one that had it: whose paper jammed comes again.
std::optional<model::AppointmentId> ofCode(const HallState& state, const std::string& code) {
    const auto& known = state.appointments;
    if (const auto booked = known.bookedByCode.find(code); booked != known.bookedByCode.end())
        return booked->second;
    const auto ended = std::find_if(known.appointments.begin(), known.appointments.end(),
                                    [&](const auto& entry) { return entry.second.code == code; });
    return ended == known.appointments.end() ? std::nullopt : std::optional(ended->first);
}

Result<AppointmentProof> byCode(Services& services, CodeGuard& guard, const http::Request& request,
                                std::string code) {
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    if (code.size() != 8 || code.find_first_not_of("0123456789") != std::string::npos)
        return model::Error{ErrorCode::invalid, "/code", model::Sentence::bookingCodeForm};
    const auto now = services.clock.now();
    if (auto allowed = guard.mayTry(request, now); !allowed)
        return allowed.error();
    const auto id = services.model.read([&](const HallState& state) { return ofCode(state, code); });
    if (!id) {
        guard.failed(request, now);
        return model::Error{ErrorCode::notFound, "/code", model::Sentence::noSuchAppointment};
    }
    return AppointmentProof{.id = id, .person = {}};
}

} // namespace

Result<void> CodeGuard::mayTry(const http::Request& request, model::Instant now) {
    const auto wait = m_limit.wait(deviceKey(request), now);
    if (wait == std::chrono::seconds::zero())
        return {};
    return model::Error{ErrorCode::tooMany,
                        "/code",
                        {model::Sentence::wrongBookingCodes, {{"seconds", std::to_string(wait.count())}}}};
}

void CodeGuard::failed(const http::Request& request, model::Instant now) {
    m_limit.failed(deviceKey(request), now);
}

Result<AppointmentProof> proofOfBooking(Services& services, CodeGuard& guard, const http::Request& request,
                                        const model::AppointmentLookup& shown) {
    if (!shown.code.empty())
        return byCode(services, guard, request, shown.code);
    if (!shown.qrText.empty()) {
        auto id = services.codes.readBooking(shown.qrText);
        if (!id)
            return id.error();
        return AppointmentProof{.id = std::move(*id), .person = {}};
    }
    if (!shown.identity)
        return model::Error{ErrorCode::invalid, "/", model::Sentence::giveIdentityCodeOrQr};
    auto person = personOf(services, *shown.identity);
    if (!person)
        return person.error();
    return AppointmentProof{.id = {}, .person = *person};
}

} // namespace atrium::services
