// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/hallserver.h"
#include "server/app/tasks.h"
#include "server/app/version.h"
#include "server/services/core/crypto.h"
#include "server/services/core/wholefile.h"

#include <sys/stat.h>

#include <csignal>

#include <cstdlib>
#include <exception>
#include <iostream>

namespace {

using namespace atrium;

int report(const model::Error& error) {
    std::cerr << "atrium-server: " << error.path << (error.path.empty() ? "" : ": ") << error.detail
              << std::endl;
    return EXIT_FAILURE;
}

/// Blocks the ending signals in this thread and all that follow, so that only the wait below takes them.
sigset_t endingSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a client that went away is no reason to end
    std::signal(SIGXFSZ, SIG_IGN); // nor is a file that may not grow: the write fails and is told
    return signals;
}

int serve(const app::Options& options) {
    const sigset_t signals = endingSignals();
    auto server = app::HallServer::create(options);
    if (!server)
        return report(server.error());
    std::cout << "listening on " << options.host << ":" << (*server)->port() << std::endl;
    // Whole or not at all: whoever waits for the file reads it at once.
    if (!options.portFile.empty() &&
        services::writeWhole(options.portFile, std::to_string((*server)->port()) + "\n", 0600,
                             services::Present::replaced) != services::Written::done)
        return report({model::ErrorCode::unavailable, "--port-file", "cannot write " + options.portFile});
    constexpr timespec kLook{1, 0};
    while (sigtimedwait(&signals, nullptr, &kLook) < 0)
        if ((*server)->lost()) // whoever looks after this service starts it anew
            return report({model::ErrorCode::unavailable, {}, "no longer the writer of this database"});
    std::cout << "stopping" << std::endl;
    server->reset();
    return EXIT_SUCCESS;
}

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

int run(const std::vector<std::string>& arguments) {
    auto options = app::readOptions(arguments, variable);
    if (!options)
        return report(options.error());
    services::initCrypto();
    model::Result<std::string> said = std::string();
    switch (options->task) {
    case app::Options::Task::serve:
        return serve(*options);
    case app::Options::Task::help:
        said = app::helpText();
        break;
    case app::Options::Task::version:
        said = std::string("atrium-server ") + app::kVersion + "\n";
        break;
    case app::Options::Task::selfTest:
        said = app::selfTest(*options);
        break;
    case app::Options::Task::importPackage:
        said = app::importTask(*options);
        break;
    case app::Options::Task::enrolmentCode:
        said = app::enrolmentCodeTask(*options);
        break;
    case app::Options::Task::verifyAudit:
        said = app::verifyAuditTask(*options);
        break;
    case app::Options::Task::auditKey:
        said = app::auditKeyTask(*options);
        break;
    case app::Options::Task::rebuildStatistics:
        said = app::rebuildStatisticsTask(*options, std::cerr);
        break;
    case app::Options::Task::setPassword:
        said = app::passwordTask(*options, std::cin);
        break;
    }
    if (!said)
        return report(said.error());
    std::cout << *said;
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv) {
    ::umask(077); // whatever is written, database, log, media, is for this user alone
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "atrium-server: " << error.what() << std::endl;
        return EXIT_FAILURE;
    }
}
