// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/scene.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// Raise when a change makes the same messages decide differently.
const QString coreRevision = u"core-6"_s;

} // namespace

Core::Core(std::shared_ptr<const Lexicon> words)
    : lexicon(std::move(words)), retriever(lexicon), lessons(lexicon), rules(lexicon),
      version(coreRevision + u"/lexicon-"_s + lexicon->hash)
{
}

void Scene::add(const Topic &topic, EventData data)
{
    add(topic.group, topic.id, std::move(data));
}

void Scene::add(const GroupId &group, const TopicId &topic, EventData data)
{
    events.append({group, topic, std::move(data)});
}

Retrieval Scene::find(QStringView text, int limit) const
{
    auto found = core.lessons.over(core.retriever.find(text, now, limit), text, state.entries);
    return core.rules.over(std::move(found), text, state.entries);
}

QString Scene::coreVersion() const
{
    constexpr qsizetype shown = 16;
    const auto &model = state.model.hash;
    return model.isEmpty() ? core.version : core.version + u"/model-"_s + model.left(shown);
}

const GroupState &Scene::group(const GroupId &id) const
{
    static const GroupState none;
    const auto found = state.groups.constFind(id);
    return found == state.groups.cend() ? none : *found;
}

const Topic *Scene::topic(const TopicId &id) const
{
    const auto found = state.topics.constFind(id);
    return found == state.topics.cend() ? nullptr : &*found;
}

const std::vector<const Topic *> &Scene::openTopics(const GroupState &group) const
{
    if (m_openOf == &group)
        return m_open;
    m_openOf = &group;
    m_open.clear();
    for (const auto &id : group.open) {
        if (const auto *known = topic(id))
            m_open.push_back(known);
    }
    return m_open;
}

bool isStaffMember(const GroupState &group, const MemberId &member)
{
    const auto found = group.members.constFind(member);
    return found != group.members.cend() && found->role == MemberRole::Staff;
}

bool isBotMember(const GroupState &group, const MemberId &member)
{
    const auto found = group.members.constFind(member);
    return found != group.members.cend() && found->role == MemberRole::Bot;
}

bool isStaff(const GroupState &group, const Message &message)
{
    if (message.author.kind == AuthorKind::Agent)
        return true;
    return isFromMember(message) && isStaffMember(group, {message.author.id});
}

QString wordsOf(const Message &message)
{
    auto words = message.text;
    for (const auto &attachment : message.attachments) {
        if (!attachment.text.isEmpty())
            words += (words.isEmpty() ? u""_s : u" "_s) + attachment.text;
    }
    return words;
}

QList<MessagePtr> messagesOf(const GroupState &group, const TopicId &topic)
{
    QList<MessagePtr> messages;
    for (const auto &message : group.recent) {
        if (message->topic == topic && !message->internal)
            messages.append(message);
    }
    return messages;
}

} // namespace quntai
