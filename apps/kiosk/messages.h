// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk has to tell: the page of an error or of missing paper, and a line on the present page.
#pragma once

#include "shared/devices/iface/device.h"
#include "shared/model/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace atrium::kiosk {

/// Keeps why, not the words: every text is said anew in the language of the moment. GUI thread.
class Messages : public QObject {
    Q_OBJECT
public:
    /// Says something in the present language.
    using Sentence = std::function<QString()>;

    explicit Messages(QObject* parent = nullptr);

    QString happened() const { return say(m_happened); }
    /// What still works, and what to do.
    QString stillWorks() const { return say(m_stillWorks); }
    QString notice() const { return say(m_notice); }

    void showError(model::ErrorCode why);
    /// A number that stands on paper or screen already is void.
    void showInvalid();
    void showNoPaper(devices::DeviceState printer);
    /// The connection is there again: an error that said it was not is taken back.
    void connectionIsBack();
    /// The printer prints again, as far as the page has said that it does not.
    void printerIsBack();
    /// What was said is over; the texts say so.
    bool resolved() const { return m_resolved; }
    /// A line on the present page; an empty function takes it away.
    void setNotice(Sentence notice);

Q_SIGNALS:
    void changed();

private:
    static QString say(const Sentence& sentence) { return sentence ? sentence() : QString(); }

    enum class Cause { other, connection, printer };
    void resolve(Cause cause, Sentence happened, Sentence whatToDo);
    void begin(Cause cause);

    Cause m_cause = Cause::other;
    bool m_resolved = false;
    Sentence m_happened;
    Sentence m_stillWorks;
    Sentence m_notice;
};

} // namespace atrium::kiosk
