// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/scratchfolder.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace atrium::ui {

namespace {

constexpr int kEndings[] = {SIGTERM, SIGINT, SIGHUP};

int told = -1; // the pipe's end that the handler writes to

void tell(int signal) {
    const int before = errno;
    const auto byte = static_cast<char>(signal);
    (void)!::write(told, &byte, 1);
    errno = before;
}

std::vector<ScratchFolder*>& folders() {
    static std::vector<ScratchFolder*> all;
    return all;
}

} // namespace

/// Brings the signals into the event loop. Lives as long as the process; without it, a signal ends the
/// program alone.
class SignalWatch {
public:
    static void begin() {
        int ends[2];
        if (told >= 0 || ::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return;
        told = ends[1];
        auto* notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, QCoreApplication::instance());
        QObject::connect(notifier, &QSocketNotifier::activated, notifier, [from = ends[0]] {
            char signal = 0;
            if (::read(from, &signal, 1) == 1)
                end(signal);
        });
        for (const int signal : kEndings) {
            struct sigaction present {};
            if (::sigaction(signal, nullptr, &present) != 0 || present.sa_handler == SIG_IGN)
                continue; // nohup
            struct sigaction wanted {};
            wanted.sa_handler = tell;
            wanted.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
            ::sigaction(signal, &wanted, nullptr);
        }
    }

private:
    [[noreturn]] static void end(int signal) {
        for (ScratchFolder* folder : folders())
            folder->m_folder.remove();
        ::raise(signal); // nobody handles it any more
        ::_exit(128 + signal);
    }
};

ScratchFolder::ScratchFolder() {
    folders().push_back(this);
    SignalWatch::begin();
}

ScratchFolder::~ScratchFolder() {
    auto& all = folders();
    all.erase(std::remove(all.begin(), all.end(), this), all.end());
}

} // namespace atrium::ui
