// SPDX-License-Identifier: GPL-3.0-or-later
// Devices for places that have none: they answer honestly that they are not there.
#pragma once

#include "shared/devices/iface/barcodescanner.h"
#include "shared/devices/iface/caller.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/speaker.h"
#include "shared/devices/iface/stripdisplay.h"
#include "shared/devices/iface/ticketprinter.h"

#include <QtCore/QTimer>

namespace atrium::devices {

constexpr DeviceStatus kNotConfigured{DeviceState::offline, DeviceReason::notConfigured};

/// start(), stop() and description() of a device that is not there.
template <typename Interface> class NullDevice : public Interface {
public:
    NullDevice() { this->setStatus(kNotConfigured); }
    void start() override {}
    void stop() override {}
    [[nodiscard]] QString description() const override { return QStringLiteral("none"); }
};

class NullCardReader final : public NullDevice<CardReader> {};
class NullScanner final : public NullDevice<BarcodeScanner> {};

class NullStripDisplay final : public NullDevice<StripDisplay> {
public:
    [[nodiscard]] StripCapabilities capabilities() const override { return {}; }
    void show(const StripContent&) override {}
};

class NullCaller final : public NullDevice<Caller> {
public:
    [[nodiscard]] CallerCapabilities capabilities() const override { return {}; }
    void showTicket(const QString&) override {}
    void showWaiting(int) override {}
    void beep() override {}
    void askGrade() override {}
};

class NullPrinter final : public NullDevice<TicketPrinter> {
public:
    [[nodiscard]] PrinterCapabilities capabilities() const override { return {}; }
    void cutOffRest() override {}
    void checkStatus() override {
        QTimer::singleShot(0, this, [this] { Q_EMIT statusChecked(status()); });
    }
    quint64 print(const TicketImage&, CutMode) override {
        const quint64 id = ++m_lastId;
        QTimer::singleShot(0, this, [this, id] {
            Q_EMIT finished(id, {PrintOutcome::failed, PrintFault::offline});
        });
        return id;
    }

private:
    quint64 m_lastId = 0;
};

class NullSpeaker final : public NullDevice<Speaker> {
public:
    quint64 say(const std::vector<SpeechSegment>&) override {
        const quint64 id = ++m_lastId;
        QTimer::singleShot(0, this, [this, id] { Q_EMIT finished(id, SpeechOutcome::noVoice); });
        return id;
    }
    void cancel(quint64) override {}

private:
    quint64 m_lastId = 0;
};

} // namespace atrium::devices
