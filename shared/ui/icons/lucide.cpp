// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/icons/lucide.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

// Resources of a static library are not registered unless somebody asks for them.
static void registerIcons() {
    Q_INIT_RESOURCE(atrium_lucide);
}

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QString& name) {
    static const bool registered = (registerIcons(), true);
    Q_UNUSED(registered)
    return u":/atrium/lucide/"_s + name + u".svg"_s;
}

} // namespace

bool hasLucide(const QString& name) {
    return !name.isEmpty() && QFile::exists(pathOf(name));
}

QImage drawLucide(const QString& name, const QColor& color, QSize size, bool filled) {
    QFile file(pathOf(name));
    if (name.isEmpty() || size.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    const QByteArray tint = color.name(QColor::HexRgb).toLatin1();
    svg.replace("currentColor", tint);
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    if (filled) {
        svg.replace("fill=\"none\"", "fill=\"" + tint + "\"");
    }
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    const int side = qMin(size.width(), size.height());
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    return image;
}

} // namespace atrium::ui
