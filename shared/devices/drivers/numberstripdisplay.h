// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of strips that show three digits and never answer.
#pragma once

#include "shared/devices/drivers/linebus.h"
#include "shared/devices/iface/stripdisplay.h"

namespace atrium::devices {

struct NumberStripSettings {
    std::uint8_t address = 1;
    /// The number is sent again: a strip that was without power shows nothing until then.
    std::chrono::milliseconds repeat{10'000};
};

class NumberStripDisplay final : public StripDisplay, private LineMember {
    Q_OBJECT

public:
    /// The bus is shared with the other devices on the same line.
    explicit NumberStripDisplay(std::shared_ptr<LineBus> bus, NumberStripSettings settings = {},
                                QObject* parent = nullptr);
    ~NumberStripDisplay() override;

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] StripCapabilities capabilities() const override { return {}; }
    void show(const StripContent& content) override;

private:
    void lineOpened() override;
    void lineLost(DeviceReason reason) override;
    void heard(std::span<const std::uint8_t>) override {}
    void sent(int slot) override;
    void unanswered(int) override {}
    void send();

    std::shared_ptr<LineBus> m_bus;
    NumberStripSettings m_settings;
    QTimer m_repeat;
    int m_number = 0;
    bool m_started = false;
    bool m_isNews = false; ///< shown() is still to be said
};

} // namespace atrium::devices
