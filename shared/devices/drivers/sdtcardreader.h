// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of second-generation identity card readers on a serial port.
#pragma once

#include "shared/devices/codec/sdtframe.h"
#include "shared/devices/drivers/seriallink.h"
#include "shared/devices/iface/cardreader.h"

namespace atrium::devices {

/// Times in milliseconds; the readers' makers state 300, 100, 100, 2000 and 500. Search and selection wait
/// longer: a busy machine that answers late must not make a citizen lift the card and lay it again.
struct SdtTimings {
    std::chrono::milliseconds poll{300}; ///< between two searches for a card
    std::chrono::milliseconds find{400};
    std::chrono::milliseconds select{600};
    std::chrono::milliseconds read{2000};
    std::chrono::milliseconds identify{500};
    int missesUntilOffline = 5; ///< searches without an answer
    int tries = 3;              ///< reads of one card before it counts as unreadable
};

/// find, select, read in a loop. A card is reported once; the reader must have seen an empty field before the
/// next card is read. Fingerprints are not asked for, and the photograph is dropped at once.
class SdtCardReader final : public CardReader {
    Q_OBJECT

public:
    explicit SdtCardReader(SerialSettings port, SdtTimings timings = {}, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override;

private:
    enum class Phase { closed, identifying, resting, finding, selecting, reading };

    void ask(Phase phase, const sdt::Request& request, std::chrono::milliseconds limit);
    void rest();
    void onOpened();
    void onLost(DeviceReason reason);
    void onBytes(const std::vector<std::uint8_t>& bytes);
    void onTimer();
    void onSilence();
    void handle(const sdt::Reply& reply);
    void onFindReply(const sdt::Reply& reply);
    void onSelectReply(const sdt::Reply& reply);
    void onReadReply(const sdt::Reply& reply);
    bool isModuleFault(const sdt::Reply& reply);
    void tryAgainOrGiveUp(CardFault fault);
    void finishWith(CardFault fault);
    void deliver(const sdt::Reply& reply);

    SerialLink m_link;
    SdtTimings m_timings;
    sdt::ReplyDecoder m_decoder;
    QTimer m_timer;
    QString m_serial;
    Phase m_phase = Phase::closed;
    int m_misses = 0;
    int m_tries = 0;           ///< of the card in the field
    bool m_mustLeave = false;  ///< the card in the field has had its answer
    bool m_inProgress = false; ///< cardFound() has been emitted, its outcome not yet
    bool m_heard = false;      ///< something came since the last whole reply
};

} // namespace atrium::devices
