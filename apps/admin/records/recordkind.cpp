// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/recordkind.h"

#include "apps/admin/records/describe.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"
#include "shared/sync/qt/hallclient.h"

#include <QUuid>

#include <memory>

namespace atrium::admin {

namespace {

template <class R> class TypedKind final : public RecordKind {
public:
    QString name() const override { return ui::detail::toText(model::RecordTraits<R>::kind); }
    const QList<Field>& fields() const override { return m_fields; }
    QList<Record> all(const sync::Replica& replica) const override {
        QList<Record> out;
        for (const R& record : replica.all<R>())
            out.append(ui::toVariant(record).toMap());
        return out;
    }
    std::optional<Record> find(const sync::Replica& replica, const QString& id) const override {
        const R* found = replica.peek<R>(decltype(R::id)(id.toStdString()));
        return found == nullptr ? std::nullopt : std::optional(ui::toVariant(*found).toMap());
    }
    Record blank(const sync::Replica& replica) const override {
        R record;
        constexpr int kIdDigits = 12;
        const QString random = QUuid::createUuid().toString(QUuid::Id128).left(kIdDigits);
        record.id.value = (name().toLower() + QLatin1Char('-') + random).toStdString();
        if constexpr (requires { record.hallId; })
            record.hallId = replica.hallId();
        if constexpr (std::is_same_v<R, model::CalendarDay>)
            record.day = replica.day();
        return ui::toVariant(record).toMap();
    }
    void put(sync::HallClient& client, const Record& record, std::optional<std::int64_t> ifVersion,
             QObject* context, Stored handler) const override {
        R value;
        fromVariant(QVariant(record), value);
        sync::CallOptions options;
        options.ifVersion = ifVersion;
        client.api().raw(
            "PUT", path(idOf(record)), QByteArray::fromStdString(model::toJson(value)), context,
            [handler = std::move(handler)](const model::Result<QByteArray>& answer) {
                if (!answer)
                    return handler(answer.error());
                const auto stored = model::fromJson<R>(answer->toStdString());
                if (!stored)
                    return handler(stored.error());
                Record out = ui::toVariant(*stored).toMap();
                const auto said = model::fromJson<model::RecordNotes>(answer->toStdString());
                if (said && !said->notes.empty())
                    out.insert(kNotes, ui::toVariant(*said).toMap().value(kNotes));
                handler(out);
            },
            std::move(options));
    }
    void remove(sync::HallClient& client, const QString& id, std::int64_t ifVersion, QObject* context,
                Removed handler) const override {
        sync::CallOptions options;
        options.ifVersion = ifVersion;
        client.api().remove(
            path(id), context,
            [handler = std::move(handler)](model::Result<sync::Empty> answer) {
                if (answer)
                    handler(true);
                else
                    handler(answer.error());
            },
            std::move(options));
    }
    Record normalised(const Record& record) const override {
        R value;
        fromVariant(QVariant(record), value);
        return ui::toVariant(value).toMap();
    }

private:
    std::string path(const QString& id) const {
        return "/records/" + std::string(model::RecordTraits<R>::kind) + "/" + id.toStdString();
    }

    QList<Field> m_fields = fieldsOf<R>();
};

} // namespace

const QList<const RecordKind*>& recordKinds() {
    static const QList<const RecordKind*> kinds = [] {
        static const std::tuple<TypedKind<model::Hall>, TypedKind<model::Floor>, TypedKind<model::Area>,
                                TypedKind<model::Department>, TypedKind<model::Queue>,
                                TypedKind<model::ServiceItem>, TypedKind<model::Window>,
                                TypedKind<model::Staff>, TypedKind<model::Device>,
                                TypedKind<model::CalendarDay>, TypedKind<model::MessageTemplate>>
            instances;
        return std::apply([](const auto&... kind) { return QList<const RecordKind*>{&kind...}; }, instances);
    }();
    return kinds;
}

const RecordKind* recordKind(const QString& name) {
    for (const RecordKind* kind : recordKinds()) {
        if (kind->name() == name)
            return kind;
    }
    return nullptr;
}

} // namespace atrium::admin
