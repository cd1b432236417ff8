// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/decider.h"
#include "app/backend/decide/gaps.h"
#include "app/backend/decide/utterancememo.h"
#include "app/backend/decide/wordguard.h"
#include "app/backend/language/lessonoverlay.h"
#include "app/backend/language/lexicon.h"
#include "app/backend/language/retriever.h"
#include "app/backend/language/ruleindex.h"

namespace quntai {

/** The language core a decision works with; owned by the Decider. */
struct Core
{
    std::shared_ptr<const Lexicon> lexicon;
    Retriever retriever;
    LessonOverlay lessons;  //!< State::lessons
    RuleIndex rules;        //!< of the entries
    WordGuard guard;  //!< of the policy last observed
    GapIndex gaps;
    QString version;
    mutable UtteranceMemo memo; //!< only saves reading twice

    explicit Core(std::shared_ptr<const Lexicon> words);
};

/** One decision under way: what is so, when, and the events made so far.
 *
 * Lives for one call of Decider::decide or command. Events made are not yet folded into state.
 */
class Scene
{
public:
    Scene(const State &state, const Core &core, Instant now, IdMint &mint)
        : state(state), core(core), now(now), mint(mint)
    {
    }

    void add(const Topic &topic, EventData data);
    void add(const GroupId &group, const TopicId &topic, EventData data);

    const Lexicon &lexicon() const { return *core.lexicon; }
    const GroupState &group(const GroupId &id) const;
    const Topic *topic(const TopicId &id) const;
    /** The group's open topics that are known, in their order. */
    const std::vector<const Topic *> &openTopics(const GroupState &group) const;
    /** What the knowledge base has to say about a question: its rules first, then what people have
     * taught of it, then what is retrieved. */
    Retrieval find(QStringView text, int limit = Retriever::shown) const;
    /** What decides: version and words of the core, and the model that was activated last unless
     * the knowledge has changed since. */
    QString coreVersion() const;
    /** The policy as it is in the group. */
    Policy policyOf(const GroupId &id) const { return policyFor(state.policy, group(id).info); }

    const State &state;
    const Core &core;
    Instant now;
    IdMint &mint;
    QList<NewEvent> events;

private:
    // Of the group asked about last; state does not change under a decision.
    mutable const GroupState *m_openOf = nullptr;
    mutable std::vector<const Topic *> m_open;
};

/** Staff who write as group members, and staff who write as colleagues. */
bool isStaff(const GroupState &group, const Message &message);
bool isStaffMember(const GroupState &group, const MemberId &member);
/** Our account or another bot. */
bool isBotMember(const GroupState &group, const MemberId &member);
/** What a message says: its text, or what was recognised in its attachments. */
QString wordsOf(const Message &message);
/** Messages of a topic in the group's window, oldest first, without notes. */
QList<MessagePtr> messagesOf(const GroupState &group, const TopicId &topic);

} // namespace quntai
