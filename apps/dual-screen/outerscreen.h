// SPDX-License-Identifier: GPL-3.0-or-later
// View model of a window's outer screen: which page the citizen sees, and the rating they may give.
#pragma once

#include "shared/model/queue.h"
#include "shared/model/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <optional>

namespace atrium::model {
struct ServiceItem;
struct Window;
} // namespace atrium::model
namespace atrium::sync {
class HallClient;
}

namespace atrium::dualscreen {

/// How long a citizen has; tests shorten them.
struct RatingTimes {
    int seconds = 30; ///< to think before the page closes by itself; every touch begins them anew
    std::chrono::milliseconds second{1000};
    std::chrono::milliseconds thanks{6000};
};

/// Follows the status of this device's window. The rating goes to the server under this device's own token,
/// through the durable outbox, so that neither the terminal nor a lost network can lose or change it. GUI
/// thread.
class OuterScreen : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(Page page READ page NOTIFY changed FINAL)
    Q_PROPERTY(QString staffName READ staffName NOTIFY changed FINAL)
    Q_PROPERTY(QString staffNumber READ staffNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString departmentName READ departmentName NOTIFY changed FINAL)
    Q_PROPERTY(QUrl photo READ photo NOTIFY changed FINAL)
    Q_PROPERTY(int stars READ stars NOTIFY changed FINAL)
    Q_PROPERTY(int windowNumber READ windowNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString itemName READ itemName NOTIFY changed FINAL)
    Q_PROPERTY(QString guideTitle READ guideTitle NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList guideMaterials READ guideMaterials NOTIFY guideChanged FINAL)
    Q_PROPERTY(QVariantList guideFacts READ guideFacts NOTIFY guideChanged FINAL)
    Q_PROPERTY(QString pauseReason READ pauseReason NOTIFY changed FINAL)
    Q_PROPERTY(QString otherWindows READ otherWindows NOTIFY changed FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(int grade READ grade NOTIFY ratingChanged FINAL)
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY ratingChanged FINAL)
    Q_PROPERTY(QStringList chosenReasons READ chosenReasons NOTIFY ratingChanged FINAL)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged FINAL)
public:
    enum Page { Closed, Idle, Called, Serving, Guide, Rating, Thanks, Refused, Paused, Unknown };
    Q_ENUM(Page)

    explicit OuterScreen(sync::HallClient& client, RatingTimes times = {}, QObject* parent = nullptr);

    Page page() const { return m_page; }
    QString staffName() const;
    QString staffNumber() const;
    QString departmentName() const;
    QUrl photo() const { return m_photo; }
    int stars() const;
    int windowNumber() const;
    QString ticketNumber() const;
    QString itemName() const;
    /// The guide that the clerk shows, as lines of GuideLines; empty when none is shown.
    QString guideTitle() const;
    QVariantList guideMaterials() const;
    QVariantList guideFacts() const;
    /// The usual reasons in the present language, any other as the clerk wrote it.
    QString pauseReason() const;
    /// Windows open now that serve an item of this one, "4、7", for the paused and closed pages; those that
    /// serve the most of its items first; empty when there is none.
    QString otherWindows() const;
    /// Why the rating just given does not count, for the citizen; empty while nothing is known against it.
    QString refusal() const;
    /// 0 until a face was touched: nothing is pre-set.
    int grade() const { return m_grade; }
    /// Reasons that fit the grade (after the practice of GB/T 39735), in the present language.
    QStringList reasons() const;
    QStringList chosenReasons() const;
    int secondsLeft() const { return m_secondsLeft; }
    /// "idle", "rating" … for tests.
    QString pageName() const;

    Q_INVOKABLE void chooseGrade(int grade);
    Q_INVOKABLE void toggleReason(const QString& reason);
    /// Sends the rating; without a grade nothing happens.
    Q_INVOKABLE void submit();
    /// The citizen does not want to answer. Nothing is stored but that the page closed.
    Q_INVOKABLE void closeRating();

Q_SIGNALS:
    void changed();
    /// Another guide, or another language: its pages begin at their top again.
    void guideChanged();
    void ratingChanged();
    void secondsLeftChanged();
    /// A visit ended: language and type go back to the hall's own.
    void visitEnded();

private:
    void follow();
    void openRating(const model::TicketId& ticket);
    void endRating(bool thanks);
    void ratingRefused(const QByteArray& key, const model::Error& why);
    void tick();
    void setPage(Page page);
    [[nodiscard]] const model::WindowStatus* status() const;
    [[nodiscard]] const model::Window* window() const;
    [[nodiscard]] const model::ServiceItem* shownItem() const;

    sync::HallClient& m_client;
    const RatingTimes m_times;
    Page m_page = Unknown;
    QUrl m_photo;
    model::ServiceItemId m_guide;            ///< what is shown; empty: nothing
    std::optional<model::TicketId> m_rating; ///< the page is open for this service
    model::TicketId m_ended;                 ///< answered or closed already
    int m_prompts = 0;
    int m_grade = 0;
    QList<int> m_reasons; ///< places in the grade's list: the server gets the hall's language
    int m_secondsLeft = 0;
    bool m_thanking = false;
    QByteArray m_sent;                         ///< key of the rating that the citizen is thanked for
    std::optional<model::ErrorCode> m_refused; ///< the server took it not
    QTimer m_second;
    QTimer m_thanks;
};

} // namespace atrium::dualscreen
