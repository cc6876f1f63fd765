// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui/fakedevices.h"

namespace atrium::test {

void FakePrinter::checkStatus() {
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (const auto found = std::exchange(checked, std::nullopt))
                become(*found);
            Q_EMIT statusChecked(status());
        },
        Qt::QueuedConnection);
}

quint64 FakePrinter::print(const devices::TicketImage& image, devices::CutMode /*cut*/) {
    if (image.isValid())
        ++printed;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(1, next); }, Qt::QueuedConnection);
    return 1;
}

} // namespace atrium::test
