// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/people/keyring.h"
#include "server/store/store.h"
#include "shared/model/api.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace atrium::services {

/// What staff and holders may see of a person.
struct MaskedHolder {
    std::string name;
    std::string number;
};

/// Personal data: sealed under a key per person, which is wrapped by the master key. Whoever deletes that key
/// deletes the person. Any thread.
class Vault {
public:
    Vault(store::Store& store, KeyRing keys, model::HallId hall);

    /// The row for an identity whose number was checked: a new random id and key. The writer stores it or
    /// finds the person's present row by its look-up hash.
    [[nodiscard]] store::PersonRow seal(const model::Identity& identity, model::Instant now) const;
    /// Whether the person is stored without a name that is now known (a keyed number, later a card), or under
    /// a key that was lost.
    [[nodiscard]] model::Result<bool> knowsLess(const model::Identity& identity);
    [[nodiscard]] std::string lookupOf(const model::Identity& identity) const;
    /// A short hash of a request that may name a person: keyed, because the numbers of all people can be
    /// tried.
    [[nodiscard]] std::string requestHash(const std::string& request) const;
    /// Whose ticket this is, masked; empty when the person was deleted.
    [[nodiscard]] model::Result<MaskedHolder> holder(const model::PersonId& person);
    /// Masked data of somebody who is known at this moment, kept for holder().
    void remember(const model::PersonId& person, const model::Identity& identity);
    /// Nothing of an erased person is remembered, nor will be: somebody may just be reading.
    void forget(const model::PersonId& person);
    [[nodiscard]] model::Result<std::optional<model::Identity>> read(const model::PersonId& person);

    /// The row for a checked phone number that the holder of a ticket left, under a key of its own. Nobody
    /// finds it by a look-up: it goes with the ticket's day.
    [[nodiscard]] store::PersonRow sealPhone(const model::TicketId& ticket, const std::string& phone,
                                             model::Instant now) const;
    /// The phone in such a row; nothing when it was erased. Not remembered.
    [[nodiscard]] model::Result<std::optional<std::string>> phone(const model::PersonId& row);

private:
    [[nodiscard]] store::PersonRow sealText(model::PersonId id, std::string lookup, const std::string& plain,
                                            model::Instant now) const;
    /// The plain text of a row; nothing when there is none.
    [[nodiscard]] model::Result<std::optional<std::string>> open(const model::PersonId& person);

    store::Store& m_store;
    KeyRing m_keys;
    model::HallId m_hall;
    std::mutex m_mutex; // guards what follows
    std::unordered_map<model::PersonId, MaskedHolder> m_masked;
    std::unordered_set<model::PersonId> m_forgotten;
};

/// Checks form and check digit of an identity's number and makes it canonical.
/// path: where the identity stands in the body, for the error.
[[nodiscard]] model::Result<model::Identity> checkedIdentity(model::Identity identity, model::Day today,
                                                             const std::string& path);
/// Whether it is a mobile number of the mainland: 11 digits, 13 to 19 at the front.
[[nodiscard]] model::Result<void> checkPhone(std::string_view phone, const std::string& path);
/// 138****1234; empty for what is no such number.
[[nodiscard]] std::string maskPhone(std::string_view phone);
/// Whole years on that day; nullopt when the birth is unknown.
[[nodiscard]] std::optional<int> ageOn(const model::Identity& identity, model::Day day);

} // namespace atrium::services
