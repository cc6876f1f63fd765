// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"
#include "server/services/auth/gate.h"
#include "server/services/core/crypto.h"

#include <algorithm>
#include <cctype>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

// Wrong codes void nothing: whoever is on the net could otherwise keep every device of the hall out. What
// bounds guessing is the space of codes and the time they are good. A code is one of 32^8 = 2^40, good for
// ten minutes; an address may try 10 in five minutes, so 30 in that time at most (three spans touch it). With
// k codes open a guesser with A addresses hits one with a chance of at most 30·A·k/2^40: for 1,000 addresses
// and 10 codes 3 in 10 million. Without any limit, at 10,000 guesses a second, it would be 6 in a million for
// each code.

/// 32 characters nobody confuses: no 0 O 1 I.
constexpr std::string_view kCodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kCodeLength = 8;

/// As typed: blanks and hyphens do not count, small letters are large ones.
std::string canonicalCode(std::string_view typed) {
    std::string out;
    for (const char c : typed)
        if (c != ' ' && c != '-')
            out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

} // namespace

Result<std::string> Gate::giveCode(const model::DeviceId& device, model::Instant expiresAt,
                                   const store::Act& act) {
    std::string code;
    for (const char c : randomBytes(kCodeLength))
        code += kCodeAlphabet[static_cast<unsigned char>(c) % kCodeAlphabet.size()];
    const std::lock_guard lock(m_codeMutex);
    if (auto stored = m_store.putEnrolment({device, tokenHash(code), expiresAt}, act); !stored)
        return stored.error();
    return code;
}

Result<model::DeviceId> Gate::spendCode(const std::string& code, const std::string& address,
                                        const Fits& fits) {
    const auto now = m_clock.now();
    const std::string network = http::networkOf(address);
    if (!codeLimit.allows(network, now))
        return model::Error{ErrorCode::tooMany, {}, model::Sentence::tooManyWrongCodes};
    const std::lock_guard lock(m_codeMutex);
    auto rows = m_store.enrolments();
    if (!rows)
        return rows.error();
    const std::string hash = tokenHash(canonicalCode(code));
    const auto found = std::find_if(rows->begin(), rows->end(), [&](const store::EnrolmentRow& row) {
        return sameBytes(row.codeHash, hash) && row.expiresAt > now;
    });
    if (found != rows->end()) {
        const model::DeviceId device = found->deviceId;
        if (fits && !fits(device))
            return model::Error{ErrorCode::conflict, "/kind", model::Sentence::otherKindsCode};
        if (auto dropped = m_store.dropEnrolment(device); !dropped)
            return dropped.error();
        return device;
    }
    codeLimit.failed(network, now);
    for (const store::EnrolmentRow& row : *rows)
        if (row.expiresAt <= now)
            if (auto dropped = m_store.dropEnrolment(row.deviceId); !dropped)
                return dropped.error();
    return model::Error{ErrorCode::forbidden, "/code", model::Sentence::wrongCode};
}

} // namespace atrium::services
