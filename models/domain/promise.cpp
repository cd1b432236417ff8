// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/promise.h"

#include "models/domain/state.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace quntai {

namespace {

qint64 dueOrLast(const Promise &promise)
{
    return promise.due.isSet() ? promise.due.ms : std::numeric_limits<qint64>::max();
}

/** Open before settled; of open ones the earliest due, of settled ones the newest, comes first. */
auto orderOf(const Promise &promise)
{
    const bool open = promise.state == PromiseState::Open;
    return std::tuple{!open, open ? dueOrLast(promise) : -promise.settledAt.ms, promise.at.ms,
                      promise.id.value};
}

} // namespace

bool isOverdue(const Promise &promise, Instant now)
{
    return promise.state == PromiseState::Open && promise.due.isSet() && promise.due < now;
}

QList<Promise> promisesOf(const State &state, const TopicId &topic)
{
    QList<Promise> found;
    std::ranges::copy_if(state.promises, std::back_inserter(found),
                         [&](const Promise &one) { return one.topic == topic; });
    std::ranges::sort(found, {}, orderOf);
    return found;
}

QList<Promise> openPromisesOf(const State &state, const TopicId &topic)
{
    auto open = promisesOf(state, topic);
    open.removeIf([](const Promise &one) { return one.state != PromiseState::Open; });
    return open;
}

UserId keeperOf(const State &state, const Promise &promise)
{
    const auto topic = state.topics.constFind(promise.topic);
    return topic != state.topics.cend() && topic->lease ? topic->lease->user : promise.by;
}

} // namespace quntai
