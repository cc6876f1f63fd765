// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/skillseditor.h"

#include "apps/admin/editor/recordchoices.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSkillRowHeight = 40;
constexpr int kSkillsHeight = 290; ///< seven queues; the others are scrolled to
constexpr int kSkillWidth = 240;
const QString kSkillQueueId = u"queueId"_s;
const QString kSkillMember = u"skill"_s;
const QString kNormalSkill = u"normal"_s;

} // namespace

SkillsEditor::SkillsEditor(const Field& field, sync::HallClient& client, QWidget* parent)
    : FieldEditor(parent), m_client(client), m_table(new QTableWidget(this)) {
    for (const Field& column : field.columns)
        if (column.path == kSkillMember)
            m_skills = column.choices;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table);
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("队列"), tr("办理")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_table->setColumnWidth(1, kSkillWidth);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kSkillRowHeight);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight(kSkillsHeight);
    m_table->setObjectName(u"skills-table"_s);
    setFocusProxy(m_table);
    fill();
}

void SkillsEditor::fill() {
    m_queues.clear();
    const auto choices = choicesOf(u"queue"_s, m_client.replica());
    m_table->setRowCount(static_cast<int>(choices.size()));
    for (int at = 0; at < choices.size(); ++at) {
        const QString id = choices[at].id;
        m_queues.append(id);
        m_table->setItem(at, 0, new QTableWidgetItem(choices[at].words));
        auto* box = new QComboBox(m_table);
        for (const QString& skill : m_skills)
            box->addItem(enumWord(skill), skill);
        box->setCurrentIndex(box->findData(m_chosen.value(id, kNormalSkill)));
        box->setEnabled(!m_readOnly);
        box->setAccessibleName(choices[at].words);
        box->setObjectName(u"skill-"_s + id);
        ignoreStrayWheel(*box);
        connect(box, &QComboBox::activated, this, [this, box, id] {
            const QString skill = box->currentData().toString();
            if (skill == kNormalSkill)
                m_chosen.remove(id);
            else
                m_chosen.insert(id, skill);
            Q_EMIT edited();
        });
        m_table->setCellWidget(at, 1, box);
    }
}

void SkillsEditor::setValue(const QVariant& value) {
    m_chosen.clear();
    for (const QVariant& row : value.toList()) {
        const QString skill = row.toMap().value(kSkillMember).toString();
        if (skill != kNormalSkill)
            m_chosen.insert(row.toMap().value(kSkillQueueId).toString(), skill);
    }
    for (int at = 0; at < m_queues.size(); ++at)
        if (auto* box = qobject_cast<QComboBox*>(m_table->cellWidget(at, 1)))
            box->setCurrentIndex(box->findData(m_chosen.value(m_queues[at], kNormalSkill)));
}

QVariant SkillsEditor::value() const {
    QVariantList out; // in the order of the queues, so that the same choices are the same value
    for (const QString& queue : m_queues)
        if (m_chosen.contains(queue))
            out.append(QVariantMap{{kSkillQueueId, queue}, {kSkillMember, m_chosen.value(queue)}});
    return out;
}

void SkillsEditor::setReadOnly(bool readOnly) {
    m_readOnly = readOnly; // the list can still be scrolled and read
    for (int at = 0; at < m_queues.size(); ++at)
        m_table->cellWidget(at, 1)->setEnabled(!readOnly);
}

void SkillsEditor::recordsChanged(const QString& kind) {
    if (kind == u"queue"_s)
        fill();
}

} // namespace atrium::admin
