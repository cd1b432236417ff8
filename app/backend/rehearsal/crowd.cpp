// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/rehearsal/crowd.h"

#include <array>
#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3600 * 1000;
/** How busy each hour of a day is; the groups wake after seven and are loudest after dinner. */
constexpr std::array<int, 24> rhythm{2, 1, 1, 1, 1, 2, 6, 14, 30, 42, 50, 54,
                                     46, 34, 32, 36, 42, 52, 62, 74, 70, 48, 22, 8};
constexpr int topicsADay = 19;  // in each group
constexpr int chatterADay = 26;
constexpr int membersInAGroup = 22;

} // namespace

Crowd::Crowd(Stage &stage, const SampleCompany &company, const Phrases &phrases, QObject *parent)
    : QObject(parent), m_stage(stage), m_company(company), m_phrases(phrases)
{
    connect(&stage, &Stage::happened, this, &Crowd::note);
}

void Crowd::enter()
{
    int number = 0;
    for (const auto &group : m_company.groups) {
        InboundGroup inbound{group.id.value, group.name, group.kind, group.memberCount, group.tags,
                             {}, {}};
        for (const auto &member : m_company.members) {
            if (member.groups.contains(group.id.value))
                inbound.joined.append({member.id, member.nameIn(group.id.value), member.role,
                                       member.customer, member.user});
        }
        auto &members = m_members[group.id.value];
        for (int i = 0; i < membersInAGroup; ++i) {
            const auto &name = m_phrases.nicknames.at(number % m_phrases.nicknames.size());
            members.append({u"h-%1"_s.arg(++number), name, MemberRole::Customer, {}, {}});
        }
        inbound.joined += members;
        m_stage.introduce(inbound);
    }
}

void Crowd::planDay(qint64 dayStart, qint64 until, int percent)
{
    const auto all = std::accumulate(rhythm.cbegin(), rhythm.cend(), 0);
    auto &dice = m_stage.dice();
    const auto plan = [&](int aDay, auto &&act) {
        for (const auto &group : m_company.groups) {
            for (std::size_t hour = 0; hour < rhythm.size(); ++hour) {
                const auto expected = 1000LL * aDay * percent / 100 * rhythm[hour] / all;
                const auto count = expected / 1000 + (dice.permille(int(expected % 1000)) ? 1 : 0);
                for (qint64 i = 0; i < count; ++i) {
                    const auto at = dayStart + qint64(hour) * hourMs + dice.number(0, hourMs - 1);
                    if (at < until)
                        act(at, group.id.value);
                }
            }
        }
    };
    plan(topicsADay, [&](qint64 at, const QString &chat) { planTopic(at, chat); });
    plan(chatterADay, [&](qint64 at, const QString &chat) {
        m_stage.at(at, [this, chat] { this->chat(chat); });
    });
}

void Crowd::planTopic(qint64 at, const QString &chat)
{
    m_stage.at(at, [this, chat] { ask(someoneIn(chat)); });
}

Crowd::Speaker Crowd::someoneIn(const QString &chat)
{
    return {chat, m_stage.dice().pick(m_members.value(chat))};
}

void Crowd::sayLater(qint64 seconds, const Speaker &who, const QString &text, bool toBot)
{
    m_stage.after(seconds, [this, who, text, toBot] { m_stage.say(who.chat, who.who, text, toBot); });
}

QString Crowd::wordingOf(const Entry &entry)
{
    if (entry.similar.isEmpty() || m_stage.dice().permille(300))
        return entry.question;
    return m_stage.dice().pick(entry.similar);
}

void Crowd::ask(const Speaker &asker)
{
    const auto kind = m_stage.dice().number(0, 999);
    if (kind < 845)
        askKnown(asker);
    else if (kind < 935)
        askUnknown(asker);
    else
        complain(asker);
}

void Crowd::askKnown(const Speaker &asker)
{
    auto &dice = m_stage.dice();
    const auto &entry = dice.pick(m_company.entries);
    const auto question = wordingOf(entry);
    const auto id = m_stage.say(asker.chat, asker.who, question, dice.permille(720));
    if (dice.permille(120))
        answerEachOther(asker, id);
    if (dice.permille(60))  // asked once more on another day: it was not settled
        sayLater(dice.number(3 * 3600, 50 * 3600), asker, wordingOf(entry), true);
}

/** A first time nobody knows; later it may be in the knowledge. */
void Crowd::askUnknown(const Speaker &asker)
{
    auto &dice = m_stage.dice();
    const auto question = dice.permille(400)
        ? m_phrases.corrections.at(dice.number(0, m_phrases.corrections.size() - 1)).question
        : dice.pick(m_phrases.unknown);
    const auto id = m_stage.say(asker.chat, asker.who, question, dice.permille(650));
    if (dice.permille(350))
        answerEachOther(asker, id);
    else if (dice.permille(500))
        sayLater(dice.number(40, 200), asker, question, true);
}

void Crowd::complain(const Speaker &asker)
{
    auto &dice = m_stage.dice();
    m_stage.say(asker.chat, asker.who,
                dice.permille(550) ? dice.pick(m_phrases.angry) : dice.pick(m_phrases.humanRequests),
                true);
}

void Crowd::answerEachOther(const Speaker &asker, const QString &question)
{
    auto &dice = m_stage.dice();
    const auto other = someoneIn(asker.chat);
    if (other.who.id == asker.who.id)
        return;
    m_stage.after(dice.wait(30, 600), [this, other, question] {
        m_stage.say(other.chat, other.who, m_stage.dice().pick(m_phrases.peerAnswers), false,
                    question);
    });
}

void Crowd::chat(const QString &chat)
{
    const auto who = someoneIn(chat);
    m_stage.say(chat, who.who, m_stage.dice().pick(m_phrases.chatter), false);
}

void Crowd::note(const Event &event)
{
    if (const auto *answer = std::get_if<MessageQueued>(&event.data))
        noteAnswer(event, *answer);
}

/** Who got an answer says thanks, says nothing, or asks on. */
void Crowd::noteAnswer(const Event &event, const MessageQueued &answer)
{
    auto &dice = m_stage.dice();
    const auto asked = findMessage(m_stage.state(), event.group, answer.answers);
    if (!asked || !isFromMember(*asked))
        return;
    const auto chat = event.group.value.section(u'/', 1);
    const Speaker asker{chat, {asked->author.id.section(u'/', 1), asked->author.name,
                               MemberRole::Customer, {}, {}}};
    const auto mood = dice.number(0, 999);
    if (mood < 420)
        sayLater(dice.wait(15, 180), asker, dice.pick(m_phrases.thanks), false);
    else if (mood < 470)
        sayLater(dice.wait(20, 240), asker, wordingOf(dice.pick(m_company.entries)), true);
    else if (mood < 490 && answer.author.kind == AuthorKind::Bot)
        sayLater(dice.wait(20, 120), asker, dice.pick(m_phrases.humanRequests), true);
}

} // namespace quntai
