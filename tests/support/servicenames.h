// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

/// Service names as a city's catalogue has them, made from word parts; the same for the same seed.
namespace atrium::tests {

inline std::vector<std::string> serviceNames(std::size_t count, std::uint32_t seed) {
    static constexpr std::array kWho{
        "",           "个人",       "企业",     "单位",     "灵活就业人员", "外国人", "退役军人", "残疾人",
        "高校毕业生", "个体工商户", "事业单位", "社会团体", "民办非企业",   "农民",   "老年人",   "学生",
        "孤儿",       "港澳居民",   "重庆市",   "长沙市",   "厦门市",       "乐清市", "朝阳区",   "西安市",
        "浦东新区",   "银行",       "物业公司", "合伙企业", "外商投资企业", "律师"};
    static constexpr std::array kWhat{"身份证",
                                      "居住证",
                                      "户口",
                                      "不动产",
                                      "社会保险",
                                      "养老保险",
                                      "医疗保险",
                                      "失业保险金",
                                      "公积金",
                                      "营业执照",
                                      "税务",
                                      "车辆",
                                      "驾驶证",
                                      "护照",
                                      "结婚",
                                      "离婚",
                                      "收养",
                                      "建设工程规划许可证",
                                      "食品经营许可证",
                                      "药品经营许可",
                                      "特种设备使用",
                                      "道路运输证",
                                      "教师资格",
                                      "会计师事务所",
                                      "卫生许可证",
                                      "排水许可",
                                      "林木采伐",
                                      "取水许可",
                                      "音乐会演出",
                                      "人参种植",
                                      "还款",
                                      "贷款抵押",
                                      "土地承包经营权",
                                      "知识产权",
                                      "ETC",
                                      "12345热线",
                                      "工伤",
                                      "生育津贴",
                                      "低保",
                                      "廉租房",
                                      "人才引进落户",
                                      "劳动合同",
                                      "广告发布",
                                      "出版物零售",
                                      "民办学校",
                                      "动物防疫条件合格证",
                                      "危险化学品",
                                      "气瓶充装",
                                      "计量标准",
                                      "档案",
                                      "公证",
                                      "法律援助",
                                      "二手房",
                                      "燃气",
                                      "供水",
                                      "供电",
                                      "互联网上网服务",
                                      "旅行社",
                                      "导游证",
                                      "律师执业"};
    static constexpr std::array kAspect{"",         "信息", "资格", "首次",   "临时", "异地", "网上",
                                        "个人账户", "关系", "待遇", "证明",   "项目", "年度", "一次性",
                                        "提前",     "重复", "集体", "变更后", "长期", "单独"};
    static constexpr std::array kAct{"办理", "申请", "登记", "变更登记", "注销登记", "换领", "补领", "查询",
                                     "审批", "核准", "备案", "延续",     "转移接续", "提取", "缴费", "调解",
                                     "年检", "发放", "认定", "审核",     "撤销",     "迁移", "转让", "公示"};
    static constexpr std::array kNote{"", "", "", "（新办）", "（省内）", "（跨省）", "（线上）", "一件事"};

    std::mt19937 random(seed);
    const auto pick = [&random](const auto& parts) { return std::string(parts[random() % parts.size()]); };
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    while (names.size() < count) {
        std::string name = pick(kWho);
        name += pick(kWhat);
        name += pick(kAspect);
        name += pick(kAct);
        name += pick(kNote);
        if (seen.insert(name).second)
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace atrium::tests
