// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has begun and the session keeps: drafts, and files that wait to go with a text.
#include "models/session/livesession.h"

namespace quntai {

void LiveSession::keepDraft(const TopicId &topic, const QString &text)
{
    m_leases.touched(topic);
    m_drafts.put(topic, text, now());
}

/** What this person wrote at another seat, as the backend has it. */
QString LiveSession::sharedDraft(const TopicId &topic) const
{
    for (const auto &draft : state().drafts) {
        if (draft.topic == topic && !draft.review && draft.author.id == m_me.id.value)
            return draft.text;
    }
    return {};
}

void LiveSession::shareDraft(const TopicId &topic, const QString &text)
{
    if (m_connected && state().topics.contains(topic) && sharedDraft(topic) != text)
        m_commands.submit(PutDraft{topic, text}, now(), [](const Result<> &) {});
}

QString LiveSession::draft(const TopicId &topic) const
{
    const auto here = m_drafts.text(topic);
    return here.isEmpty() && !m_drafts.wasTouched(topic) ? sharedDraft(topic) : here;
}

void LiveSession::takeFile(const NewFile &file, QObject *context,
                           std::function<void(Result<Attachment>)> done)
{
    m_blobs.take(file, context, std::move(done));
}

void LiveSession::keepDraftFiles(const TopicId &topic, const QList<Attachment> &files)
{
    m_drafts.putFiles(topic, files, now());
}

QList<Attachment> LiveSession::draftFiles(const TopicId &topic) const
{
    return m_drafts.files(topic);
}

/** Files that a draft or a text in the outbox goes with. */
QSet<QString> LiveSession::namedFiles(const CommandId &except) const
{
    auto named = m_drafts.namedFiles();
    for (const auto &item : m_commands.items()) {
        if (item.command.id == except)
            continue;
        for (const auto &file : attachmentsOf(item.command.data))
            named.insert(file.sha256);
    }
    return named;
}

void LiveSession::releaseFiles(const Command &command)
{
    const auto files = attachmentsOf(command.data);
    if (files.isEmpty())
        return;
    const auto named = namedFiles(command.id);
    for (const auto &file : files) {
        if (!named.contains(file.sha256))
            m_blobs.release(file.sha256);
    }
}

void LiveSession::blob(const QString &sha256, QObject *context,
                       std::function<void(Result<QByteArray>)> done)
{
    m_blobs.fetch(sha256, context, std::move(done));
}

} // namespace quntai
