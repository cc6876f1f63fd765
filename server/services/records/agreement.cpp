// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/agreement.h"

#include <algorithm>

namespace atrium::services {

using model::Result;
using model::Sentence;

namespace {

const model::Queue* queueOf(const Setup& setup, const model::QueueId& id) {
    const auto queue = setup.config.queues.find(id);
    return queue == setup.config.queues.end() ? nullptr : &queue->second;
}

bool serves(const model::Window& window, const model::ServiceItemId& item) {
    return std::find(window.itemIds.begin(), window.itemIds.end(), item) != window.itemIds.end();
}

/// People for the item would wait in area; a window elsewhere serves it.
Result<void> checkServedIn(const Setup& setup, const model::ServiceItem& item, const model::AreaId& area,
                           const char* path) {
    for (const auto& [id, window] : setup.config.windows)
        if (window.areaId != area && serves(window, item.id))
            return model::Error{model::ErrorCode::conflict,
                                path,
                                {Sentence::servedElsewhere,
                                 {{"window", std::to_string(window.number)}, {"item", item.name}}}};
    return {};
}

Result<void> checkQueue(const model::Queue& queue, const Setup& setup) {
    const auto* present = queueOf(setup, queue.id);
    if (present == nullptr || present->areaId == queue.areaId)
        return {};
    for (const auto& [id, item] : setup.config.items)
        if (item.queueId == queue.id)
            if (auto good = checkServedIn(setup, item, queue.areaId, "/areaId"); !good)
                return good;
    return {};
}

Result<void> checkItem(const model::ServiceItem& item, const Setup& setup) {
    const auto present = setup.config.items.find(item.id);
    const auto* queue = queueOf(setup, item.queueId);
    if (present == setup.config.items.end() || present->second.queueId == item.queueId || queue == nullptr)
        return {};
    return checkServedIn(setup, item, queue->areaId, "/queueId");
}

} // namespace

Result<void> checkAreas(const model::Window& window, const Setup& setup) {
    for (std::size_t i = 0; i < window.itemIds.size(); ++i) {
        const auto item = setup.config.items.find(window.itemIds[i]);
        if (item == setup.config.items.end())
            continue;
        const auto* queue = queueOf(setup, item->second.queueId);
        if (queue == nullptr || queue->areaId == window.areaId)
            continue;
        const auto area = setup.areas.find(queue->areaId);
        return model::Error{
            model::ErrorCode::conflict,
            "/itemIds/" + std::to_string(i),
            {Sentence::waitsElsewhere,
             {{"item", item->second.name},
              {"area", area == setup.areas.end() ? queue->areaId.value : area->second.name}}}};
    }
    return {};
}

Result<void> checkAreas(const store::AnyRecord& next, const Setup& setup) {
    if (const auto* queue = std::get_if<model::Queue>(&next))
        return checkQueue(*queue, setup);
    if (const auto* item = std::get_if<model::ServiceItem>(&next))
        return checkItem(*item, setup);
    const auto* window = std::get_if<model::Window>(&next);
    if (window == nullptr)
        return {};
    const auto present = setup.config.windows.find(window->id);
    const bool isSame = present != setup.config.windows.end() && present->second.areaId == window->areaId &&
                        present->second.itemIds == window->itemIds;
    return isSame ? Result<void>() : checkAreas(*window, setup);
}

} // namespace atrium::services
