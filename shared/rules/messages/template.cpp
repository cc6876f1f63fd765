// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/template.h"

#include "shared/model/utf8.h"
#include "shared/rules/messages/parts.h"

#include <algorithm>
#include <array>

namespace atrium::rules::messages {
namespace {

std::string shortened(std::string_view name) {
    auto rest = name;
    std::size_t end = 0;
    for (int characters = 0; !rest.empty(); ++characters) {
        if (characters == kItemCharacters - 1)
            end = name.size() - rest.size();
        if (characters == kItemCharacters)
            return std::string(name.substr(0, end)) + "…";
        static_cast<void>(model::takeCodePoint(rest));
    }
    return std::string(name);
}

/// A named place: in which kinds it has a value, and which.
struct PlaceRow {
    std::string_view name;
    bool nearTurn = false;
    bool called = false;
    bool nextPerson = false;
    std::string (*value)(const Values&) = nullptr;

    [[nodiscard]] bool fits(MessageKind kind) const {
        return kind == MessageKind::nearTurn ? nearTurn : kind == MessageKind::called ? called : nextPerson;
    }
};

constexpr std::array<PlaceRow, 5> kPlaces{{
    {"number", true, true, true, [](const Values& values) { return values.number; }},
    {"item", true, true, true, [](const Values& values) { return shortened(values.item); }},
    {"ahead", true, false, true, [](const Values& values) { return std::to_string(values.ahead); }},
    {"minutes", true, false, false, [](const Values& values) { return values.minutes; }},
    {"window", false, true, false, [](const Values& values) { return std::to_string(values.window); }},
}};

const PlaceRow* findPlace(std::string_view name) {
    const auto* const row = std::find_if(kPlaces.begin(), kPlaces.end(),
                                         [&](const PlaceRow& place) { return place.name == name; });
    return row == kPlaces.end() ? nullptr : row;
}

/// The longest that can occur: what is refused at saving need not be cut at sending.
Values longestValues() {
    Values values;
    values.number = "AB-K99999";
    values.window = 9999;
    values.ahead = 9999;
    values.minutes = "100-120";
    for (int i = 0; i < kItemCharacters; ++i)
        values.item += "事";
    return values;
}

std::optional<TemplateError> checkCharacters(std::string_view text) {
    for (auto rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        const char32_t character = model::takeCodePoint(rest);
        if (character == model::kMalformed || (character < 0x20 && character != '\n') || character == 0x7F)
            return TemplateError{TemplateFault::malformed, {}, at};
    }
    return std::nullopt;
}

std::optional<TemplateError> checkPlaces(std::string_view text, MessageKind kind) {
    for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos;) {
        if (text[at] == '}')
            return TemplateError{TemplateFault::strayBrace, {}, at};
        const auto end = text.find_first_of("{}", at + 1);
        if (end == std::string_view::npos || text[end] == '{')
            return TemplateError{TemplateFault::openBrace, {}, at};
        const auto name = text.substr(at + 1, end - at - 1);
        const auto* place = findPlace(name);
        if (!place)
            return TemplateError{TemplateFault::unknownPlace, std::string(name), at};
        if (!place->fits(kind))
            return TemplateError{TemplateFault::notForKind, std::string(name), at};
        at = text.find_first_of("{}", end + 1);
    }
    return std::nullopt;
}

} // namespace

std::optional<TemplateError> checkTemplate(std::string_view text, MessageKind kind,
                                           std::string_view signature) {
    if (text.find_first_not_of(" \n") == std::string_view::npos)
        return TemplateError{TemplateFault::empty, {}, 0};
    if (auto error = checkCharacters(text))
        return error;
    if (auto error = checkPlaces(text, kind))
        return error;
    if (countParts(std::string(signature) + fillTemplate(text, kind, longestValues())) > kMostParts)
        return TemplateError{TemplateFault::tooLong, {}, text.size()};
    return std::nullopt;
}

std::string fillTemplate(std::string_view text, MessageKind kind, const Values& values) {
    std::string out;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        out += text.substr(0, open);
        text.remove_prefix(open);
        const auto end = text.find('}');
        const auto* place = end == std::string_view::npos ? nullptr : findPlace(text.substr(1, end - 1));
        const std::size_t taken =
            place && place->fits(kind) ? end + 1 : std::min<std::size_t>(1, text.size());
        out += place && place->fits(kind) ? place->value(values) : std::string(text.substr(0, taken));
        text.remove_prefix(taken);
    }
    return out;
}

} // namespace atrium::rules::messages
