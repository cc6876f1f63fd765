// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the page aloud, by request or, in large type, by itself.
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace atrium::devices {
class Speaker;
}

namespace atrium::kiosk {

/// Speaks what stands on `page`, from top to bottom, without keyboards. GUI thread.
class ReadAloud : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(bool speaking READ speaking NOTIFY speakingChanged FINAL)
    Q_PROPERTY(bool available READ available NOTIFY availableChanged FINAL)
    Q_PROPERTY(QQuickItem* page MEMBER m_page NOTIFY availableChanged FINAL)
public:
    explicit ReadAloud(QObject* parent = nullptr);
    ~ReadAloud() override;

    /// `config` as in shared/devices/drivers/deviceregistry.h; "none" and what cannot be made take the key
    /// away. After the first frame: an engine takes seconds.
    void start(const QString& config);
    /// For tests: another speaker.
    void start(std::unique_ptr<devices::Speaker> speaker);

    bool speaking() const { return m_job != 0; }
    bool available() const { return m_expected || m_speaker != nullptr; }
    /// A speaker will come with start(): the key is there from the first frame, and a touch of it before is
    /// not forgotten.
    void expect();
    /// Begins with the page, or stops.
    Q_INVOKABLE void toggle();
    void readPage();
    void stop();
    /// What stands on the page now.
    [[nodiscard]] QString words() const { return textOf(m_page); }
    /// The texts of a page in reading order.
    [[nodiscard]] static QString textOf(const QQuickItem* page);

Q_SIGNALS:
    void speakingChanged();
    void availableChanged();

private:
    void giveUp();

    std::unique_ptr<devices::Speaker> m_speaker;
    QQuickItem* m_page = nullptr;
    quint64 m_job = 0;
    bool m_expected = false;
    bool m_asked = false; ///< to read, before there was a speaker
};

} // namespace atrium::kiosk
