// SPDX-License-Identifier: GPL-3.0-or-later
// Today's messages to visitors: what became of each, and how many are in which state. No phone numbers: the
// server gives them to nobody.
#pragma once

#include "shared/model/message.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// Follows the replica while it is seen. GUI thread.
class MessagesPage : public QWidget {
    Q_OBJECT
public:
    explicit MessagesPage(sync::HallClient& client, QWidget* parent = nullptr);
    [[nodiscard]] QVariantMap describe() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    void buildTable();
    void fill();
    void fillStates();
    void filter();
    [[nodiscard]] QStringList textsOf(const model::Message& message) const;

    sync::HallClient& m_client;
    QLabel* m_words;
    QComboBox* m_state;
    QLineEdit* m_filter;
    QTableWidget* m_table;
    QTimer m_soon;
    std::vector<model::Message> m_messages; ///< newest first
};

} // namespace atrium::admin
