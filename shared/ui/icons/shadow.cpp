// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/icons/shadow.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atrium::ui {
namespace {

constexpr double kStrength = 0.08;

// Distance from a point to the outline of the rounded square [inset, side - inset]², negative inside.
double distance(double x, double y, double side, double inset, double radius) {
    const double half = side / 2 - inset - radius;
    const double dx = std::abs(x - side / 2) - half;
    const double dy = std::abs(y - side / 2) - half;
    const double outside = std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
    return outside + std::min(std::max(dx, dy), 0.0) - radius;
}

} // namespace

QImage drawShadow(int radius, const QColor& color) {
    const int corner = std::clamp(radius, 0, 200) + 2 * kShadowReach;
    const int side = 2 * corner + 2;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double d = distance(x + 0.5, y + 0.5, side, kShadowReach, radius);
            // Smoothstep from full strength at kShadowReach inside to nothing at kShadowReach outside.
            const double t = std::clamp((kShadowReach - d) / (2.0 * kShadowReach), 0.0, 1.0);
            const double alpha = kStrength * t * t * (3 - 2 * t);
            const int a = static_cast<int>(std::lround(std::min(alpha, 1.0) * 255));
            image.setPixel(x, y, qPremultiply(qRgba(color.red(), color.green(), color.blue(), a)));
        }
    }
    return image;
}

} // namespace atrium::ui
