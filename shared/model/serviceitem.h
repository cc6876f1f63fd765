// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace atrium::model {

enum class Audience { individual, enterprise, both };
BOOST_DESCRIBE_ENUM(Audience, individual, enterprise, both)

/// Kind of matter in the sense of the administrative item directory (行政许可、行政确认 …).
enum class ItemKind { permit, confirmation, registration, payment, certificate, publicService, other };
BOOST_DESCRIBE_ENUM(ItemKind, permit, confirmation, registration, payment, certificate, publicService, other)

struct Material {
    std::string name;
    std::string form; ///< 原件 / 复印件 / 电子件, as the clerk writes it
    int copies = 1;
    bool required = true;
    std::string note;
    bool operator==(const Material&) const = default;
};
BOOST_DESCRIBE_STRUCT(Material, (), (name, form, copies, required, note))

struct LegalBasis {
    std::string law;     ///< 《…》, or 依据待核 where nobody has checked it yet
    std::string article; ///< 第二十九条, may be empty
    bool operator==(const LegalBasis&) const = default;
};
BOOST_DESCRIBE_STRUCT(LegalBasis, (), (law, article))

/// A service item with its guide.
struct ServiceItem {
    ServiceItemId id;
    HallId hallId;
    DepartmentId departmentId;
    QueueId queueId; ///< where a ticket for it waits
    std::string code;
    std::string name;
    std::string nameEn;
    Audience audience = Audience::both;
    ItemKind kind = ItemKind::other;
    std::vector<std::string> conditions;
    std::vector<Material> materials;
    std::vector<LegalBasis> legalBasis;
    std::vector<std::string> steps;
    std::string fee;      ///< 不收费, or amount and basis
    int legalDays = 0;    ///< legal time limit in working days, 0: on the spot
    int promisedDays = 0; ///< promised time limit in working days, 0: on the spot
    std::string pinyin;   ///< reading set by an administrator, else derived
    bool guideComplete = false;
    bool active = true;
    std::int64_t version = 0;
    bool operator==(const ServiceItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceItem, (),
                      (id, hallId, departmentId, queueId, code, name, nameEn, audience, kind, conditions,
                       materials, legalBasis, steps, fee, legalDays, promisedDays, pinyin, guideComplete,
                       active, version))

} // namespace atrium::model
