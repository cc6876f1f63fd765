// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that people and organisations are identified by, and their check digits.
// Sources: GB 11643-1999 (citizens), GB 32100-2015 (unified social credit code), GB 11714-1997 (organisation
// code).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace atrium::model {

/// What a number identifies, as far as the number itself shows.
enum class DocumentKind {
    residentId,             ///< citizen's number
    hkMacaoTaiwanResidence, ///< residence permit: region 810000, 820000 or 830000
    foreignResidence,       ///< permanent residence card, 18 characters beginning with 9
    foreignResidence2017,   ///< permanent residence card of 2017: three letters and twelve digits
    creditCode,             ///< unified social credit code of an organisation
    organisationCode        ///< nine-character organisation code
};

/// Why a number is refused. A page shows one sentence for each.
enum class NumberFault {
    none,
    empty,
    length,        ///< neither of the accepted lengths
    oldFifteen,    ///< a citizen's number of fifteen digits, out of use since 2013
    character,     ///< a character that cannot stand at its place (I, O, S, V and Z in a credit code, …)
    region,        ///< the first two digits are no province
    birthDate,     ///< no such day, or a day after today
    checkCharacter ///< the check character does not fit: a digit was mistyped or misread
};

/// The outcome of a check: a kind and the canonical form, or the fault.
struct NumberCheck {
    NumberFault fault = NumberFault::empty;
    DocumentKind kind = DocumentKind::residentId;
    std::string number; ///< canonical: upper case, no separators; empty when refused
    std::optional<std::chrono::year_month_day> birth;

    [[nodiscard]] bool ok() const { return fault == NumberFault::none; }
    bool operator==(const NumberCheck&) const = default;
};

/// Takes out blanks and hyphens, makes letters upper case and full-width characters (U+FF01 to U+FF5E) plain.
[[nodiscard]] std::string canonicalNumber(std::string_view typed);

/// Checks an 18-character number by GB 11643 (all three kinds that use it) or the 2017 card's 15 characters,
/// of which only the shape and the day are checked, for their check rule is not published.
/// `today` refuses days of birth in the future; without it any day since 1850 passes.
[[nodiscard]] NumberCheck checkCitizenId(std::string_view typed,
                                         std::optional<std::chrono::year_month_day> today = std::nullopt);

/// Checks an 18-character unified social credit code, the organisation code inside it included.
[[nodiscard]] NumberCheck checkCreditCode(std::string_view typed);

/// Checks a nine-character organisation code.
[[nodiscard]] NumberCheck checkOrganisationCode(std::string_view typed);

/// Checks whatever was typed or scanned: tries the citizen's number when it can be one, else a credit code.
[[nodiscard]] NumberCheck checkAnyNumber(std::string_view typed,
                                         std::optional<std::chrono::year_month_day> today = std::nullopt);

} // namespace atrium::model
