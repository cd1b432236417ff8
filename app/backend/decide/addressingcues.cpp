// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/addressingcues.h"

#include "app/backend/decide/calling.h"
#include "app/backend/decide/understanding.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>
#include <span>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int followsFrom = 600;
constexpr int sureFrom = 800;
constexpr int upsetFrom = 40;
constexpr int outOfScopeFrom = 600;
constexpr qsizetype shortUpTo = 4;
constexpr qsizetype longFrom = 20;
// Questions are longer and less even-tempered than talk.
constexpr int lengthSteps[] = {8, 12, 16};
constexpr int moodSteps[] = {15, 25};
constexpr qint64 amidMs = 90 * 1000;
// Who asks so asks the neighbours, not the company; whoever knows may be the company.
constexpr QStringView anybody[] = {u"谁家", u"谁有", u"谁捡", u"谁看到", u"谁去", u"谁要",
                                   u"有谁", u"被谁", u"有没有人一起", u"有没有人出",
                                   u"有没有人要"};

// A question to the whole group is announced; talk among neighbours is not.
constexpr QStringView openers[] = {u"请问", u"请教", u"想问", u"求问", u"弱弱问", u"弱弱地问",
                                   u"弱弱的问", u"弱弱滴问", u"问一下", u"问下", u"问一句",
                                   u"问句", u"问个", u"咨询", u"求助", u"求解"};

class Cues
{
public:
    Cues(const Scene &scene, const CueInput &input)
        : m_scene(scene), m_lexicon(scene.lexicon()), m_group(scene.group(input.message.group)),
          m_input(input)
    {
    }

    QStringList gather()
    {
        ofQuestion();
        ofStanding();
        ofWords();
        return m_cues;
    }

private:
    void add(bool so, const QString &cue)
    {
        if (so)
            m_cues.append(cue);
    }

    void ofQuestion()
    {
        const auto policy = m_scene.policyOf(m_input.message.group);
        const auto &found = m_input.found;
        const bool known = found.confidence >= policy.answerThreshold;
        const bool sure = found.confidence >= sureFrom;
        add(m_input.form.humanRequest, u"human_request"_s);
        add(m_input.form.question, u"question"_s);
        add(!found.candidates.isEmpty()
                && found.candidates.first().signals_.value(u"rule"_s) > 0, u"rule"_s);
        add(known, u"known_question"_s);
        add(!found.candidates.isEmpty()
                && found.candidates.first().signals_.value(u"exact"_s) > 0, u"own_words"_s);
        add(sure && m_input.form.request && isCustomer(), u"problem_told"_s);
        add(!known && found.confidence >= policy.clarifyThreshold, u"near_question"_s);
        add(found.outOfScope >= outOfScopeFrom, u"nothing_known"_s);
        add(m_input.form.request, u"wish"_s);
    }

    void ofStanding()
    {
        const auto *open = m_input.standing.open;
        add(open != nullptr, u"open_topic"_s);
        add(m_input.standing.followsBot >= followsFrom, u"follows_bot"_s);
        add(open && botAsked(*open), u"bot_asked"_s);
        add(isAmidTalk(), u"amid_talk"_s);
    }

    void ofWords()
    {
        const auto &text = m_input.normal;
        const auto letters = lettersOf(text).size();
        add(m_input.emotion >= upsetFrom, u"upset"_s);
        add(!entitiesOf(text).orders.isEmpty(), u"order_number"_s);
        add(m_lexicon.companyWords.occursIn(text), u"company"_s);
        add(m_lexicon.ownWords.occursIn(text), u"mine"_s);
        add(m_lexicon.laughter.occursIn(text), u"laughs"_s);
        const auto called = callsOfMembers();
        add(called.anywhere || callsByTitle(), u"calls_person"_s);
        add(called.first, u"calls_first"_s);
        add(answersWhose() || hasOneOf(anybody), u"asks_anybody"_s);
        add(m_input.form.question && hasOneOf(openers), u"asks_openly"_s);
        add(speaksToOne(m_lexicon, text), u"talks_to_you"_s);
        add(m_lexicon.elliptics.longestAt(text, 0).has_value(), u"follows_on"_s);
        add(letters <= shortUpTo, u"short"_s);
        add(letters >= longFrom, u"long"_s);
        // What the base knows needs no length to be told from talk.
        const auto known
            = m_scene.policyOf(m_input.message.group).answerThreshold <= m_input.found.confidence;
        for (const int step : lengthSteps)
            add(!known && letters >= step, u"letters_%1"_s.arg(step));
        for (const int step : moodSteps)
            add(m_input.emotion >= step, u"mood_%1"_s.arg(step));
    }

    /** The group's owner announces more than they ask. */
    bool isCustomer() const
    {
        return m_group.members.value({m_input.message.author.id}).role == MemberRole::Customer;
    }

    bool botAsked(const Topic &topic) const
    {
        const auto last = lastOfBot(m_group, topic.id);
        return last && last->entry.isEmpty() && !last->answers.isEmpty();
    }

    /** Another member has just said something that belongs to no topic. */
    bool isAmidTalk() const
    {
        for (auto at = m_group.recent.crbegin(); at != m_group.recent.crend(); ++at) {
            const auto &other = **at;
            if (other.id == m_input.message.id || other.internal)
                continue;
            return isFromMember(other) && other.topic.isEmpty()
                && other.author.id != m_input.message.author.id
                && m_scene.now.ms - other.at.ms <= amidMs;
        }
        return false;
    }

    /** "吴姐", "张师傅": a name and what people are called by. */
    bool callsByTitle() const
    {
        const auto &text = m_input.normal;
        for (qsizetype at = 1; at < text.size(); ++at) {
            if (isHan(text[at - 1]) && m_lexicon.addressWords.longestAt(text, at))
                return true;
        }
        return false;
    }

    bool hasOneOf(std::span<const QStringView> words) const
    {
        return std::ranges::any_of(
            words, [&](QStringView word) { return m_input.normal.contains(word); });
    }

    /** "我的！…" after "谁家的排骨啊": a neighbour has found what is theirs. */
    bool answersWhose() const
    {
        const auto &text = m_input.normal;
        return (text.startsWith(u"我的"_s) || text.startsWith(u"我家的"_s) || text.startsWith(u"是我的"_s))
            && u"!,.~ "_s.contains(text.sliced(text.indexOf(u'的') + 1).left(1))
            && isAmidTalk();
    }

    struct Called
    {
        bool anywhere = false;
        bool first = false;
    };

    /** By their nicknames; "小鱼妈妈-2幢" is called without where she lives, "财务-孟孟" without what
     * she does. One look at the members for both, in views: groups have hundreds. */
    Called callsOfMembers() const
    {
        const QStringView text(m_input.normal);
        Called called;
        for (const auto &member : m_group.members) {
            const QStringView whole(member.name);
            const auto end = whole.indexOf(u'-');
            const auto name = end < 0 ? whole : whole.first(end);
            if (name.size() < 2 || member.role == MemberRole::Bot)
                continue;
            const bool begins = beginsCalling(m_lexicon, text, whole);
            if ((!begins && !text.contains(name)) || isAuthor(member))
                continue;
            called.anywhere = true;
            called.first = called.first || begins;
        }
        return called;
    }

    bool isAuthor(const Member &member) const
    {
        return member.id.value == m_input.message.author.id;
    }

    const Scene &m_scene;
    const Lexicon &m_lexicon;
    const GroupState &m_group;
    const CueInput &m_input;
    QStringList m_cues;
};

} // namespace

QStringList addressingCues(const Scene &scene, const CueInput &input)
{
    return Cues(scene, input).gather();
}

bool isInner(const QString &cue)
{
    return cue.startsWith("letters_"_L1) || cue.startsWith("mood_"_L1) || cue == "own_words"_L1
        || cue == "calls_first"_L1 || cue == "asks_openly"_L1 || cue == "asks_anybody"_L1;
}

int botShareOf(const Lexicon &lexicon, const QStringList &cues)
{
    int logit = lexicon.addressingBias;
    for (const auto &cue : cues)
        logit += lexicon.addressing.value(cue);
    return logisticPermille(logit / 1000.0);
}

} // namespace quntai
