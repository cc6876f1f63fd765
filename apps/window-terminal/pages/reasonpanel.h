// SPDX-License-Identifier: GPL-3.0-or-later
// Asks why, without a modal box: reasons on the keys 1 to 6, or own words.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::windowterminal {

/// One kind of question. Reasons are stored and shown in Chinese, whatever language the clerk reads.
struct Question {
    QString name; ///< begins the objectNames: "pause" gives pause-reason-1 …
    QString title;
    QString explanation; ///< what will happen
    QStringList reasons; ///< at most six, Chinese source texts of the context "…::Reasons"
    bool ownWords = true;
    QString confirm; ///< caption of the button beside the own words
};

/// The reasons of each question, translated for reading.
class Reasons {
public:
    static Question pause();
    static Question hold();
    static Question callOutOfOrder(const QString& number);
    static Question cancelTicket(const QString& number);
    /// A reason as the clerk reads it.
    static QString shown(const QString& source);
};

/// Emits given() once, or closed() on Esc. GUI thread.
class ReasonPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReasonPanel(Question question, QWidget* parent = nullptr);

    /// Before it is shown: empty words, focus on the first reason; a new title when the subject changed.
    void begin();

Q_SIGNALS:
    void given(const QString& reason);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void giveOwn();

    Question m_question;
    QList<QPushButton*> m_buttons;
    QLineEdit* m_own = nullptr;
};

} // namespace atrium::windowterminal
