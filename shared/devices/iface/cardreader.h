// SPDX-License-Identifier: GPL-3.0-or-later
// A reader of identity cards.
#pragma once

#include "shared/devices/codec/idcard.h"
#include "shared/devices/iface/device.h"

namespace atrium::devices {

/// Why a card that was laid on the reader gave no data. Each asks something different of the citizen.
enum class CardFault {
    takenTooEarly, ///< the card left the field during the read: lay it again and leave it there
    unreadable,    ///< the answers stayed damaged or incomplete after repeating: lay it again
    refused,       ///< the card is of a kind the security module does not accept, or authentication failed
    badText,       ///< the text block is of no known layout
    badNumber,     ///< the number on the card fails its check digit
};

/// Reads each card laid on it once; the card must leave the field before it is read again.
class CardReader : public Device {
    Q_OBJECT

public:
    using Device::Device;

Q_SIGNALS:
    /// A card is being read; a page may say "please hold still". Followed by cardRead or readFailed.
    void cardFound();
    void cardRead(const atrium::devices::IdCard& card);
    void readFailed(atrium::devices::CardFault fault);
};

} // namespace atrium::devices

Q_DECLARE_METATYPE(atrium::devices::IdCard)
