// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/printing/lines.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <utility>

namespace atrium::test {

void say(const QString& line) {
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

void obeyLines(QObject& context, std::function<void(const std::string&)> obey) {
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &context);
    const auto rest = std::make_shared<std::string>();
    QObject::connect(input, &QSocketNotifier::activated, &context, [obey = std::move(obey), rest] {
        std::array<char, 512> buffer{};
        const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0)
            return QCoreApplication::quit();
        rest->append(buffer.data(), static_cast<std::size_t>(count));
        for (auto end = rest->find('\n'); end != std::string::npos; end = rest->find('\n')) {
            const std::string line = rest->substr(0, end);
            rest->erase(0, end + 1);
            obey(line);
        }
    });
}

} // namespace atrium::test
