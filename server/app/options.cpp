// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include "server/http/forwarded.h"
#include "shared/model/reflect.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fstream>

namespace atrium::app {

using model::ErrorCode;
using model::Result;

namespace {

/// One setting: option --name, variable ATRIUM_NAME, line "name = value".
struct Setting {
    const char* name;
    const char* value; ///< what the help calls it; nullptr: a switch
    const char* help;
    bool (*set)(Options&, const std::string&);
};

template <class Number> bool readNumber(const std::string& text, Number& out, Number low, Number high) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && out >= low && out <= high;
}

bool readSwitch(const std::string& text, bool& out) {
    out = text.empty() || text == "1" || text == "true" || text == "yes" || text == "on";
    return out || text == "0" || text == "false" || text == "no" || text == "off";
}

template <std::string Options::*Member> bool take(Options& options, const std::string& value) {
    options.*Member = value;
    return true;
}
template <std::string SmsOptions::*Member> bool takeSms(Options& options, const std::string& value) {
    options.sms.*Member = value;
    return true;
}
template <bool Options::*Member> bool flag(Options& options, const std::string& value) {
    return readSwitch(value, options.*Member);
}

constexpr std::array<Setting, 34> kSettings{{
    {"data", "DIR", "folder of the database and the media (/var/lib/atrium)", take<&Options::data>},
    {"database", "WHERE", "SQLite file, or postgres:<libpq connection> (<data>/hall.db)",
     take<&Options::database>},
    {"keys", "DIR", "folder of the keys; not below the data folder", take<&Options::keys>},
    {"accept-lost-keys", nullptr, "make new keys although the database was written with others; audited",
     flag<&Options::acceptLostKeys>},
    {"host", "ADDRESS", "address to listen on (127.0.0.1)", take<&Options::host>},
    {"port", "PORT", "port to listen on, 0: any free one (8080)",
     [](Options& options, const std::string& value) {
         return readNumber<std::uint16_t>(value, options.port, 0, 65535);
     }},
    {"port-file", "FILE", "write the port in use into this file", take<&Options::portFile>},
    {"tls-certificate", "FILE", "PEM chain; turns TLS on", take<&Options::tlsCertificate>},
    {"tls-key", "FILE", "PEM private key", take<&Options::tlsKey>},
    {"insecure-lan", nullptr, "answer other machines without TLS; a standing alarm",
     flag<&Options::insecureLan>},
    {"trusted-proxies", "ADDRESSES", "proxies whose X-Forwarded-For is believed, separated by commas",
     [](Options& options, const std::string& value) {
         return http::readAddresses(value, options.trustedProxies);
     }},
    {"public-url", "URL", "base of the address in a ticket's QR (the hall's)", take<&Options::publicUrl>},
    {"audit-export", "DIR", "where the audit trail's signed heads go, one a day (<data>/audit)",
     take<&Options::auditExport>},
    {"audit-public-key", "KEY", "for verify-audit without the keys: what audit-key printed",
     take<&Options::auditPublicKey>},
    {"workers", "N", "threads that handle requests, 1 to 64 (8)",
     [](Options& options, const std::string& value) {
         return readNumber<int>(value, options.workers, 1, 64);
     }},
    {"sms-gateway", "KIND", "how messages go out: none, http (cloud MAS), cmpp2 or cmpp3 (none)",
     [](Options& options, const std::string& value) {
         return model::enumFromName(value, options.sms.gateway);
     }},
    {"sms-url", "URL", "http: address of norsubmit", takeSms<&SmsOptions::url>},
    {"sms-ca", "FILE", "http over TLS: PEM of the issuer (the machine's own list)",
     takeSms<&SmsOptions::caFile>},
    {"sms-host", "NAME", "cmpp: the gateway's machine", takeSms<&SmsOptions::host>},
    {"sms-port", "PORT", "cmpp: its port (7890)",
     [](Options& options, const std::string& value) {
         return readNumber<std::uint16_t>(value, options.sms.port, 1, 65535);
     }},
    {"sms-account", "NAME", "apId of MAS, SP_Id of CMPP", takeSms<&SmsOptions::account>},
    {"sms-secret", "TEXT", "the account's; in the file only, other users see a command line",
     takeSms<&SmsOptions::secret>},
    {"sms-company", "NAME", "http: ecName", takeSms<&SmsOptions::company>},
    {"sms-sign", "CODE", "http: code of the signature", takeSms<&SmsOptions::sign>},
    {"sms-number", "DIGITS", "cmpp: what phones show; http: digits behind it", takeSms<&SmsOptions::number>},
    {"sms-service", "CODE", "cmpp: Service_Id", takeSms<&SmsOptions::service>},
    {"sms-per-second", "N", "messages handed over in a second, 1 to 1000 (20)",
     [](Options& options, const std::string& value) {
         return readNumber<int>(value, options.sms.perSecond, 1, 1000);
     }},
    {"sms-report-key", "TEXT", "http: reports are pushed to /api/v1/messages/reports/TEXT",
     takeSms<&SmsOptions::reportKey>},
    {"sms-report-peers", "ADDRESSES",
     "http: who may push reports, separated by commas (anybody with the key)",
     [](Options& options, const std::string& value) {
         return http::readAddresses(value, options.sms.reportPeers);
     }},
    {"demonstration", nullptr, "import the hall package into an empty database, with two weeks of history",
     flag<&Options::demonstration>},
    {"hall-package", "DIR", "the package that --demonstration imports", take<&Options::hallPackage>},
    {"device-dir", "DIR", "with --demonstration: write each device's token to DIR/<device>.token",
     take<&Options::deviceDir>},
    {"access-log", nullptr, "one JSON line a request on the standard error", flag<&Options::accessLog>},
    {"config", "FILE", "read settings from a file of \"name = value\" lines",
     [](Options&, const std::string&) { return true; }},
}};

const Setting* findSetting(const std::string& name) {
    const auto* found = std::find_if(kSettings.begin(), kSettings.end(),
                                     [&](const Setting& setting) { return name == setting.name; });
    return found == kSettings.end() ? nullptr : found;
}

model::Error fault(const std::string& where, const std::string& detail) {
    return {ErrorCode::invalid, where, detail};
}

Result<void> apply(Options& options, const std::string& name, const std::string& value,
                   const std::string& where) {
    const Setting* setting = findSetting(name);
    if (setting == nullptr)
        return fault(where, "there is no setting \"" + name + "\"; see --help");
    if (!setting->set(options, value))
        return fault(where, "\"" + value + "\" is no value for " + name);
    return {};
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

Result<void> readFile(Options& options, const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return fault("--config", "cannot read " + path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        line = trimmed(line);
        if (line.empty() ||
            line.front() == '#') // behind a value it is part of it: keys and passwords hold it
            continue;
        const std::size_t equals = line.find('=');
        const std::string where = path + ":" + std::to_string(number);
        if (equals == std::string::npos)
            return fault(where, "expected name = value");
        if (auto done =
                apply(options, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)), where);
            !done)
            return done;
    }
    return {};
}

std::string variableOf(const char* name) {
    std::string out = "ATRIUM_";
    for (const char* c = name; *c != '\0'; ++c)
        out += *c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(*c)));
    return out;
}

struct CommandLine {
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<std::string> words;
};

Result<CommandLine> splitArguments(const std::vector<std::string>& arguments) {
    CommandLine out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!argument.starts_with("--")) {
            out.words.push_back(argument);
            continue;
        }
        std::string name = argument.substr(2);
        std::string value;
        const std::size_t equals = name.find('=');
        if (equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else if (const Setting* setting = findSetting(name);
                   setting != nullptr && setting->value != nullptr) {
            if (i + 1 == arguments.size())
                return fault(argument, std::string("needs a value: ") + setting->value);
            value = arguments[++i];
        }
        out.settings.emplace_back(std::move(name), std::move(value));
    }
    return out;
}

Result<void> chooseTask(Options& options, CommandLine& line) {
    using enum Options::Task;
    for (const auto& [name, value] : line.settings) {
        if (name == "help")
            options.task = help;
        else if (name == "version")
            options.task = version;
        else if (name == "self-test")
            options.task = selfTest;
    }
    std::erase_if(line.settings, [](const auto& entry) {
        return entry.first == "help" || entry.first == "version" || entry.first == "self-test";
    });
    if (line.words.empty())
        return {};
    struct Word {
        const char* name;
        Options::Task task;
        std::size_t arguments;
    };
    constexpr std::array<Word, 6> kTasks{{{"import", importPackage, 1},
                                          {"code", enrolmentCode, 1},
                                          {"password", setPassword, 1},
                                          {"verify-audit", verifyAudit, 0},
                                          {"audit-key", auditKey, 0},
                                          {"rebuild-statistics", rebuildStatistics, 0}}};
    for (const Word& word : kTasks)
        if (line.words[0] == word.name) {
            if (line.words.size() != word.arguments + 1)
                return fault(word.name, word.arguments == 1 ? "needs one argument; see --help"
                                                            : "takes no argument; see --help");
            options.task = word.task;
            options.arguments.assign(line.words.begin() + 1, line.words.end());
            return {};
        }
    return fault(line.words[0], "there is no such task; see --help");
}

} // namespace

std::string Options::databasePath() const {
    return database.empty() ? data + "/hall.db" : database;
}

std::string Options::keyFolder() const {
    if (!keys.empty())
        return keys;
    return demonstration ? data + ".keys" : std::string();
}

std::string Options::auditFolder() const {
    return auditExport.empty() ? data + "/audit" : auditExport;
}

bool Options::loopback() const {
    return host == "127.0.0.1" || host == "::1" || host == "localhost" || host.starts_with("127.");
}

Result<Options>
readOptions(const std::vector<std::string>& arguments,
            const std::function<std::optional<std::string>(const std::string&)>& environment) {
    Options options;
    auto line = splitArguments(arguments);
    if (!line)
        return line.error();
    if (auto chosen = chooseTask(options, *line); !chosen)
        return chosen.error();
    std::string file = environment("ATRIUM_CONFIG").value_or("");
    for (const auto& [name, value] : line->settings)
        if (name == "config")
            file = value;
    if (!file.empty())
        if (auto done = readFile(options, file); !done)
            return done.error();
    for (const Setting& setting : kSettings)
        if (const auto value = environment(variableOf(setting.name)))
            if (auto done = apply(options, setting.name, *value, variableOf(setting.name)); !done)
                return done.error();
    for (const auto& [name, value] : line->settings)
        if (auto done = apply(options, name, value, "--" + name); !done)
            return done.error();
    return options;
}

std::string helpText() {
    std::string out =
        "atrium-server: the server of one service hall\n\n"
        "  atrium-server [options]                    serve the hall\n"
        "  atrium-server [options] import PACKAGE     take over a hall package\n"
        "  atrium-server [options] code DEVICE        print an enrolment code for a device\n"
        "  atrium-server [options] password STAFF     set a password, read from standard input\n"
        "  atrium-server [options] verify-audit       check the audit trail against its signed heads\n"
        "  atrium-server [options] audit-key          print the public key of those signatures\n"
        "  atrium-server [options] rebuild-statistics count the days in the event log once more\n"
        "  atrium-server --self-test | --version | --help\n\n"
        "Options; each also as ATRIUM_NAME in the environment and as \"name = value\" in the\n"
        "file of --config. The command line goes before the environment, that before the file.\n\n";
    for (const Setting& setting : kSettings) {
        std::string left = std::string("  --") + setting.name;
        if (setting.value != nullptr)
            left += std::string(" ") + setting.value;
        left.resize(std::max<std::size_t>(left.size() + 1, 28), ' ');
        out += left + setting.help + "\n";
    }
    return out;
}

} // namespace atrium::app
