// SPDX-License-Identifier: GPL-3.0-or-later
// A person who was erased is nowhere any more, in files, tables and answers.
#include "tests/integration/server/services/running.h"
#include "tests/unit/server/store/databases.h"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>

namespace atrium::test {
namespace {

using store::ColumnType;
using store::Dialect;

const std::string kApi = "/api/v1";
const std::string kNumber = "11010519491231002X";
const std::string kIdentity = R"("identity":{"kind":"citizenId","number":")" + kNumber +
                              R"(","name":"欧阳明华","address":"北京市朝阳区某路七号"})";

/// All rows of all tables as text, and on SQLite the bytes of all files of the data folder.
class Everything {
public:
    Everything(store::Db& db, const std::string& folder) {
        using enum ColumnType;
        const bool sqlite = db.dialect() == Dialect::sqlite;
        const auto tables = db.query(sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                                            : "SELECT tablename::text FROM pg_tables "
                                              "WHERE schemaname = current_schema()",
                                     {}, {text});
        for (const auto& row : tables) {
            const std::string& table = store::asText(row[0]);
            if (sqlite) // its files are read below
                continue;
            for (const auto& one : db.query("SELECT t::text FROM \"" + table + "\" t", {}, {text}))
                m_texts.emplace_back(table, store::asText(one[0]));
        }
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
            if (!file.is_regular_file())
                continue;
            std::ifstream in(file.path(), std::ios::binary);
            m_texts.emplace_back(file.path().string(), std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    /// Where the text stands; empty: nowhere.
    [[nodiscard]] std::string find(const std::string& text) const {
        for (const auto& [place, content] : m_texts)
            if (content.find(text) != std::string::npos)
                return place;
        return {};
    }

private:
    std::vector<std::pair<std::string, std::string>> m_texts;
};

} // namespace

class Erasure : public testing::TestWithParam<Dialect> {};

TEST_P(Erasure, leavesNothingOfThePersonAnywhere) {
    const bool sqlite = GetParam() == Dialect::sqlite;
    const std::string database =
        sqlite ? std::string() : store::testing::PostgresCluster::instance().createDatabase();
    RunningServer server(sqlite ? std::vector<std::string>{}
                                : std::vector<std::string>{"--database", "postgres:" + database});
    const auto db = [&] {
        return sqlite ? store::openSqlite(server.folder() + "/data/hall.db") : store::openPostgres(database);
    };
    const std::string admin = server.signIn(kTool, "admin");
    const std::string clerk = server.signIn(kTerminal, kClerk);

    // The person was here before: staff wrote a note, and they wrote a comment.
    const std::string window = kApi + "/windows/" + kWindow + "/";
    const std::string note = "行动不便，请到一楼办理";
    const std::string comment = "膝盖疼，等得太久";
    const std::string earlier = server
                                    .post(kApi + "/tickets", kKiosk,
                                          R"({"itemId":")" + kItem + R"(","paper":false,)" + kIdentity + "}")
                                    .string("/ticket/id");
    for (const auto& [verb, body] : {std::pair<std::string, std::string>{"call", "{}"},
                                     {"start", "{}"},
                                     {"hold", R"({"reason":")" + note + "\"}"},
                                     {"return", R"({"ticketId":")" + earlier + "\"}"},
                                     {"finish", "{}"}}) {
        const Reply done = server.post(window + verb, kTerminal, body, clerk);
        ASSERT_EQ(done.status, 200) << verb << done.text;
    }
    ASSERT_EQ(server
                  .post(kApi + "/ratings", kOuter,
                        R"({"ticketId":")" + earlier + R"(","grade":2,"comment":")" + comment + "\"}")
                  .status,
              201);

    // The person takes a number, is found at a kiosk, called and served.
    const std::string issueBody = R"({"itemId":")" + kItem + "\"," + kIdentity + "}";
    const std::map<std::string, std::string> sameKey{{"Idempotency-Key", "kiosk-issue-1"}};
    const Reply issued = server.ask("POST", kApi + "/tickets", kKiosk, issueBody, {}, sameKey);
    ASSERT_EQ(issued.status, 201) << issued.text;
    const std::string ticket = issued.string("/ticket/id");
    const std::string maskedName = issued.string("/holderName");
    const std::string maskedNumber = issued.string("/holderNumber");
    ASSERT_FALSE(maskedName.empty());
    ASSERT_EQ(server.post(kApi + "/tickets/" + ticket + "/print", kKiosk, R"({"outcome":"printed"})")
                  .string("/holderNumber"),
              maskedNumber);
    ASSERT_EQ(
        server.post(kApi + "/tickets/lookup", kKiosk, "{" + kIdentity + "}").at("/tickets").as_array().size(),
        2U);
    ASSERT_EQ(
        server.post(kApi + "/windows/" + kWindow + "/call", kTerminal, "{}", clerk).string("/holderNumber"),
        maskedNumber);
    using enum ColumnType;
    const auto stored =
        db()->query("SELECT p.\"id\", p.\"lookup\", p.\"sealed\", k.\"wrapped\" FROM \"person\" p "
                    "JOIN \"person_key\" k ON k.\"person_id\" = p.\"id\"",
                    {}, {text, text, text, text});
    ASSERT_EQ(stored.size(), 1U);
    const std::string person = store::asText(stored[0][0]);
    EXPECT_EQ(server.ask("POST", kApi + "/tickets", kKiosk, issueBody, {}, sameKey).string("/holderName"),
              maskedName)
        << "a repeated request gets the whole answer, though the stored one names nobody";
    std::vector<std::string> traces{kNumber, "欧阳明华", "朝阳区", maskedName, maskedNumber, note, comment};
    for (std::size_t i = 1; i <= 3; ++i)
        traces.push_back(store::asText(stored[0][i]));
    {
        const Everything before(*db(), server.folder() + "/data");
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_EQ(before.find(traces[i]), "") << "readable even before: " << traces[i];
        for (std::size_t i = 5; i < traces.size(); ++i)
            EXPECT_NE(before.find(traces[i]), "") << "the search finds nothing at all: " << traces[i];
    }

    // Only an administrator may, and says whom.
    const std::string path = kApi + "/persons/erase";
    EXPECT_EQ(server.post(path, kTerminal, "{" + kIdentity + "}", clerk).status, 403);
    EXPECT_EQ(server.post(path, kTool, "{" + kIdentity + "}").status, 401);
    EXPECT_EQ(server.post(path, kTool, "{}", admin).status, 400);
    EXPECT_EQ(server.post(path, kTool, R"({"identity":{"kind":"citizenId","number":"1"}})", admin).status,
              400);
    EXPECT_EQ(server.post(path, kTool, R"({"ticketId":"none"})", admin).status, 404);

    const Reply erased = server.post(path, kTool, "{" + kIdentity + "}", admin);
    EXPECT_EQ(erased.text, R"({"erased":true})");
    EXPECT_EQ(server.post(path, kTool, "{" + kIdentity + "}", admin).text, R"({"erased":false})");
    EXPECT_EQ(server.post(path, kTool, R"({"ticketId":")" + ticket + "\"}", admin).text,
              R"({"erased":false})");
    {
        const Everything after(*db(), server.folder() + "/data");
        for (const std::string& trace : traces)
            EXPECT_EQ(after.find(trace), "") << trace;
        EXPECT_NE(after.find(person), "") << "the log keeps the id, which names nobody";
    }
    const Reply snapshot = server.get(kApi + "/snapshot", kTool, admin);
    EXPECT_EQ(snapshot.text.find(note), std::string::npos);
    EXPECT_EQ(snapshot.text.find(comment), std::string::npos);
    EXPECT_NE(snapshot.text.find(earlier), std::string::npos);
    // Nor does the running server remember anything; the ticket goes on.
    EXPECT_EQ(server.get(kApi + "/windows/" + kWindow + "/queue", kTerminal, clerk).string("/holderNumber"),
              "");
    EXPECT_TRUE(server.post(kApi + "/tickets/lookup", kKiosk, "{" + kIdentity + "}")
                    .at("/tickets")
                    .as_array()
                    .empty());
    const Reply again = server.ask("POST", kApi + "/tickets", kKiosk, issueBody, {}, sameKey);
    EXPECT_EQ(again.string("/ticket/id"), ticket) << "the repeated request still gets its one ticket";
    EXPECT_EQ(again.string("/holderName"), "");
    EXPECT_EQ(server.post(kApi + "/windows/" + kWindow + "/start", kTerminal, "{}", clerk).status, 200);

    // Audited, without a word about the person; the chain still verifies; the document may come again.
    const Reply trail = server.get(kApi + "/audit?limit=4", kTool, admin);
    EXPECT_EQ(trail.string("/entries/3/action"), "person.erase");
    EXPECT_EQ(trail.string("/entries/3/subjectId"), person);
    EXPECT_EQ(trail.string("/entries/3/staffId"), "staff-admin");
    EXPECT_EQ(trail.text.find(kNumber), std::string::npos);
    const Reply anew = server.post(kApi + "/tickets", kKiosk, issueBody);
    EXPECT_EQ(anew.status, 201);
    EXPECT_EQ(anew.string("/holderNumber"), maskedNumber);
    const auto now = db()->query("SELECT \"id\" FROM \"person\"", {}, {text});
    ASSERT_EQ(now.size(), 1U);
    EXPECT_NE(store::asText(now[0][0]), person);
}

INSTANTIATE_TEST_SUITE_P(Databases, Erasure, testing::Values(Dialect::sqlite, Dialect::postgres),
                         store::testing::databaseName);

} // namespace atrium::test
