// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and database belong together.
#include "server/services/people/keycheck.h"
#include "server/services/people/vault.h"
#include "tests/unit/server/services/hallfixture.h"

#include <filesystem>

namespace atrium::services::testing {

namespace fs = std::filesystem;

class KeyCheck : public HallTest {
protected:
    [[nodiscard]] std::string keys() const { return folder + "/keys"; }
    model::Result<CheckedKeys> check(bool accept = false) { return openKeys(*store, keys(), accept); }
    void storeSomebody(const KeyRing& ring) {
        Vault vault(*store, ring, model::HallId("hall"));
        model::Identity somebody;
        somebody.number = "110105199003070017";
        const auto row = vault.seal(somebody, clock.now());
        ASSERT_TRUE(writer->run({}, [&](WriteContext& context) -> model::Result<Outcome> {
            (void)context.person(row, false).value();
            return Outcome{};
        }));
    }
    /// The error names the folder, the remedy and the way out.
    void expectRefusal(const model::Result<CheckedKeys>& checked) {
        ASSERT_FALSE(checked);
        for (const std::string& word : {keys(), std::string("backup"), std::string("--accept-lost-keys")})
            EXPECT_NE(checked.error().detail.find(word), std::string::npos) << checked.error().detail;
    }
};

TEST_F(KeyCheck, aNewDatabaseTakesTheKeysItFindsOrMakesThem) {
    const auto made = check();
    ASSERT_TRUE(made);
    EXPECT_EQ(made->replaced, "");
    for (const auto& file : fs::directory_iterator(keys())) {
        EXPECT_EQ(file.path().extension(), ".key"); // no half-written part is left
        EXPECT_EQ(file.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }
    EXPECT_EQ(fs::status(keys()).permissions(), fs::perms::owner_all);
    const auto again = check();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->keys.prints(), made->keys.prints());
}

TEST_F(KeyCheck, missingKeysAreNotReplacedInSilence) {
    const auto before = check();
    ASSERT_TRUE(before);
    storeSomebody(before->keys);
    fs::rename(keys(), folder + "/away");
    expectRefusal(check());
    EXPECT_FALSE(fs::exists(keys())) << "a refusal makes nothing";
    fs::create_directory(keys());
    expectRefusal(check());
    // Put back from the backup, all is well again.
    fs::remove(keys());
    fs::rename(folder + "/away", keys());
    EXPECT_TRUE(check());
    fs::remove(keys() + "/lookup.key");
    expectRefusal(check());
    EXPECT_FALSE(fs::exists(keys() + "/lookup.key"));
}

TEST_F(KeyCheck, anotherHallsKeysAreRefusedUnlessTheLossIsAccepted) {
    const auto own = check();
    ASSERT_TRUE(own);
    storeSomebody(own->keys);
    fs::remove_all(keys());
    ASSERT_TRUE(KeyRing::openOrMake(keys())); // somebody else's
    expectRefusal(check());

    const auto accepted = check(true);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->replaced, "master lookup ticket audit");
    expectRefusal(check()); // until the audit trail has it
    ASSERT_TRUE(keepKeyPrints(*store, accepted->keys));
    const auto after = check();
    ASSERT_TRUE(after);
    EXPECT_EQ(after->replaced, "");
}

TEST_F(KeyCheck, aDatabaseFromBeforeThePrintsIsProvedByAPerson) {
    const auto own = check();
    ASSERT_TRUE(own);
    storeSomebody(own->keys);
    ASSERT_TRUE(store->putSetting("keys", ""));
    EXPECT_TRUE(check());
    ASSERT_TRUE(store->putSetting("keys", ""));
    fs::remove_all(keys());
    expectRefusal(check());
    ASSERT_TRUE(KeyRing::openOrMake(keys()));
    expectRefusal(check());
    EXPECT_EQ(check(true)->replaced, "master");
}

TEST_F(KeyCheck, whoWasLostIsStoredAnewAtTheNextVisit) {
    const auto own = check();
    ASSERT_TRUE(own);
    storeSomebody(own->keys);
    fs::remove(keys() + "/master.key");
    const auto accepted = check(true);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->replaced, "master");
    Vault vault(*store, accepted->keys, model::HallId("hall"));
    model::Identity same;
    same.number = "110105199003070017";
    EXPECT_FALSE(vault.read(store->anyPerson().value()->id));
    EXPECT_TRUE(vault.knowsLess(same).value());
}

} // namespace atrium::services::testing
