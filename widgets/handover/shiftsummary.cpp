// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/shiftsummary.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAsk = 120;
constexpr int longestNote = 300;
constexpr int longestTitle = 80;
constexpr int longestName = 40;
constexpr int longestTransfer = 1000;

QString say(const char *text)
{
    return QCoreApplication::translate("ShiftSheet", text);
}

QString dateText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"MM-dd HH:mm"_s);
}

bool isMine(const Topic &topic, const UserId &me)
{
    return topic.lease && topic.lease->user == me;
}

QString lastAsked(const GroupState &group, const Topic &topic)
{
    for (auto at = group.recent.crbegin(); at != group.recent.crend(); ++at) {
        const auto &message = **at;
        if (message.topic == topic.id && isFromMember(message) && !message.folded
            && !message.text.isEmpty())
            return visibleText(message.text, longestAsk);
    }
    return {};
}

QList<ShiftNote> notesOf(const GroupState &group, const TopicId &topic, const UserId &me,
                         Instant from)
{
    QList<ShiftNote> notes;
    for (const auto &message : group.recent) {
        const bool told = message->internal && message->topic == topic && message->at >= from
            && (message->whisperTo.isEmpty() || message->whisperTo == me);
        if (told)
            notes.append({message->author.name, message->at,
                          visibleText(message->text, longestNote)});
    }
    return notes;
}

bool wroteNote(const GroupState &group, const TopicId &topic, const UserId &me, Instant from)
{
    return std::ranges::any_of(group.recent, [&](const MessagePtr &message) {
        return message->internal && message->topic == topic && message->at >= from
            && message->author.id == me.value;
    });
}

/** Gathers the topics of one person, each once. */
class Gatherer
{
public:
    Gatherer(const State &state, const UserId &me, Instant from, Instant now)
        : m_state(state), m_me(me), m_from(from), m_now(now)
    {
    }

    ShiftSummary gather()
    {
        for (const auto &topic : m_state.topics) {
            if (concerns(topic))
                add(topic);
        }
        for (const auto &promise : m_state.promises) {
            if (promise.state == PromiseState::Open && keeperOf(m_state, promise) == m_me)
                addOf(promise);
        }
        return summary();
    }

private:
    bool concerns(const Topic &topic) const
    {
        if (hasEnded(topic))
            return false;
        const bool putOff = isLater(topic) && topic.lastHolder == m_me && !topic.lease;
        return isMine(topic, m_me) || putOff
            || wroteNote(m_state.groups.value(topic.group), topic.id, m_me, m_from);
    }

    void add(const Topic &topic)
    {
        const auto group = m_state.groups.value(topic.group);
        ShiftTopic one;
        one.id = topic.id;
        one.title = visibleText(topic.title, longestTitle);
        one.asker = visibleText(topic.askerName, longestName);
        one.lane = topic.lane;
        one.state = topic.state;
        one.mine = isMine(topic, m_me);
        one.gone = hasEnded(topic);
        one.waitingSince = topic.waitingSince;
        one.later = laterText(topic, m_now);
        one.asked = lastAsked(group, topic);
        one.promises = openPromisesOf(m_state, topic.id);
        one.notes = notesOf(group, topic.id, m_me, m_from);
        m_topics[topic.group].insert(topic.id, one);
    }

    void addOf(const Promise &promise)
    {
        auto &topics = m_topics[promise.group];
        if (topics.contains(promise.topic))
            return;
        const auto topic = m_state.topics.constFind(promise.topic);
        if (topic != m_state.topics.cend())
            return add(*topic);
        ShiftTopic one;
        one.id = promise.topic;
        one.title = say(QT_TRANSLATE_NOOP("ShiftSheet", "A topic that has ended"));
        one.state = TopicState::Resolved;
        one.gone = true;
        one.promises = openPromisesOf(m_state, promise.topic);
        topics.insert(promise.topic, one);
    }

    ShiftSummary summary() const
    {
        ShiftSummary shift{m_state.users.value(m_me).name, m_from, m_now, {}};
        for (const auto &[id, topics] : m_topics.asKeyValueRange()) {
            ShiftGroup group{id, visibleText(m_state.groups.value(id).info.name, longestName),
                             topics.values()};
            std::ranges::sort(group.topics, {}, [](const ShiftTopic &one) {
                return std::tuple{!one.mine, one.gone, !one.waitingSince.isSet(),
                                  one.waitingSince.ms, one.id.value};
            });
            shift.groups.append(group);
        }
        std::ranges::sort(shift.groups, {}, [](const ShiftGroup &group) {
            return std::pair{group.name, group.id.value};
        });
        return shift;
    }

    const State &m_state;
    const UserId m_me;
    const Instant m_from;
    const Instant m_now;
    QMap<GroupId, QMap<TopicId, ShiftTopic>> m_topics;
};

/** A topic's lines below its title, the same in both forms. */
QStringList linesOf(const ShiftTopic &topic, Instant now)
{
    QStringList lines;
    QStringList state{topic.mine ? say(QT_TRANSLATE_NOOP("ShiftSheet", "held"))
                                 : topicStateName(topic.state)};
    if (!topic.asker.isEmpty())
        state.prepend(topic.asker);
    if (topic.waitingSince.isSet())
        state.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "waits since %1"))
                         .arg(dateText(topic.waitingSince)));
    if (!topic.later.isEmpty())
        state.append(topic.later);
    lines.append(state.join(u" · "_s));
    if (!topic.asked.isEmpty())
        lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Asked: %1")).arg(topic.asked));
    for (const auto &promise : topic.promises)
        lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Promised: %1"))
                         .arg(promiseLine(promise, now)));
    for (const auto &note : topic.notes)
        lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Note, %1 %2: %3"))
                         .arg(visibleText(note.author, longestName), dateText(note.at),
                              note.text));
    return lines;
}

QString headline(const ShiftSummary &shift)
{
    return say(QT_TRANSLATE_NOOP("ShiftSheet", "Shift hand-over: %1, %2 to %3"))
        .arg(visibleText(shift.name, longestName), dateText(shift.from), dateText(shift.at));
}

QString nothingText()
{
    return say(QT_TRANSLATE_NOOP("ShiftSheet", "Nothing is left open."));
}

QString titleLine(const ShiftTopic &topic)
{
    return topic.gone ? topic.title : laneLetter(topic.lane) + u' ' + topic.title;
}

/** CommonMark: a backslash before punctuation takes its meaning away. */
QString escaped(const QString &text)
{
    QString safe;
    safe.reserve(text.size() + 8);
    for (const auto c : text) {
        if (c == u'\n') {
            safe.append(u' ');
            continue;
        }
        if (c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && c != u' ')
            safe.append(u'\\');
        safe.append(c);
    }
    return safe;
}

} // namespace

qsizetype ShiftSummary::topics() const
{
    qsizetype count = 0;
    for (const auto &group : groups)
        count += group.topics.size();
    return count;
}

qsizetype ShiftSummary::openPromises() const
{
    qsizetype count = 0;
    for (const auto &group : groups) {
        for (const auto &topic : group.topics)
            count += topic.promises.size();
    }
    return count;
}

ShiftSummary shiftOf(const State &state, const UserId &me, Instant from, Instant now)
{
    return Gatherer(state, me, from, now).gather();
}

QString promiseLine(const Promise &promise, Instant now)
{
    const auto words = u"“%1”"_s.arg(visibleText(promise.text, longestAsk));
    QStringList about;
    if (!promise.name.isEmpty())
        about.append(visibleText(promise.name, longestName));
    if (promise.due.isSet())
        about.append((isOverdue(promise, now)
                          ? say(QT_TRANSLATE_NOOP("ShiftSheet", "overdue since %1"))
                          : say(QT_TRANSLATE_NOOP("ShiftSheet", "until %1")))
                         .arg(dateText(promise.due)));
    return about.isEmpty() ? words : u"%1 (%2)"_s.arg(words, about.join(u", "_s));
}

QString shiftText(const ShiftSummary &shift)
{
    QStringList lines{headline(shift), QString()};
    for (const auto &group : shift.groups) {
        lines.append(u"【%1】"_s.arg(group.name));
        for (const auto &topic : group.topics) {
            lines.append(u"  "_s + titleLine(topic));
            for (const auto &line : linesOf(topic, shift.at))
                lines.append(u"    "_s + visibleText(line));
        }
        lines.append(QString());
    }
    if (shift.groups.isEmpty())
        lines.append(nothingText());
    return lines.join(u'\n').trimmed() + u'\n';
}

QString shiftMarkdown(const ShiftSummary &shift)
{
    QStringList lines{u"# "_s + escaped(headline(shift)), QString()};
    for (const auto &group : shift.groups) {
        lines << u"## "_s + escaped(group.name) << QString();
        for (const auto &topic : group.topics) {
            lines.append(u"- [ ] **%1**"_s.arg(escaped(titleLine(topic))));
            for (const auto &line : linesOf(topic, shift.at))
                lines.append(u"  - "_s + escaped(visibleText(line)));
        }
        lines.append(QString());
    }
    if (shift.groups.isEmpty())
        lines.append(escaped(nothingText()));
    return lines.join(u'\n').trimmed() + u'\n';
}

QString shiftNoteFor(const ShiftTopic &topic)
{
    QStringList lines;
    lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Asked: %1"))
                     .arg(topic.asked.isEmpty() ? topic.title : topic.asked));
    // Promises first: they must not be cut off.
    for (const auto &promise : topic.promises)
        lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Promised: %1"))
                         .arg(promiseLine(promise, {})));
    for (const auto &note : topic.notes)
        lines.append(say(QT_TRANSLATE_NOOP("ShiftSheet", "Note: %1")).arg(note.text));
    return lines.join(u'\n').left(longestTransfer);
}

} // namespace quntai
