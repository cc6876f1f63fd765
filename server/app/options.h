// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/smsoptions.h"
#include "shared/model/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace atrium::app {

/// What the operator asks for. Later sources win: file, environment (ATRIUM_…), command line.
struct Options {
    enum class Task {
        serve,
        help,
        version,
        selfTest,
        importPackage,
        enrolmentCode,
        setPassword,
        verifyAudit,
        auditKey,
        rebuildStatistics
    };
    Task task = Task::serve;
    std::vector<std::string> arguments; ///< of the task

    std::string data = "/var/lib/atrium";
    std::string database; ///< empty: <data>/hall.db
    std::string keys;     ///< empty: with demonstration <data>.keys, else an error
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string portFile;
    std::string tlsCertificate;
    std::string tlsKey;
    std::string publicUrl;
    std::vector<std::string> trustedProxies; ///< numeric addresses
    std::string auditExport;                 ///< empty: <data>/audit
    std::string auditPublicKey;
    std::string hallPackage;
    std::string deviceDir;
    int workers = 8;
    SmsOptions sms;
    bool insecureLan = false;
    bool demonstration = false;
    bool accessLog = false;
    bool acceptLostKeys = false;

    [[nodiscard]] std::string databasePath() const;
    [[nodiscard]] std::string keyFolder() const;
    [[nodiscard]] std::string auditFolder() const;
    [[nodiscard]] bool loopback() const;
};

/// environment: value of a variable by name, as getenv.
[[nodiscard]] model::Result<Options>
readOptions(const std::vector<std::string>& arguments,
            const std::function<std::optional<std::string>(const std::string&)>& environment);
[[nodiscard]] std::string helpText();

} // namespace atrium::app
