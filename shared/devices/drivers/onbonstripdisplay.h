// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of text strips with an ONBON BX-5K or BX-6K card.
#pragma once

#include "shared/devices/codec/onbonstrip.h"
#include "shared/devices/drivers/linebus.h"
#include "shared/devices/iface/stripdisplay.h"

namespace atrium::devices {

struct OnbonSettings {
    std::uint16_t address = 1;
    int width = 128; ///< pixels
    int height = 32;
    std::chrono::milliseconds heartbeat{10'000}; ///< an idle strip is asked whether it is there
    std::chrono::milliseconds refresh{60'000}; ///< shown again: after a power cut the card has lost its text
    std::chrono::milliseconds probe{5'000};    ///< between two questions to a silent card
    std::chrono::milliseconds pause{1'000};    ///< the card takes new text once a second
    int tries = 3;                             ///< frames without an answer before the card counts as silent
};

/// Shows up to height / 16 lines in the largest of the card's fonts that fits, coloured by the window's
/// state. A single line too long for the smallest font runs to the left.
class OnbonStripDisplay final : public StripDisplay, private LineMember {
    Q_OBJECT

public:
    /// The bus is shared with the other devices on the same line.
    explicit OnbonStripDisplay(std::shared_ptr<LineBus> bus, OnbonSettings settings = {},
                               QObject* parent = nullptr);
    ~OnbonStripDisplay() override;

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] StripCapabilities capabilities() const override;
    void show(const StripContent& content) override;

private:
    void lineOpened() override;
    void lineLost(DeviceReason reason) override;
    void heard(std::span<const std::uint8_t> bytes) override;
    void sent(int) override {}
    void unanswered(int slot) override;

    void goOn();
    void ask(onbon::Bytes data);
    void sendContent();
    void onAnswer(const onbon::Answer& answer);
    void onFailure(DeviceStatus status, std::chrono::milliseconds again);

    std::shared_ptr<LineBus> m_bus;
    OnbonSettings m_settings;
    onbon::FrameDecoder m_decoder;
    std::optional<StripContent> m_content;
    QTimer m_timer; ///< the next thing to do
    QElapsedTimer m_shownAt;
    int m_misses = 0;
    std::size_t m_damaged = 0; ///< the decoder's count when the question went out
    bool m_started = false;
    bool m_asking = false;    ///< a frame is queued or under way
    bool m_sending = false;   ///< that frame holds the content
    bool m_pending = false;   ///< the content has not been confirmed
    bool m_isNews = false;    ///< shown() is still to be said
    bool m_isRefused = false; ///< the card does not take the content
};

} // namespace atrium::devices
