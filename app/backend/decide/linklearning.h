// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

#include <array>

namespace quntai {

/** What speaks for a message going on with a topic, permille each; all 0 for a topic of its own. */
struct LinkView
{
    int known = 1000;   //!< it is a topic that goes on already
    int asker = 0;      //!< its author asked in it: 1000
    int alike = 0;      //!< with what is said there
    int recent = 0;     //!< 1000 when it was spoken in just now, half after five minutes
    int newest = 0;     //!< nothing was said elsewhere since: 1000

    using Features = std::array<int, 5>;
    Features features() const { return {known, asker, alike, recent, newest}; }
};

/** How recent a topic is that was spoken in so long ago. */
int recentOf(qint64 ageMs);

/** What people who moved messages have taught of how topics are chosen: a linear correction on top
 * of the rules and the ranker, fitted anew from State::linkLessons each time, so that a lesson taken
 * back leaves nothing behind.
 *
 * The weights are the mean of the lessons' differences, shrunk while there are few: a single move
 * tips little, five of one kind tip most of what may be tipped (strongest). */
class LinkCorrection
{
public:
    explicit LinkCorrection(const QList<LinkLesson> &lessons);

    /** The confidence as corrected; within 0–1000 and at most strongest away. */
    int corrected(int confidence, const LinkView &view) const;

    static constexpr int strongest = 250;  //!< permille

private:
    bool m_isEmpty = true;
    LinkView::Features m_weights{};  // permille
};

/** What putting these messages into a topic teaches; into may be a topic that is made with it. A
 * message put back where it was teaches nothing, and what it taught before is forgotten when the
 * move is folded. At most five lessons. */
QList<LinkLesson> linkLessonsOf(const Scene &scene, const GroupId &group,
                                const QList<MessageId> &moved, const TopicId &into);

} // namespace quntai
