// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told when something cannot be done, in both languages of the hall.
#include "shared/model/result.h"
#include "tests/integration/server/services/running.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

bool hasHan(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xe4 && byte <= 0xe9;
    });
}

bool isAscii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A hall in which everything goes wrong.
class Languages : public testing::Test {
protected:
    RunningServer& server = sharedServer();
    std::string clerk;
    std::string admin;

    struct Ask {
        std::string method;
        std::string path;
        std::string device;
        std::string body = "{}";
        std::string session{};
        std::map<std::string, std::string> headers{};
    };

    void SetUp() override {
        clerk = server.signIn(kTerminal, kClerk);
        admin = server.signIn(kTool, "admin");
        ASSERT_FALSE(clerk.empty());
        ASSERT_FALSE(admin.empty());
    }
    void TearDown() override { server.ask("DELETE", kApi + "/session", kTerminal, {}, clerk); }

    Reply ask(Ask what, const std::string& language) {
        if (!language.empty())
            what.headers["Accept-Language"] = language;
        return server.ask(what.method, kApi + what.path, what.device, what.body, what.session, what.headers);
    }

    /// The same code in both languages, a sentence of its own in each, and Chinese for whoever names none.
    void expectBoth(const Ask& what, const std::string& code, const std::string& chinese,
                    const std::string& english) {
        SCOPED_TRACE(what.method + " " + what.path + " " + code);
        const Reply zh = ask(what, "");
        const Reply zhAsked = ask(what, "zh-CN,zh;q=0.9,en;q=0.8");
        const Reply en = ask(what, "en");
        for (const Reply* reply : {&zh, &zhAsked, &en})
            EXPECT_EQ(reply->string("/code"), code) << reply->text;
        EXPECT_EQ(zh.string("/path"), en.string("/path"));
        EXPECT_EQ(zh.string("/detail"), chinese);
        EXPECT_EQ(zhAsked.string("/detail"), chinese);
        EXPECT_EQ(en.string("/detail"), english);
        EXPECT_TRUE(hasHan(zh.string("/title"))) << zh.text;
        EXPECT_TRUE(isAscii(en.string("/title")) && isAscii(en.string("/detail"))) << en.text;
        EXPECT_FALSE(en.string("/title").empty());
    }

    boost::json::object record(const std::string& kind, const std::string& id) {
        const Reply list = server.get(kApi + "/records/" + kind, kTool, admin);
        for (const auto& one : list.at("/records").as_array())
            if (one.at("id").as_string() == id)
                return one.as_object();
        ADD_FAILURE() << "no " << kind << " " << id;
        return {};
    }
    Ask put(const std::string& kind, const boost::json::object& with) {
        return {"PUT", "/records/" + kind + "/" + std::string(with.at("id").as_string()),
                kTool, boost::json::serialize(with),
                admin, {{"If-Match", std::to_string(with.at("version").as_int64())}}};
    }
    void change(const std::string& kind, const std::string& id, const char* field,
                const boost::json::value& value) {
        auto with = record(kind, id);
        with[field] = value;
        const Reply changed = ask(put(kind, with), "");
        ASSERT_EQ(changed.status, 200) << changed.text;
    }
};

} // namespace

TEST_F(Languages, atTheKiosk) {
    const std::string item = R"({"itemId":")" + kItem + R"("})";
    const std::string queue(record("serviceItem", kItem)["queueId"].as_string());
    expectBoth({"POST", "/tickets", kKiosk, R"({"itemId":"item-nowhere"})"}, "notFound", "没有这个事项",
               "there is no such service item");
    expectBoth({"POST", "/tickets", kKiosk, R"({"itemId":7})"}, "invalid", "应为编号", "expected an id");
    expectBoth({"POST", "/tickets", kKiosk,
                R"({"itemId":"x","identity":{"kind":"citizenId","number":"110105194912310021"}})"},
               "invalid", "证件号码校验不符，请检查是否输错",
               "the check character does not fit: a digit was mistyped or misread");
    expectBoth({"POST", "/tickets/lookup", kKiosk, R"({"qrText":"https://example.org/"})"}, "notFound",
               "这个二维码不是本大厅的号单", "this code is no ticket of this hall");
    expectBoth({"POST", "/tickets/0123/cancel", kKiosk}, "identityRequired", "请再次放置持号人的证件",
               "lay the holder's card again");
    expectBoth({"POST", "/enrolment", "", R"({"code":"ABCDEFGH"})"}, "forbidden",
               "登记码不正确、已使用或已过期，请向管理员索取新的登记码",
               "this code is wrong, used or over; ask for a new one");

    change("queue", queue, "maxOpenPerIdentity", 1);
    const std::string known =
        R"({"itemId":")" + kItem + R"(","identity":{"kind":"citizenId","number":"11010519491231002X"}})";
    const Reply first = server.post(kApi + "/tickets", kKiosk, known);
    ASSERT_EQ(first.status, 201) << first.text;
    expectBoth({"POST", "/tickets", kKiosk, known}, "tooManyOpenTickets",
               "该证件在本队列已有1个未办结的号码，请先办理或取消其中一个",
               "this identity already holds 1 open ticket(s) of this queue; use or cancel one first");
    change("queue", queue, "maxOpenPerIdentity", 0);
    change("queue", queue, "realName", true);
    expectBoth({"POST", "/tickets", kKiosk, item}, "identityRequired", "该事项实名取号，请先核验证件",
               "this queue needs an identity; lay the card on the reader");
    change("queue", queue, "realName", false);
    change("queue", queue, "dailyQuota", 1);
    expectBoth({"POST", "/tickets", kKiosk, item}, "quotaReached", "今天的号码已发完，请改日再来",
               "all numbers of today are given out; come another day");
    change("queue", queue, "dailyQuota", 0);
    change("queue", queue, "active", false);
    expectBoth({"POST", "/tickets", kKiosk, item}, "queueClosed", "该事项目前不发号",
               "no numbers are given out for this item");
    change("queue", queue, "active", true);
}

TEST_F(Languages, atTheWindow) {
    const std::string window = "/windows/" + kWindow;
    expectBoth({"POST", window + "/start", kTerminal, "{}", clerk}, "conflict",
               "本窗口没有呼叫中的号码，请先叫号", "no ticket is called here; call one first");
    expectBoth({"POST", window + "/undo", kTerminal, "{}", clerk}, "undoExpired", "没有可以撤销的操作",
               "there is nothing that can be taken back");
    expectBoth({"POST", window + "/pause", kTerminal, "{}", clerk}, "invalid", "请选择暂停的原因",
               "give a reason for the pause");
    expectBoth({"POST", "/windows/window-02/call", kTerminal, "{}", clerk}, "forbidden",
               "您没有在这个窗口登录", "you are not signed in at this window");
    const Reply issued = server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"("})");
    ASSERT_EQ(issued.status, 201) << issued.text;
    ASSERT_EQ(server
                  .post(kApi + "/tickets/" + issued.string("/ticket/id") + "/print", kKiosk,
                        R"({"outcome":"printed"})")
                  .status,
              200);
    const Reply called = server.post(kApi + window + "/call", kTerminal, "{}", clerk);
    ASSERT_EQ(called.status, 200) << called.text;
    const std::string number = called.string("/current/ticket/number");
    expectBoth({"POST", window + "/call", kTerminal, "{}", clerk}, "windowBusy", "请先办结当前号码" + number,
               "finish with ticket " + number + " first");
    expectBoth({"POST", window + "/finish", kTerminal, "{}", clerk}, "conflict",
               "号码" + number + "还在呼叫中，请先开始服务",
               "ticket " + number + " is only called; start its service first");
    expectBoth({"POST", "/tickets", kTerminal, R"({"itemId":")" + kItem + R"("})", clerk}, "forbidden",
               "当前设备或角色没有这项权限", "this kind of device or role may not do that");
    ASSERT_EQ(server.post(kApi + window + "/no-show", kTerminal, "{}", clerk).status, 200);
}

TEST_F(Languages, whenSigningIn) {
    expectBoth(
        {"POST", "/session", "window-terminal-08", R"({"account":"c1008","password":"not the password"})"},
        "unauthenticated", "账号或密码不正确", "account or password is wrong");
    for (int i = 0; i < 2; ++i)
        server.post(kApi + "/session", "window-terminal-08",
                    R"({"account":"c1008","password":"not the password"})");
    // How long depends on the moment; Retry-After bears the same number.
    const auto late = [&](const std::string& language) {
        return server.ask("POST", kApi + "/session", "window-terminal-08",
                          R"({"account":"c1008","password":"not the password"})", {},
                          {{"Accept-Language", language}});
    };
    const Reply zh = late("zh");
    EXPECT_EQ(zh.status, 429);
    EXPECT_EQ(zh.string("/detail"), "密码输错次数太多，请" + zh.headers.at("Retry-After") + "秒后再试");
    const Reply en = late("en");
    EXPECT_EQ(en.string("/detail"),
              "too many wrong passwords; try again in " + en.headers.at("Retry-After") + " seconds");
    expectBoth({"GET", "/dashboard", kTool}, "unauthenticated", "请先登录（Atrium-Session: <token>）",
               "somebody must be signed in: Atrium-Session: <token>");
    expectBoth({"GET", "/dashboard", kTool, "", "gone"}, "unauthenticated", "登录已失效，请重新登录",
               "the session is over; sign in again");
    expectBoth({"GET", "/snapshot", ""}, "unauthenticated",
               "设备尚未登记：请求要带设备凭证（Authorization: Bearer <token>）",
               "send the device's token: Authorization: Bearer <token>");
}

TEST_F(Languages, inTheSetUp) {
    auto queue = record("queue", std::string(record("serviceItem", kItem)["queueId"].as_string()));
    auto wrong = queue;
    wrong["recallLimit"] = 0;
    expectBoth(put("queue", wrong), "invalid", "应为1到20", "must be 1 to 20");
    wrong = queue;
    wrong["prefix"] = "7";
    expectBoth(put("queue", wrong), "invalid", "应为一到两个大写字母 A 到 Z", "one or two letters A to Z");
    wrong = queue;
    wrong["name"] = "";
    expectBoth(put("queue", wrong), "invalid", "请填写名称", "a name is needed");
    wrong = queue;
    wrong["version"] = queue["version"].as_int64() - 1;
    expectBoth(put("queue", wrong), "conflict", "其他人刚修改过这条记录，请重新读取后再改",
               "somebody changed the record meanwhile; fetch it again");
    const auto area = record("area", std::string(queue["areaId"].as_string()));
    auto drop = put("area", area);
    drop.method = "DELETE";
    const Reply kept = ask(drop, "en");
    EXPECT_EQ(kept.string("/detail").rfind("still in use by ", 0), 0U) << kept.text;
    EXPECT_TRUE(hasHan(ask(drop, "zh").string("/detail")));
    expectBoth({"GET", "/records/nonsense", kTool, "", admin}, "notFound", "没有这一类记录",
               "there is no such kind of record");
    expectBoth({"POST", "/media", kTool, "text", admin}, "invalid",
               "只接受 PNG 或 JPEG 图片，且类型要与内容一致",
               "Content-Type must be image/png or image/jpeg, and the bytes that");
    expectBoth({"PUT", "/staff/staff-admin/password", kTool, R"({"password":"short"})", admin}, "invalid",
               "密码长度为10到256个字节", "a password has 10 to 256 bytes");
    expectBoth({"GET", "/changes?after=minus", kTool, "", admin}, "invalid",
               "查询参数 after 应为0到4611686018427387903的整数",
               "query parameter after must be a whole number from 0 to 4611686018427387903");
}

TEST_F(Languages, whatTheServerRefusesBeforeReadingIt) {
    expectBoth({"GET", "/nowhere", kKiosk}, "notFound", "没有这个地址，见 /api/openapi.json",
               "no such path; see /api/openapi.json");
    const Ask large{"POST", "/tickets", kKiosk, std::string(2 * 1024 * 1024, ' ')};
    expectBoth(large, "tooLarge", "内容超过1048576字节的上限，请缩小后再试",
               "the body is longer than 1048576 bytes");
}

} // namespace atrium::test
