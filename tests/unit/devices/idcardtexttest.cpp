// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/idcardtext.h"
#include "shared/devices/codec/nations.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

using namespace atrium::devices;
using namespace std::chrono_literals;

namespace {

class Block {
public:
    Block() : m_bytes(256, 0) {
        for (std::size_t i = 0; i < m_bytes.size(); i += 2)
            m_bytes[i] = ' ';
    }
    Block& put(std::size_t offset, const std::u16string& text) {
        for (const char16_t unit : text) {
            m_bytes[offset++] = static_cast<std::uint8_t>(unit & 0xFFU);
            m_bytes[offset++] = static_cast<std::uint8_t>(unit >> 8U);
        }
        return *this;
    }
    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

private:
    std::vector<std::uint8_t> m_bytes;
};

Block common() {
    Block block;
    block.put(0, u"欧阳娜").put(30, u"2").put(36, u"19491231").put(122, u"11010519491231002X");
    block.put(158, u"北京市公安局").put(188, u"20200102").put(204, u"20400102");
    return block;
}

} // namespace

TEST(IdCardText, residentCard) {
    Block block = common();
    block.put(32, u"25").put(52, u"北京市朝阳区一号");
    const auto card = decodeCardText(block.bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_EQ(card->kind, CardKind::resident);
    EXPECT_EQ(card->name, "欧阳娜");
    EXPECT_EQ(card->sex, CardSex::female);
    EXPECT_EQ(card->nation, "水"); // the code that published tables leave out
    EXPECT_EQ(card->birth, 1949y / 12 / 31);
    EXPECT_EQ(card->address, "北京市朝阳区一号");
    EXPECT_EQ(card->idNumber, "11010519491231002X");
    EXPECT_EQ(card->authority, "北京市公安局");
    EXPECT_EQ(card->validFrom, 2020y / 1 / 2);
    EXPECT_EQ(card->validTo, 2040y / 1 / 2);
    EXPECT_FALSE(card->longTerm);
}

TEST(IdCardText, longTermCardHasNoLastDay) {
    Block block = common();
    block.put(204, u"长期      ");
    const auto card = decodeCardText(block.bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_TRUE(card->longTerm);
    EXPECT_FALSE(card->validTo);
}

TEST(IdCardText, permitOfHongKongMacaoTaiwan) {
    Block block = common();
    block.put(52, u"深圳市南山区").put(220, u"H12345678").put(238, u"02").put(248, u"J");
    const auto card = decodeCardText(block.bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_EQ(card->kind, CardKind::hkMacaoTaiwan);
    EXPECT_EQ(card->nation, "");
    EXPECT_EQ(card->passNumber, "H12345678");
    EXPECT_EQ(card->issueCount, "02");
}

TEST(IdCardText, foreignersCardOf2023JoinsTheLongName) {
    Block block = common();
    block.put(52, u"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI")
        .put(220, u"JKLMNOPQRST")
        .put(242, u"DEU")
        .put(248, u"Y");
    const auto card = decodeCardText(block.bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_EQ(card->kind, CardKind::foreignResident2023);
    EXPECT_EQ(card->nameEn, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRST");
    EXPECT_EQ(card->country, "DEU");
    EXPECT_EQ(card->address, "");
}

TEST(IdCardText, foreignersCardOf2017) {
    Block block;
    block.put(0, u"WEBER, ANNA MARIA").put(120, u"2").put(122, u"DEU110181080301").put(152, u"DEU");
    block.put(158, u"韦安娜")
        .put(188, u"20180101")
        .put(204, u"20280101")
        .put(220, u"19810803")
        .put(236, u"01");
    block.put(240, u"1500").put(248, u"I");
    const auto card = decodeCardText(block.bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_EQ(card->kind, CardKind::foreignResident2017);
    EXPECT_EQ(card->nameEn, "WEBER, ANNA MARIA");
    EXPECT_EQ(card->name, "韦安娜");
    EXPECT_EQ(card->idNumber, "DEU110181080301");
    EXPECT_EQ(card->birth, 1981y / 8 / 3);
    EXPECT_EQ(card->authority, "1500");
}

TEST(IdCardText, badBlocksAreRefusedWithTheReason) {
    EXPECT_EQ(decodeCardText(std::vector<std::uint8_t>(255)).error(), CardTextFault::size);
    EXPECT_EQ(decodeCardText(Block().put(248, u"Q").bytes()).error(), CardTextFault::unknownLayout);
    EXPECT_EQ(decodeCardText(Block().bytes()).error(), CardTextFault::missing);
    EXPECT_EQ(decodeCardText(common().put(0, u"张\u0007").bytes()).error(), CardTextFault::controlCharacter);
}

TEST(IdCardText, rareNamesOutsideTheBasicPlaneSurvive) {
    const auto card = decodeCardText(common().put(0, u"王\U00020BB7 ").bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_EQ(card->name, "王\xF0\xA0\xAE\xB7");
}

TEST(IdCardText, dayThatDoesNotExistIsLeftOut) {
    const auto card = decodeCardText(common().put(36, u"19490231").bytes());
    ASSERT_TRUE(card.has_value());
    EXPECT_FALSE(card->birth);
}

TEST(Nations, all56AreDifferent) {
    std::set<std::string_view> names;
    for (int code = 1; code <= 56; ++code)
        names.insert(nationName(code));
    EXPECT_EQ(names.size(), 56U);
    EXPECT_FALSE(names.contains(""));
    EXPECT_EQ(nationName(1), "汉");
    EXPECT_EQ(nationName(25), "水");
    EXPECT_EQ(nationName(56), "基诺");
    EXPECT_EQ(nationName(0), "");
    EXPECT_EQ(nationName(57), "");
}

RC_GTEST_PROP(IdCardTextProperty, anyBlockIsReadOrRefused, ()) {
    auto bytes = *rc::gen::container<std::vector<std::uint8_t>>(256, rc::gen::arbitrary<std::uint8_t>());
    bytes[248] = *rc::gen::element<std::uint8_t>(' ', 'I', 'J', 'Y');
    bytes[249] = 0;
    const auto card = decodeCardText(bytes);
    if (card.has_value())
        RC_ASSERT(!card->idNumber.empty());
}
