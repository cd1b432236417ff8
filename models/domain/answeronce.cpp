// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/answeronce.h"

#include <QSet>

#include <algorithm>
#include <span>

namespace quntai {

namespace {

bool isAlike(const Draft &draft)
{
    return draft.review && draft.author.kind == AuthorKind::Bot && !draft.entry.isEmpty()
        && draft.privateTo.isEmpty() && draft.warnings.isEmpty()
        && draft.reason != Reason::Privacy && draft.reason != Reason::SensitiveWord;
}

QList<Draft> byEntry(const State &state)
{
    QList<Draft> drafts;
    std::ranges::copy_if(state.drafts, std::back_inserter(drafts), isAlike);
    std::ranges::sort(drafts, {}, [](const Draft &draft) {
        return std::tuple{draft.entry.value, draft.entryVersion, draft.at.ms, draft.id.value};
    });
    return drafts;
}

bool isSame(const Draft &a, const Draft &b)
{
    return a.entry == b.entry && a.entryVersion == b.entryVersion;
}

SameQuestion together(const State &state, std::span<const Draft> drafts)
{
    SameQuestion one{drafts.front().entry, drafts.front().entryVersion, {}, 0, 0};
    QSet<GroupId> groups;
    for (const auto &draft : drafts) {
        one.drafts.append(draft.id);
        groups.insert(state.topics.value(draft.topic).group);
        one.people += std::max(1, int(draft.mentions.size()));
    }
    one.groups = int(groups.size());
    return one;
}

} // namespace

QList<SameQuestion> sameQuestions(const State &state)
{
    QList<SameQuestion> found;
    const auto drafts = byEntry(state);
    for (qsizetype from = 0, to = 0; from < drafts.size(); from = to) {
        while (to < drafts.size() && isSame(drafts.at(from), drafts.at(to)))
            ++to;
        auto one = together(state, std::span(drafts).subspan(from, to - from));
        if (one.groups > 1)
            found.append(std::move(one));
    }
    std::ranges::stable_sort(found, {}, [&](const SameQuestion &one) {
        return state.drafts.value(one.drafts.constFirst()).at.ms;
    });
    return found;
}

std::optional<SameQuestion> sameQuestionOf(const State &state, const DraftId &draft)
{
    for (auto &one : sameQuestions(state)) {
        if (one.drafts.contains(draft))
            return one;
    }
    return std::nullopt;
}

} // namespace quntai
