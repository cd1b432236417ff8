// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"

#include <QJsonArray>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype noteLimitBytes = 16 * 1024;

} // namespace

std::unexpected<Error> badField(const QString &field, const QString &message)
{
    return failure(ErrorKind::InvalidParams, message, {{u"field"_s, field}});
}

Result<> checkNote(const QString &text, const QString &field)
{
    if (text.trimmed().isEmpty())
        return badField(field, u"%1 is empty"_s.arg(field));
    if (text.toUtf8().size() > noteLimitBytes)
        return failure(ErrorKind::TooLarge, u"%1 is longer than 16 KiB"_s.arg(field),
                       {{u"field"_s, field}, {u"limit"_s, qint64(noteLimitBytes)}});
    return {};
}

Result<> checkFresh(const Scene &scene, const Topic &topic, qint64 basis, const UserId &author)
{
    if (topic.version <= basis)
        return {};
    const auto &group = scene.group(topic.group);
    QJsonArray since;
    for (const auto &message : messagesOf(group, topic.id)) {
        const bool own = message->author.kind == AuthorKind::Agent
            && message->author.id == author.value;
        if (message->seq > basis && !own)
            since.append(message->seq);
    }
    // What has left the window cannot be told apart: better to ask to look again.
    const bool windowCovers = !group.recent.isEmpty() && group.recent.first()->seq <= basis + 1;
    if (since.isEmpty() && !windowCovers && !group.traces.isEmpty())
        since.append(topic.version);
    if (since.isEmpty())
        return {};
    return failure(ErrorKind::Stale,
                   u"%1 newer messages in this topic; read them first"_s.arg(since.size()),
                   {{u"since"_s, since}});
}

Result<const Topic *> Commander::topic(const TopicId &id) const
{
    if (const auto *found = scene.topic(id))
        return found;
    return failure(ErrorKind::NotFound, u"there is no such topic (any more)"_s,
                   {{u"topic"_s, id.value}});
}

Result<const Topic *> Commander::openTopic(const TopicId &id) const
{
    const auto found = topic(id);
    if (!found || !hasEnded(**found))
        return found;
    return failure(ErrorKind::Conflict, u"the topic has ended; reopen it first"_s,
                   {{u"current"_s, QString::fromLatin1(wordOf((*found)->state))}});
}

Result<MessagePtr> Commander::message(const GroupId &group, const MessageId &id) const
{
    if (auto found = findMessage(scene.state, group, id))
        return found;
    return failure(ErrorKind::NotFound, u"the message is not among the group's newest"_s,
                   {{u"message"_s, id.value}});
}

Result<> Commander::checkColleague(const UserId &id) const
{
    const auto found = scene.state.users.constFind(id);
    if (found == scene.state.users.cend() || found->disabled)
        return failure(ErrorKind::NotFound, u"there is no such colleague"_s,
                       {{u"user"_s, id.value}});
    return {};
}

} // namespace quntai
