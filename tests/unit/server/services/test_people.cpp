// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "shared/model/masking.h"
#include "tests/unit/server/services/hallfixture.h"

#include <filesystem>
#include <fstream>

namespace atrium::services::testing {

namespace {

model::Identity person(const std::string& number, const std::string& name) {
    model::Identity out;
    out.number = number;
    out.name = name;
    return out;
}

} // namespace

class People : public HallTest {
protected:
    Vault vault() { return {*store, KeyRing::open(folder + "/keys").value(), model::HallId("hall")}; }
    /// Stores the person through the writer.
    model::PersonId keep(const store::PersonRow& row) {
        model::PersonId id;
        writer
            ->run({},
                  [&](WriteContext& context) -> model::Result<Outcome> {
                      id = context.person(row, false).value();
                      return Outcome{};
                  })
            .value();
        return id;
    }
};

TEST_F(People, aStoredPersonComesBackAndIsMasked) {
    auto first = vault();
    const auto identity = person("11010519491231002X", "欧阳明华");
    const auto id = keep(first.seal(identity, clock.now()));
    auto again = vault(); // the keys are read from their folder
    EXPECT_EQ(again.read(id).value()->name, "欧阳明华");
    EXPECT_EQ(again.holder(id).value().name, "欧阳**");
    EXPECT_EQ(again.holder(id).value().number, "1101**********002X");
    EXPECT_EQ(keep(again.seal(identity, clock.now())), id); // the same number is the same person
}

TEST_F(People, nothingReadableLiesInTheDatabase) {
    keep(vault().seal(person("11010519491231002X", "欧阳明华"), clock.now()));
    close();
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (!file.is_regular_file())
            continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("欧阳"), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find("11010519491231002X"), std::string::npos) << file.path();
    }
}

TEST_F(People, withoutThePersonsKeyOrTheMasterKeyNobodyReads) {
    auto keeper = vault();
    const auto erased = keep(keeper.seal(person("11010519491231002X", "张三"), clock.now()));
    ASSERT_TRUE(keeper.erase(erased));
    EXPECT_FALSE(keeper.read(erased).value().has_value());
    EXPECT_EQ(keeper.holder(erased).value().name, "");

    const auto kept = keep(keeper.seal(person("110105199003070017", "李四"), clock.now()));
    Vault stranger(*store, KeyRing::open(folder + "/other-keys").value(), model::HallId("hall"));
    EXPECT_FALSE(stranger.read(kept));
}

TEST_F(People, agesAndNumbersAreChecked) {
    const model::Day today{20261122};
    EXPECT_EQ(ageOn(checkedIdentity(person("11010519491231002X", ""), today, "").value(), today), 76);
    auto wrong = checkedIdentity(person("110105194912310021", ""), today, "/identity");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().path, "/identity/number");
    model::Identity noBirth;
    EXPECT_FALSE(ageOn(noBirth, today).has_value());
}

TEST(TicketCodesTest, onlyTheServersOwnCodesAreRead) {
    initCrypto();
    const TicketCodes codes("https://hall.example/", "key", "ab12");
    const TicketCodes others("https://hall.example/", "another key", "ab12");
    const model::TicketId id("0123456789abcdef0123456789abcdef");
    const std::string text = codes.text(id);
    EXPECT_TRUE(text.starts_with("https://hall.example/t/" + id.value + ".ab12."));
    EXPECT_EQ(codes.read(text).value(), id);
    EXPECT_EQ(codes.read(text + "\r\n").value(), id);
    for (std::string broken : {std::string(), std::string("A0127"), text.substr(0, text.size() - 1),
                               text + "x", others.text(id), std::string(600, 'x')})
        EXPECT_FALSE(codes.read(broken)) << broken;
    std::string changed = text;
    changed[changed.find("/t/") + 3] = '1';
    EXPECT_FALSE(codes.read(changed));
}

TEST(Masking, namesKeepTheirSurname) {
    using model::maskName;
    EXPECT_EQ(maskName("张三"), "张*");
    EXPECT_EQ(maskName("张三丰"), "张**");
    EXPECT_EQ(maskName("欧阳明"), "欧阳*");
    EXPECT_EQ(maskName("欧阳"), "欧*"); // two characters are a simple surname and a name
    EXPECT_EQ(maskName("司马相如"), "司马**");
    EXPECT_EQ(maskName("阿依古丽·买买提"), "阿***·买**");
    EXPECT_EQ(maskName("John Smith"), "J*** S****");
    EXPECT_EQ(maskName("José-Luis"), "J***-L***");
    EXPECT_EQ(maskName("上海某某网络科技有限公司"), "上海******有限公司");
    EXPECT_EQ(maskName(""), "");
    EXPECT_EQ(maskName("张"), "*");
}

TEST(Masking, numbersKeepTheirEnds) {
    EXPECT_EQ(model::maskNumber("310104199001011234"), "3101**********1234");
    EXPECT_EQ(model::maskNumber("ABC123"), "****23");
    EXPECT_EQ(model::maskNumber("1"), "*");
    EXPECT_EQ(model::maskPhone("13812341234"), "138****1234");
    EXPECT_EQ(model::maskPhone("021-66881234"), "021-****1234");
    EXPECT_EQ(model::maskPhone("110"), "***");
}

} // namespace atrium::services::testing
