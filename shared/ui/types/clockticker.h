// SPDX-License-Identifier: GPL-3.0-or-later
// The time and date as texts for QML, so that no page does date arithmetic.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace atrium::ui {

/// GUI thread only. Changes on the minute, or on the second with `seconds`; follows the wall clock when that
/// is set, because it asks anew at every tick.
class ClockTicker : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QDateTime now READ now NOTIFY tick FINAL)
    Q_PROPERTY(QString time READ time NOTIFY tick FINAL)
    Q_PROPERTY(QString date READ date NOTIFY tick FINAL)
    Q_PROPERTY(bool seconds READ seconds WRITE setSeconds NOTIFY tick FINAL)
public:
    explicit ClockTicker(QObject* parent = nullptr);

    QDateTime now() const { return m_now; }
    /// "10:24" or "10:24:07"
    QString time() const;
    /// "11月22日 星期日", in English "Sunday, 22 November"
    QString date() const;
    bool seconds() const { return m_seconds; }
    void setSeconds(bool on);

    /// The texts of any moment, for tests and for pages that show another time.
    static QString dateText(const QDateTime& moment, const QString& language);

Q_SIGNALS:
    void tick();

private:
    void refresh();

    QTimer m_timer;
    QDateTime m_now;
    bool m_seconds = false;
};

} // namespace atrium::ui
