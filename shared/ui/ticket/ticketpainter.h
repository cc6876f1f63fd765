// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the paper ticket as dots. A picture, not printer text: receipt printers lack most Chinese type.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace atrium::ui {

/// What stands on a ticket. All texts are ready to be read (masked, formatted, in the ticket's language); an
/// empty one leaves its line out.
struct TicketPrint {
    QString hall{};
    QString number{}; ///< "A0127"; printed as "A 0127"
    QString department{};
    QString item{};
    QString windows{};      ///< "A 区 3–8 号窗口"
    QString takenAt{};      ///< "2026-11-22 10:24"
    QString peopleAhead{};  ///< "9 人"
    QString expectedWait{}; ///< "约 15–20 分钟"
    QString holder{};       ///< masked: "张* 3101**********1234"
    QStringList hints{};
    QString qrText{};
    bool unconfirmed = false; ///< the printer's answer is missing: says so on the next copy
    bool duplicate = false;   ///< a second print of the same number
    bool english = false;     ///< the fixed words in English instead of Chinese
};

/// Dots across the paper.
inline constexpr int kTicketDots58 = 384;
inline constexpr int kTicketDots80 = 576;

/// Draws the ticket, black (1) on white (0), as high as its content needs; long texts wrap, nothing is cut
/// off. `dots` is kTicketDots58 or kTicketDots80 (any multiple of 8 from 256 works). GUI thread, because of
/// the fonts. The printer's driver takes it through devices::toTicketImage().
[[nodiscard]] QImage paintTicket(const TicketPrint& ticket, int dots);

} // namespace atrium::ui
