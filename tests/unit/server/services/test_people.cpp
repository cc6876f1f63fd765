// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "shared/model/masking.h"
#include "tests/unit/server/services/hallfixture.h"

#include <filesystem>
#include <fstream>
#include <future>

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
    Vault vault() { return {*store, KeyRing::openOrMake(folder + "/keys").value(), model::HallId("hall")}; }
    void erase(const model::PersonId& id) {
        writer
            ->run({},
                  [&](WriteContext& context) -> model::Result<Outcome> {
                      context.erase(id);
                      return Outcome{};
                  })
            .value();
    }
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
    erase(erased);
    keeper.forget(erased);
    EXPECT_FALSE(keeper.read(erased).value().has_value());
    EXPECT_EQ(keeper.holder(erased).value().name, "");

    const auto kept = keep(keeper.seal(person("110105199003070017", "李四"), clock.now()));
    Vault stranger(*store, KeyRing::openOrMake(folder + "/other-keys").value(), model::HallId("hall"));
    EXPECT_FALSE(stranger.read(kept));
}

TEST_F(People, erasureReadsTheStoredAnswersOnceHoweverManyTicketsThereWere) {
    const auto id = keep(vault().seal(person("11010519491231002X", "张三"), clock.now()));
    for (const char* name : {"t1", "t2", "t3"}) {
        rules::queueing::IssueTicket command;
        command.ticketId = model::TicketId(name);
        command.itemId = model::ServiceItemId("item");
        command.deviceId = model::DeviceId("kiosk");
        command.personId = id;
        command.paper = false;
        run(command).value();
        run(rules::queueing::CancelTicket{command.ticketId, "不办了"}).value();
    }
    trouble.answersRead = 0;
    erase(id);
    EXPECT_EQ(trouble.answersRead, 1);
}

TEST_F(People, afterErasureTheSameDocumentIsANewPerson) {
    auto keeper = vault();
    const auto identity = person("11010519491231002X", "张三");
    const auto row = keeper.seal(identity, clock.now());
    const auto first = keep(row); // the writer remembers the look-up from now on
    EXPECT_EQ(keep(row), first);
    erase(first);
    const auto again = keeper.seal(identity, clock.now());
    const auto second = keep(again);
    EXPECT_NE(second, first);
    EXPECT_EQ(keeper.read(second).value()->name, "张三");
    EXPECT_FALSE(store->person(first).value().has_value());
}

TEST_F(People, erasureHoldsWithinOneGroupAndWhileTheOneBeforeIsWritten) {
    auto keeper = vault();
    const auto row = keeper.seal(person("11010519491231002X", "张三"), clock.now());
    std::vector<std::future<model::PersonId>> kept;
    const auto submitKeep = [&](const store::PersonRow& of) {
        auto promise = std::make_shared<std::promise<model::PersonId>>();
        kept.push_back(promise->get_future());
        writer->submit(
            {}, {},
            [promise, of](WriteContext& context) -> model::Result<Outcome> {
                promise->set_value(context.person(of, false).value());
                return Outcome{};
            },
            [](const model::Result<Outcome>&) {});
    };
    const auto submitErase = [&](const model::PersonId& id) {
        writer->submit(
            {}, {},
            [id](WriteContext& context) -> model::Result<Outcome> {
                context.erase(id);
                return Outcome{};
            },
            [](const model::Result<Outcome>&) {});
    };
    for (int round = 0; round < 50; ++round) { // groups of every make-up
        submitKeep(row);
        submitErase(row.id);
        auto fresh = row;
        fresh.id = model::PersonId("fresh" + std::to_string(round));
        submitKeep(fresh);
        submitErase(fresh.id);
    }
    run(rules::queueing::PauseWindow{model::WindowId("window-1"), "用餐"}).value(); // all before is durable
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto wanted = i % 2 == 0 ? row.id.value : "fresh" + std::to_string(i / 2);
        EXPECT_EQ(kept[i].get().value, wanted) << i << ": an erased person came back";
    }
    EXPECT_FALSE(store->personByLookup(row.lookup).value().has_value());
}

TEST_F(People, whoIsErasedIsNotRememberedByThoseWhoAreJustReading) {
    auto keeper = vault();
    const auto identity = person("11010519491231002X", "张三");
    const auto id = keep(keeper.seal(identity, clock.now()));
    erase(id);
    keeper.forget(id);
    keeper.remember(id, identity); // a reader that began before the erasure
    EXPECT_EQ(keeper.holder(id).value().name, "");
}

TEST_F(People, nothingOfTheErasedStaysInTheFiles) {
    auto keeper = vault();
    const auto row = keeper.seal(person("11010519491231002X", "张三"), clock.now());
    const auto id = keep(row);
    erase(id);
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (!file.is_regular_file())
            continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        for (const std::string& trace : {row.wrapped, row.sealed, row.lookup})
            EXPECT_EQ(bytes.find(trace), std::string::npos) << file.path();
    }
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

TEST(Ids, thoseMadeLaterSortLater) {
    initCrypto();
    const auto at = model::fromMillis(1'790'000'000'123);
    const auto id = orderedHex(at);
    EXPECT_EQ(id.size(), 32U);
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos) << id;
    EXPECT_EQ(id.substr(0, 12), "01a0c4506c7b"); // 1,790,000,000,123
    EXPECT_NE(id, orderedHex(at));
    EXPECT_LT(id, orderedHex(at + std::chrono::milliseconds(1)));
    EXPECT_LT(orderedHex(at + std::chrono::milliseconds(255)),
              orderedHex(at + std::chrono::milliseconds(256)));
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
}

} // namespace atrium::services::testing
