// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/speechservice.h"

#include <QtCore/QByteArray>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>
#include <QtNetwork/QLocalSocket>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace atrium::devices {

namespace {

constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kBetween{50};
constexpr int kConnectMs = 500;

bool answers(const QString& socket) {
    QLocalSocket probe;
    probe.connectToServer(socket);
    return probe.waitForConnected(kConnectMs);
}

/// In the child: ends with its parent, says nothing into the parent's channels.
[[noreturn]] void become(const QByteArray& socket, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // it ignores SIGTERM while it waits for a sound device
    if (::getppid() != parent)
        ::_exit(0);
    ::setenv("LC_ALL", "C.UTF-8", 1); // it refuses a locale that is not generated on this machine
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    ::execlp("speech-dispatcher", "speech-dispatcher", "--run-single", "--timeout", "0",
             "--communication-method", "unix_socket", "--socket-path", socket.constData(), nullptr);
    ::_exit(127);
}

} // namespace

QString speechServiceSocket() {
    const QString address = qEnvironmentVariable("SPEECHD_ADDRESS");
    const QString scheme = QStringLiteral("unix_socket");
    if (address.startsWith(scheme + QLatin1Char(':')))
        return address.mid(scheme.size() + 1);
    if (!address.isEmpty() && address != scheme)
        return {};
    return qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/speech-dispatcher/speechd.sock");
}

bool ensureSpeechService() {
    const QString socket = speechServiceSocket();
    if (socket.isEmpty() || answers(socket))
        return true;
    QDir().mkpath(QFileInfo(socket).path());
    const QByteArray path = socket.toLocal8Bit();
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        become(path, self);
    if (child < 0)
        return false;
    for (const QDeadlineTimer end(kPatience); !end.hasExpired(); QThread::msleep(kBetween.count())) {
        if (answers(socket))
            return true;
        // Another program may have started one at the same moment: then ours ends, and theirs answers.
        if (::waitpid(child, nullptr, WNOHANG) == child)
            return answers(socket);
    }
    return false;
}

} // namespace atrium::devices
