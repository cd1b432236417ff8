// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/gaps.h"

#include "app/backend/decide/scene.h"
#include "app/backend/decide/understanding.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/paraphrase.h"
#include "models/domain/privacy.h"

#include <algorithm>
#include <ranges>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int outOfScopeFrom = 600;
constexpr qsizetype fewestLetters = 4;    // "在吗" is no question to learn from
constexpr int resemblesFrom = 150;        // below this, no two questions were found to be the same
constexpr std::size_t comparedGaps = 4;
constexpr int sameFrom = 600;             // mean likeness, permille

bool isNotUnderstood(const Verdict &verdict)
{
    if (verdict.action == Action::Clarify)
        return true;
    if (verdict.action == Action::Silent)
        return verdict.addressingWhy.contains(u"unsure"_s);
    return verdict.action == Action::Escalate
        && std::ranges::any_of(verdict.reasons, [](const ReasonPart &part) {
               return part.reason == Reason::LowConfidence || part.reason == Reason::OutOfScope;
           });
}

bool isUnknown(const Verdict &verdict, const Policy &policy)
{
    return verdict.addressee == Addressee::Bot && isNotUnderstood(verdict)
        && (verdict.outOfScope >= outOfScopeFrom || verdict.confidence < policy.clarifyThreshold);
}

/** An editor needs the question, not whose it is. */
QString masked(QString text)
{
    auto found = personalDataIn(text);
    for (auto at = found.crbegin(); at != found.crend(); ++at)
        text.replace(at->span.start, at->span.length, u"***"_s);
    return text;
}

int likeness(const Gap &gap, const QString &question, const Lexicon &lexicon)
{
    int sum = 0;
    for (const auto &other : gap.samples)
        sum += lexicon.paraphrases->same(question, other.text, lexicon);
    return gap.samples.isEmpty() ? 0 : sum / int(gap.samples.size());
}

} // namespace

void GapIndex::reset(const State &state, const Lexicon &lexicon)
{
    m_gists.clear();
    for (auto gap = state.gaps.keyBegin(); gap != state.gaps.keyEnd(); ++gap)
        refresh(state, *gap, lexicon);
}

void GapIndex::observe(const State &state, const Event &event, const Lexicon &lexicon)
{
    if (std::holds_alternative<DataErased>(event.data) && !state.gaps.isEmpty())
        return reset(state, lexicon);
    const auto *changed = std::get_if<GapChanged>(&event.data);
    if (!changed)
        return;
    refresh(state, changed->gap, lexicon);
    forgetGone(state);
}

void GapIndex::refresh(const State &state, const GapId &gap, const Lexicon &lexicon)
{
    const auto found = state.gaps.constFind(gap);
    if (found == state.gaps.cend())
        return;
    auto &gists = m_gists[gap];
    gists.clear();
    for (const auto &sample : found->samples)
        gists.push_back(gistOf(sample.text, lexicon));
}

void GapIndex::forgetGone(const State &state)
{
    if (m_gists.size() > state.gaps.size())
        m_gists.removeIf([&](const auto &one) { return !state.gaps.contains(one.key()); });
}

GapId GapIndex::find(const State &state, const QString &question, const Lexicon &lexicon) const
{
    const auto asked = gistOf(question, lexicon);
    std::vector<std::pair<int, GapId>> near;
    for (const auto &[gap, gists] : m_gists.asKeyValueRange()) {
        int most = 0;
        for (const auto &gist : gists)
            most = std::max(most, similarity(asked, gist));
        if (most >= resemblesFrom)
            near.emplace_back(-most, gap);
    }
    std::ranges::sort(near);
    GapId best;
    int surest = sameFrom - 1;
    for (const auto &[score, gap] : near | std::views::take(comparedGaps)) {
        const int here = likeness(state.gaps.value(gap), question, lexicon);
        if (here > surest) {
            surest = here;
            best = gap;
        }
    }
    return best;
}

void noteGap(Scene &scene, const Message &message, const Verdict &verdict)
{
    if (!isUnknown(verdict, scene.policyOf(message.group)))
        return;
    const auto question = masked(withoutNames(scene, message).simplified())
                              .left(GapQuestion::textLimit);
    if (lettersOf(question).size() < fewestLetters)
        return;
    GapChanged changed;
    const auto known = scene.core.gaps.find(scene.state, question, scene.lexicon());
    // A gap is named after the question that opened it.
    changed.gap = known.isEmpty() ? GapId{message.id.value} : known;
    changed.state = scene.state.gaps.value(changed.gap).state;
    changed.asked = GapQuestion{message.id, message.group, {message.author.id}, question,
                                message.at, 0};
    if (!verdict.candidates.isEmpty()) {
        const auto &nearest = verdict.candidates.first();
        changed.nearest = nearest.entry;
        changed.nearestTitle = nearest.title;
        changed.confidence = nearest.score;
    }
    scene.add(message.group, {}, changed);
}

} // namespace quntai
