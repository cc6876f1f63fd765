// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/tokens/tokens.h"

#include <cmath>

namespace atrium::ui {
namespace {

constexpr Palette kGovernmentBlue{
    .ink = 0x12202F,
    .ink2 = 0x4A5A6E,
    .ink3 = 0x8A97A8,
    .background = 0xEEF3F9,
    .card = 0xFFFFFF,
    .well = 0xF1F5FA,
    .line = 0xDCE4EE,
    .outline = 0x75859A,
    .primary = 0x0B5CAD,
    .primaryBright = 0x1A72C9,
    .primaryLight = 0xE4EFFB,
    .onPrimary = 0xFFFFFF,
    .headerStart = 0x083E78,
    .headerEnd = 0x176CBF,
    .onHeader = 0xFFFFFF,
    .onHeader2 = 0xEAF3FD,
    .accent = 0xC8102E,
    .accentLight = 0xFCE4E7,
    .onAccent = 0xFFFFFF,
    .good = 0x14795A,
    .goodLight = 0xE2F4EC,
    .onGood = 0xFFFFFF,
    .warning = 0xA85A00,
    .warningLight = 0xFFF1DC,
    .onWarning = 0xFFFFFF,
    .star = 0xB87700,
    .focus = 0x0B5CAD,
    .scrim = 0x0A1A2B,
    .keyboard = 0xDFE7F1,
    .key = 0xFFFFFF,
    .keyDisabled = 0xE8EEF5,
    .boardGround = 0x062B55,
    .boardBar = 0x041F3F,
    .boardPanel = 0x0A3A70,
    .boardLine = 0x2A5488,
    .boardText = 0xFFFFFF,
    .boardText2 = 0xB9CBE0,
    .boardNumber = 0xFFD24A,
    .boardLitStart = 0x0C5AAC,
    .boardLitEnd = 0x0C4F94,
};

constexpr Palette kEmblemRed{
    .ink = 0x241512,
    .ink2 = 0x62504A,
    .ink3 = 0xA39691,
    .background = 0xF8F3F0,
    .card = 0xFFFFFF,
    .well = 0xFAF5F2,
    .line = 0xEADFDA,
    .outline = 0x8C7A74,
    .primary = 0xA8141F,
    .primaryBright = 0xC22630,
    .primaryLight = 0xFBE9E7,
    .onPrimary = 0xFFFFFF,
    .headerStart = 0x7A0C15,
    .headerEnd = 0xBE2430,
    .onHeader = 0xFFFFFF,
    .onHeader2 = 0xFDEEEC,
    .accent = 0xB4003C,
    .accentLight = 0xFCE3EA,
    .onAccent = 0xFFFFFF,
    .good = 0x14795A,
    .goodLight = 0xE2F4EC,
    .onGood = 0xFFFFFF,
    .warning = 0x9A5200,
    .warningLight = 0xFFF1DC,
    .onWarning = 0xFFFFFF,
    .star = 0xB07000,
    .focus = 0x7A0C15,
    .scrim = 0x2A0D0B,
    .keyboard = 0xF0E5E0,
    .key = 0xFFFFFF,
    .keyDisabled = 0xF5EDE9,
    .boardGround = 0x4A0A10,
    .boardBar = 0x33060B,
    .boardPanel = 0x641119,
    .boardLine = 0x8A3A40,
    .boardText = 0xFFFFFF,
    .boardText2 = 0xEBCBC8,
    .boardNumber = 0xFFD95C,
    .boardLitStart = 0xA8141F,
    .boardLitEnd = 0x86101A,
};

constexpr Palette kHighContrast{
    .ink = 0x000000,
    .ink2 = 0x1C1C1C,
    .ink3 = 0x595959,
    .background = 0xFFFFFF,
    .card = 0xFFFFFF,
    .well = 0xFFFFFF,
    .line = 0x000000,
    .outline = 0x000000,
    .primary = 0x00307A,
    .primaryBright = 0x00307A,
    .primaryLight = 0xEAF1FF,
    .onPrimary = 0xFFFFFF,
    .headerStart = 0x000000,
    .headerEnd = 0x000000,
    .onHeader = 0xFFFFFF,
    .onHeader2 = 0xFFFFFF,
    .accent = 0x8A0018,
    .accentLight = 0xFFF0F1,
    .onAccent = 0xFFFFFF,
    .good = 0x004D2E,
    .goodLight = 0xEAFBF2,
    .onGood = 0xFFFFFF,
    .warning = 0x5E3000,
    .warningLight = 0xFFF5E3,
    .onWarning = 0xFFFFFF,
    .star = 0x5E3000,
    .focus = 0xB00068,
    .scrim = 0x000000,
    .keyboard = 0xFFFFFF,
    .key = 0xFFFFFF,
    .keyDisabled = 0xFFFFFF,
    .boardGround = 0x000000,
    .boardBar = 0x000000,
    .boardPanel = 0x000000,
    .boardLine = 0xFFFFFF,
    .boardText = 0xFFFFFF,
    .boardText2 = 0xFFFFFF,
    .boardNumber = 0xFFE600,
    .boardLitStart = 0x00234F,
    .boardLitEnd = 0x00234F,
};

constexpr Palette kNight{
    .ink = 0xF0F4F9,
    .ink2 = 0xB4C2D2,
    .ink3 = 0x6F7F92,
    .background = 0x0E1621,
    .card = 0x182433,
    .well = 0x213044,
    .line = 0x2C3C50,
    .outline = 0x71839A,
    .primary = 0x7DB8F5,
    .primaryBright = 0x97C8FA,
    .primaryLight = 0x1D3654,
    .onPrimary = 0x0A1A2B,
    .headerStart = 0x0A1522,
    .headerEnd = 0x15365A,
    .onHeader = 0xF0F4F9,
    .onHeader2 = 0xC9D7E6,
    .accent = 0xFF8A94,
    .accentLight = 0x45191F,
    .onAccent = 0x2B0008,
    .good = 0x6FD3AC,
    .goodLight = 0x153B30,
    .onGood = 0x05261B,
    .warning = 0xF2B45C,
    .warningLight = 0x44300F,
    .onWarning = 0x2B1A00,
    .star = 0xF2C14E,
    .focus = 0xFFD24A,
    .scrim = 0x000000,
    .keyboard = 0x131E2C,
    .key = 0x26374C,
    .keyDisabled = 0x182433,
    .boardGround = 0x0A1420,
    .boardBar = 0x060D15,
    .boardPanel = 0x14222F,
    .boardLine = 0x34475A,
    .boardText = 0xF0F4F9,
    .boardText2 = 0xB4C2D2,
    .boardNumber = 0xFFD24A,
    .boardLitStart = 0x164A80,
    .boardLitEnd = 0x103A66,
};

constexpr double kText = 4.5;
constexpr double kInk = 7.0;
constexpr double kShape = 3.0; // outlines, focus rings and icons (WCAG 1.4.11)

constexpr auto P = [](std::string_view name, Rgb Palette::*front, Rgb Palette::*ground, double least) {
    return MeetingPair{name, front, ground, least};
};

constexpr std::array kPairs{
    P("ink on background", &Palette::ink, &Palette::background, kInk),
    P("ink on card", &Palette::ink, &Palette::card, kInk),
    P("ink on well", &Palette::ink, &Palette::well, kInk),
    P("ink on key", &Palette::ink, &Palette::key, kInk),
    P("ink on keyboard", &Palette::ink, &Palette::keyboard, kInk),
    P("ink on primaryLight", &Palette::ink, &Palette::primaryLight, kInk),
    P("ink on accentLight", &Palette::ink, &Palette::accentLight, kInk),
    P("ink on goodLight", &Palette::ink, &Palette::goodLight, kInk),
    P("ink on warningLight", &Palette::ink, &Palette::warningLight, kInk),
    P("ink2 on background", &Palette::ink2, &Palette::background, kText),
    P("ink2 on card", &Palette::ink2, &Palette::card, kText),
    P("ink2 on well", &Palette::ink2, &Palette::well, kText),
    P("ink2 on keyboard", &Palette::ink2, &Palette::keyboard, kText),
    P("ink2 on primaryLight", &Palette::ink2, &Palette::primaryLight, kText),
    P("ink2 on accentLight", &Palette::ink2, &Palette::accentLight, kText),
    P("ink2 on goodLight", &Palette::ink2, &Palette::goodLight, kText),
    P("ink2 on warningLight", &Palette::ink2, &Palette::warningLight, kText),
    P("primary on card", &Palette::primary, &Palette::card, kText),
    P("primary on background", &Palette::primary, &Palette::background, kText),
    P("primary on well", &Palette::primary, &Palette::well, kText),
    P("primary on primaryLight", &Palette::primary, &Palette::primaryLight, kText),
    P("onPrimary on primary", &Palette::onPrimary, &Palette::primary, kText),
    P("onPrimary on primaryBright", &Palette::onPrimary, &Palette::primaryBright, kText),
    P("onHeader on headerStart", &Palette::onHeader, &Palette::headerStart, kText),
    P("onHeader on headerEnd", &Palette::onHeader, &Palette::headerEnd, kText),
    P("onHeader2 on headerStart", &Palette::onHeader2, &Palette::headerStart, kText),
    P("onHeader2 on headerEnd", &Palette::onHeader2, &Palette::headerEnd, kText),
    P("accent on card", &Palette::accent, &Palette::card, kText),
    P("accent on background", &Palette::accent, &Palette::background, kText),
    P("accent on accentLight", &Palette::accent, &Palette::accentLight, kText),
    P("onAccent on accent", &Palette::onAccent, &Palette::accent, kText),
    P("good on card", &Palette::good, &Palette::card, kText),
    P("good on background", &Palette::good, &Palette::background, kText),
    P("good on goodLight", &Palette::good, &Palette::goodLight, kText),
    P("onGood on good", &Palette::onGood, &Palette::good, kText),
    P("warning on card", &Palette::warning, &Palette::card, kText),
    P("warning on background", &Palette::warning, &Palette::background, kText),
    P("warning on warningLight", &Palette::warning, &Palette::warningLight, kText),
    P("onWarning on warning", &Palette::onWarning, &Palette::warning, kText),
    P("boardText on boardGround", &Palette::boardText, &Palette::boardGround, kInk),
    P("boardText on boardBar", &Palette::boardText, &Palette::boardBar, kInk),
    P("boardText on boardPanel", &Palette::boardText, &Palette::boardPanel, kInk),
    P("boardText on boardLitStart", &Palette::boardText, &Palette::boardLitStart, kText),
    P("boardText on boardLitEnd", &Palette::boardText, &Palette::boardLitEnd, kText),
    P("boardText2 on boardGround", &Palette::boardText2, &Palette::boardGround, kText),
    P("boardText2 on boardBar", &Palette::boardText2, &Palette::boardBar, kText),
    P("boardText2 on boardPanel", &Palette::boardText2, &Palette::boardPanel, kText),
    P("boardNumber on boardGround", &Palette::boardNumber, &Palette::boardGround, kText),
    P("boardNumber on boardPanel", &Palette::boardNumber, &Palette::boardPanel, kText),
    P("boardNumber on boardLitStart", &Palette::boardNumber, &Palette::boardLitStart, kText),
    P("boardNumber on boardLitEnd", &Palette::boardNumber, &Palette::boardLitEnd, kText),
    P("outline on card", &Palette::outline, &Palette::card, kShape),
    P("outline on background", &Palette::outline, &Palette::background, kShape),
    P("outline on well", &Palette::outline, &Palette::well, kShape),
    P("star on card", &Palette::star, &Palette::card, kShape),
    P("star on background", &Palette::star, &Palette::background, kShape),
    P("focus on card", &Palette::focus, &Palette::card, kShape),
    P("focus on background", &Palette::focus, &Palette::background, kShape),
    P("focus on keyboard", &Palette::focus, &Palette::keyboard, kShape),
};

double linear(Rgb value, int shift) {
    const double c = ((value >> shift) & 0xFFU) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb value) {
    return 0.2126 * linear(value, 16) + 0.7152 * linear(value, 8) + 0.0722 * linear(value, 0);
}

} // namespace

const Palette& palette(ThemeId id) {
    switch (id) {
    case ThemeId::governmentBlue:
        return kGovernmentBlue;
    case ThemeId::emblemRed:
        return kEmblemRed;
    case ThemeId::highContrast:
        return kHighContrast;
    case ThemeId::night:
        return kNight;
    }
    return kGovernmentBlue;
}

std::span<const MeetingPair> meetingPairs() {
    return kPairs;
}

double contrast(Rgb a, Rgb b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

} // namespace atrium::ui
