// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/edithistory.h"

#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostSteps = 100;

QString keyOf(const RecordKind& kind, const QString& id) {
    return kind.name() + u'/' + id;
}

} // namespace

EditHistory::EditHistory(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {}

void EditHistory::save(const RecordKind& kind, const std::optional<Record>& before, const Record& after,
                       Done done) {
    m_busy = true;
    Q_EMIT changed();
    const auto version = before ? std::optional(versionOf(*before)) : std::nullopt;
    kind.put(
        m_client, after, version, this,
        [this, &kind, before, done = std::move(done), id = idOf(after)](const model::Result<Record>& answer) {
            if (answer) {
                m_undo.append({&kind, before, *answer});
                m_redo.clear();
                if (m_undo.size() > kMostSteps)
                    m_undo.removeFirst();
            }
            finish(kind, id, answer);
            done(answer);
        });
}

void EditHistory::remove(const RecordKind& kind, const Record& before, Done done) {
    m_busy = true;
    Q_EMIT changed();
    kind.remove(m_client, idOf(before), versionOf(before), this,
                [this, &kind, before, done = std::move(done)](const model::Result<bool>& answer) {
                    if (answer) {
                        m_undo.append({&kind, before, std::nullopt});
                        m_redo.clear();
                        m_answers.remove(keyOf(kind, idOf(before)));
                        m_removed.insert(keyOf(kind, idOf(before)));
                    }
                    m_busy = false;
                    Q_EMIT changed();
                    if (answer)
                        done(before);
                    else
                        done(answer.error());
                });
}

void EditHistory::finish(const RecordKind& kind, const QString& id, const model::Result<Record>& answer) {
    if (answer) // what is removed answers with its last state, and is taken out again
        m_answers.insert(keyOf(kind, id), *answer);
    m_busy = false;
    Q_EMIT changed();
}

std::optional<Record> EditHistory::latest(const RecordKind& kind, const QString& id) const {
    const auto stored = kind.find(m_client.replica(), id);
    const auto answer = m_answers.constFind(keyOf(kind, id));
    if (answer == m_answers.cend() || (stored && versionOf(*stored) >= versionOf(*answer)))
        return stored;
    return *answer;
}

bool EditHistory::isOwn(const RecordKind& kind, const QString& id, const std::optional<Record>& now) const {
    const QString key = keyOf(kind, id);
    if (!now)
        return m_removed.contains(key);
    const auto answer = m_answers.constFind(key);
    return answer != m_answers.cend() && versionOf(*answer) == versionOf(*now);
}

void EditHistory::undo() {
    if (canUndo())
        replay(m_undo, m_redo, true);
}

void EditHistory::redo() {
    if (canRedo())
        replay(m_redo, m_undo, false);
}

void EditHistory::clear() {
    m_undo.clear();
    m_redo.clear();
    m_answers.clear();
    m_removed.clear();
    Q_EMIT changed();
}

void EditHistory::replay(QList<Step>& from, QList<Step>& onto, bool backwards) {
    const Step step = from.last();
    const RecordKind& kind = *step.kind;
    const std::optional<Record> expected = backwards ? step.after : step.before;
    const std::optional<Record> target = backwards ? step.before : step.after;
    const QString id = idOf(step.before ? *step.before : *step.after);
    const std::optional<Record> present = latest(kind, id);
    // Somebody else's change since must not be lost unseen.
    const bool same = expected.has_value() == present.has_value() &&
                      (!expected || differingFields(kind.fields(), *expected, *present).isEmpty());
    if (!same) {
        from.removeLast();
        Q_EMIT changed();
        Q_EMIT failed(tr("这条记录后来又被改过，不能再撤销或重做那一步。"));
        return;
    }
    const QString words = recordWord(kind, target ? *target : *expected, m_client.replica());
    const auto moved = [this, &from, &onto, &kind, step, id, words,
                        backwards](const model::Result<Record>& answer) {
        if (answer) {
            from.removeLast();
            onto.append(step);
        }
        finish(kind, id, answer);
        if (answer)
            Q_EMIT replayed(kind.name(), id,
                            backwards ? tr("已撤销对「%1」的修改").arg(words)
                                      : tr("已重做对「%1」的修改").arg(words));
        else
            Q_EMIT failed(errorWord(answer.error()));
    };
    m_busy = true;
    Q_EMIT changed();
    if (target) {
        const auto version = present ? std::optional(versionOf(*present)) : std::nullopt;
        kind.put(m_client, *target, version, this, moved);
        return;
    }
    kind.remove(m_client, id, versionOf(*present), this,
                [this, moved, key = keyOf(kind, id), gone = *present](const model::Result<bool>& answer) {
                    if (answer)
                        m_removed.insert(key);
                    if (answer)
                        moved(gone);
                    else
                        moved(answer.error());
                    if (answer)
                        m_answers.remove(key);
                });
}

} // namespace atrium::admin
