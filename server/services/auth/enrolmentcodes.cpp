// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/gate.h"
#include "server/services/core/crypto.h"

#include <algorithm>
#include <cctype>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

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

Result<std::string> Gate::giveCode(const model::DeviceId& device, model::Instant expiresAt) {
    std::string code;
    for (const char c : randomBytes(kCodeLength))
        code += kCodeAlphabet[static_cast<unsigned char>(c) % kCodeAlphabet.size()];
    const std::lock_guard lock(m_codeMutex);
    if (auto stored = m_store.putEnrolment({device, tokenHash(code), expiresAt, 0}); !stored)
        return stored.error();
    return code;
}

Result<model::DeviceId> Gate::spendCode(const std::string& code, const std::string& address,
                                        const Fits& fits) {
    const auto now = m_clock.now();
    if (!addressLimit.allows(address, now))
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
    addressLimit.failed(address, now);
    for (store::EnrolmentRow& row : *rows) {
        ++row.wrong;
        auto kept = row.wrong >= kWrongCodes || row.expiresAt <= now ? m_store.dropEnrolment(row.deviceId)
                                                                     : m_store.putEnrolment(row);
        if (!kept)
            return kept.error();
    }
    return model::Error{ErrorCode::forbidden, "/code", model::Sentence::wrongCode};
}

} // namespace atrium::services
