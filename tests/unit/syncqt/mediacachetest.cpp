// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/mediacache.h"

#include "tests/support/sync/fakeserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace atrium;
using sync::HttpRequest;
using sync::HttpResponse;

class MediaCacheTest : public QObject {
    Q_OBJECT

private:
    const QByteArray m_bytes = "a picture";
    const model::Sha256 m_address =
        model::Sha256(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().toStdString());

private Q_SLOTS:

    void fetchesOnceThenServesFromItsFolder() {
        QTemporaryDir folder;
        test::FakeServer server;
        server.command = [this](const HttpRequest&) { return HttpResponse{.status = 200, .body = m_bytes}; };
        {
            sync::MediaCache cache(folder.path(), server);
            QSignalSpy ready(&cache, &sync::MediaCache::ready);
            QVERIFY(cache.path(m_address).isEmpty());
            QVERIFY(cache.path(m_address).isEmpty());
            QTRY_COMPARE(ready.size(), 1);
            QCOMPARE(server.asked(),
                     QList<QByteArray>{"GET /api/v1/media/" + QByteArray::fromStdString(m_address.value)});
            QFile file(cache.path(m_address));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), m_bytes);
        }
        server.down = true;
        QVERIFY(!sync::MediaCache(folder.path(), server).path(m_address).isEmpty());
    }

    void refusesBytesThatDoNotMatch() {
        QTemporaryDir folder;
        test::FakeServer server;
        server.command = [](const HttpRequest&) {
            return HttpResponse{.status = 200, .body = "another picture"};
        };
        sync::MediaCache cache(folder.path(), server);
        QSignalSpy failed(&cache, &sync::MediaCache::failed);
        QVERIFY(cache.path(m_address).isEmpty());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(cache.path(m_address).isEmpty());
        QCOMPARE(server.asked().size(), 1); // not asked again and again by a page that is drawn
        server.command = [this](const HttpRequest&) { return HttpResponse{.status = 200, .body = m_bytes}; };
        cache.retryFailed();
        QTRY_VERIFY(!cache.path(m_address).isEmpty());
    }

    void fetchesAgainWhatWasSpoiltOnTheDisk() {
        QTemporaryDir folder;
        test::FakeServer server;
        server.command = [this](const HttpRequest&) { return HttpResponse{.status = 200, .body = m_bytes}; };
        QString path;
        {
            sync::MediaCache cache(folder.path(), server);
            QVERIFY(cache.path(m_address).isEmpty());
            QTRY_VERIFY(!(path = cache.path(m_address)).isEmpty());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("spoilt");
        file.close();
        sync::MediaCache cache(folder.path(), server);
        QVERIFY(cache.path(m_address).isEmpty());
        QTRY_COMPARE(cache.path(m_address), path);
    }

    void asksForNothingByAMalformedAddress() {
        QTemporaryDir folder;
        test::FakeServer server;
        sync::MediaCache cache(folder.path(), server);
        for (const char* text : {"", "../../etc/passwd", "ABC", "zz"})
            QVERIFY(cache.path(model::Sha256(text)).isEmpty());
        QVERIFY(server.asked().isEmpty());
    }
};

QTEST_GUILESS_MAIN(MediaCacheTest)
#include "mediacachetest.moc"
