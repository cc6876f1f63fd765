// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace atrium::sync {
class Replica;
}

namespace atrium::admin {

/// A record as one may choose it.
struct Choice {
    QString id;
    QString words;
};

/// All records of a set-up kind, in the order of its list.
[[nodiscard]] QList<Choice> choicesOf(const QString& kindName, const sync::Replica& replica);

} // namespace atrium::admin
