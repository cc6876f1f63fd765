// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <string>

namespace atrium::test {

/// One line on the standard output, at once.
void say(const QString& line);

/// Each line of the standard input goes to obey, on the context's thread; its end ends the program.
void obeyLines(QObject& context, std::function<void(const std::string&)> obey);

} // namespace atrium::test
