// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/sdtcardreader.h"

#include "shared/devices/codec/idcardtext.h"
#include "shared/model/idnumber.h"

namespace atrium::devices {

using sdt::Status;

SdtCardReader::SdtCardReader(SerialSettings port, SdtTimings timings, QObject* parent)
    : CardReader(parent), m_link(std::move(port)), m_timings(timings) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SdtCardReader::onTimer);
    connect(&m_link, &SerialLink::opened, this, &SdtCardReader::onOpened);
    connect(&m_link, &SerialLink::failed, this, &SdtCardReader::onLost);
    connect(&m_link, &SerialLink::received, this, &SdtCardReader::onBytes);
}

void SdtCardReader::start() {
    m_link.open();
}

void SdtCardReader::stop() {
    m_link.close();
    onLost(DeviceReason::notStarted);
}

QString SdtCardReader::description() const {
    const QString name =
        QStringLiteral("SDT %1, %2 baud").arg(m_link.settings().port).arg(m_link.settings().baud);
    return m_serial.isEmpty() ? name : name + QStringLiteral(", ") + m_serial;
}

void SdtCardReader::onOpened() {
    m_misses = 0;
    m_mustLeave = false;
    ask(Phase::identifying, sdt::kSamId, m_timings.identify);
}

void SdtCardReader::onLost(DeviceReason reason) {
    m_timer.stop();
    m_phase = Phase::closed;
    m_decoder.clear();
    setStatus({DeviceState::offline, reason});
    if (m_inProgress)
        finishWith(CardFault::unreadable);
}

void SdtCardReader::ask(Phase phase, const sdt::Request& request, std::chrono::milliseconds limit) {
    m_phase = phase;
    m_decoder.clear(); // what is left belongs to an older request
    m_link.write(sdt::encode(request));
    if (m_link.isOpen())
        m_timer.start(limit);
}

void SdtCardReader::rest() {
    m_phase = Phase::resting;
    m_timer.start(m_timings.poll);
}

void SdtCardReader::onBytes(const std::vector<std::uint8_t>& bytes) {
    m_heard = true;
    m_decoder.feed(bytes);
    while (auto reply = m_decoder.next())
        handle(*reply);
}

void SdtCardReader::onTimer() {
    if (m_phase == Phase::resting) {
        ask(Phase::finding, sdt::kFindCard, m_timings.find);
        return;
    }
    // A damaged length may have hidden a whole reply.
    if (const auto reply = m_decoder.flush()) {
        const Phase before = m_phase;
        handle(*reply);
        if (m_phase != before || m_timer.isActive())
            return;
    }
    onSilence();
}

void SdtCardReader::onSilence() {
    if (m_phase == Phase::selecting || m_phase == Phase::reading) {
        tryAgainOrGiveUp(CardFault::unreadable);
        return;
    }
    ++m_misses;
    if (m_misses >= m_timings.missesUntilOffline || m_phase == Phase::identifying) {
        setStatus({DeviceState::offline, m_heard ? DeviceReason::badAnswers : DeviceReason::noAnswer});
        if (m_inProgress)
            finishWith(CardFault::unreadable);
    }
    m_heard = false;
    rest();
}

void SdtCardReader::handle(const sdt::Reply& reply) {
    switch (m_phase) {
    case Phase::identifying:
        if (!isModuleFault(reply)) {
            m_serial = QString::fromStdString(sdt::samIdText(reply.data));
            setStatus({DeviceState::ready, DeviceReason::none});
        }
        rest();
        break;
    case Phase::finding:
        onFindReply(reply);
        break;
    case Phase::selecting:
        onSelectReply(reply);
        break;
    case Phase::reading:
        onReadReply(reply);
        break;
    case Phase::resting:
    case Phase::closed:
        break; // too late: its request has been given up
    }
}

/// The module refuses as a whole, whatever was asked.
bool SdtCardReader::isModuleFault(const sdt::Reply& reply) {
    const bool refused = reply.is(Status::notAuthorised);
    if (!refused && !reply.is(Status::selfTest))
        return false;
    setStatus({DeviceState::faulty, refused ? DeviceReason::notAuthorised : DeviceReason::selfTest});
    return true;
}

void SdtCardReader::onFindReply(const sdt::Reply& reply) {
    if (isModuleFault(reply)) {
        m_misses = 0;
        rest();
        return;
    }
    if (reply.is(Status::noCard)) {
        m_misses = 0;
        m_mustLeave = false;
        setStatus({DeviceState::ready, DeviceReason::none});
        if (m_inProgress)
            finishWith(CardFault::takenTooEarly);
        m_mustLeave = false;
        rest();
        return;
    }
    if (!reply.is(Status::found))
        return; // not an answer to a search: the time-out decides
    m_misses = 0;
    setStatus({DeviceState::ready, DeviceReason::none});
    if (m_mustLeave) {
        rest();
        return;
    }
    if (!m_inProgress) {
        m_inProgress = true;
        m_tries = 0;
        Q_EMIT cardFound();
    }
    ask(Phase::selecting, sdt::kSelectCard, m_timings.select);
}

void SdtCardReader::onSelectReply(const sdt::Reply& reply) {
    if (isModuleFault(reply))
        finishWith(CardFault::refused);
    else if (reply.is(Status::ok))
        ask(Phase::reading, sdt::kReadBase, m_timings.read);
    else if (reply.is(Status::selectFailed))
        tryAgainOrGiveUp(CardFault::unreadable);
}

void SdtCardReader::onReadReply(const sdt::Reply& reply) {
    if (reply.is(Status::ok) && !reply.data.empty())
        deliver(reply);
    else if (isModuleFault(reply) || reply.is(Status::wrongCard) || reply.is(Status::authenticationFirst) ||
             reply.is(Status::authenticationSecond) || reply.is(Status::authenticationThird))
        finishWith(CardFault::refused);
    else if (reply.is(Status::readFailed))
        tryAgainOrGiveUp(CardFault::takenTooEarly);
    else if (!reply.is(Status::ok))
        tryAgainOrGiveUp(CardFault::unreadable);
}

void SdtCardReader::tryAgainOrGiveUp(CardFault fault) {
    ++m_tries;
    if (m_tries >= m_timings.tries) {
        finishWith(fault);
        return;
    }
    // A reply damaged on the line can be asked for again; after any other failure the card must be found
    // anew, which also tells whether it is still there.
    if (m_phase == Phase::reading && fault == CardFault::unreadable)
        ask(Phase::reading, sdt::kReadBase, m_timings.read);
    else
        ask(Phase::finding, sdt::kFindCard, m_timings.find);
}

void SdtCardReader::finishWith(CardFault fault) {
    m_inProgress = false;
    m_mustLeave = true;
    if (m_phase != Phase::closed)
        rest();
    Q_EMIT readFailed(fault);
}

void SdtCardReader::deliver(const sdt::Reply& reply) {
    const auto parts = sdt::splitCardData(reply.data, false);
    const auto card = parts ? decodeCardText(parts->text) : CardTextFault::size;
    if (card.has_error()) {
        finishWith(CardFault::badText);
        return;
    }
    if (!model::checkCitizenId(card->idNumber).ok()) {
        finishWith(CardFault::badNumber);
        return;
    }
    m_inProgress = false;
    m_mustLeave = true;
    rest();
    Q_EMIT cardRead(*card);
}

} // namespace atrium::devices
