// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/people/vault.h"

#include "server/services/core/crypto.h"
#include "shared/model/idnumber.h"
#include "shared/model/json.h"
#include "shared/model/masking.h"
#include "shared/model/plaintext.h"

#include <utility>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

/// Enough for several full days; beyond it the table is read again.
constexpr std::size_t kRememberedHolders = 50'000;

model::Sentence faultText(model::NumberFault fault) {
    using enum model::NumberFault;
    switch (fault) {
    case none:
        return model::Sentence::none;
    case empty:
        return model::Sentence::numberMissing;
    case length:
        return model::Sentence::numberLength;
    case oldFifteen:
        return model::Sentence::numberOldFifteen;
    case character:
        return model::Sentence::numberCharacter;
    case region:
        return model::Sentence::numberRegion;
    case birthDate:
        return model::Sentence::numberBirthDate;
    case checkCharacter:
        return model::Sentence::numberCheck;
    }
    return model::Sentence::numberMalformed;
}

bool isPhone(std::string_view text) {
    return text.size() == 11 && text[0] == '1' && text[1] >= '3' && text[1] <= '9' &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Vault::Vault(store::Store& store, KeyRing keys, model::HallId hall)
    : m_store(store), m_keys(std::move(keys)), m_hall(std::move(hall)) {}

std::string Vault::lookupOf(const model::Identity& identity) const {
    return keyedHashHex(m_keys.lookup, identity.number);
}

std::string Vault::requestHash(const std::string& request) const {
    return keyedHashHex(m_keys.lookup, "request\n" + request).substr(0, 32);
}

store::PersonRow Vault::seal(const model::Identity& identity, model::Instant now) const {
    return sealText(model::PersonId(randomHex(16)), lookupOf(identity), model::toJson(identity), now);
}

store::PersonRow Vault::sealPhone(const model::TicketId& ticket, const std::string& phone,
                                  model::Instant now) const {
    return sealText(store::phoneRowOf(ticket), randomHex(32), phone, now);
}

store::PersonRow Vault::sealText(model::PersonId id, std::string lookup, const std::string& plain,
                                 model::Instant now) const {
    store::PersonRow row;
    row.id = std::move(id);
    row.hallId = m_hall;
    row.lookup = std::move(lookup);
    const std::string key = randomBytes(32);
    // The look-up hash binds both to their row: neither opens when it was moved to another person's.
    row.sealed = base64(services::seal(key, plain, row.lookup));
    row.wrapped = base64(services::seal(m_keys.master, key, row.lookup));
    row.createdAt = now;
    return row;
}

Result<std::optional<std::string>> Vault::open(const model::PersonId& person) {
    auto row = m_store.person(person);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<std::string>();
    const auto wrapped = fromBase64((*row)->wrapped);
    const auto sealed = fromBase64((*row)->sealed);
    const auto key = wrapped ? unseal(m_keys.master, *wrapped, (*row)->lookup) : std::nullopt;
    auto plain = key && sealed ? unseal(*key, *sealed, (*row)->lookup) : std::nullopt;
    if (!plain)
        return model::Error{ErrorCode::unavailable, {}, model::Sentence::personUnreadable};
    return plain;
}

Result<std::optional<std::string>> Vault::phone(const model::PersonId& row) {
    return open(row);
}

Result<std::optional<model::Identity>> Vault::read(const model::PersonId& person) {
    const auto plain = open(person);
    if (!plain)
        return plain.error();
    if (!*plain)
        return std::optional<model::Identity>();
    if (isPhone(**plain)) // of a ticket, nobody's document
        return std::optional(model::Identity{});
    auto identity = model::fromJson<model::Identity>(**plain);
    if (!identity)
        return identity.error();
    return std::optional<model::Identity>(std::move(*identity));
}

Result<bool> Vault::knowsLess(const model::Identity& identity) {
    auto row = m_store.personByLookup(lookupOf(identity));
    if (!row)
        return row.error();
    if (!*row)
        return false;
    auto stored = read((*row)->id);
    if (!stored && stored.error().saying.sentence == model::Sentence::personUnreadable)
        return true;
    if (!stored)
        return stored.error();
    return !identity.name.empty() && (!*stored || (*stored)->name.empty());
}

Result<MaskedHolder> Vault::holder(const model::PersonId& person) {
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_masked.find(person);
        if (known != m_masked.end())
            return known->second;
    }
    auto identity = read(person);
    if (!identity)
        return identity.error();
    if (!*identity)
        return MaskedHolder{};
    remember(person, **identity);
    return MaskedHolder{model::maskName((*identity)->name), model::maskNumber((*identity)->number)};
}

void Vault::remember(const model::PersonId& person, const model::Identity& identity) {
    const std::lock_guard lock(m_mutex);
    if (m_forgotten.contains(person))
        return;
    if (m_masked.size() >= kRememberedHolders)
        m_masked.clear();
    m_masked.insert_or_assign(
        person, MaskedHolder{model::maskName(identity.name), model::maskNumber(identity.number)});
}

void Vault::forget(const model::PersonId& person) {
    const std::lock_guard lock(m_mutex);
    m_masked.erase(person);
    m_forgotten.insert(person);
}

Result<model::Identity> checkedIdentity(model::Identity identity, model::Day today, const std::string& path) {
    const std::chrono::year_month_day date(std::chrono::year(today.value / 10000),
                                           std::chrono::month(static_cast<unsigned>(today.value / 100 % 100)),
                                           std::chrono::day(static_cast<unsigned>(today.value % 100)));
    const model::NumberCheck check = identity.kind == model::IdentityKind::creditCode
                                         ? model::checkCreditCode(identity.number)
                                         : model::checkCitizenId(identity.number, date);
    if (!check.ok())
        return model::Error{ErrorCode::invalid, path + "/number", faultText(check.fault)};
    if (identity.name.size() > 400)
        return model::Error{ErrorCode::invalid, path + "/name", model::Sentence::nameTooLong};
    if (!model::isPlainText(identity.name, false))
        return model::Error{ErrorCode::invalid, path + "/name", model::Sentence::textNotPlain};
    identity.number = check.number;
    if (check.birth) { // the number is checked, what else was sent is not
        const int value = static_cast<int>(check.birth->year()) * 10000 +
                          static_cast<int>(static_cast<unsigned>(check.birth->month())) * 100 +
                          static_cast<int>(static_cast<unsigned>(check.birth->day()));
        identity.birth = std::to_string(value);
    }
    return identity;
}

Result<void> checkPhone(std::string_view phone, const std::string& path) {
    if (isPhone(phone))
        return {};
    return model::Error{ErrorCode::invalid, path, model::Sentence::phoneForm};
}

std::string maskPhone(std::string_view phone) {
    if (!isPhone(phone))
        return {};
    return std::string(phone.substr(0, 3)) + "****" + std::string(phone.substr(7));
}

std::optional<int> ageOn(const model::Identity& identity, model::Day day) {
    if (identity.birth.size() != 8 || identity.birth.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return (day.value - std::stoi(identity.birth)) / 10000;
}

} // namespace atrium::services
