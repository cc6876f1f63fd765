// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of ESC/POS ticket printers on a serial port.
#pragma once

#include "shared/devices/codec/escpos.h"
#include "shared/devices/drivers/seriallink.h"
#include "shared/devices/iface/ticketprinter.h"

#include <QtCore/QElapsedTimer>

#include <deque>

namespace atrium::devices {

struct EscPosSettings {
    int paperMm = 80;                      ///< 58 or 80
    bool cutter = true;                    ///< without one, tickets are fed out to be torn off
    std::chrono::milliseconds answer{500}; ///< for the answer to one real-time question
    std::chrono::milliseconds quiet{150};  ///< silence before questions are asked anew
    std::chrono::milliseconds patience{
        1500};                              ///< for the buffered answer, before the printer is asked why not
    std::chrono::milliseconds limit{20000}; ///< for a whole job, from the first byte sent
    std::chrono::milliseconds poll{3000};   ///< between two looks at an idle printer
};

/// A job: four real-time questions; when they allow it, the picture, the cut and a buffered request; its
/// answer means "printed". When it does not come, real-time questions tell why (failed), or that the printer
/// is still at work (wait on), or nothing (unknown). A job given up after bytes were sent is cleared from the
/// printer's buffers, and the next one begins with a cut.
class EscPosPrinter final : public TicketPrinter {
    Q_OBJECT

public:
    EscPosPrinter(SerialSettings port, EscPosSettings settings, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] PrinterCapabilities capabilities() const override;
    void checkStatus() override;
    quint64 print(const TicketImage& image, CutMode cut) override;
    void cutOffRest() override { m_restHangs = true; }

private:
    enum class Phase {
        idle,
        asking,    ///< real-time questions before a job or for the status
        quiet,     ///< after a missing answer: late ones must not be taken for those of new questions
        sending,   ///< bytes are on their way to the port
        waiting,   ///< for the buffered answer
        askingWhy, ///< real-time questions because it does not come
    };
    struct Job {
        quint64 id = 0; ///< 0: only the status is wanted
        escpos::Bytes bytes;
    };

    [[nodiscard]] int paperDots() const;
    [[nodiscard]] bool isAskingWhy() const;
    void next();
    void beginQuestions(Phase phase);
    void askNext();
    void onQuestionsDone(bool answered);
    void onFirstAnswers();
    void onSecondAnswers(bool answered);
    void send();
    void onBytes(const std::vector<std::uint8_t>& bytes);
    void onRealTime(std::uint8_t byte);
    void onTimer();
    void onOpened();
    void onLost(DeviceReason reason);
    void finishJob(PrintResult result);
    void updateStatus(bool answered);

    SerialLink m_link;
    EscPosSettings m_settings;
    escpos::StatusDecoder m_decoder;
    escpos::Condition m_condition;
    std::deque<Job> m_jobs; ///< the first one is under way unless idle
    QTimer m_timer;
    QTimer m_poll;
    QElapsedTimer m_sinceSent;
    std::chrono::milliseconds m_jobLimit{0};
    Phase m_phase = Phase::idle;
    Phase m_resume = Phase::idle; ///< which questions to repeat after the quiet
    int m_question = 0;
    int m_rounds = 0;
    quint64 m_lastId = 0;
    bool m_restHangs = false;
};

} // namespace atrium::devices
