// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people say about folded messages and gaps of the knowledge base.
#include "app/backend/decide/commander.h"
#include "models/domain/report.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

Result<> Commander::run(const JudgeFold &judge)
{
    const auto &samples = scene.state.foldSamples;
    const auto found = std::ranges::find(samples, judge.message, &FoldSample::message);
    if (found == samples.cend() || found->group != judge.group)
        return failure(ErrorKind::NotFound, u"this message is in no sample (any more)"_s);
    if (localDayStart(scene.now, scene.state.policy.hours.offset) <= found->day)
        return failure(ErrorKind::Conflict,
                       u"the sample of today is still being drawn; check it from tomorrow on"_s);
    if (found->check != judge.check)
        scene.add(judge.group, {}, FoldJudged{judge.message, judge.check, user.id});
    return {};
}

Result<> Commander::run(const DisposeGap &dispose)
{
    const auto gap = scene.state.gaps.constFind(dispose.gap);
    if (gap == scene.state.gaps.cend())
        return failure(ErrorKind::NotFound, u"this gap was dealt with already"_s);
    const bool answered = dispose.state == GapState::Answered;
    const bool known = scene.state.entries.contains(dispose.entry)
        || scene.state.entryDrafts.contains(dispose.entry);
    if (answered && !known)
        return badField(u"entry"_s, u"there is no such entry"_s);
    if (gap->state == dispose.state)
        return {};
    GapChanged changed;
    changed.gap = dispose.gap;
    changed.state = dispose.state;
    changed.by = user.id;
    if (answered)
        changed.entry = dispose.entry;
    scene.add(GroupId{}, {}, changed);
    return {};
}

} // namespace quntai
