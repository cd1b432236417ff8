// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replydesk.h"

#include "models/domain/answertext.h"
#include "models/items/timelinemodel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"

#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Messages of the topic by others that came after a sequence. */
int newMessages(const State &state, const Topic &topic, qint64 after, const UserId &me)
{
    int count = 0;
    const auto group = state.groups.constFind(topic.group);
    if (group == state.groups.cend())
        return 0;
    for (const auto &message : group->recent) {
        const bool mine = message->author.kind == AuthorKind::Agent && message->author.id == me.value;
        if (message->topic == topic.id && message->seq > after && !mine && !message->internal)
            ++count;
    }
    return count;
}

constexpr int verdictsLookedAt = 5;
constexpr int leastScore = 200;  // permille; below it a suggestion is noise

/** The question of the topic's last ones that the knowledge base understood best. */
MessagePtr bestVerdict(const State &state, const Topic &topic)
{
    MessagePtr best;
    int seen = 0;
    const auto group = state.groups.constFind(topic.group);
    if (group == state.groups.cend())
        return best;
    for (auto at = group->recent.crbegin(); at != group->recent.crend(); ++at) {
        if ((*at)->topic != topic.id || !(*at)->verdict)
            continue;
        if (!best || (*at)->verdict->confidence > best->verdict->confidence)
            best = *at;
        if (++seen == verdictsLookedAt)
            break;
    }
    return best;
}

/** What may name an order; fewer digits are a number of pieces or a time of day. */
QStringList numbersIn(const QString &question)
{
    static const QRegularExpression number(u"[0-9]{4,}"_s);
    QStringList numbers;
    for (auto each = number.globalMatch(question); each.hasNext();)
        numbers.append(each.next().captured());
    return numbers;
}

} // namespace

ReplyDesk::ReplyDesk(ThemeHost &host, Session &session, DeskCommands &commands,
                     TimelineModel &timeline, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_commands(commands), m_timeline(timeline),
      m_ownership(new OwnershipBar(host, [&session] { return session.now(); }, this)),
      m_suggestions(new SuggestionBar(host, this)), m_composer(new Composer(host, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ownership);
    column->addWidget(m_suggestions);
    column->addWidget(m_composer);
    join();
    showTopic({});
}

void ReplyDesk::join()
{
    connect(m_ownership, &OwnershipBar::takeOver, this, &ReplyDesk::takeOver);
    connect(m_ownership, &OwnershipBar::handBack, this, &ReplyDesk::handBackWanted);
    connect(m_ownership, &OwnershipBar::transfer, this, &ReplyDesk::transferWanted);
    connect(m_ownership, &OwnershipBar::renew, this, [this] { m_commands.renew(m_topic); });
    connect(m_ownership, &OwnershipBar::reopen, this, [this] { m_commands.reopen(m_topic); });
    connect(m_suggestions, &SuggestionBar::chosen, m_composer, &Composer::insertText);
    connect(m_composer, &Composer::replyEntered, this, &ReplyDesk::send);
    connect(m_composer, &Composer::noteEntered, this, &ReplyDesk::note);
    connect(m_composer, &Composer::textEdited, this, &ReplyDesk::keepDraft);
    connect(m_composer, &Composer::seenUnseen, this, [this] {
        Q_EMIT lookWanted();
        markSeen();
    });
    connect(&m_commands, &DeskCommands::refused, this, &ReplyDesk::refuse);
    connect(&m_session, &Session::linkChanged, this, &ReplyDesk::refresh);
}

bool ReplyDesk::isMine(const Topic &topic) const
{
    return topic.lease && topic.lease->user == m_session.me();
}

void ReplyDesk::showTopic(const TopicId &topic)
{
    m_topic = topic;
    setVisible(!topic.isEmpty());
    if (topic.isEmpty())
        return;
    const auto value = m_session.state().topics.value(topic);
    m_loading = true;
    m_composer->clearSent();
    m_composer->setText(m_session.draft(topic));
    m_loading = false;
    m_wasMine = isMine(value);
    m_composer->setUnlocked(m_wasMine);
    m_composer->setMentions({{value.asker, value.askerName}});
    refresh();
    markSeen();
}

void ReplyDesk::refresh()
{
    if (m_topic.isEmpty())
        return;
    const auto topic = m_session.state().topics.value(m_topic);
    if (topic.id.isEmpty()) {
        showTopic({});
        return;
    }
    const bool mine = isMine(topic);
    m_ownership->setTopic(topic, m_session.me());
    m_ownership->setOnline(m_session.link().state == LinkState::Live);
    m_composer->setOnline(m_session.link().state == LinkState::Live);
    m_composer->setUnlocked(mine);
    if (mine && !m_wasMine)
        m_composer->focusEditor();
    m_wasMine = mine;
    refreshPeople(topic);
    refreshSuggestions(topic);
    refreshUnseen();
}

void ReplyDesk::markSeen()
{
    m_seen = std::max(m_timeline.newestSeq(m_topic), m_session.state().topics.value(m_topic).version);
    refreshUnseen();
}

void ReplyDesk::refreshUnseen()
{
    const auto topic = m_session.state().topics.value(m_topic);
    // With nothing written there is nothing to be blind about: what is on screen counts as seen.
    if (m_composer->text().isEmpty())
        m_seen = std::max(m_seen, topic.version);
    m_composer->setUnseen(newMessages(m_session.state(), topic, m_seen, m_session.me()));
}

void ReplyDesk::refreshPeople(const Topic &topic)
{
    const auto members = m_session.state().groups.value(topic.group).members;
    QList<Mention> people;
    for (const auto &asker : topic.askers)
        people.append({asker, members.value(asker).name});
    for (const auto &member : members) {
        if (!topic.askers.contains(member.id) && member.role != MemberRole::Bot)
            people.append({member.id, member.name});
        if (people.size() >= 40)
            break;
    }
    m_composer->setPeople(people);
}

QList<Suggestion> ReplyDesk::suggestionsFor(const Topic &topic) const
{
    QList<Suggestion> suggestions;
    const auto message = bestVerdict(m_session.state(), topic);
    if (!message)
        return suggestions;
    for (const auto &candidate : message->verdict->candidates) {
        const auto entry = m_session.state().entries.value(candidate.entry);
        if (entry.state == EntryState::Live && candidate.score >= leastScore) {
            const auto filled = fillAnswer(m_session.state(), topic.group, message->author,
                                           entry.answer, numbersIn(message->verdict->query));
            suggestions.append(
                {entry.id, entry.version, entry.question, filled.text, candidate.score});
        }
    }
    return suggestions;
}

void ReplyDesk::refreshSuggestions(const Topic &topic)
{
    m_suggestions->setSuggestions(hasEnded(topic) ? QList<Suggestion>{} : suggestionsFor(topic));
}

void ReplyDesk::takeOver()
{
    m_commands.takeOver(m_topic, m_session.state().topics.value(m_topic).version);
}

void ReplyDesk::send(const QString &text)
{
    SendMessage message;
    message.topic = m_topic;
    message.basis = m_seen;
    message.text = text;
    message.quote = m_composer->quote();
    for (const auto &mention : m_composer->mentions())
        message.mention.append(mention.member);
    m_commands.send(message, [this](const Result<> &kept) { noteKept(kept); });
}

void ReplyDesk::note(const QString &text)
{
    m_commands.note(m_topic, text, [this](const Result<> &kept) { noteKept(kept); });
}

void ReplyDesk::noteKept(const Result<> &kept)
{
    if (!kept) {
        m_composer->setProblem(refusalText(kept.error()));
        return;
    }
    m_composer->clearSent();
    m_session.keepDraft(m_topic, {});
}

void ReplyDesk::refuse(const CommandData &command, const Error &error)
{
    // What is about a message and names no topic was asked for here, a moment ago.
    const bool here = std::holds_alternative<RecallMessage>(command)
        || std::holds_alternative<RetryMessage>(command);
    if (here || topicOf(command) == m_topic)
        m_composer->setProblem(refusalText(error));
}

void ReplyDesk::keepDraft(const QString &text)
{
    if (m_loading)
        return;
    m_session.keepDraft(m_topic, text);
    refreshUnseen();
}

} // namespace quntai
