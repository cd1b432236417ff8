// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/scriptedsession.h"

#include "models/domain/attachments.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace quntai::tests {

using namespace Qt::StringLiterals;

QList<HappeningPtr> ScriptedSession::happenings(const GroupId &group) const
{
    QList<HappeningPtr> here;
    const auto channel = m_state.groups.value(group).info.channel;
    for (const auto &happening : m_happenings) {
        if (happening->group == group
            || (happening->group.isEmpty() && happening->connector == channel))
            here.append(happening);
    }
    return here;
}

CommandId ScriptedSession::submit(const CommandData &command, QObject *,
                                  std::function<void(Result<>)> kept)
{
    if (const auto why = std::exchange(m_refusal, std::nullopt)) {
        kept(std::unexpected(*why));
        return {u"c-lost"_s};  // told before it has its id, as by the real one
    }
    const Command sent{{u"c-%1"_s.arg(m_submitted.size() + 1)}, command};
    m_submitted.append(sent);
    const bool held = m_holdMs > 0 && std::holds_alternative<SendMessage>(command);
    m_outbox.append({sent, m_now, OutboxItem::State::Waiting, {},
                     held ? Instant{m_now.ms + m_holdMs} : Instant{}});
    kept({});
    Q_EMIT outboxChanged();
    return sent.id;
}

void ScriptedSession::retry(const CommandId &command)
{
    for (auto &item : m_outbox) {
        if (item.command.id == command)
            item.state = OutboxItem::State::Waiting;
    }
    Q_EMIT outboxChanged();
}

void ScriptedSession::discard(const CommandId &command)
{
    m_outbox.removeIf([&](const OutboxItem &item) { return item.command.id == command; });
    Q_EMIT outboxChanged();
}

void ScriptedSession::markSent(const CommandId &command)
{
    for (auto &item : m_outbox) {
        if (item.command.id == command)
            item.state = OutboxItem::State::Sent;
    }
    Q_EMIT outboxChanged();
}

void ScriptedSession::settle(const CommandId &command, const Result<qint64> &result)
{
    if (result) {
        m_outbox.removeIf([&](const OutboxItem &item) { return item.command.id == command; });
    } else {
        for (auto &item : m_outbox) {
            if (item.command.id == command)
                item = {item.command, item.at, OutboxItem::State::Refused, result.error()};
        }
    }
    Q_EMIT outboxChanged();
    Q_EMIT commandSettled(command, result);
}

void ScriptedSession::history(const GroupId &group, qint64 beforeSeq, int limit, QObject *context,
                              std::function<void(Result<QList<MessagePtr>>)> done)
{
    QList<MessagePtr> page;
    for (auto m = m_history.crbegin(); m != m_history.crend() && page.size() < limit; ++m) {
        if ((*m)->group == group && (*m)->seq < beforeSeq)
            page.append(*m);
    }
    QMetaObject::invokeMethod(context, [done, page] { done(page); }, Qt::QueuedConnection);
}

void ScriptedSession::search(const QString &words, int limit, QObject *context,
                             std::function<void(Result<QList<MessagePtr>>)> done)
{
    searchBy({}, words, limit, context, std::move(done));
}

void ScriptedSession::searchBy(const SearchFilter &filter, const QString &words, int limit,
                               QObject *context,
                               std::function<void(Result<QList<MessagePtr>>)> done)
{
    m_filters.append(filter);
    QList<MessagePtr> found;
    for (auto m = m_history.crbegin(); m != m_history.crend() && found.size() < limit; ++m) {
        const auto &message = **m;
        const bool there = (filter.group.isEmpty() || message.group == filter.group)
            && (filter.person.isEmpty() || message.author.id == filter.person);
        if (there && message.text.contains(words, Qt::CaseInsensitive))
            found.append(*m);
    }
    QMetaObject::invokeMethod(context, [done, found] { done(found); }, Qt::QueuedConnection);
}

void ScriptedSession::blob(const QString &sha256, QObject *context,
                           std::function<void(Result<QByteArray>)> done)
{
    m_blobsAsked.append(sha256);
    const auto bytes = m_blobs.value(
        sha256, failure(ErrorKind::NotFound, QStringLiteral("The backend has it no longer")));
    QMetaObject::invokeMethod(context, [done, bytes] { done(bytes); }, Qt::QueuedConnection);
}

void ScriptedSession::takeFile(const NewFile &file, QObject *context,
                               std::function<void(Result<Attachment>)> done)
{
    m_filesTaken.append(file);
    auto bytes = file.bytes;
    if (QFile there(file.path); !file.path.isEmpty() && there.open(QIODevice::ReadOnly))
        bytes = there.readAll();
    const auto name = QStringLiteral("file-%1").arg(m_filesTaken.size());
    m_blobs[name] = bytes;
    Result<Attachment> taken = Attachment{
        isPicture(contentTypeOf(bytes)) ? MessageKind::Image : MessageKind::File,
        file.name.isEmpty() ? QFileInfo(file.path).fileName() : file.name, name, bytes.size(), {}, {}};
    if (const auto why = std::exchange(m_fileRefusal, std::nullopt))
        taken = std::unexpected(*why);
    QMetaObject::invokeMethod(context, [done, taken] { done(taken); }, Qt::QueuedConnection);
}

void ScriptedSession::setUpload(const CommandId &command, const Upload &upload)
{
    m_uploads[command] = upload;
    Q_EMIT uploadMoved(command);
}

void ScriptedSession::ask(const Query &query, QObject *context,
                          std::function<void(Result<std::any>)> done)
{
    m_asked.append(query);
    const auto how = m_answers.value(query.method);
    auto answer = how ? how(query.params)
                      : Result<std::any>(failure(ErrorKind::Unavailable, u"Not connected"_s));
    QMetaObject::invokeMethod(context, [done, answer] { done(answer); }, Qt::QueuedConnection);
}

void ScriptedSession::feed(const QList<Event> &events)
{
    Changes changes;
    QList<HappeningPtr> told;
    for (const auto &event : events) {
        apply(m_state, event, &changes);
        m_now = std::max(m_now, event.at);
        if (auto happening = happeningOf(event))
            told.append(std::make_shared<const Happening>(std::move(*happening)));
    }
    m_happenings.append(told);
    if (!told.isEmpty())
        Q_EMIT happened(told);
    Q_EMIT changed(changes);
}

void ScriptedSession::replace(State state)
{
    m_state = std::move(state);
    m_happenings.clear();
    Q_EMIT reset();
}

void ScriptedSession::setLink(const LinkStatus &link)
{
    m_link = link;
    Q_EMIT linkChanged();
}

void ScriptedSession::setRights(Role role, QSet<QString> rights)
{
    m_role = role;
    m_rights = std::move(rights);
    Q_EMIT linkChanged();
}

} // namespace quntai::tests
