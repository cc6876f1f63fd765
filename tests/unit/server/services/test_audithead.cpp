// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail against its signed heads: whatever is changed afterwards is found.
#include "server/services/core/crypto.h"
#include "server/services/records/audithead.h"
#include "shared/model/json.h"
#include "tests/unit/server/services/hallfixture.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace atrium::services::testing {

namespace fs = std::filesystem;

class AuditHeads : public HallTest {
protected:
    void SetUp() override {
        HallTest::SetUp();
        heads = folder + "/heads";
        for (const int day : {20261120, 20261121, 20261122}) {
            for (int i = 0; i < 3; ++i)
                issue("t" + std::to_string(day) + "-" + std::to_string(i)).value();
            ASSERT_TRUE(exportAuditHead(*store, signer, heads, model::Day{day}, clock.now()).value());
        }
        issue("after the last head").value();
        ASSERT_TRUE(verdict().has_value()) << verdict().error().path << " " << verdict().error().detail;
    }
    model::Result<AuditVerdict> verdict() { return verifyAudit(*store, heads, signer.publicKey()); }
    /// As somebody with the database's password.
    void sql(const std::string& text) { store::openSqlite(folder + "/hall.db")->run(text); }
    void expectFound(const std::string& where) {
        const auto found = verdict();
        ASSERT_FALSE(found) << "not found";
        EXPECT_EQ(found.error().path, where) << found.error().detail;
    }
    /// Whoever can write the database can also compute every hash again; the signature they cannot.
    void hashAnew() {
        auto entries = store->audit(INT64_MAX / 2, 500).value();
        std::string before;
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (entry->sequence == 2)
                entry->detail = "nothing happened";
            entry->hash = before;
            before = sha256Hex(model::toJson(*entry));
            sql("UPDATE audit SET detail = '" + entry->detail + "', hash = '" + before +
                "' WHERE sequence = " + std::to_string(entry->sequence));
        }
    }
    std::string file(int day) const { return heads + "/audit-head-" + std::to_string(day) + ".json"; }
    static std::string read(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    static void write(const std::string& path, const std::string& text) {
        fs::remove(path); // its mode forbids writing
        std::ofstream(path, std::ios::binary) << text;
    }

    const AuditSigner signer{std::string(32, 's')};
    std::string heads;
};

TEST_F(AuditHeads, theUntouchedTrailIsVerified) {
    const auto found = verdict().value();
    EXPECT_EQ(found.heads, 3U);
    EXPECT_EQ(found.entries, found.signedUpTo + 1);
    // A second export of the same day leaves the file as it is.
    const std::string before = read(file(20261122));
    ASSERT_TRUE(exportAuditHead(*store, signer, heads, model::Day{20261122}, clock.now()).value());
    EXPECT_EQ(read(file(20261122)), before);
    EXPECT_EQ(AuditHead::fromFile(before)->toFile(), before);
}

TEST_F(AuditHeads, aChangedEntryIsFound) {
    for (const char* change : {"\"detail\" = 'x'", "\"staff_id\" = 'somebody'", "\"action\" = 'ticket.view'",
                               "\"at\" = \"at\" + 1", "\"subject_id\" = 't'",
                               "\"device_id\" = NULL, \"hall_id\" = 'h'", "\"hash\" = 'ff'"}) {
        sql("CREATE TABLE kept AS SELECT * FROM audit WHERE sequence = 4");
        sql(std::string("UPDATE audit SET ") + change + " WHERE sequence = 4");
        const auto found = verdict();
        ASSERT_FALSE(found) << change;
        EXPECT_TRUE(found.error().path == "audit entry 4" || found.error().path == "audit entry 5")
            << found.error().path;
        sql("DELETE FROM audit WHERE sequence = 4");
        sql("INSERT INTO audit SELECT * FROM kept");
        sql("DROP TABLE kept");
        ASSERT_TRUE(verdict()) << change;
    }
}

TEST_F(AuditHeads, aRemovedEntryIsFound) {
    sql("DELETE FROM audit WHERE sequence = 5");
    expectFound("audit entry 5");
}

TEST_F(AuditHeads, aRemovedBeginningIsFound) {
    sql("DELETE FROM audit WHERE sequence = 1");
    expectFound("audit entry 1");
}

TEST_F(AuditHeads, aRemovedEndIsFoundAsFarAsItIsSigned) {
    const auto last = verdict()->signedUpTo;
    sql("DELETE FROM audit WHERE sequence >= " + std::to_string(last));
    expectFound("audit entry " + std::to_string(last));
    sql("DELETE FROM audit");
    expectFound("audit entry " + std::to_string(last));
}

TEST_F(AuditHeads, aTrailThatWasHashedAnewBeforeAHeadOfTheSameEntryIsFound) {
    // The server is stopped, the end of the trail is written anew, and the next day's start signs what it
    // finds: the same number under another hash.
    sql("DELETE FROM audit WHERE sequence > " + std::to_string(verdict()->signedUpTo));
    hashAnew();
    ASSERT_TRUE(exportAuditHead(*store, signer, heads, model::Day{20261123}, clock.now()).value());
    fs::remove(file(20261120)); // older ones may be put away
    fs::remove(file(20261121));
    const auto found = verdict();
    ASSERT_FALSE(found) << "the head of the day before was not compared";
    EXPECT_NE(found.error().detail.find("audit-head-20261122"), std::string::npos) << found.error().detail;
}

TEST_F(AuditHeads, headsOfDaysWithoutAnEntrySignTheSameOne) {
    sql("DELETE FROM audit WHERE sequence > " + std::to_string(verdict()->signedUpTo));
    ASSERT_TRUE(exportAuditHead(*store, signer, heads, model::Day{20261123}, clock.now()).value());
    ASSERT_TRUE(exportAuditHead(*store, signer, heads, model::Day{20261124}, clock.now()).value());
    EXPECT_EQ(verdict()->heads, 5U);
}

TEST_F(AuditHeads, aTrailThatWasHashedAnewIsFoundByItsHeads) {
    hashAnew();
    const auto found = verdict();
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().detail.find("audit-head-2026112"), std::string::npos) << found.error().detail;
    fs::remove(file(20261120));
    fs::remove(file(20261121));
    fs::remove(file(20261122));
    EXPECT_TRUE(verdict()) << "without the files nobody can tell: they belong on another machine";
}

TEST_F(AuditHeads, aChangedFileIsFound) {
    const std::string good = read(file(20261121));
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = bad[at] == '1' ? '2' : '1';
        if (bad == good)
            continue;
        write(file(20261121), bad);
        const auto found = verdict();
        EXPECT_FALSE(found) << "changed at " << at;
    }
    for (std::size_t size = 0; size + 1 < good.size(); size += 7) {
        write(file(20261121), good.substr(0, size));
        EXPECT_FALSE(verdict()) << "cut at " << size;
    }
    write(file(20261121), good);
    EXPECT_TRUE(verdict());
}

TEST_F(AuditHeads, aRemovedOrExchangedFileIsFound) {
    const std::string middle = read(file(20261121));
    fs::remove(file(20261121));
    expectFound("audit-head-20261122.json");
    write(file(20261121), read(file(20261120)));
    expectFound("audit-head-20261121.json");
    write(file(20261121), middle);
    // The oldest may be put away: what follows still proves itself.
    fs::remove(file(20261120));
    EXPECT_TRUE(verdict());
}

TEST_F(AuditHeads, anotherKeysSignatureIsNone) {
    const AuditSigner stranger(std::string(32, 'x'));
    auto head = AuditHead::fromFile(read(file(20261122))).value();
    stranger.sign(head); // with a public key of its own in the file
    write(file(20261122), head.toFile());
    expectFound("audit-head-20261122.json");
    EXPECT_FALSE(verifyAudit(*store, heads, stranger.publicKey()));
    EXPECT_FALSE(verifyAudit(*store, heads, "no key"));
}

} // namespace atrium::services::testing
