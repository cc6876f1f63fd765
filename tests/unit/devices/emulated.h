// SPDX-License-Identifier: GPL-3.0-or-later
// An emulator as a child process of a test.
#pragma once

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace atrium::tests {

/// Starts one of the emulator programs in a folder of its own; ends it with the object.
class Emulated {
public:
    Emulated(const QString& program, const QStringList& options) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(ATRIUM_BIN_DIR "/") + program,
                        QStringList{QStringLiteral("--link"), m_port} + options);
        const QString ready = m_process.waitForStarted(10000) ? readLine() : QString();
        m_ready = ready.startsWith(QLatin1String("ready "));
        m_port = ready.mid(6);
    }
    ~Emulated() {
        m_process.closeWriteChannel();
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    Emulated(const Emulated&) = delete;
    Emulated& operator=(const Emulated&) = delete;

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// The path of its port, or host and TCP port when the options held another link, "tcp:0".
    [[nodiscard]] QString port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Gives a command and returns its answer; lines of other kinds that come before it are kept in events().
    QString tell(const QString& command) {
        m_process.write(command.toUtf8() + '\n');
        for (;;) {
            const QString line = readLine();
            if (line.isEmpty() || line.startsWith(QLatin1String("ok")) ||
                line.startsWith(QLatin1String("error")))
                return line;
            m_events << line;
        }
    }

    /// The number behind `name=` in the answer to "state".
    int state(const QString& name) {
        const QString answer = tell(QStringLiteral("state"));
        for (const QString& word : answer.split(QLatin1Char(' '))) {
            if (word.startsWith(name + QLatin1Char('=')))
                return word.mid(name.size() + 1).toInt();
        }
        return -1;
    }

    [[nodiscard]] const QStringList& events() const { return m_events; }

private:
    QString readLine() {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(10000))
                return {};
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

    QTemporaryDir m_folder;
    QString m_port = m_folder.filePath(QStringLiteral("port"));
    QProcess m_process;
    QStringList m_events;
    bool m_ready = false;
};

} // namespace atrium::tests
