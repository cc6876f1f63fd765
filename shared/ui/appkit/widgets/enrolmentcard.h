// SPDX-License-Identifier: GPL-3.0-or-later
// EnrolPage.qml for the Widgets apps: a field for the administrator's code, the certificate to compare, and
// why the server did not take it.
#pragma once

#include "shared/ui/widgets/cardframe.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::ui {

class Enrolment;

/// The same words as EnrolPage.qml, from the same catalogue. GUI thread; the enrolment must outlive it.
class EnrolmentCard : public CardFrame {
    Q_OBJECT
public:
    explicit EnrolmentCard(Enrolment& enrolment, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void followField();

    Enrolment& m_enrolment;
    QLabel* m_title;
    QLabel* m_explanation;
    QLineEdit* m_code;
    QLabel* m_refusal;
    QLabel* m_fingerprint;
    QPushButton* m_send;
    QLabel* m_server;
};

} // namespace atrium::ui
