// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/addressing.h"

#include "app/backend/decide/addressingcues.h"
#include "app/backend/decide/composing.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int bar = 500;  // permille for the bot
constexpr int shortestName = 2;
constexpr qsizetype longestJoin = 6;

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

/** 能看见么, and not 什么, 怎么, 那么, which have words of their own or ask nothing. */
bool endsInMe(QStringView text)
{
    static constexpr std::u16string_view otherWords = u"什怎那这多要甚";
    return text.size() > 1 && text.back() == u'么'
        && otherWords.find(text[text.size() - 2].unicode()) == otherWords.npos;
}

/** What a question ends in when it has no other word of one, in Mandarin and around Shanghai. */
bool endsAsking(QStringView letters)
{
    static constexpr std::u16string_view endings = u"不没呢伐咩莫";
    return !letters.isEmpty()
        && (endings.find(letters.back().unicode()) != endings.npos || endsInMe(letters));
}

/** 收走不，还是…: a clause may end so too, if it says enough not to be 要不 or 没. */
bool asksInPassing(QStringView text)
{
    constexpr qsizetype enough = 5;
    qsizetype letters = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool ends = !text[at].isLetterOrNumber() && letters >= enough;
        if (ends && u"不伐咩莫"_s.contains(text[at - 1]) && text[at - 2] != u'要')
            return true;
        if (ends && endsInMe(text.first(at)))
            return true;
        letters = text[at].isLetterOrNumber() ? letters + 1 : 0;
    }
    return false;
}

/** 不会坏了吧, 明天能到对吧: wants to hear a yes. */
bool asksForYes(const QString &text)
{
    if (!text.contains(u'吧'))
        return false;
    static const QRegularExpression words(u"不会[^,.!?;]*吧|(?:对|是|没事|来得及|正常)吧(?:[,.!?; ]|$)"_s);
    return words.match(text).hasMatch();
}

/** 是四杯还是六杯: one or the other. */
bool asksWhich(QStringView text)
{
    static constexpr std::u16string_view notIs = u"还但可不就要只总老";
    const auto other = text.indexOf(u"还是"_s);
    for (auto at = text.first(std::max<qsizetype>(other, 0)).lastIndexOf(u'是'); at >= 0;
         at = at == 0 ? -1 : text.lastIndexOf(u'是', at - 1)) {
        const bool isVerb = at == 0 || notIs.find(text[at - 1].unicode()) == notIs.npos;
        if (isVerb && at + 1 < other && !text.sliced(at, other - at).contains(u','))
            return true;
    }
    return false;
}

/** 算不算, 够不够, 到没到. */
bool asksByChoice(QStringView text)
{
    for (qsizetype at = 1; at + 1 < text.size(); ++at) {
        if ((text[at] == u'不' || text[at] == u'没') && text[at - 1] == text[at + 1]
            && isHan(text[at - 1]))
            return true;
    }
    return false;
}

/** "同，我的也没到": joins in, and says with what. */
bool joinsFirst(const Lexicon &lexicon, const QString &normal)
{
    const auto end = normal.indexOf(u',');
    if (end <= 0 || end > longestJoin)
        return false;
    const auto first = normal.first(end);
    const auto rest = QStringView(normal).sliced(end);
    return (first == u"同"_s || lexicon.meToos.contains(first)) && rest.contains(u'也')
        && !lexicon.questions.occursIn(rest);
}

/** "没有破的", "没坏", "不错": all is well. "有没有破的" asks. Length of it at that place; 0: not so. */
int allWellAt(const Lexicon &lexicon, QStringView text, qsizetype at)
{
    static constexpr std::u16string_view asks = u"有是能会";
    if (at > 0 && asks.find(text[at - 1].unicode()) != asks.npos)
        return 0;
    for (const QStringView no : {u"没有", u"没", u"未", u"无", u"不"}) {
        if (!text.sliced(at).startsWith(no))
            continue;
        const auto fault = lexicon.faults.longestAt(text, at + no.size());
        return fault ? int(no.size()) + fault->length : 0;
    }
    return 0;
}

/** Tells what is wrong or wanted, and not only that nothing is. */
bool tellsRequest(const Lexicon &lexicon, const QString &normal)
{
    if (!lexicon.faults.occursIn(normal))
        return lexicon.requests.occursIn(normal);
    for (qsizetype at = 0; at < normal.size();) {
        const int well = allWellAt(lexicon, normal, at);
        if (well == 0
            && (lexicon.requests.longestAt(normal, at) || lexicon.faults.longestAt(normal, at)))
            return true;
        at += std::max(well, 1);
    }
    return false;
}

/** "人工客服几点下班": asks about people, not for one. */
bool asksAboutHours(const QString &normal)
{
    static const QRegularExpression hours(
        u"(?:人工|真人|客服)[^,.!?;]{0,8}(?:几点|上班|下班|工作时间|服务时间|休息)"_s);
    static const QRegularExpression demands(u"[转接叫找换]|安排|来个|没人|不要机器人"_s);
    return hours.match(normal).hasMatch() && !demands.match(normal).hasMatch();
}

class Judge
{
public:
    Judge(const Scene &scene, const Message &message, const Standing &standing,
          const Retrieval &found, int emotion)
        : m_scene(scene), m_group(scene.group(message.group)), m_message(message),
          m_standing(standing), m_open(standing.open), m_found(found), m_emotion(emotion),
          m_text(wordsOf(message)),
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
        if (m_open && isMeToo(m_scene.lexicon(), m_normal))
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
        setShares();
        return m_result;
    }

    void setShares()
    {
        auto &shares = m_result.shares;
        shares = {};
        const int certainty = m_result.certainty;
        switch (m_result.addressee) {
        case Addressee::Bot: shares.bot = certainty; break;
        case Addressee::Staff: shares.staff = certainty; break;
        case Addressee::Member: shares.member = certainty; break;
        case Addressee::Nobody: shares.nobody = certainty; break;
        }
        (m_result.addressee == Addressee::Nobody ? shares.bot : shares.nobody) += 1000 - certainty;
    }

    void readForm()
    {
        const auto &lexicon = m_scene.lexicon();
        const auto letters = lettersOf(m_normal);
        m_result.acknowledgement = lexicon.acknowledgements.contains(letters);
        m_result.humanRequest = asksForPerson(m_scene, m_normal);
        m_result.question = isQuestion(lexicon, m_normal);
        m_result.request = tellsRequest(lexicon, m_normal);
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
        return isCalled(botName(m_scene, m_message.group))
            || std::ranges::any_of(m_group.members, [&](const Member &member) {
            return member.role == MemberRole::Bot && (named(member) || isCalled(member.name));
        });
    }

    bool namesStaff() const
    {
        // Groups have hundreds of members, and few messages call one.
        return m_text.contains(u'@') && std::ranges::any_of(m_group.members, [&](const Member &one) {
            return one.role == MemberRole::Staff && named(one);
        });
    }

    bool named(const Member &member) const
    {
        return member.name.size() >= shortestName && m_text.contains(u'@' + member.name);
    }

    /** "小禾，…" or "小禾小禾": a text that begins with the name alone. */
    bool isCalled(const QString &name) const
    {
        const auto text = m_text.trimmed();
        if (name.size() < shortestName || !text.startsWith(name))
            return false;
        const auto rest = text.sliced(name.size());
        // "小禾：瑟瑟发抖" puts words into its mouth.
        const bool speaksFor = rest.startsWith(u'：') || rest.startsWith(u':');
        if (speaksFor && !m_result.question && !m_result.request)
            return false;
        return rest.isEmpty() || rest.startsWith(name) || !rest[0].isLetterOrNumber();
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
        if (namesStaff()) {
            settle(Addressee::Staff, 850, u"names_staff"_s);
            return true;
        }
        return quotesPerson();
    }

    bool quotesPerson()
    {
        const auto quoted = findMessage(m_scene.state, m_message.group, m_message.quote);
        if (!quoted || quoted->author.id == m_message.author.id)
            return false;
        if (isStaff(m_group, *quoted) && isRemarkOn(*quoted)) {
            settle(Addressee::Nobody, 750, u"quote_staff"_s);
            return true;
        }
        if (isStaff(m_group, *quoted)) {
            settle(Addressee::Staff, 850, u"quote_staff"_s);
            return true;
        }
        if (asksOnWith(*quoted)) {
            settle(Addressee::Bot, 700, u"follows_on"_s);
            return true;
        }
        if (m_result.question || m_result.humanRequest)
            return false;
        settle(Addressee::Member, 750, u"quote_member"_s);
        return true;
    }

    /** "那化开没用完的怎么弄", to a question a neighbour asked the bot, and not to the neighbour. */
    bool asksOnWith(const Message &quoted) const
    {
        const auto *topic = m_scene.topic(quoted.topic);
        const bool isAsked = topic && !hasEnded(*topic) && quoted.verdict
            && quoted.verdict->addressee == Addressee::Bot;
        return isAsked && m_result.question && !m_normal.contains(u'你')
            && (m_scene.lexicon().elliptics.longestAt(m_normal, 0)
                || lettersOf(m_normal).endsWith(u'呢'));
    }

    /** A bystander's: neither asks nor wants anything, and has asked nothing there. */
    bool isRemarkOn(const Message &quoted) const
    {
        const auto *topic = m_scene.topic(quoted.topic);
        return !m_result.question && !m_result.request && !m_result.humanRequest
            && !(topic && topic->askers.contains(MemberId{m_message.author.id}));
    }

    void weigh()
    {
        const auto cues = addressingCues(
            m_scene, {m_message, m_standing, m_found, m_emotion, m_normal, m_result});
        for (const auto &cue : cues) {
            if (!m_result.why.contains(cue) && !isInner(cue))
                m_result.why.append(cue);
        }
        const int share = botShareOf(m_scene.lexicon(), cues);
        const bool toBot = share >= bar;
        const bool called = cues.contains(u"calls_person"_s) || cues.contains(u"talks_to_you"_s);
        // To a member or to nobody: talk either way.
        m_result.addressee = toBot ? Addressee::Bot : Addressee::Nobody;
        m_result.certainty = toBot ? share : 1000 - share;
        m_result.shares = {share, 0, called ? 1000 - share : 0, called ? 0 : 1000 - share};
        // "老班长晚安" is no part of what its author asked.
        m_result.belongs
            = m_open && (toBot || m_result.question || m_result.request
                         || !cues.contains(u"calls_person"_s));
        if (!toBot)
            m_result.why.prepend(u"no_question"_s);
    }

    const Scene &m_scene;
    const GroupState &m_group;
    const Message &m_message;
    const Standing &m_standing;
    const Topic *m_open;
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

bool isQuestion(const Lexicon &lexicon, const QString &normal)
{
    return lexicon.questions.occursIn(normal) || endsAsking(lettersOf(normal))
        || asksByChoice(normal) || asksInPassing(normal) || asksWhich(normal)
        || asksForYes(normal);
}

bool isMeToo(const Lexicon &lexicon, const QString &normal)
{
    return lexicon.meToos.contains(normal) || lexicon.meToos.contains(lettersOf(normal))
        || joinsFirst(lexicon, normal);
}

bool asksForPerson(const Scene &scene, QStringView text)
{
    const auto normal = normalise(text, scene.lexicon()).text;
    if (scene.lexicon().humanRequests.occursIn(normal))
        return !asksAboutHours(normal);
    return std::ranges::any_of(scene.state.policy.humanWords, [&](const QString &word) {
        return !word.isEmpty() && normal.contains(normalise(word, scene.lexicon()).text);
    });
}

} // namespace quntai
