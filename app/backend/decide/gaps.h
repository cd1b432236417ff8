// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/similarity.h"
#include "models/domain/events.h"
#include "models/domain/state.h"

#include <QMap>

#include <vector>

namespace quntai {

class Scene;

/** The questions of the gaps, read for comparing, so that a new question is compared closely with
 * the few gaps it resembles. A function of State::gaps, kept from event to event; at most
 * Gap::kept × Gap::mostSamples questions, some 2 MiB. */
class GapIndex
{
public:
    void reset(const State &state, const Lexicon &lexicon);
    void observe(const State &state, const Event &event, const Lexicon &lexicon);

    /** The gap whose questions are on average most surely the same as this one; empty: none is sure
     * enough. */
    GapId find(const State &state, const QString &question, const Lexicon &lexicon) const;

private:
    void refresh(const State &state, const GapId &gap, const Lexicon &lexicon);
    void forgetGone(const State &state);

    QMap<GapId, std::vector<Gist>> m_gists;
};

/** A question to us that no entry answers counts for its gap, or opens one. */
void noteGap(Scene &scene, const Message &message, const Verdict &verdict);

} // namespace quntai
