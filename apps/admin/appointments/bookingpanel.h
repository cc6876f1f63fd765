// SPDX-License-Identifier: GPL-3.0-or-later
// Books for somebody on the telephone: item, name and number; the answer is a code to be read out.
#pragma once

#include "shared/model/appointmentapi.h"
#include "shared/model/result.h"
#include "shared/ui/widgets/cardframe.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// What was keyed of a person is cleared when it is booked, and when the page is left. GUI thread.
class BookingPanel : public ui::CardFrame {
    Q_OBJECT
public:
    explicit BookingPanel(sync::HallClient& client, QWidget* parent = nullptr);

    /// The items of that queue can be chosen.
    void setQueue(const model::QueueId& queue);
    /// What is booked: a time of that day, or nothing yet.
    void setTime(model::Day day, const std::optional<model::Slot>& time);
    void clearPerson();

Q_SIGNALS:
    void booked();

private:
    void refresh();
    void book();
    void taken(const model::Result<model::AppointmentView>& answer);

    sync::HallClient& m_client;
    QComboBox* m_item;
    QLineEdit* m_name;
    QLineEdit* m_number;
    QLineEdit* m_phone;
    QPushButton* m_book;
    QLabel* m_time;
    QLabel* m_words;
    model::QueueId m_queue;
    model::Day m_day;
    std::optional<model::Slot> m_slot;
    bool m_asking = false;
};

} // namespace atrium::admin
