// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen needs to know of the hall: its name, its look, the time, and whether the server answers.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// Follows the replica's hall record and the connection. Texts are in the present language of Theme.
/// The hall's theme is put into Theme as it changes, unless followTheme is false (a citizen chose high
/// contrast). GUI thread; the client must outlive it.
class HallState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given to pages by the app")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(int ratingGrades READ ratingGrades NOTIFY changed FINAL)
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(bool online READ online NOTIFY connectionChanged FINAL)
    Q_PROPERTY(bool connecting READ connecting NOTIFY connectionChanged FINAL)
    Q_PROPERTY(QDateTime offlineSince READ offlineSince NOTIFY connectionChanged FINAL)
    Q_PROPERTY(bool followTheme READ followTheme WRITE setFollowTheme NOTIFY changed FINAL)
public:
    explicit HallState(sync::HallClient& client, QObject* parent = nullptr);

    QString name() const;
    QString notice() const;
    int ratingGrades() const;
    /// False until the first snapshot was ever taken: nothing can be shown yet.
    bool known() const;
    bool online() const;
    /// Nothing is known yet of the server since the program began; screens say "connecting", not "lost".
    bool connecting() const;
    QDateTime offlineSince() const;
    bool followTheme() const { return m_followTheme; }
    void setFollowTheme(bool follow);

    /// The server's time in the hall's zone.
    Q_INVOKABLE QDateTime now() const;

Q_SIGNALS:
    void changed();
    void connectionChanged();

private:
    void applyTheme() const;

    sync::HallClient& m_client;
    bool m_followTheme = true;
};

} // namespace atrium::ui
