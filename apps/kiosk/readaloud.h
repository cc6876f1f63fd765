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

    /// `config` as in shared/devices/drivers/deviceregistry.h. After the first frame: an engine takes
    /// seconds.
    void start(const QString& config);
    /// For tests: another speaker.
    void start(std::unique_ptr<devices::Speaker> speaker);

    bool speaking() const { return m_job != 0; }
    bool available() const { return m_speaker != nullptr; }
    /// Begins with the page, or stops.
    Q_INVOKABLE void toggle();
    void readPage();
    void stop();
    /// The texts of a page in reading order.
    [[nodiscard]] static QString textOf(const QQuickItem* page);

Q_SIGNALS:
    void speakingChanged();
    void availableChanged();

private:
    std::unique_ptr<devices::Speaker> m_speaker;
    QQuickItem* m_page = nullptr;
    quint64 m_job = 0;
};

} // namespace atrium::kiosk
