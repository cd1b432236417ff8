// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replytexts.h"

#include "models/domain/answertext.h"
#include "models/domain/entryslots.h"
#include "models/domain/privacy.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/review/textcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int verdictsLookedAt = 5;
constexpr int leastScore = 200;  // permille; below it a suggestion is noise
constexpr qsizetype mostPeople = 200;
constexpr int variableShown = 24;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReplyTexts)
};

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
QStringList orderNumbersIn(const QString &question)
{
    static const QRegularExpression number(u"[0-9]{4,}"_s);
    QStringList numbers;
    for (auto each = number.globalMatch(question); each.hasNext();)
        numbers.append(each.next().captured());
    return numbers;
}

/** Numbers the asker named in the topic, newest first. */
QStringList namedBy(const State &state, const Topic &topic)
{
    QStringList named;
    const auto group = state.groups.constFind(topic.group);
    if (group == state.groups.cend())
        return named;
    for (auto at = group->recent.crbegin(); at != group->recent.crend(); ++at) {
        if ((*at)->topic == topic.id && (*at)->author.id == topic.asker.value)
            named += orderNumbersIn((*at)->text);
    }
    return named;
}

void addUnfilled(ComposerCheck &check, const QString &text)
{
    static const QRegularExpression variable(u"\\{\\{[^{}\\n]{1,24}\\}\\}"_s);
    for (auto each = variable.globalMatch(text); each.hasNext();) {
        const auto found = each.next();
        check.stops.append(Words::tr("Fill in %1 first.")
                               .arg(visibleText(found.captured(), variableShown)));
        check.marks.append({int(found.capturedStart()), int(found.capturedLength()), 0});
    }
}

} // namespace

QList<Suggestion> suggestionsFor(const State &state, const Topic &topic)
{
    QList<Suggestion> suggestions;
    const auto message = bestVerdict(state, topic);
    if (!message)
        return suggestions;
    for (const auto &candidate : message->verdict->candidates) {
        const auto entry = state.entries.value(candidate.entry);
        if (entry.state != EntryState::Live || candidate.score < leastScore)
            continue;
        const auto filled = fillAnswer(state, topic.group, message->author, entry.answer,
                                       orderNumbersIn(message->verdict->query),
                                       slotsTold(topic, {message->author.id}));
        suggestions.append({entry.id, entry.version, entry.question, filled.text, candidate.score});
    }
    return suggestions;
}

MessageId questionFor(const State &state, const Topic &topic)
{
    const auto message = bestVerdict(state, topic);
    return message ? message->id : MessageId{};
}

EntryId suggestionIn(const State &state, const Topic &topic, const QString &text)
{
    for (const auto &suggestion : suggestionsFor(state, topic)) {
        if (!suggestion.text.isEmpty() && text.contains(suggestion.text))
            return suggestion.entry;
    }
    return {};
}

QList<CannedText> cannedTextsFor(const State &state, const Topic &topic, const QString &agent)
{
    const auto group = state.groups.value(topic.group).info;
    const Author asker{AuthorKind::Member, topic.asker.value, topic.askerName};
    const auto named = namedBy(state, topic);
    QList<CannedText> texts;
    for (const auto &reply : state.canned) {
        if (!isAllowedIn(reply, group))
            continue;
        auto text = reply.text;
        text.replace(u"{{客服}}"_s, agent);
        texts.append({reply.id, reply.title, reply.shortcut,
                      fillAnswer(state, topic.group, asker, text, named).text});
    }
    std::ranges::sort(texts, {}, [](const CannedText &one) { return std::pair(one.title, one.id.value); });
    return texts;
}

ComposerCheck checkReply(const State &state, const Topic &topic, const QString &text,
                         const QList<MemberId> &told)
{
    ComposerCheck check;
    if (text.trimmed().isEmpty())
        return check;
    for (const auto &fault : textFaults(state.policy, text)) {
        check.stops.append(Words::tr("%1.").arg(faultText(fault)));
        check.marks += fault.spans;
    }
    for (const auto &set : textWarnings(state.policy, text))
        check.warnings.append(Words::tr("“%1” warns of this text.")
                                  .arg(visibleText(set, variableShown)));
    for (const auto &other : othersOrdersIn(state, topic.group, told, text)) {
        check.stops.append(Words::tr("%1 is another customer's order.")
                               .arg(text.mid(other.span.start, other.span.length)));
        check.marks.append(other.span);
    }
    addUnfilled(check, text);
    return check;
}

QList<Mention> peopleOf(const State &state, const Topic &topic)
{
    const auto group = state.groups.value(topic.group);
    QList<Mention> people;
    for (const auto &asker : topic.askers)
        people.append({asker, group.members.value(asker).name, false});
    for (const auto &member : group.members) {
        if (people.size() >= mostPeople)
            break;
        if (!topic.askers.contains(member.id) && member.role != MemberRole::Bot)
            people.append({member.id, member.name, false});
    }
    // OneBot has a word for the whole group; a WeCom bot has none.
    const auto &channel = group.info.channel;
    if (state.connectors.value(channel).kind == u"onebot11")
        people.append({{channel + u"/all"_s}, Words::tr("Everybody"), true});
    return people;
}

} // namespace quntai
