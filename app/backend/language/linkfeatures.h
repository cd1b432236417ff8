// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/utterance.h"

#include <array>
#include <span>
#include <vector>

namespace quntai {

/** Numbers of the features that hold, each below linkFeatureCount, with room for all that can hold
 * at once: a question has a hundred of these, made anew for each message. */
class ActiveFeatures
{
public:
    static constexpr size_t most = 64;

    void push_back(quint16 feature) { m_numbers[m_size++] = feature; }
    /** Adds it or not, without a branch. */
    void push_back_if(bool holds, quint16 feature)
    {
        m_numbers[m_size] = feature;
        m_size += holds;
    }
    const quint16 *begin() const { return m_numbers.data(); }
    const quint16 *end() const { return m_numbers.data() + m_size; }

private:
    std::array<quint16, most + 1> m_numbers;
    quint32 m_size = 0;
};

/** A message that another may continue, with what speaks for that. */
struct LinkCandidate
{
    int at = -1;             //!< place in the window; -1: it continues nothing
    ActiveFeatures features; //!< what holds for this pair only
};

/** All that may be continued by a message. */
struct LinkQuestion
{
    ActiveFeatures shared;                 //!< what holds whichever is chosen
    std::vector<LinkCandidate> candidates; //!< nothing first, then the newest message first
};

/** How many features there are; weights belong to exactly this list. */
extern const int linkFeatureCount;

/** Reads what a message may continue. before: what was said before it, oldest first; the newest
 * linkWindow utterances that are not system lines are candidates. Pure; time linear in the window. */
LinkQuestion linkQuestionOf(std::span<const Utterance *const> before, const Utterance &now);

constexpr int linkWindow = 100;

} // namespace quntai
