// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/people/keycheck.h"

#include "server/services/people/vault.h"

#include <sstream>

namespace atrium::services {

using model::Result;

namespace {

constexpr const char* kSetting = "keys"; ///< the prints in the order of KeyRing::names(), with spaces

std::string joined(const std::array<std::string, KeyRing::kKeys>& prints) {
    std::string out;
    for (const std::string& print : prints)
        out += (out.empty() ? "" : " ") + print;
    return out;
}

/// Names of the keys that are not the recorded ones.
std::string differing(const KeyRing& keys, const std::string& recorded) {
    std::istringstream words(recorded);
    std::string out;
    const auto prints = keys.prints();
    for (std::size_t i = 0; i < prints.size(); ++i) {
        std::string known;
        words >> known;
        if (known != prints.at(i))
            out += (out.empty() ? "" : " ") + std::string(KeyRing::names().at(i));
    }
    return out;
}

model::Error refusal(const std::string& folder, const std::string& what) {
    return {model::ErrorCode::conflict,
            {},
            "the keys folder " + folder + " does not belong to this database: " + what +
                ". Without its keys the names and numbers of all persons are lost. Put the folder back from "
                "its backup, or give the right one with --keys. Only if it is lost for good, start once with "
                "--accept-lost-keys: new keys are made, and the audit trail says so"};
}

/// Whether the keys open what the database holds; true when it holds nobody.
Result<bool> opensSomebody(store::Store& store, const KeyRing& keys) {
    auto row = store.anyPerson();
    if (!row)
        return row.error();
    if (!*row)
        return true;
    Vault vault(store, keys, (*row)->hallId);
    auto read = vault.read((*row)->id);
    if (!read && read.error().saying.sentence != model::Sentence::personUnreadable)
        return read.error();
    return read.has_value();
}

/// What is wrong with the folder's keys; empty when they are the database's own. keys: set when they are all
/// there.
Result<std::string> faultOf(store::Store& store, const std::string& folder, const std::string& recorded,
                            std::optional<KeyRing>& keys, std::string& lost) {
    auto opened = KeyRing::open(folder);
    if (!opened) {
        lost = "missing";
        return opened.error().detail;
    }
    keys = *opened;
    if (!recorded.empty()) {
        lost = differing(*opened, recorded);
        return lost.empty() ? std::string() : "it was written with other keys (" + lost + ")";
    }
    // A database from before the prints were kept: a person is the proof.
    auto opens = opensSomebody(store, *opened);
    if (!opens)
        return opens.error();
    lost = *opens ? "" : "master";
    return *opens ? std::string() : std::string("they do not open what is stored");
}

} // namespace

Result<CheckedKeys> openKeys(store::Store& store, const std::string& folder, bool acceptLost) {
    auto recorded = store.setting(kSetting);
    if (!recorded)
        return recorded.error();
    auto person = store.anyPerson();
    if (!person)
        return person.error();
    if (recorded->empty() && !*person) {
        auto keys = KeyRing::openOrMake(folder);
        if (!keys)
            return keys.error();
        if (auto kept = keepKeyPrints(store, *keys); !kept)
            return kept.error();
        return CheckedKeys{std::move(*keys), {}};
    }
    std::optional<KeyRing> keys;
    std::string lost;
    auto fault = faultOf(store, folder, *recorded, keys, lost);
    if (!fault)
        return fault.error();
    if (fault->empty()) {
        if (recorded->empty())
            if (auto kept = keepKeyPrints(store, *keys); !kept)
                return kept.error();
        return CheckedKeys{std::move(*keys), {}};
    }
    if (!acceptLost)
        return refusal(folder, *fault);
    auto made = KeyRing::openOrMake(folder);
    if (!made)
        return made.error();
    if (!recorded->empty())
        lost = differing(*made, *recorded);
    return CheckedKeys{std::move(*made), lost};
}

Result<void> keepKeyPrints(store::Store& store, const KeyRing& keys) {
    return store.putSetting(kSetting, joined(keys.prints()));
}

} // namespace atrium::services
