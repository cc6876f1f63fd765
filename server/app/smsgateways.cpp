// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/smsgateways.h"

#include "server/app/startcheck.h"
#include "server/gateways/sms/cmppgateway.h"
#include "server/gateways/sms/masgateway.h"

#include <Poco/Exception.h>

#include <stdexcept>
#include <utility>

namespace atrium::app {

using model::Result;
using Gateway = SmsOptions::Gateway;

namespace {

constexpr std::size_t kSourceLength = 6;     ///< SP_Id of CMPP
constexpr std::size_t kReportKeyLength = 16; ///< shorter ones can be tried

std::unique_ptr<gateways::SmsGateway> makeCmpp(const SmsOptions& options, gateways::SmsListener& listener) {
    gateways::CmppConfig config;
    config.host = options.host;
    config.port = options.port;
    config.version =
        options.gateway == Gateway::cmpp2 ? gateways::cmpp::Version::v20 : gateways::cmpp::Version::v30;
    config.source = options.account;
    config.secret = options.secret;
    config.serviceId = options.service;
    config.sourceNumber = options.number;
    config.limits.perSecond = options.perSecond;
    return std::make_unique<gateways::CmppGateway>(std::move(config), listener);
}

std::unique_ptr<gateways::SmsGateway> makeMas(const SmsOptions& options, gateways::SmsListener& listener,
                                              services::ReportDoor& door) {
    gateways::MasConfig config;
    config.url = options.url;
    config.caFile = options.caFile;
    config.account = {options.company, options.account, options.secret, options.sign, options.number};
    config.limits.perSecond = options.perSecond;
    auto made = std::make_unique<gateways::MasGateway>(std::move(config), listener);
    door.key = options.reportKey;
    door.peers = options.reportPeers;
    door.take = [gateway = made.get()](std::string_view body) { return gateway->takeReports(body); };
    return made;
}

} // namespace

Result<void> checkSmsOptions(const SmsOptions& options) {
    if (options.gateway == Gateway::none)
        return {};
    if (options.account.empty() || options.secret.empty())
        return startFailure("the SMS gateway needs sms-account and sms-secret");
    if (options.gateway == Gateway::http) {
        if (options.url.empty() || options.company.empty() || options.sign.empty())
            return startFailure("the SMS gateway http needs sms-url, sms-company and sms-sign");
        if (!options.reportKey.empty() && options.reportKey.size() < kReportKeyLength)
            return startFailure("sms-report-key must have 16 characters or more, so that nobody guesses it");
        return {};
    }
    if (options.host.empty() || options.number.empty())
        return startFailure("the SMS gateway cmpp needs sms-host and sms-number");
    if (options.account.size() > kSourceLength)
        return startFailure("sms-account of CMPP has at most 6 characters");
    return {};
}

Result<std::unique_ptr<gateways::SmsGateway>>
makeSmsGateway(const SmsOptions& options, gateways::SmsListener& listener, services::ReportDoor& door) {
    std::unique_ptr<gateways::SmsGateway> made;
    try {
        if (options.gateway == Gateway::http)
            made = makeMas(options, listener, door);
        else if (options.gateway != Gateway::none)
            made = makeCmpp(options, listener);
    } catch (const std::invalid_argument& error) {
        return startFailure(std::string("sms-url: ") + error.what());
    } catch (const Poco::Exception& error) {
        return startFailure("the SMS gateway cannot be set up: " + error.displayText());
    }
    return made;
}

} // namespace atrium::app
