// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of entries would do to the entries that are there.
#include "models/transfer/entryfile.h"

#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"
#include "models/protocol/valuecodec.h"

#include <QSet>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// What the backend takes; a row that breaks one of these is told before anything is sent.
constexpr qsizetype questionLimit = 300;
constexpr qsizetype answerBytes = 4000;
constexpr qsizetype similarLimit = 200;
constexpr qsizetype categoryLimit = 60;
constexpr qsizetype tagLimit = 40;
constexpr qsizetype idLimit = 64;

constexpr qsizetype batchEntries = 100;
constexpr qsizetype batchBytes = 120 * 1024;

using Change = ImportRow::Change;

bool isDraft(EntryState state)
{
    return state == EntryState::Draft || state == EntryState::Review;
}

bool saysTheSame(const Entry &a, const Entry &b)
{
    return a.question == b.question && a.similar == b.similar && a.answer == b.answer
        && a.category == b.category && a.risk == b.risk && a.tags == b.tags
        && a.rules == b.rules && a.slots_ == b.slots_ && a.steps == b.steps
        && a.act == b.act && a.fallback == b.fallback;
}

bool anyLonger(const QStringList &texts, qsizetype limit)
{
    return std::ranges::any_of(texts, [limit](const QString &text) { return text.size() > limit; });
}

/** The first column that is longer than the backend takes; empty when all fit. */
QString longColumn(const Entry &entry)
{
    if (entry.question.size() > questionLimit)
        return u"question"_s;
    if (entry.answer.toUtf8().size() > answerBytes)
        return u"answer"_s;
    if (entry.similar.size() > similarLimit || anyLonger(entry.similar, questionLimit))
        return u"similar"_s;
    if (entry.fallback.size() > Entry::longestFallback)
        return u"fallback"_s;
    if (entry.category.size() > categoryLimit)
        return u"category"_s;
    return entry.tags.size() > tagLimit || anyLonger(entry.tags, tagLimit) ? u"tags"_s : QString();
}

bool isPlainId(const QString &id)
{
    return id.size() <= idLimit
        && std::ranges::all_of(id, [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

class Planner
{
public:
    Planner(const QHash<EntryId, Entry> &entries, const QHash<EntryId, EntryDraft> &drafts,
            bool asDrafts)
        : m_entries(entries), m_drafts(drafts), m_asDrafts(asDrafts)
    {
        for (const auto &entry : entries)
            m_byQuestion.insert(entry.question, entry.id);
    }

    ImportRow row(const FileEntry &read)
    {
        ImportRow row;
        row.line = read.line;
        row.entry = read.entry;
        row.fault = read.fault;
        row.detail = read.detail;
        if (row.fault == ImportFault::None)
            judge(row, read.versioned);
        if (row.fault != ImportFault::None)
            row.change = Change::Bad;
        return row;
    }

private:
    void judge(ImportRow &row, bool versioned)
    {
        auto &entry = row.entry;
        if (entry.id.isEmpty())
            entry.id = m_byQuestion.value(entry.question);
        row.fault = faultOf(row);
        if (row.fault != ImportFault::None)
            return;
        const auto found = m_entries.constFind(entry.id);
        const bool known = !entry.id.isEmpty() && found != m_entries.cend();
        if (known) {
            row.current = *found;
            const bool same = saysTheSame(*found, entry)
                && (entry.state == found->state || isDraft(entry.state) || m_asDrafts);
            row.change = same ? Change::Unchanged : Change::Changed;
            if (!same && versioned && entry.version != found->version) {
                row.fault = ImportFault::ChangedSince;
                row.detail = u"v%1 → v%2"_s.arg(entry.version).arg(found->version);
            }
        }
        entry.version = row.current.version;
        if (m_asDrafts)
            entry.state = EntryState::Draft;
        if (row.change != Change::Unchanged && isDraft(entry.state)
            && m_drafts.contains(entry.id))
            row.fault = ImportFault::HasDraft;
    }

    ImportFault faultOf(ImportRow &row)
    {
        const auto &entry = row.entry;
        if (!isPlainId(entry.id.value))
            return ImportFault::BadId;
        if (entry.question.trimmed().isEmpty())
            return ImportFault::NoQuestion;
        if (entry.answer.trimmed().isEmpty() && !isDraft(entry.state) && !m_asDrafts)
            return ImportFault::NoAnswer;
        row.detail = longColumn(entry);
        if (!row.detail.isEmpty())
            return ImportFault::TooLong;
        row.detail = rulesProblem(entry.rules);
        if (!row.detail.isEmpty())
            return ImportFault::BadRule;
        row.detail = slotsProblem(entry.slots_);
        if (!row.detail.isEmpty())
            return ImportFault::BadSlot;
        row.detail = stepsProblem(entry.steps);
        if (!row.detail.isEmpty())
            return ImportFault::BadStep;
        const auto key = entry.id.isEmpty() ? u'?' + entry.question : u'=' + entry.id.value;
        if (m_seen.contains(key))
            return ImportFault::Twice;
        m_seen.insert(key);
        return ImportFault::None;
    }

    const QHash<EntryId, Entry> &m_entries;
    const QHash<EntryId, EntryDraft> &m_drafts;
    const bool m_asDrafts;
    QHash<QString, EntryId> m_byQuestion;
    QSet<QString> m_seen;
};

} // namespace

ImportPlan planImport(const EntryFile &file, const QHash<EntryId, Entry> &entries,
                      const QHash<EntryId, EntryDraft> &drafts, bool asDrafts)
{
    ImportPlan plan;
    plan.gb18030 = file.coding == TextCoding::Gb18030;
    plan.fault = file.fault;
    plan.faultLine = file.faultLine;
    Planner planner(entries, drafts, asDrafts);
    for (const auto &read : file.rows)
        plan.rows.append(planner.row(read));
    return plan;
}

QList<ImportEntries> importCommands(const ImportPlan &plan)
{
    QList<ImportEntries> commands;
    qsizetype bytes = 0;
    for (const auto &row : plan.rows) {
        if (row.change != Change::New && row.change != Change::Changed)
            continue;
        const auto size = encodeValue(row.entry).size();
        if (commands.isEmpty() || bytes + size > batchBytes
            || commands.constLast().entries.size() >= batchEntries) {
            commands.append(ImportEntries{});
            bytes = 0;
        }
        commands.last().entries.append(row.entry);
        bytes += size;
    }
    return commands;
}

} // namespace quntai
