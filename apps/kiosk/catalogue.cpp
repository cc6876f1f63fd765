// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/catalogue.h"

#include "apps/kiosk/hallload.h"
#include "shared/rules/pinyin/pinyin.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoonMinutes = 10;
constexpr std::size_t kDeepest = 16; ///< departments above each other, as on the server

/// The order of a list by letter: by sound, English names by their letters.
std::string letterKey(const model::ServiceItem& item) {
    if (isEnglish() && !item.nameEn.empty())
        return toText(item.nameEn).toLower().toStdString();
    if (!item.pinyin.empty())
        return item.pinyin;
    std::string key;
    for (const auto& syllable : pinyin::reading(item.name))
        key += (syllable.pinyin.empty() ? syllable.hanzi : syllable.pinyin) + ' ';
    return key;
}

} // namespace

Catalogue::Catalogue(sync::HallClient& client, HallLoad& load, QObject* parent)
    : QObject(parent), m_client(client), m_load(load), m_departments({u"recordId"_s, u"name"_s, u"note"_s}),
      m_subDepartments({u"recordId"_s, u"name"_s, u"note"_s}), m_items(itemRoles()) {
    connect(&client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::ServiceItem>(kind))
            m_counts.reset();
    });
    connect(&load, &HallLoad::changed, this, &Catalogue::refresh);
    connect(&client, &sync::HallClient::selfChanged, this, &Catalogue::refresh);
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &Catalogue::refresh,
            Qt::QueuedConnection);
    refresh();
}

QStringList Catalogue::itemRoles() {
    return {u"recordId"_s, u"name"_s,   u"place"_s,    u"ahead"_s, u"wait"_s,
            u"soon"_s,     u"served"_s, u"realName"_s, u"shut"_s};
}

ui::RecordRow Catalogue::itemRow(const model::ServiceItem& item) const {
    const auto* queue = m_client.replica().peek<model::Queue>(item.queueId);
    const auto load = m_load.of(item);
    QStringList place{m_load.departmentOf(item)};
    if (const QString windows = m_load.windowsOf(item); !windows.isEmpty())
        place.append(windows);
    const bool isSoon = load.wait && load.wait->highMinutes.value_or(HallLoad::kNoEnd) <= kSoonMinutes;
    const auto door = m_load.doorOf(item);
    const bool isOpen = door.isOpen();
    return {toText(item.id.value),
            {toText(item.id.value), inLanguage(item.name, item.nameEn), place.join(u" · "_s),
             isOpen ? HallLoad::aheadText(load.ahead) : whyShut(door),
             isOpen ? HallLoad::waitText(load.wait) : whenOpen(door), isOpen && isSoon,
             isOpen && load.wait.has_value(), queue != nullptr && queue->realName, !isOpen}};
}

std::vector<model::DepartmentId> Catalogue::lineOf(model::DepartmentId id) const {
    std::vector<model::DepartmentId> line{std::move(id)};
    while (line.size() < kDeepest) {
        const auto* department = m_client.replica().peek<model::Department>(line.back());
        if (department == nullptr || !department->parentId)
            break;
        line.push_back(*department->parentId);
    }
    return line;
}

bool Catalogue::isShown(const model::DepartmentId& id) const {
    const auto self = m_client.self();
    if (!self || self->departmentIds.empty())
        return true;
    const auto line = lineOf(id);
    return std::find_first_of(line.begin(), line.end(), self->departmentIds.begin(),
                              self->departmentIds.end()) != line.end();
}

/// Without a parent: the uppermost departments shown, which for a kiosk bound to a section is the section.
bool Catalogue::isListed(const model::Department& department, const QString& parent) const {
    if (!isShown(department.id))
        return false;
    if (parent.isEmpty())
        return !department.parentId || !isShown(*department.parentId);
    const std::string parentId = parent.toStdString();
    return department.id.value == parentId || (department.parentId && department.parentId->value == parentId);
}

std::map<std::string, int> Catalogue::countItems() {
    if (!m_counts)
        m_counts = m_client.replica().activeItemCounts();
    auto counts = *m_counts;
    for (const auto& [id, count] : *m_counts) {
        const auto line = lineOf(model::DepartmentId(id));
        for (std::size_t above = 1; above < line.size(); ++above)
            counts[line[above].value] += count;
    }
    return counts;
}

QList<ui::RecordRow> Catalogue::departmentRows(const QString& parent) {
    auto items = countItems();
    auto& replica = m_client.replica();
    std::vector<const model::Department*> shown;
    const std::string parentId = parent.toStdString();
    for (const auto& department : replica.all<model::Department>())
        if (isListed(department, parent) && items[department.id.value] > 0)
            shown.push_back(&department);
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto* left, const auto* right) { return left->sortOrder < right->sortOrder; });
    QList<ui::RecordRow> rows;
    for (const auto* department : shown) {
        const bool isOffice = department->id.value == parentId;
        int count = items[department->id.value];
        if (isOffice)
            for (const auto* other : shown)
                if (other != department)
                    count -= items[other->id.value];
        if (count <= 0)
            continue;
        const QString name = inLanguage(department->name, department->nameEn);
        rows.append({toText(department->id.value),
                     {toText(department->id.value), isOffice ? tr("%1（本级）").arg(name) : name,
                      tr("%n 项业务", nullptr, count)}});
    }
    return rows;
}

void Catalogue::refresh() {
    m_departments.update(departmentRows({}));
    m_subDepartments.update(m_parent.isEmpty() ? QList<ui::RecordRow>() : departmentRows(m_parent));
    refreshItems();
    Q_EMIT changed();
}

std::vector<model::ServiceItem> Catalogue::openedItems() const {
    auto& replica = m_client.replica();
    const model::DepartmentId opened(m_department.toStdString());
    auto found = replica.activeItems(opened);
    if (m_department == m_parent)
        return found;
    for (const auto& department : replica.all<model::Department>()) {
        const auto line = lineOf(department.id);
        if (std::find(line.begin() + 1, line.end(), opened) == line.end())
            continue;
        auto below = replica.activeItems(department.id);
        std::move(below.begin(), below.end(), std::back_inserter(found));
    }
    return found;
}

std::vector<model::ServiceItem> Catalogue::sortedItems() const {
    auto found = openedItems();
    std::map<std::string, int> taken;
    if (!m_byLetter)
        for (const auto& ticket : m_client.replica().all<model::Ticket>())
            ++taken[ticket.itemId.value];
    using Key = std::pair<int, std::string>;
    std::vector<std::pair<Key, std::size_t>> order;
    for (std::size_t at = 0; at < found.size(); ++at)
        order.push_back({{-taken[found[at].id.value], letterKey(found[at])}, at});
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<model::ServiceItem> sorted;
    for (const auto& [key, at] : order)
        sorted.push_back(std::move(found[at]));
    return sorted;
}

void Catalogue::refreshItems() {
    QList<ui::RecordRow> rows;
    if (!m_department.isEmpty())
        for (const auto& item : sortedItems())
            rows.append(itemRow(item));
    m_items.update(rows);
}

bool Catalogue::open(const QString& departmentId) {
    const auto rows = departmentRows(departmentId);
    if (rows.size() <= 1) {
        // A department whose only items lie in one sub-department leads straight to them.
        m_parent.clear();
        openItems(rows.isEmpty() ? departmentId : rows.front().key);
        return false;
    }
    m_parent = departmentId;
    m_subDepartments.update(rows);
    Q_EMIT changed();
    return true;
}

void Catalogue::openItems(const QString& departmentId) {
    m_department = departmentId;
    refreshItems();
    Q_EMIT changed();
}

void Catalogue::sortByLetter() {
    m_byLetter = true;
    refreshItems();
    Q_EMIT changed();
}

void Catalogue::sortByPopularity() {
    m_byLetter = false;
    refreshItems();
    Q_EMIT changed();
}

void Catalogue::clear() {
    m_department.clear();
    m_parent.clear();
    m_byLetter = false;
    m_items.clear();
    m_subDepartments.clear();
    Q_EMIT changed();
}

QString Catalogue::title() const {
    const auto* department =
        m_client.replica().peek<model::Department>(model::DepartmentId(m_department.toStdString()));
    return department == nullptr ? QString() : inLanguage(department->name, department->nameEn);
}

QString Catalogue::parentTitle() const {
    const auto* department =
        m_client.replica().peek<model::Department>(model::DepartmentId(m_parent.toStdString()));
    return department == nullptr ? QString() : inLanguage(department->name, department->nameEn);
}

} // namespace atrium::kiosk
