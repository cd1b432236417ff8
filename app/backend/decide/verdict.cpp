// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/verdict.h"

#include "app/backend/decide/compliance.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/discretion.h"
#include "app/backend/decide/escalation.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/lookups.h"
#include "app/backend/decide/promises.h"
#include "app/backend/decide/slots.h"
#include "app/backend/language/normalise.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int sureStatement = 800;
constexpr qint64 sameBreathMs = 30 * 1000;
constexpr qint64 staffActiveMs = 10 * 60 * 1000;
constexpr int mostClarifications = 2;
constexpr int choiceFrom = 250;   // a candidate below this is not worth offering
constexpr int outOfScopeFrom = 600;
constexpr int riskFrom = 800;     // permille of what else makes a question one of its category
constexpr int upsetFrom = 40;
constexpr int meantFrom = 600;    // permille for the bot: so sure a question is not left silent

class Decide
{
public:
    Decide(const Scene &scene, const Message &message, const Topic *topic,
           const Addressing &addressing, const Understanding &understanding)
        : m_scene(scene), m_policy(scene.policyOf(message.group)),
          m_group(scene.group(message.group)), m_mode(modeFor(scene.state.policy, m_group.info)),
          m_message(message), m_topic(topic), m_addressing(addressing), m_read(understanding),
          m_best(bestOf(scene, understanding)),
          m_stance(stanceOn(m_policy, m_group.info, m_best.category))
    {
    }

    Decision decide()
    {
        fillVerdict();
        if (!isOurTurn())
            return m_decision;
        weighNeed();
        judge();
        holdBack();
        return m_decision;
    }

private:
    static Entry bestOf(const Scene &scene, const Understanding &read)
    {
        return read.found.candidates.isEmpty()
            ? Entry{}
            : scene.state.entries.value(read.found.candidates.first().entry);
    }

    Decision judge()
    {
        if (m_mode == BotMode::Silent)
            return m_need.isReached ? escalate() : keepSilent(u"silent_mode"_s);
        if (m_addressing.unsolved)
            return escalateFor(Reason::Unsolved, wordsOf(m_message).simplified().left(80));
        if (m_need.isReached)
            return escalate();
        // Each alone is alarm enough: a template would only make it worse.
        if (m_read.emotion >= m_policy.emotionAlert)
            return escalateFor(Reason::Emotion, QString::number(m_read.emotion));
        if (m_read.repeats >= m_policy.repeatsAlert)
            return escalateFor(Reason::Repeats, u"×%1"_s.arg(m_read.repeats + 1));
        if (const auto *promise = promiseAskedFor(m_scene, m_message))
            return tellPromise(*promise);
        if (isMereStatement())
            return oweNothing(u"statement"_s);
        if (isCategoryHit() && m_stance.mode == CategoryMode::Silent)
            return keepSilent(u"silent_category"_s);
        if (isCategoryHit() && m_stance.mode == CategoryMode::Escalate)
            return escalateFor(Reason::Category, m_best.category);
        if (m_read.found.confidence >= m_stance.answerThreshold)
            return answer();
        if (isCategoryHit() && m_read.found.outOfScope < outOfScopeFrom)
            return clarify(didYouMean(offered()));
        return notUnderstood();
    }

    /** Where a person looks first, and while the stop switch is on, what would be said waits. */
    void holdBack()
    {
        const auto action = m_decision.verdict.action;
        if (action != Action::Answer && action != Action::Clarify)
            return;
        keepPrivate();
        if (m_policy.stopped)
            review(Reason::ReviewMode, u"stopped"_s);
        else if (m_mode == BotMode::Review)
            review(Reason::ReviewMode, m_group.info.name);
        else if (action == Action::Answer && m_stance.mode == CategoryMode::Review)
            review(Reason::Category, m_best.category);
    }

    /** The group reads it without what concerns the asker alone; a person sends them that. */
    void keepPrivate()
    {
        const auto parts = divided(m_scene, m_message.group, {{m_message.author.id}},
                                   m_decision.text);
        if (parts.kind.isEmpty())
            return;
        m_decision.text = parts.shown;
        m_decision.aside = parts.aside;
        m_decision.verdict.reasons.append({Reason::Privacy, 0, parts.kind});
    }

    void fillVerdict()
    {
        auto &verdict = m_decision.verdict;
        verdict.addressee = m_addressing.addressee;
        verdict.addressing = m_addressing.certainty;
        verdict.addressingWhy = m_addressing.why;
        verdict.addressees = m_addressing.shares;
        if (!m_read.context.isEmpty() && !verdict.addressingWhy.contains(m_read.context))
            verdict.addressingWhy.append(m_read.context);
        if (m_topic && !m_topic->handover.isEmpty())
            verdict.addressingWhy.append(u"after_handback"_s);
        noteTold();
        verdict.query = m_read.found.query;
        verdict.candidates = m_read.found.candidates;
        verdict.confidence = m_read.found.confidence;
        verdict.threshold = m_stance.answerThreshold;
        verdict.outOfScope = m_read.found.outOfScope;
        verdict.emotion = m_read.emotion;
        verdict.emotionTrend = m_read.emotionTrend;
        verdict.emotionSpans = m_read.emotionSpans;
        verdict.repeats = m_read.repeats;
        verdict.escalationThreshold = m_policy.escalationThreshold;
        verdict.core = m_scene.coreVersion();
    }

    /** What the message tells of slots: of the entry it is near to, else of the one in talk. */
    void noteTold()
    {
        if (!m_topic && m_addressing.addressee != Addressee::Bot)
            return;
        const auto *awaited = awaitedFrom(m_topic, m_message);
        const auto entry = isCategoryHit() ? m_best
            : m_topic                      ? entryInTalk(m_scene, *m_topic, m_message)
                                           : Entry{};
        const bool answers = awaited && awaited->entry == entry.id && !m_addressing.acknowledgement;
        m_decision.verdict.slots_
            = slotsIn(m_scene, m_message, entry, answers ? awaited->slot : QString());
    }

    void weighNeed()
    {
        const NeedInput input{.addressing = m_addressing,
                              .found = m_read.found,
                              .emotion = m_read.emotion,
                              .emotionTrend = m_read.emotionTrend,
                              .repeats = m_read.repeats,
                              .highRisk = isHighRisk() && mayBeRisk(),
                              .stance = m_stance,
                              .owesAnswer = m_addressing.question || m_addressing.explicitly};
        m_need = needOf(m_scene, m_message, m_topic, input);
        m_decision.verdict.escalation = m_need.score;
        m_decision.verdict.reasons = m_need.parts;
    }

    /** What was asked is near enough to the best entry for its category's rules to hold. */
    bool isCategoryHit() const
    {
        return !m_read.found.candidates.isEmpty()
            && m_read.found.confidence >= m_stance.clarifyThreshold;
    }

    /** Where somebody may come to harm a weaker likeness will do. */
    bool mayBeRisk() const
    {
        return !m_read.found.candidates.isEmpty() && m_read.found.outOfScope < outOfScopeFrom
            && m_read.found.confidence * 1000 >= m_stance.clarifyThreshold * riskFrom;
    }

    bool isHighRisk() const { return m_best.risk == Risk::High || m_stance.highRisk; }

    Decision keepSilent(const QString &why)
    {
        m_decision.verdict.action = Action::Silent;
        m_decision.verdict.addressingWhy.append(why);
        return m_decision;
    }

    Decision oweNothing(const QString &why)
    {
        m_decision.verdict.addressee = Addressee::Nobody;
        return keepSilent(why);
    }

    void acknowledge()
    {
        m_decision.verdict.addressee = Addressee::Nobody;
        m_decision.verdict.action = Action::Silent;
        if (!m_topic)
            m_decision.verdict.action = Action::Fold;
    }

    /** False when the bot has no business here; the verdict then says why. */
    bool isOurTurn()
    {
        if (m_addressing.acknowledgement && !m_addressing.humanRequest)
            acknowledge();
        else if (m_topic && isWithPeople(*m_topic))
            keepSilent(m_topic->lease ? u"leased"_s : u"escalated"_s);
        else if (m_addressing.addressee != Addressee::Bot)
            m_decision.verdict.action = m_topic || m_addressing.addressee == Addressee::Staff
                ? Action::Silent
                : Action::Fold;
        else if (isStaffActive())
            keepSilent(u"staff_active"_s);
        else
            return true;
        return false;
    }

    /** A colleague answers by phone: the bot does not talk into it unless it is called. */
    bool isStaffActive() const
    {
        if (!m_topic || m_addressing.explicitly)
            return false;
        return std::ranges::any_of(messagesOf(m_group, m_topic->id), [&](const MessagePtr &other) {
            return isStaff(m_group, *other) && m_scene.now.ms - other->at.ms <= staffActiveMs
                && other->delivery == Delivery::Received;
        });
    }

    /** Told in passing, in a topic that is under way. A problem plainly told is a question. */
    bool isMereStatement() const
    {
        if (m_addressing.question || m_addressing.explicitly || !m_topic
            || !m_read.context.isEmpty() || m_read.emotion >= upsetFrom)
            return false;
        return m_read.isElliptic || !m_addressing.request
            || m_read.found.confidence < sureStatement;
    }

    /** Raises the sum to the threshold by what made it necessary, so that the numbers add up. */
    Decision escalateFor(Reason reason, const QString &detail)
    {
        auto &verdict = m_decision.verdict;
        const int lacking = std::max(0, m_policy.escalationThreshold - verdict.escalation);
        const auto known = std::ranges::find(verdict.reasons, reason, &ReasonPart::reason);
        if (known != verdict.reasons.end())
            known->weight += lacking;
        else
            verdict.reasons.append({reason, lacking, detail});
        std::ranges::stable_sort(verdict.reasons, std::ranges::greater{}, &ReasonPart::weight);
        verdict.escalation += lacking;
        return escalate();
    }

    Decision escalate()
    {
        m_decision.verdict.action = Action::Escalate;
        m_decision.text.clear();
        m_decision.verdict.asksFor.clear();
        return m_decision;
    }

    Decision answer()
    {
        const auto &entry = m_best;
        if (const auto *before = answeredWith(entry)) {
            // Asked once more before the answer could be read.
            if (m_scene.now.ms - before->at.ms < sameBreathMs || correctsItself())
                return oweNothing(u"just_answered"_s);
            return escalateFor(Reason::Repeats, entry.question);
        }
        const auto told = slotsFor(m_scene, m_message, entry, m_topic);
        if (const auto *slot = missingSlot(m_scene, m_message, entry, told))
            return ask(*slot);
        const auto stand = lookupStand(m_scene, m_message, entry, m_topic, orderTold(told));
        if (!stand.isKnown)
            return stand.lack == LookupLack::None ? lookUp(stand.ask) : without(entry, stand.lack);
        const auto filled = fill(m_scene, entry, m_message, m_topic);
        if (const auto *promise = promiseAgainst(m_scene, m_message, filled.text))
            return escalateFor(Reason::Promise, promise->text);
        if (!filled.missing.isEmpty())
            return clarifications() > 0 || !ordersNamed(m_scene, m_message, m_topic).isEmpty()
                ? escalateFor(Reason::LowConfidence, filled.missing.join(u'、'))
                : ask({orderSlot(), {}, SlotKind::Order, {}});
        m_decision.text = filled.text;
        m_decision.entry = entry.id;
        m_decision.entryVersion = entry.version;
        m_decision.verdict.action = Action::Answer;
        if (const auto breach = wordIn(filled.text))
            review(Reason::SensitiveWord, breach->word);
        else if (isHighRisk())
            review(Reason::HighRisk, entry.category);
        return m_decision;
    }

    /** What a colleague promised comes before what an entry says: the bot repeats it once. After
     * that, and once it is overdue, a person has to say more. */
    Decision tellPromise(const Promise &promise)
    {
        const auto text = promiseText(m_scene, promise);
        if (isOverdue(promise, m_scene.now) || wasSaid(text))
            return escalateFor(Reason::Promise, promise.text);
        m_decision.text = text;
        m_decision.verdict.action = Action::Answer;
        m_decision.verdict.addressingWhy.append(u"promise"_s);
        if (const auto breach = wordIn(text))
            review(Reason::SensitiveWord, breach->word);
        return m_decision;
    }

    bool wasSaid(const QString &text) const
    {
        return std::ranges::any_of(m_group.recent, [&](const MessagePtr &other) {
            return other->author.kind == AuthorKind::Bot && other->text.endsWith(text);
        });
    }

    /** The order they mean: told as a slot, or named in the topic. */
    QString orderTold(const QMap<QString, QString> &told) const
    {
        return told.value(orderSlot(), ordersNamed(m_scene, m_message, m_topic).value(0));
    }

    /** Nothing is said before it is known; ask: nothing when it is on its way. */
    Decision lookUp(const std::optional<Lookup> &ask)
    {
        m_decision.verdict.action = Action::Act;
        m_decision.lookup = ask;
        m_decision.entry = m_best.id;
        m_decision.entryVersion = m_best.version;
        return m_decision;
    }

    /** What the entry says when nothing is to be had, else a person. */
    Decision without(const Entry &entry, LookupLack lack)
    {
        auto instead = entry;
        instead.answer = entry.fallback;
        const auto filled = fill(m_scene, instead, m_message, m_topic);
        const bool canSay = !entry.fallback.trimmed().isEmpty() && filled.missing.isEmpty()
            && !wordIn(filled.text);
        if (!canSay)
            return escalateFor(Reason::Lookup, wordOfLack(lack));
        m_decision.verdict.reasons.append({Reason::Lookup, 0, wordOfLack(lack)});
        m_decision.verdict.action = Action::Answer;
        m_decision.text = filled.text;
        m_decision.entry = entry.id;
        m_decision.entryVersion = entry.version;
        return m_decision;
    }

    /** The bot's own text is looked at by a person also where people would only be warned. */
    std::optional<Breach> wordIn(const QString &text) const
    {
        const auto blocks = breachIn(m_scene, text, WordAction::Block);
        return blocks ? blocks : breachIn(m_scene, text, WordAction::Warn);
    }

    void review(Reason reason, const QString &detail)
    {
        auto &verdict = m_decision.verdict;
        verdict.action = Action::Review;
        m_decision.reviewReason = reason;
        if (std::ranges::find(verdict.reasons, reason, &ReasonPart::reason)
            == verdict.reasons.end())
            verdict.reasons.append({reason, 0, detail});
    }

    /** The answer is another one than before: an order's state moves on, a slot was told anew. */
    bool isFilledAnew(const Entry &entry) const
    {
        const auto before = slotsBefore(m_topic, {m_message.author.id});
        const auto isNew = [&](const Slot &slot) {
            const auto now = m_decision.verdict.slots_.value(slot.name);
            return !now.isEmpty() && now != before.value(slot.name);
        };
        return entry.answer.contains(u"{{订单"_s) || std::ranges::any_of(entry.slots_, isNew);
    }

    /** "打错字了，是积分": says the same again in right words. */
    bool correctsItself() const
    {
        static const QRegularExpression words(
            u"^[,.!~ ]*(?:哦|啊|不好意思)?[, ]*(?:我)?(?:打|写|说|输|发|按)错(?:字|了)"_s);
        return words.match(normalise(wordsOf(m_message), m_scene.lexicon()).text).hasMatch();
    }

    /** This asker has had this very answer in this topic: saying it again helps nobody. */
    const Answered *answeredWith(const Entry &entry) const
    {
        if (!m_topic || isFilledAnew(entry))
            return nullptr;
        const auto &answered = m_topic->answered;
        const auto same = std::find_if(answered.crbegin(), answered.crend(), [&](const auto &one) {
            return one.entry == entry.id && one.entryVersion == entry.version
                && one.askers.contains(MemberId{m_message.author.id});
        });
        return same == answered.crend() ? nullptr : &*same;
    }

    QList<Candidate> offered() const
    {
        QList<Candidate> choices;
        for (const auto &candidate : m_read.found.candidates) {
            if (choices.isEmpty() || candidate.score >= choiceFrom)
                choices.append(candidate);
        }
        return choices;
    }

    qsizetype clarifications() const { return m_topic ? m_topic->clarifications.size() : 0; }

    Decision ask(const Slot &slot)
    {
        m_decision.verdict.asksFor = slot.name;
        return clarify(askFor(slot));
    }

    Decision clarify(const QString &text)
    {
        if (clarifications() >= mostClarifications)
            return escalateFor(Reason::LowConfidence, u"%1‰"_s.arg(m_read.found.confidence));
        m_decision.verdict.action = Action::Clarify;
        m_decision.text = text;
        return m_decision;
    }

    /** Too little for an answer. Who called the bot, stands in a talk with it, surely means it, or
     * asks or complains of what the base has something like is asked once; after that, and after a
     * person handed back, it takes a person. */
    Decision notUnderstood()
    {
        const auto choices = offered();
        const bool worth = !choices.isEmpty() && choices.first().score >= choiceFrom;
        const bool meant = m_addressing.explicitly || m_topic || m_read.emotion >= upsetFrom
            || (m_addressing.question && m_addressing.certainty >= meantFrom)
            || (worth && (m_addressing.question || m_addressing.request)
                && m_read.found.outOfScope < outOfScopeFrom);
        if (!meant)
            return keepSilent(u"unsure"_s);
        const bool handedBack = m_topic && !m_topic->handover.isEmpty();
        const auto reason = m_read.found.candidates.isEmpty() ? Reason::OutOfScope
                                                               : Reason::LowConfidence;
        if (handedBack || clarifications() > 0 || m_read.emotion >= upsetFrom)
            return escalateFor(reason, u"%1‰"_s.arg(m_read.found.confidence));
        return clarify(worth ? didYouMean(choices) : askForMore());
    }

    const Scene &m_scene;
    const Policy m_policy;  //!< as it is in the group
    const GroupState &m_group;
    const BotMode m_mode;
    const Message &m_message;
    const Topic *m_topic;
    const Addressing &m_addressing;
    const Understanding &m_read;
    const Entry m_best;  //!< the entry nearest to the question; empty when there is none
    const CategoryStance m_stance;
    Need m_need;
    Decision m_decision;
};

} // namespace

Decision decisionFor(const Scene &scene, const Message &message, const Topic *topic,
                     const Addressing &addressing, const Understanding &understanding)
{
    return Decide(scene, message, topic, addressing, understanding).decide();
}

} // namespace quntai
