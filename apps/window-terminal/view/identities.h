// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands at the service desk, from a card or from keyed characters.
#pragma once

#include "shared/devices/iface/cardreader.h"
#include "shared/model/api.h"
#include "shared/model/idnumber.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <optional>

namespace atrium::windowterminal {

/// An identity and how it was recognised. Kept in memory only, and only until the next person.
struct Visitor {
    model::Identity identity;
    model::Recognition recognition = model::Recognition::none;
};

class Identities {
    Q_DECLARE_TR_FUNCTIONS(atrium::windowterminal::Identities)
public:
    static Visitor fromCard(const devices::IdCard& card);
    /// nullopt, with a sentence in `why`, when the number is none that a ticket can be taken with.
    /// `today` is the hall's, by the server's clock.
    static std::optional<Visitor> fromKeys(const QString& typed, const QDate& today, QString& why);
    /// "张*  1101**********002X"
    static QString masked(const Visitor& visitor);
    static QString cardFault(devices::CardFault fault);

private:
    static QString numberFault(model::NumberFault fault);
};

} // namespace atrium::windowterminal
