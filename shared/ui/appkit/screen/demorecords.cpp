// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/screen/demorecords.h"

#include <string>

namespace atrium::ui {

namespace {

const model::HallId kHall{"hall-demo"};
const model::AreaId kArea{"area-a"};

model::Queue queue(const char* id, const char* prefix, const char* name, const char* nameEn) {
    model::Queue out;
    out.id = model::QueueId(id);
    out.hallId = kHall;
    out.areaId = kArea;
    out.prefix = prefix;
    out.name = name;
    out.nameEn = nameEn;
    return out;
}

model::ServiceItem company() {
    model::ServiceItem item;
    item.id = model::ServiceItemId("item-company");
    item.hallId = kHall;
    item.departmentId = model::DepartmentId("dept-market");
    item.queueId = model::QueueId("queue-a");
    item.name = "公司设立登记";
    item.nameEn = "Company formation";
    item.conditions = {"有符合要求的公司名称", "有公司住所", "股东符合法定人数"};
    item.materials = {
        {.name = "公司登记（备案）申请书", .form = "原件", .copies = 1, .required = true, .note = {}},
        {.name = "公司章程", .form = "原件", .copies = 1, .required = true, .note = "全体股东签署"},
        {.name = "股东的主体资格证件", .form = "复印件", .copies = 1, .required = true, .note = {}},
        {.name = "住所使用证明", .form = "复印件", .copies = 1, .required = true, .note = {}}};
    item.fee = "不收费";
    item.legalDays = 3;
    item.promisedDays = 1;
    return item;
}

model::ServiceItem estate() {
    model::ServiceItem item;
    item.id = model::ServiceItemId("item-estate");
    item.hallId = kHall;
    item.departmentId = model::DepartmentId("dept-estate");
    item.queueId = model::QueueId("queue-b");
    item.name = "不动产转移登记";
    item.nameEn = "Transfer of real estate";
    item.conditions = {"不动产已经登记", "没有查封等限制"};
    item.materials = {
        {.name = "不动产登记申请书", .form = "原件", .copies = 1, .required = true, .note = {}},
        {.name = "申请人身份证明", .form = "原件", .copies = 1, .required = true, .note = "核对后退还"},
        {.name = "不动产权属证书", .form = "原件", .copies = 1, .required = true, .note = {}}};
    item.fee = "按件收取登记费";
    item.legalDays = 30;
    item.promisedDays = 5;
    return item;
}

} // namespace

DemoRecords demoRecords(model::DeviceKind kind) {
    DemoRecords out;
    out.hall.id = kHall;
    out.hall.name = "示范区政务服务中心";
    out.hall.nameEn = "Demonstration Government Service Centre";
    out.hall.notice = "请先取号，听到叫号再到窗口。";
    out.hall.noticeEn = "Please take a number and wait for your call.";
    out.area.id = kArea;
    out.area.hallId = kHall;
    out.area.name = "一层 A 区";
    out.area.nameEn = "Level 1, area A";
    out.area.caption = "请备齐身份证和申请材料；老年人、残疾人可到服务台优先取号。";
    out.area.captionEn = "Please have your identity card and papers ready.";
    model::Department market;
    market.id = model::DepartmentId("dept-market");
    market.hallId = kHall;
    market.name = "市场监督管理局";
    market.nameEn = "Administration for Market Regulation";
    model::Department registry = market;
    registry.id = model::DepartmentId("dept-estate");
    registry.name = "不动产登记中心";
    registry.nameEn = "Real Estate Registration Centre";
    out.departments = {market, registry};
    out.queues = {queue("queue-a", "A", "企业登记", "Company registration"),
                  queue("queue-b", "B", "不动产登记", "Real estate registration")};
    out.items = {company(), estate()};
    constexpr const char* kNames[][2] = {
        {"王建国", "Wang Jianguo"}, {"陈思", "Chen Si"}, {"李晓雯", "Li Xiaowen"}, {"赵敏", "Zhao Min"}};
    for (int number = 1; number <= 4; ++number) {
        model::Window window;
        window.id = model::WindowId("window-" + std::to_string(number));
        window.hallId = kHall;
        window.areaId = kArea;
        window.number = number;
        window.departmentId = number == 4 ? registry.id : market.id;
        if (number != 4)
            window.itemIds.push_back(out.items[0].id);
        if (number >= 3)
            window.itemIds.push_back(out.items[1].id);
        model::Staff staff;
        staff.id = model::StaffId("staff-" + std::to_string(number));
        staff.hallId = kHall;
        staff.departmentId = window.departmentId;
        staff.number = "G010" + std::to_string(number);
        staff.name = kNames[number - 1][0];
        staff.nameEn = kNames[number - 1][1];
        staff.stars = 2 + number % 4;
        out.windows.push_back(std::move(window));
        out.staff.push_back(std::move(staff));
    }
    out.device.id = model::DeviceId("device-demo");
    out.device.hallId = kHall;
    out.device.kind = kind;
    out.device.windowId = out.windows[2].id;
    out.device.areaIds = {kArea};
    out.device.enrolled = true;
    return out;
}

} // namespace atrium::ui
