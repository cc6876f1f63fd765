// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui/scene.h"

#include <QImage>
#include <QQmlApplicationEngine>
#include <QQmlIncubationController>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QtQuickTest/quicktest.h>

#include <functional>
#include <vector>

namespace atrium::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kTolerance = 3; ///< pixels that glyph boxes may touch by

void eachVisible(QQuickItem* item, const std::function<bool(QQuickItem*)>& visit) {
    if (!item->isVisible() || qFuzzyIsNull(item->opacity()) || !visit(item))
        return;
    const auto children = item->childItems();
    for (QQuickItem* child : children)
        eachVisible(child, visit);
}

bool isText(const QQuickItem& item) {
    constexpr QChar kNothing(0x200B); // a translation that says nothing
    return item.inherits("QQuickText") && !item.property("text").toString().remove(kNothing).isEmpty();
}

/// Where the glyphs are, in the window.
QRectF glyphs(const QQuickItem& item) {
    const qreal width = item.property("contentWidth").toReal();
    const qreal height = item.property("contentHeight").toReal();
    const int across = item.property("horizontalAlignment").toInt();
    const int down = item.property("verticalAlignment").toInt();
    const qreal x = (across & Qt::AlignRight)     ? item.width() - width
                    : (across & Qt::AlignHCenter) ? (item.width() - width) / 2
                                                  : 0;
    const qreal y = (down & Qt::AlignBottom)    ? item.height() - height
                    : (down & Qt::AlignVCenter) ? (item.height() - height) / 2
                                                : 0;
    return item.mapRectToScene(QRectF(x, y, width, height));
}

/// Whether a finger brings what stands above or below the frame into it.
bool scrolls(const QQuickItem& frame) {
    return frame.inherits("QQuickFlickable") && frame.property("interactive").toBool() &&
           frame.property("contentHeight").toReal() > frame.height();
}

/// The button or card that the text stands on, in the window; everything when it stands on none.
QRectF groundOf(const QQuickItem& item) {
    constexpr qreal kAnywhere = 1e6;
    // What scrolls stands on its list, of which one sees a part.
    for (const QQuickItem* at = item.parentItem(); at != nullptr && !scrolls(*at); at = at->parentItem())
        if (at->inherits("QQuickAbstractButton") ||
            QByteArray(at->metaObject()->className()).startsWith("Card_"))
            return at->mapRectToScene(QRectF(0, 0, at->width(), at->height()));
    return {-kAnywhere, -kAnywhere, 2 * kAnywhere, 2 * kAnywhere};
}

enum class Reach { eyes, fingers };

/// What can be seen of the item's surroundings: the window, cut by every clipping parent. For fingers, what
/// scrolling brings into sight counts as well.
QRectF frameOf(const QQuickItem& item, const QQuickWindow& window, Reach reach) {
    QRectF frame(0, 0, window.width(), window.height());
    for (const QQuickItem* at = item.parentItem(); at != nullptr; at = at->parentItem()) {
        const QRectF own = at->mapRectToScene(QRectF(0, 0, at->width(), at->height()));
        const qreal more =
            reach == Reach::fingers && scrolls(*at) ? at->property("contentHeight").toReal() : 0;
        if (more > 0)
            frame.adjust(0, -more, 0, more);
        if (at->clip())
            frame &= own.adjusted(0, -more, 0, more);
    }
    return frame;
}

} // namespace

Scene::Scene(const ui::QuickAppOptions& options, const QString& page, const QVariantMap& properties,
             QSize size)
    : m_app(std::make_unique<ui::QuickApp>(options)) {
    m_app->engine().setInitialProperties(properties);
    m_app->engine().load(QUrl(page));
    m_window = qobject_cast<QQuickWindow*>(m_app->engine().rootObjects().value(0));
    if (m_window == nullptr)
        qFatal("the page does not load");
    m_app->follow(*m_window);
    m_window->resize(size);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window))
        qFatal("the window does not show");
}

Scene::~Scene() = default;

void Scene::resize(QSize size) {
    m_window->resize(size);
    if (!QTest::qWaitFor([&] { return m_window->contentItem()->size().toSize() == size; }))
        qFatal("the window does not take the size");
}

QQuickItem* Scene::item(const QString& name) const {
    QQuickItem* found = nullptr;
    eachVisible(m_window->contentItem(), [&](QQuickItem* item) {
        if (found == nullptr && item->objectName() == name)
            found = item;
        return found == nullptr;
    });
    return found;
}

QString Scene::text(const QString& name) const {
    const QQuickItem* found = item(name);
    return found == nullptr ? QString() : found->property("text").toString();
}

bool Scene::shows(const QString& text) const {
    bool found = false;
    eachVisible(m_window->contentItem(), [&](QQuickItem* item) {
        found = found || (isText(*item) && item->property("text").toString().contains(text));
        return !found;
    });
    return found;
}

bool Scene::touch(const QString& name) const {
    m_window->grabWindow(); // what changed since the last frame is laid out with the next one
    const QQuickItem* target = item(name);
    if (target == nullptr || !target->isEnabled())
        return false;
    const QPointF middle = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
    if (!QRectF(0, 0, m_window->width(), m_window->height()).contains(middle))
        return false;
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    return true;
}

/// Layouts that were changed since the last frame settle with the next one, and may ask for another: rows of
/// several lines move those below them. A row that a list still makes ready, a few milliseconds at a time, is
/// not shown yet and has no sizes, though it has a place.
void Scene::settle() const {
    m_window->grabWindow();
    const auto* unready = m_app->engine().incubationController();
    const auto isAtRest = [&] {
        return !QQuickTest::qIsPolishScheduled(m_window) &&
               (unready == nullptr || unready->incubatingObjectCount() == 0);
    };
    if (!QTest::qWaitFor(isAtRest))
        qFatal("the page does not come to rest");
}

QStringList Scene::faults(const QStringList& moving, QQuickItem* part) const {
    struct Seen {
        QString text;
        QRectF at;
    };
    std::vector<Seen> seen;
    QStringList out;
    settle();
    eachVisible(part != nullptr ? part : m_window->contentItem(), [&](QQuickItem* item) {
        if (moving.contains(item->objectName()))
            return false;
        if (!isText(*item))
            return true;
        const QString text = item->property("text").toString();
        const QRectF at = glyphs(*item);
        const QRectF frame = frameOf(*item, *m_window, Reach::fingers);
        const QRectF view = frameOf(*item, *m_window, Reach::eyes);
        const auto inner = at.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance);
        if (!inner.intersects(view))
            return true; // scrolled out of sight
        if (item->property("contentWidth").toReal() > item->width() + kTolerance)
            out.append(u"\"%1\" is wider than its place"_s.arg(text));
        if (!groundOf(*item).contains(inner))
            out.append(u"\"%1\" stands out of its button or card"_s.arg(text));
        if (!frame.contains(inner))
            out.append(u"\"%1\" stands out of its frame"_s.arg(text));
        for (const Seen& other : seen)
            if ((inner & view).intersects(other.at))
                out.append(u"\"%1\" stands on \"%2\""_s.arg(text, other.text));
        seen.push_back({text, inner & view});
        return true;
    });
    return out;
}

QStringList Scene::elided(QQuickItem* part) const {
    QStringList out;
    eachVisible(part != nullptr ? part : m_window->contentItem(), [&](QQuickItem* item) {
        if (isText(*item) && item->property("truncated").toBool())
            out.append(item->property("text").toString());
        return true;
    });
    return out;
}

QStringList Scene::buttonsAbove(qreal line) const {
    QStringList out;
    eachVisible(m_window->contentItem(), [&](QQuickItem* item) {
        if (!item->inherits("QQuickAbstractButton") || !item->isEnabled())
            return true;
        const QRectF at = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (frameOf(*item, *m_window, Reach::eyes).contains(at.center()) && at.center().y() < line)
            out.append(item->objectName() + u" \""_s + item->property("text").toString() + u'"');
        return true;
    });
    return out;
}

QImage Scene::picture(const QString& name) const {
    QImage image = m_window->grabWindow();
    if (const QString folder = qEnvironmentVariable("ATRIUM_PICTURES"); !folder.isEmpty())
        image.save(folder + u'/' + name + u".png"_s);
    return image;
}

} // namespace atrium::test
