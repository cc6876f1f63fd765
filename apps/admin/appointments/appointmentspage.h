// SPDX-License-Identifier: GPL-3.0-or-later
// One queue's appointments of one day: its times, who is booked, booking by telephone and cancelling.
#pragma once

#include "shared/model/appointmentapi.h"
#include "shared/model/result.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

class Account;
class BookingPanel;
class SlotTable;

/// Reads the day anew when it is shown, when another is chosen, and when an appointment changed. GUI thread.
class AppointmentsPage : public QWidget {
    Q_OBJECT
public:
    AppointmentsPage(sync::HallClient& client, Account& account, QWidget* parent = nullptr);
    /// What tests see: queue, day, times, booked, words.
    [[nodiscard]] QVariantMap describe() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeList();
    void fillQueues();
    void fetch();
    void fillList();
    void filter();
    void cancel();
    void say(const QString& words, const QString& kind);
    [[nodiscard]] model::Day day() const;
    [[nodiscard]] model::QueueId queue() const;

    sync::HallClient& m_client;
    Account& m_account;
    QComboBox* m_queue;
    QDateEdit* m_day;
    QLabel* m_dayWords;
    SlotTable* m_times;
    BookingPanel* m_booking;
    QTableWidget* m_list;
    QLineEdit* m_filter;
    QLineEdit* m_reason;
    QPushButton* m_cancel;
    QLabel* m_words;
    QTimer m_soon;
    std::vector<model::AppointmentView> m_found; ///< in the order of the rows
    int m_request = 0;                           ///< an answer to an older request is dropped
};

} // namespace atrium::admin
