// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of the callers with 21 keys, several on one line.
#pragma once

#include "shared/devices/drivers/linebus.h"
#include "shared/devices/iface/caller.h"

#include <array>

namespace atrium::devices {

struct CallerSettings {
    std::uint8_t address = 1;
    /// The same keys again in this time are a caller that has not heard its acknowledgement.
    std::chrono::milliseconds repeatOfKey{600};
    /// The same for one digit alone, which people do press twice quickly.
    std::chrono::milliseconds repeatOfDigit{150};
    /// A converter that hears itself gives back what was sent within this time.
    std::chrono::milliseconds ownEcho{60};
    /// The display is told again: a caller that was without power shows nothing until then.
    std::chrono::milliseconds refresh{60'000};
};

class Rs485Caller final : public Caller, private LineMember {
    Q_OBJECT

public:
    /// The bus is shared with the other devices on the same line.
    explicit Rs485Caller(std::shared_ptr<LineBus> bus, CallerSettings settings = {},
                         QObject* parent = nullptr);
    ~Rs485Caller() override;

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] CallerCapabilities capabilities() const override { return {3, 3, true}; }
    void showTicket(const QString& number) override;
    void showWaiting(int count) override;
    void beep() override;
    void askGrade() override;

private:
    enum Slot { display, sound, evaluator, acknowledgement, slotCount };
    /// What went out last through a slot.
    struct Outgoing {
        caller::Frame frame;
        bool isQueued = false;
        QElapsedTimer sentAt;
    };

    void lineOpened() override;
    void lineLost(DeviceReason reason) override;
    void heard(std::span<const std::uint8_t> bytes) override;
    void quiet() override;
    void sent(int slot) override;
    void unanswered(int) override {}

    void post(Slot slot, const caller::Frame& frame);
    void refreshDisplay();
    void onFrame(const caller::Frame& frame);
    [[nodiscard]] bool isOwnEcho(const caller::Frame& frame) const;
    [[nodiscard]] bool isRepeat(const caller::Frame& frame) const;

    std::shared_ptr<LineBus> m_bus;
    CallerSettings m_settings;
    caller::FrameDecoder m_decoder;
    std::array<Outgoing, slotCount> m_out;
    std::optional<caller::Frame> m_display; ///< what the display is to show
    std::optional<caller::Frame> m_last;    ///< heard last
    QElapsedTimer m_lastAt;
    QTimer m_refresh;
    bool m_started = false;
};

} // namespace atrium::devices
