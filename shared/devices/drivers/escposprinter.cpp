// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/escposprinter.h"

namespace atrium::devices {
namespace {

constexpr int kQuestions = 4;
constexpr int kRounds = 2; // a question without an answer is asked in one more round

/// What the printer's facts mean for whoever wants to print; the most urgent first.
DeviceStatus statusOf(const escpos::Condition& condition) {
    if (condition.coverOpen)
        return {DeviceState::coverOpen, DeviceReason::none};
    if (condition.paperOut)
        return {DeviceState::paperOut, DeviceReason::none};
    if (condition.cutter)
        return {DeviceState::faulty, DeviceReason::cutter};
    if (condition.mechanical || condition.unrecoverable || condition.recoverable)
        return {DeviceState::faulty, DeviceReason::mechanical};
    if (condition.offline)
        return {DeviceState::offline, DeviceReason::none};
    return {condition.paperLow ? DeviceState::paperLow : DeviceState::ready, DeviceReason::none};
}

PrintFault faultOf(const DeviceStatus& status) {
    switch (status.state) {
    case DeviceState::coverOpen:
        return PrintFault::coverOpen;
    case DeviceState::paperOut:
        return PrintFault::paperOut;
    case DeviceState::faulty:
        return status.reason == DeviceReason::cutter ? PrintFault::cutter : PrintFault::mechanical;
    case DeviceState::offline:
        return PrintFault::offline;
    case DeviceState::ready:
    case DeviceState::paperLow:
        break;
    }
    return PrintFault::none;
}

} // namespace

EscPosPrinter::EscPosPrinter(SerialSettings port, EscPosSettings settings, QObject* parent)
    : TicketPrinter(parent), m_link(std::move(port)), m_settings(settings) {
    m_timer.setSingleShot(true);
    m_poll.setInterval(settings.poll);
    connect(&m_timer, &QTimer::timeout, this, &EscPosPrinter::onTimer);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_phase == Phase::idle && m_link.isOpen())
            beginQuestions(Phase::asking);
    });
    connect(&m_link, &SerialLink::opened, this, &EscPosPrinter::onOpened);
    connect(&m_link, &SerialLink::failed, this, &EscPosPrinter::onLost);
    connect(&m_link, &SerialLink::received, this, &EscPosPrinter::onBytes);
    connect(&m_link, &SerialLink::drained, this, [this] {
        if (m_phase != Phase::sending)
            return;
        m_phase = Phase::waiting;
        m_timer.start(m_settings.patience);
    });
}

void EscPosPrinter::start() {
    m_link.open();
}

void EscPosPrinter::stop() {
    m_link.close();
    onLost(DeviceReason::notStarted);
}

QString EscPosPrinter::description() const {
    return QStringLiteral("ESC/POS %1, %2 baud, %3 mm")
        .arg(m_link.settings().port)
        .arg(m_link.settings().baud)
        .arg(m_settings.paperMm);
}

int EscPosPrinter::paperDots() const {
    return m_settings.paperMm == 58 ? escpos::kDots58 : escpos::kDots80;
}

PrinterCapabilities EscPosPrinter::capabilities() const {
    return {.widthDots = escpos::maxPictureDots(paperDots()),
            .paperMm = m_settings.paperMm,
            .dotsPerMm = 8,
            .cutter = m_settings.cutter};
}

void EscPosPrinter::checkStatus() {
    m_jobs.push_back({});
    QTimer::singleShot(0, this, &EscPosPrinter::next);
}

quint64 EscPosPrinter::print(const TicketImage& image, CutMode cut) {
    const quint64 id = ++m_lastId;
    auto ticket = escpos::encodeTicket(image, paperDots(), m_settings.cutter ? cut : CutMode::none);
    if (!ticket) {
        const PrintResult refused{PrintOutcome::failed, PrintFault::badImage};
        QTimer::singleShot(0, this, [this, id, refused] { Q_EMIT finished(id, refused); });
        return id;
    }
    const auto request = escpos::bufferedRequest();
    ticket->bytes.insert(ticket->bytes.end(), request.begin(), request.end());
    m_jobs.push_back({id, std::move(ticket->bytes)});
    QTimer::singleShot(0, this, &EscPosPrinter::next);
    return id;
}

void EscPosPrinter::next() {
    if (m_phase != Phase::idle || m_jobs.empty())
        return;
    if (m_link.isOpen())
        beginQuestions(Phase::asking);
    else
        finishJob({PrintOutcome::failed, PrintFault::offline});
}

void EscPosPrinter::beginQuestions(Phase phase) {
    m_rounds = 0;
    m_question = 0;
    m_condition = {};
    m_phase = phase;
    askNext();
}

void EscPosPrinter::askNext() {
    ++m_question;
    m_link.write(escpos::realTimeRequest(static_cast<escpos::Question>(m_question)));
    if (m_link.isOpen())
        m_timer.start(m_settings.answer);
}

void EscPosPrinter::onRealTime(std::uint8_t byte) {
    if (m_phase != Phase::asking && m_phase != Phase::askingWhy)
        return;
    escpos::merge(m_condition, static_cast<escpos::Question>(m_question), byte);
    if (m_question < kQuestions)
        askNext();
    else
        onQuestionsDone(true);
}

void EscPosPrinter::onQuestionsDone(bool answered) {
    m_timer.stop();
    updateStatus(answered);
    if (m_phase == Phase::asking)
        onFirstAnswers();
    else
        onSecondAnswers(answered);
}

void EscPosPrinter::updateStatus(bool answered) {
    setStatus(answered ? statusOf(m_condition) : DeviceStatus{DeviceState::offline, DeviceReason::noAnswer});
}

void EscPosPrinter::onFirstAnswers() {
    if (m_jobs.empty()) {
        m_phase = Phase::idle;
    } else if (m_jobs.front().id == 0 || !status().usable()) {
        finishJob({PrintOutcome::failed, faultOf(status())});
    } else {
        send();
    }
}

void EscPosPrinter::send() {
    escpos::Bytes bytes;
    if (m_restHangs)
        bytes = escpos::cutOffRest(m_settings.cutter ? CutMode::partial : CutMode::none);
    m_restHangs = true; // until the printer confirms
    bytes.insert(bytes.end(), m_jobs.front().bytes.begin(), m_jobs.front().bytes.end());
    m_phase = Phase::sending;
    m_sinceSent.start();
    const auto onTheWire =
        std::chrono::milliseconds(bytes.size() * 10'000 / static_cast<std::size_t>(m_link.settings().baud));
    m_jobLimit = m_settings.limit + onTheWire;
    m_timer.start(m_jobLimit);
    m_link.write(bytes);
}

void EscPosPrinter::onSecondAnswers(bool answered) {
    if (!answered) {
        finishJob({PrintOutcome::unknown, PrintFault::none});
    } else if (!status().usable()) {
        finishJob({PrintOutcome::failed, faultOf(status())});
        m_link.write(escpos::clearRequest()); // or it would come out after the paper has been changed
    } else if (std::chrono::milliseconds(m_sinceSent.elapsed()) >= m_jobLimit) {
        finishJob({PrintOutcome::unknown, PrintFault::none});
        m_link.write(escpos::clearRequest());
    } else {
        m_phase = Phase::waiting; // nothing is wrong: it is still printing
        m_timer.start(m_settings.patience);
    }
}

void EscPosPrinter::onBytes(const std::vector<std::uint8_t>& bytes) {
    m_decoder.feed(bytes);
    while (const auto event = m_decoder.next()) {
        if (const auto* answer = std::get_if<escpos::RealTimeAnswer>(&*event)) {
            onRealTime(answer->byte);
        } else if (const auto* buffered = std::get_if<escpos::BufferedAnswer>(&*event)) {
            // The request stands behind the picture, so nothing counts before all has been written. The
            // answer of a fast printer may be read before the port reports that it has written the last byte.
            const bool allSent =
                m_phase == Phase::waiting || (m_phase == Phase::sending && m_link.isDrained());
            if (!allSent && !isAskingWhy())
                continue;
            m_condition = {};
            escpos::mergeBuffered(m_condition, buffered->byte);
            m_restHangs = false;
            updateStatus(true);
            finishJob({PrintOutcome::printed, PrintFault::none});
        } else if (m_phase == Phase::waiting) {
            beginQuestions(Phase::askingWhy); // the printer has something to say of its own accord
        }
    }
}

bool EscPosPrinter::isAskingWhy() const {
    return m_phase == Phase::askingWhy || (m_phase == Phase::quiet && m_resume == Phase::askingWhy);
}

void EscPosPrinter::onTimer() {
    m_decoder.endGroup();
    switch (m_phase) {
    case Phase::asking:
    case Phase::askingWhy:
        if (++m_rounds < kRounds) {
            m_resume = m_phase;
            m_phase = Phase::quiet;
            m_timer.start(m_settings.quiet);
        } else {
            onQuestionsDone(false);
        }
        break;
    case Phase::quiet:
        m_phase = m_resume;
        m_question = 0;
        m_condition = {};
        askNext();
        break;
    case Phase::sending:
    case Phase::waiting:
        beginQuestions(Phase::askingWhy);
        break;
    case Phase::idle:
        break;
    }
}

void EscPosPrinter::onOpened() {
    // Whoever used the printer before may have died in the middle of a picture.
    m_link.write(escpos::recoverRequest(paperDots()));
    m_poll.start();
    beginQuestions(Phase::asking);
}

void EscPosPrinter::onLost(DeviceReason reason) {
    m_timer.stop();
    m_poll.stop();
    m_decoder = {};
    setStatus({DeviceState::offline, reason});
    const bool sent = m_phase == Phase::sending || m_phase == Phase::waiting || isAskingWhy();
    if (m_jobs.empty())
        m_phase = Phase::idle;
    else if (sent)
        finishJob({PrintOutcome::unknown, PrintFault::none});
    else
        finishJob({PrintOutcome::failed, PrintFault::offline});
}

/// Ends the first job and goes on with the next one from the event loop.
void EscPosPrinter::finishJob(PrintResult result) {
    m_timer.stop();
    m_phase = Phase::idle;
    if (m_jobs.empty())
        return;
    const quint64 id = m_jobs.front().id;
    m_jobs.pop_front();
    if (!m_jobs.empty())
        QTimer::singleShot(0, this, &EscPosPrinter::next);
    if (id == 0)
        Q_EMIT statusChecked(status());
    else
        Q_EMIT finished(id, result);
}

} // namespace atrium::devices
