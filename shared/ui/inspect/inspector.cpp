// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/inspect/inspector.h"

#include <QApplication>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace atrium::ui {

namespace {

struct Sight {
    QString name;
    QRect onDesktop;
    bool enabled = true;
    QString text;
};

/// Half of it must be inside what is shown, or a person could not be expected to touch it.
bool mostlyInside(const QRect& rect, const QRect& shown) {
    const QRect seen = rect.intersected(shown);
    return seen.width() * seen.height() * 2 >= rect.width() * rect.height() && !rect.isEmpty();
}

QString textOf(const QObject& object) {
    for (const char* property : {"text", "title", "plainText"}) {
        const QVariant value = object.property(property);
        if (value.isValid() && !value.toString().isEmpty())
            return value.toString();
    }
    return {};
}

/// shown is the part of the desktop that the window and the clipping items above leave to this item.
void collectItems(QQuickItem* item, const QQuickWindow& window, const QRect& shown, std::vector<Sight>& out) {
    if (!item->isVisible() || qFuzzyIsNull(item->opacity()))
        return;
    const QRectF scene = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const QRect rect = scene.toRect().translated(window.position());
    if (!item->objectName().isEmpty() && mostlyInside(rect, shown))
        out.push_back({item->objectName(), rect, item->isEnabled(), textOf(*item)});
    const QRect left = item->clip() ? shown.intersected(rect) : shown;
    const auto children = item->childItems();
    for (QQuickItem* child : children)
        collectItems(child, window, left, out);
}

/// shown is what the widgets above leave to this one: each cuts off what stands out of it, as a form does
/// that was rolled on.
void collectWidgets(QWidget* widget, const QRect& shown, std::vector<Sight>& out) {
    if (!widget->isVisible())
        return;
    const QRect rect(widget->mapToGlobal(QPoint(0, 0)), widget->size());
    const QRect left = widget->isWindow() ? rect : shown.intersected(rect);
    if (!widget->objectName().isEmpty() && mostlyInside(rect, left))
        out.push_back({widget->objectName(), rect, widget->isEnabled(), textOf(*widget)});
    const auto children = widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* child : children)
        collectWidgets(child, left, out);
}

std::vector<Sight> everythingVisible() {
    std::vector<Sight> out;
    const auto windows = QGuiApplication::allWindows();
    for (QWindow* window : windows) {
        if (auto* quick = qobject_cast<QQuickWindow*>(window); quick != nullptr && quick->isVisible())
            collectItems(quick->contentItem(), *quick, QRect(quick->position(), quick->size()), out);
    }
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) != nullptr) {
        const auto tops = QApplication::topLevelWidgets();
        for (QWidget* widget : tops)
            collectWidgets(widget, {}, out);
    }
    return out;
}

} // namespace

Inspector::Inspector(Describe describe, QObject* parent) : QObject(parent), m_describe(std::move(describe)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

bool Inspector::listen(const QString& path) {
    QLocalServer::removeServer(path);
    return m_server.listen(path);
}

void Inspector::serve(QLocalSocket* socket) const {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        while (socket->canReadLine()) {
            const auto request = QJsonDocument::fromJson(socket->readLine()).object();
            afterFrame([this, request, asker = QPointer<QLocalSocket>(socket)] {
                if (asker)
                    asker->write(QJsonDocument(answer(request)).toJson(QJsonDocument::Compact) + '\n');
            });
        }
    });
}

void Inspector::afterFrame(const std::function<void()>& act) const {
    auto* waiting = new QObject; // ends the connections below when the first of both ways has been taken
    auto missing = std::make_shared<int>(0);
    const auto done = [act, waiting] {
        waiting->deleteLater();
        waiting->disconnect();
        act();
    };
    const auto windows = QGuiApplication::allWindows();
    for (QWindow* window : windows) {
        auto* quick = qobject_cast<QQuickWindow*>(window);
        if (quick == nullptr || !quick->isExposed())
            continue;
        ++*missing;
        connect(
            quick, &QQuickWindow::frameSwapped, waiting,
            [missing, done] {
                if (--*missing == 0)
                    done();
            },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        quick->update();
    }
    if (*missing == 0)
        return done();
    constexpr int kNoFrame = 1000; // milliseconds; a covered window may present none
    QTimer::singleShot(kNoFrame, waiting, [missing, done] {
        if (std::exchange(*missing, 0) > 0)
            done();
    });
}

QJsonObject Inspector::answer(const QJsonObject& request) const {
    using namespace Qt::Literals::StringLiterals;
    if (request.contains(u"state"_s))
        return QJsonObject::fromVariantMap(m_describe());
    auto sights = everythingVisible();
    if (request.contains(u"list"_s)) {
        const QString prefix = request.value(u"list"_s).toString();
        std::erase_if(sights, [&](const Sight& sight) { return !sight.name.startsWith(prefix); });
        std::stable_sort(sights.begin(), sights.end(), [](const Sight& a, const Sight& b) {
            return std::pair(a.onDesktop.y(), a.onDesktop.x()) < std::pair(b.onDesktop.y(), b.onDesktop.x());
        });
        QJsonArray names;
        QJsonArray tops;
        for (const Sight& sight : sights) {
            names.append(sight.name);
            tops.append(sight.onDesktop.y());
        }
        return {{u"names"_s, names}, {u"tops"_s, tops}};
    }
    const QString wanted = request.value(u"find"_s).toString();
    const auto at =
        std::find_if(sights.rbegin(), sights.rend(), [&](const Sight& s) { return s.name == wanted; });
    if (at == sights.rend())
        return {{u"found"_s, false}};
    return {{u"found"_s, true},
            {u"x"_s, at->onDesktop.x()},
            {u"y"_s, at->onDesktop.y()},
            {u"width"_s, at->onDesktop.width()},
            {u"height"_s, at->onDesktop.height()},
            {u"enabled"_s, at->enabled},
            {u"text"_s, at->text}};
}

} // namespace atrium::ui
