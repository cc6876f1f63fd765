// SPDX-License-Identifier: GPL-3.0-or-later
// The design tokens: every colour, size, space, radius and duration that a screen may use, described once.
// Plain data without Qt, so that QML, Widgets, the printed ticket and the tests read the same tables.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace atrium::ui {

/// A colour as 0xRRGGBB, opaque, in sRGB.
using Rgb = std::uint32_t;

/// The named themes a hall may choose from. The order is the wire order of the hall's setting.
enum class ThemeId { governmentBlue, emblemRed, highContrast, night };

/// Colours of one theme. "on…" is what is written on the ground of that name.
struct Palette {
    Rgb ink, ink2, ink3; ///< text, secondary text, and what is disabled or decoration (never to be read)
    Rgb background, card, well; ///< page, card on the page, quiet button or field inside a card
    Rgb line, outline;          ///< hairline between things; outline of a control (3:1 to its ground)
    Rgb primary, primaryBright, primaryLight, onPrimary; ///< primaryBright is the light end of a gradient
    Rgb headerStart, headerEnd, onHeader, onHeader2;
    Rgb accent, accentLight, onAccent; ///< urgent, errors
    Rgb good, goodLight, onGood;
    Rgb warning, warningLight, onWarning;
    Rgb star, focus, scrim;
    Rgb keyboard, key, keyDisabled;
    Rgb boardGround, boardBar, boardPanel, boardLine, boardText, boardText2, boardNumber;
    Rgb boardLitStart, boardLitEnd; ///< the panel of the number called just now
};

/// Sizes in pixels at a shorter screen side of 1080 (kiosk) or 1:1 (desktop).
struct Measures {
    int title = 52, tile = 42, row = 38, button = 36, body = 30, hint = 26, number = 190, clock = 60;
    int deskTitle = 28, deskSection = 20, deskBody = 17, deskHint = 14, deskFigure = 36;
    int space1 = 8, space2 = 16, space3 = 24, space4 = 32, space5 = 48, space6 = 64;
    int radiusCard = 28, radiusButton = 24, radiusKey = 20, deskRadiusCard = 16, deskRadiusButton = 10;
    int target = 96, targetGap = 16; ///< least side of a touch target and least space between two
    int headerHeight = 196, barHeight = 156;
    int focusWidth = 5, hairline = 2;
};

/// Durations in milliseconds, 0 in large-type mode; how a flung list runs out, in pixels a second (squared).
struct Motion {
    int quick = 150, normal = 200, slow = 250;
    int flickVelocity = 2500, flickBrake = 10000;
};

inline constexpr Measures kMeasures{};
inline constexpr Motion kMotion{};
inline constexpr double kLargeTypeFactor = 1.35;
inline constexpr int kReferenceSide = 1080;
inline constexpr std::string_view kFontFamily = "Noto Sans CJK SC";
/// Before a loading page shows skeletons, in milliseconds; less than this would only flicker.
inline constexpr int kSkeletonDelay = 300;

/// The colours of a theme.
[[nodiscard]] const Palette& palette(ThemeId id);

/// Two colours that meet on a screen, and the least contrast they must have in ordinary themes.
/// In the high-contrast theme every text pair needs 7:1.
struct MeetingPair {
    std::string_view name;
    Rgb Palette::*front;
    Rgb Palette::*ground;
    double least;
};

/// Every pair that the controls of this module and the apps' pages draw.
[[nodiscard]] std::span<const MeetingPair> meetingPairs();

/// Contrast ratio 1…21 as WCAG 2.1 defines it (relative luminance of sRGB).
[[nodiscard]] double contrast(Rgb a, Rgb b);

} // namespace atrium::ui
