// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/idnumber.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

using namespace atrium::model;
using namespace std::chrono_literals;

TEST(IdNumber, publishedCitizensNumbersPass) {
    EXPECT_TRUE(checkCitizenId("34052419800101001X").ok());
    const auto check = checkCitizenId("11010519491231002x");
    EXPECT_TRUE(check.ok());
    EXPECT_EQ(check.kind, DocumentKind::residentId);
    EXPECT_EQ(check.number, "11010519491231002X");
    EXPECT_EQ(check.birth, 1949y / 12 / 31);
}

TEST(IdNumber, numbersOfPermanentResidentsPass) {
    EXPECT_EQ(checkCitizenId("932682198501010017").kind, DocumentKind::foreignResidence);
    EXPECT_EQ(checkCitizenId("911124198108030024").fault, NumberFault::none);
    EXPECT_EQ(checkCitizenId("DEU110181080301").kind, DocumentKind::foreignResidence2017);
}

TEST(IdNumber, eachMistakeHasItsReason) {
    EXPECT_EQ(checkCitizenId("  ").fault, NumberFault::empty);
    EXPECT_EQ(checkCitizenId("1101051949123100").fault, NumberFault::length);
    EXPECT_EQ(checkCitizenId("110105491231002").fault, NumberFault::oldFifteen);
    EXPECT_EQ(checkCitizenId("1101051949123100AX").fault, NumberFault::character);
    EXPECT_EQ(checkCitizenId("17010519491231002X").fault, NumberFault::region);
    EXPECT_EQ(checkCitizenId("11010519490231002X").fault, NumberFault::birthDate);
    EXPECT_EQ(checkCitizenId("110105194912310021").fault, NumberFault::checkCharacter);
    EXPECT_EQ(checkCitizenId("34052419800101001X", 1979y / 12 / 31).fault, NumberFault::birthDate);
    EXPECT_TRUE(checkCitizenId("34052419800101001X", 1980y / 1 / 1).ok());
}

TEST(IdNumber, typedSeparatorsAndFullWidthDigitsAreAccepted) {
    EXPECT_EQ(canonicalNumber("１１0105-1949 1231\t002ｘ"), "11010519491231002X");
    EXPECT_TRUE(checkCitizenId("110105 19491231 002x").ok());
}

TEST(IdNumber, publishedCreditCodes) {
    EXPECT_TRUE(checkCreditCode("91350100M000100Y43").ok());
    EXPECT_TRUE(checkCreditCode("11320000mb151840xj").ok());
    EXPECT_EQ(checkCreditCode("91350100M000100Y4Z").fault,
              NumberFault::character); // printed as an example somewhere
    EXPECT_EQ(checkCreditCode("91350100M000100Y44").fault, NumberFault::checkCharacter);
    EXPECT_EQ(checkCreditCode("91350100M000100Y4").fault, NumberFault::length);
}

TEST(IdNumber, organisationCodesInsideThem) {
    EXPECT_TRUE(checkOrganisationCode("M000100Y-4").ok());
    EXPECT_TRUE(checkOrganisationCode("MB151840X").ok());
    EXPECT_EQ(checkOrganisationCode("MB1518401").fault, NumberFault::checkCharacter);
}

TEST(IdNumber, anyNumberTellsWhichItIs) {
    EXPECT_EQ(checkAnyNumber("91350100M000100Y43").kind, DocumentKind::creditCode);
    EXPECT_EQ(checkAnyNumber("11010519491231002X").kind, DocumentKind::residentId);
    EXPECT_EQ(checkAnyNumber("110105194912310021").fault, NumberFault::checkCharacter);
}

/// What the check character is for: no single wrong digit and no swap of neighbours goes unnoticed.
RC_GTEST_PROP(IdNumberProperty, everySingleMistakeIsNoticed, ()) {
    std::string number = "11010519491231002X";
    const auto at = *rc::gen::inRange<std::size_t>(0, 17);
    const auto digit = *rc::gen::inRange('0', '9');
    RC_PRE(number[at] != digit);
    number[at] = digit;
    RC_ASSERT(!checkCitizenId(number).ok());
    std::string code = "91350100M000100Y43";
    const auto place = *rc::gen::inRange<std::size_t>(0, 18);
    const char other = *rc::gen::elementOf(std::string("0123456789ABCDEFGHJKLMNPQRTUWXY"));
    RC_PRE(code[place] != other);
    code[place] = other;
    RC_ASSERT(!checkCreditCode(code).ok());
}

RC_GTEST_PROP(IdNumberProperty, anyTextIsAnswered, (const std::string& text)) {
    const auto check = checkAnyNumber(text);
    RC_ASSERT(check.ok() == !check.number.empty());
}
