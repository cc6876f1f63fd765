// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/mas.h"

#include "shared/model/codec/walker.h"

#include <boost/describe/class.hpp>

#include <algorithm>

namespace atrium::gateways::mas {
namespace {

constexpr std::size_t kMostReports = 10000;

struct RequestBody {
    std::string ecName;
    std::string apId;
    std::string mobiles;
    std::string content;
    std::string sign;
    std::string addSerial;
    std::string mac;
};
BOOST_DESCRIBE_STRUCT(RequestBody, (), (ecName, apId, mobiles, content, sign, addSerial, mac))

struct AnswerBody {
    std::optional<std::string> msgGroup;
    std::optional<std::string> rspcod;
    std::optional<bool> success;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (msgGroup, rspcod, success))

struct ReportBody {
    std::optional<std::string> errorCode;
    std::optional<std::string> reportStatus;
    std::optional<std::string> msgGroup;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (errorCode, reportStatus, msgGroup))

/// Words of the peer go to the log and to administrators.
std::string shortWord(std::string_view word) {
    std::string out(word.substr(0, 64));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < 0x20 || c > 0x7E; }, '?');
    return out;
}

std::optional<DeliveryReport> reportOf(const boost::json::value& value) {
    ReportBody body;
    if (model::codec::fromValue(value, body, {}) || !body.msgGroup || body.msgGroup->empty())
        return std::nullopt;
    const auto error = body.errorCode.value_or("");
    const auto status = body.reportStatus.value_or("");
    if (error.empty() && status.empty())
        return std::nullopt;
    const bool delivered = error.empty() ? status == "CM:0000" : error == "DELIVRD";
    return DeliveryReport{*body.msgGroup, delivered, shortWord(error.empty() ? status : error)};
}

} // namespace

std::string macText(const Account& account, std::string_view phone, std::string_view text) {
    return account.ecName + account.apId + account.secret + std::string(phone) + std::string(text) +
           account.sign + account.addSerial;
}

std::string requestJson(const Account& account, std::string_view phone, std::string_view text,
                        std::string_view mac) {
    return model::codec::write(RequestBody{account.ecName, account.apId, std::string(phone),
                                           std::string(text), account.sign, account.addSerial,
                                           std::string(mac)});
}

SendAnswer decodeAnswer(const MessageId& id, int status, std::string_view body) {
    const auto http = "http " + std::to_string(status);
    if (status == 429 || status == 503)
        return {id, Outcome::notSent, {}, http};
    if (status >= 400 && status < 500)
        return {id, Outcome::refused, {}, http};
    if (status < 200 || status > 299)
        return {id, Outcome::noAnswer, {}, http};
    const auto answer = model::codec::read<AnswerBody>(body);
    if (!answer || !answer->success)
        return {id, Outcome::noAnswer, {}, "malformed"};
    if (!*answer->success)
        return {id, Outcome::refused, {}, shortWord(answer->rspcod.value_or("refused"))};
    // Without a name no report can be told to be of this message; it was taken all the same.
    const auto group = answer->msgGroup.value_or("");
    return {id, Outcome::accepted, group.empty() ? std::vector<std::string>() : std::vector{group}, {}};
}

std::optional<std::vector<DeliveryReport>> decodeReports(std::string_view body) {
    const auto parsed = model::codec::parse(body);
    if (!parsed)
        return std::nullopt;
    std::vector<DeliveryReport> reports;
    if (!parsed->is_array()) {
        auto report = reportOf(*parsed);
        return report ? std::optional(std::vector{*std::move(report)}) : std::nullopt;
    }
    if (parsed->get_array().size() > kMostReports)
        return std::nullopt;
    for (const auto& value : parsed->get_array()) {
        auto report = reportOf(value);
        if (!report)
            return std::nullopt;
        reports.push_back(*std::move(report));
    }
    return reports;
}

} // namespace atrium::gateways::mas
