// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/icons/iconprovider.h"

#include "shared/ui/icons/lucide.h"
#include "shared/ui/icons/shadow.h"

#include <QQmlEngine>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kProviderName = u"icon"_s;
constexpr int kDefaultSide = 48;

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QString IconProvider::urlBase() {
    return u"image://icon/"_s;
}

void IconProvider::addTo(QQmlEngine& engine) {
    if (engine.imageProvider(kProviderName) == nullptr) {
        engine.addImageProvider(kProviderName, new IconProvider); // the engine owns it
    }
}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QStringList parts = id.split(u'/');
    const QString name = parts.value(0);
    QImage image;
    if (name == u"shadow"_s) {
        image = drawShadow(parts.value(1).toInt(), QColor(u'#' + parts.value(2)));
    } else {
        const int side = qMax(requestedSize.width(), requestedSize.height());
        const QSize wanted = side > 0 ? QSize(side, side) : QSize(kDefaultSide, kDefaultSide);
        image = drawLucide(name, QColor(u'#' + parts.value(1)), wanted, parts.value(2) == u"fill"_s);
    }
    if (size != nullptr) {
        *size = image.size();
    }
    return image;
}

} // namespace atrium::ui
