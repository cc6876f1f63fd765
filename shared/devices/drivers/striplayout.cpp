// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/striplayout.h"

#include "shared/devices/drivers/gb2312.h"

#include <algorithm>
#include <array>

namespace atrium::devices {
namespace {

constexpr std::array kFonts{32, 24, 16}; ///< pixels; Latin letters are half as wide

onbon::Colour colourOf(StripState state) {
    switch (state) {
    case StripState::calling:
        return onbon::Colour::red;
    case StripState::idle:
    case StripState::serving:
        return onbon::Colour::green;
    case StripState::closed:
    case StripState::paused:
        break;
    }
    return onbon::Colour::yellow;
}

/// The largest font in which the lines fit below each other and the longest fits across, else the smallest.
int fontFor(const std::vector<std::string>& lines, int width, int height) {
    std::size_t longest = 0;
    for (const std::string& line : lines)
        longest = std::max(longest, line.size());
    for (const int font : kFonts) {
        if (font * static_cast<int>(lines.size()) <= height && static_cast<int>(longest) * font / 2 <= width)
            return font;
    }
    return kFonts.back();
}

} // namespace

int stripLines(int height) {
    return std::max(1, height / kFonts.back());
}

int stripColumns(int width) {
    return width / (kFonts.back() / 2);
}

onbon::DynamicArea layOut(const StripContent& content, int width, int height) {
    std::vector<std::string> lines;
    for (const QString& line : content.lines) {
        if (static_cast<int>(lines.size()) < stripLines(height))
            lines.push_back(onbon::plainText(toGb2312(line)));
    }
    const int font = fontFor(lines, width, height);
    const auto columns = static_cast<std::size_t>(stripColumns(width));
    const bool runs = lines.size() == 1 && lines.front().size() > columns;
    onbon::DynamicArea area;
    area.width = static_cast<std::uint16_t>(width);
    area.height = static_cast<std::uint16_t>(height);
    area.across = runs ? onbon::Across::left : onbon::Across::centre;
    area.upright = onbon::Upright::centre;
    area.singleLine = runs;
    area.effect = runs ? onbon::Effect::left : onbon::Effect::still;
    area.text = onbon::font(font) + onbon::colour(colourOf(content.state));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t room = onbon::kMaxText - std::min(onbon::kMaxText, area.text.size() + 2);
        area.text += (i == 0 ? std::string() : onbon::newLine());
        area.text += onbon::beginningOf(lines[i], runs ? room : std::min(columns, room));
    }
    return area;
}

} // namespace atrium::devices
