// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/addressing.h"

#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// Points for "this is for the bot", permille. A question the base knows reaches the bar alone;
// form alone does not, in a group full of talk.
constexpr int bar = 500;
constexpr int questionPoints = 250;
constexpr int knownPoints = 350;
constexpr int surePoints = 150;
constexpr int nearPoints = 250;
constexpr int openTopicPoints = 500;
constexpr int upsetPoints = 250;
constexpr int orderPoints = 200;
constexpr int followsPoints = 250;
constexpr int followsFrom = 600;
constexpr int sureFrom = 800;
constexpr int upsetFrom = 40;
constexpr int shortestName = 2;

bool isChatterText(const Lexicon &lexicon, const QString &original, const QString &normal)
{
    const auto letters = lettersOf(normal);
    if (lexicon.chatter.contains(letters) || lexicon.chatter.contains(normal))
        return true;
    if (lexicon.chatterParts.occursIn(original))
        return true;
    const auto trimmed = original.trimmed();
    return std::ranges::any_of(lexicon.chatterPatterns, [&](const QRegularExpression &pattern) {
        return pattern.match(trimmed).hasMatch();
    });
}

class Judge
{
public:
    Judge(const Scene &scene, const Message &message, const Standing &standing,
          const Retrieval &found, int emotion)
        : m_scene(scene), m_group(scene.group(message.group)), m_message(message),
          m_open(standing.open), m_followsBot(standing.followsBot), m_found(found),
          m_emotion(emotion), m_text(wordsOf(message)),
          m_normal(normalise(m_text, scene.lexicon()).text)
    {
    }

    Addressing judge()
    {
        readForm();
        if (toBot() || wordless() || toPeople())
            return m_result;
        if (m_result.acknowledgement)
            return settle(Addressee::Nobody, 900, u"acknowledgement"_s);
        if (m_open && joins())
            return settle(Addressee::Bot, 700, u"me_too"_s);
        if (!m_result.humanRequest && isChatterText(m_scene.lexicon(), m_text, m_normal))
            return settle(Addressee::Nobody, 900, u"chatter"_s);
        weigh();
        return m_result;
    }

private:
    Addressing settle(Addressee addressee, int certainty, const QString &why)
    {
        m_result.addressee = addressee;
        m_result.certainty = certainty;
        m_result.why.prepend(why);
        return m_result;
    }

    void readForm()
    {
        const auto &lexicon = m_scene.lexicon();
        const auto letters = lettersOf(m_normal);
        m_result.acknowledgement = lexicon.acknowledgements.contains(letters);
        m_result.humanRequest = asksForPerson(m_scene, m_normal);
        m_result.question = lexicon.questions.occursIn(m_normal) || letters.endsWith(u'不')
            || letters.endsWith(u'没') || letters.endsWith(u'呢');
        m_result.request = lexicon.requests.occursIn(m_normal);
        if (m_result.humanRequest)
            m_result.why.append(u"human_request"_s);
        if (m_result.question)
            m_result.why.append(u"question"_s);
        if (m_open)
            m_result.why.append(u"open_topic"_s);
    }

    bool toBot()
    {
        if (m_message.mentionsBot || namesBot()) {
            m_result.explicitly = true;
            settle(Addressee::Bot, 1000, m_message.mentionsBot ? u"at_bot"_s : u"names_bot"_s);
            return true;
        }
        const auto quoted = findMessage(m_scene.state, m_message.group, m_message.quote);
        if (!quoted || quoted->author.kind != AuthorKind::Bot)
            return false;
        m_result.explicitly = !m_result.acknowledgement;
        settle(m_result.acknowledgement ? Addressee::Nobody : Addressee::Bot, 950, u"quote_bot"_s);
        return true;
    }

    bool namesBot() const
    {
        return std::ranges::any_of(m_group.members, [&](const Member &member) {
            return member.role == MemberRole::Bot && named(member);
        });
    }

    bool named(const Member &member) const
    {
        return member.name.size() >= shortestName && m_text.contains(u'@' + member.name);
    }

    /** Pictures and stickers without words go with the asker's topic, or are talk. */
    bool wordless()
    {
        if (!lettersOf(m_normal).isEmpty())
            return false;
        const bool carries = m_open && m_message.kind != MessageKind::Text;
        settle(carries ? Addressee::Bot : Addressee::Nobody, 700, u"no_words"_s);
        return true;
    }

    bool toPeople()
    {
        for (const auto &id : m_message.mentions) {
            if (isBotMember(m_group, id))
                continue;
            const bool staff = isStaffMember(m_group, id);
            settle(staff ? Addressee::Staff : Addressee::Member, 950,
                   staff ? u"at_staff"_s : u"at_member"_s);
            return true;
        }
        for (const auto &member : m_group.members) {
            if (member.role == MemberRole::Staff && named(member)) {
                settle(Addressee::Staff, 850, u"names_staff"_s);
                return true;
            }
        }
        return quotesPerson();
    }

    bool quotesPerson()
    {
        const auto quoted = findMessage(m_scene.state, m_message.group, m_message.quote);
        if (!quoted || quoted->author.id == m_message.author.id)
            return false;
        if (isStaff(m_group, *quoted)) {
            settle(Addressee::Staff, 850, u"quote_staff"_s);
            return true;
        }
        if (m_result.question || m_result.humanRequest)
            return false;
        settle(Addressee::Member, 750, u"quote_member"_s);
        return true;
    }

    /** The group's owner announces more than they ask. */
    bool isCustomer() const
    {
        return m_group.members.value({m_message.author.id}).role == MemberRole::Customer;
    }

    bool joins() const
    {
        const auto &meToos = m_scene.lexicon().meToos;
        return meToos.contains(m_normal) || meToos.contains(lettersOf(m_normal));
    }

    void weigh()
    {
        int points = 0;
        const auto count = [&](bool so, int worth, const QString &why) {
            if (!so)
                return;
            points += worth;
            if (!m_result.why.contains(why))
                m_result.why.append(why);
        };
        const auto policy = m_scene.policyOf(m_message.group);
        const bool known = m_found.confidence >= policy.answerThreshold;
        count(m_result.humanRequest, bar, u"human_request"_s);
        count(m_result.question, questionPoints, u"question"_s);
        count(known, knownPoints, u"known_question"_s);
        count(m_found.confidence >= sureFrom && m_result.request && isCustomer(), surePoints,
              u"problem_told"_s);
        count(!known && m_found.confidence >= policy.clarifyThreshold, nearPoints,
              u"near_question"_s);
        count(m_open != nullptr, openTopicPoints, u"open_topic"_s);
        count(m_followsBot >= followsFrom, followsPoints, u"follows_bot"_s);
        count(m_emotion >= upsetFrom, upsetPoints, u"upset"_s);
        count(!entitiesOf(m_normal).orders.isEmpty(), orderPoints, u"order_number"_s);
        m_result.certainty = std::min(points, 1000);
        m_result.addressee = points >= bar ? Addressee::Bot : Addressee::Nobody;
        if (points >= bar)
            return;
        m_result.certainty = 1000 - points;
        m_result.why.prepend(u"no_question"_s);
    }

    const Scene &m_scene;
    const GroupState &m_group;
    const Message &m_message;
    const Topic *m_open;
    int m_followsBot;
    const Retrieval &m_found;
    int m_emotion;
    QString m_text;
    QString m_normal;
    Addressing m_result;
};

} // namespace

Addressing addressingOf(const Scene &scene, const Message &message, const Standing &standing,
                        const Retrieval &found, int emotion)
{
    return Judge(scene, message, standing, found, emotion).judge();
}

bool asksForPerson(const Scene &scene, QStringView text)
{
    const auto normal = normalise(text, scene.lexicon()).text;
    if (scene.lexicon().humanRequests.occursIn(normal))
        return true;
    return std::ranges::any_of(scene.state.policy.humanWords, [&](const QString &word) {
        return !word.isEmpty() && normal.contains(normalise(word, scene.lexicon()).text);
    });
}

} // namespace quntai
