// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiogaps.h"

namespace quntai {

namespace {

bool hasQuestion(const Entry &entry, const QString &question)
{
    return entry.question == question || entry.similar.contains(question);
}

} // namespace

StudioGaps::StudioGaps(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::changed, this,
            [this](const Changes &changes) { look(changes.entries); });
}

Entry StudioGaps::withQuestions(Entry entry, const Gap &gap)
{
    for (const auto &sample : gap.samples) {
        if (hasQuestion(entry, sample.text))
            continue;
        if (entry.question.isEmpty())
            entry.question = sample.text;
        else
            entry.similar.append(sample.text);
    }
    return entry;
}

void StudioGaps::close(const Gap &gap, const EntryId &entry)
{
    if (!gap.samples.isEmpty())
        m_closing.insert(entry, {gap.id, gap.samples.constFirst().text});
}

void StudioGaps::dismiss(const GapId &gap)
{
    send({gap, GapState::Dismissed, {}});
}

void StudioGaps::reopen(const GapId &gap)
{
    send({gap, GapState::Open, {}});
}

bool StudioGaps::isKept(const EntryId &entry, const QString &question) const
{
    const auto &state = m_session.state();
    return hasQuestion(state.entries.value(entry), question)
        || hasQuestion(state.entryDrafts.value(entry).entry, question);
}

void StudioGaps::look(const QSet<EntryId> &changed)
{
    for (const auto &entry : changed) {
        const auto closing = m_closing.values(entry);
        for (const auto &one : closing) {
            if (!isKept(entry, one.question))
                continue;
            m_closing.removeIf([&](const auto &it) { return it.value().gap == one.gap; });
            send({one.gap, GapState::Answered, entry});
        }
    }
}

void StudioGaps::send(const DisposeGap &dispose)
{
    m_session.submit(dispose, this, [this](const Result<> &kept) {
        if (!kept)
            Q_EMIT refused(kept.error());
    });
}

} // namespace quntai
