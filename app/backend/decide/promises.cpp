// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/promises.h"

#include "app/backend/decide/leases.h"
#include "app/backend/language/contradiction.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/promises.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** A short question is about what is in talk; a longer one names it. */
constexpr qsizetype shortQuestion = 12;
constexpr int likeFrom = 250;

/** To whom a text speaks: who it mentions or quotes, else who opened the topic. */
MemberId toldBy(const Scene &scene, const Message &message, const Topic *topic)
{
    const auto &group = scene.group(message.group);
    for (const auto &member : message.mentions) {
        if (!isBotMember(group, member) && !isStaffMember(group, member))
            return member;
    }
    const auto quoted = findMessage(scene.state, message.group, message.quote);
    if (quoted && isFromMember(*quoted) && !isStaff(group, *quoted))
        return {quoted->author.id};
    return topic ? topic->asker : MemberId{};
}

bool isNoted(const QList<Promise> &open, const FoundPromise &found)
{
    return std::ranges::any_of(open, [&](const Promise &one) {
        return one.due == found.due || one.text == found.text;
    });
}

/** Promises made to the author of a message in its group, those without a time last. */
QList<const Promise *> openTo(const Scene &scene, const Message &message)
{
    QList<const Promise *> open;
    for (const auto &one : scene.state.promises) {
        if (one.group == message.group && one.state == PromiseState::Open && !one.text.isEmpty()
            && one.member.value == message.author.id)
            open.append(&one);
    }
    std::ranges::sort(open, {}, [](const Promise *one) {
        return std::tuple(!one->due.isSet(), one->due.ms, one->id.value);
    });
    return open;
}

QString dueText(const Scene &scene, const Promise &promise)
{
    const auto offset = scene.policyOf(promise.group).hours.offset;
    const auto due = QDateTime::fromMSecsSinceEpoch(promise.due.ms + offset * 60'000LL,
                                                    QTimeZone::UTC);
    return due.toString(u"M月d日 HH:mm"_s);
}

} // namespace

bool hasRoomForPromise(const State &state)
{
    const auto mayGo = [](const Promise &one) {
        return one.state != PromiseState::Open || one.overdueAt.isSet() || !one.due.isSet();
    };
    return state.promises.size() < Promise::most || std::ranges::any_of(state.promises, mayGo);
}

void notePromises(Scene &scene, const Message &message, const TopicId &id)
{
    const auto policy = scene.policyOf(message.group);
    if (!policy.promises || id.isEmpty() || message.internal || message.text.isEmpty()
        || !isStaff(scene.group(message.group), message) || !hasRoomForPromise(scene.state))
        return;
    auto open = openPromisesOf(scene.state, id);
    const bool isAgent = message.author.kind == AuthorKind::Agent;
    for (const auto &found : promisesIn(message.text, scene.now, policy.hours, scene.lexicon())) {
        if (open.size() >= Promise::mostOfTopic || isNoted(open, found))
            continue;
        PromiseMade made;
        made.promise = scene.mint.promise();
        made.message = message.id;
        made.messageSeq = message.seq;
        made.member = toldBy(scene, message, scene.topic(id));
        made.by = isAgent ? UserId{message.author.id} : UserId{};
        made.name = message.author.name;
        made.text = found.text;
        made.due = found.due;
        scene.add(message.group, id, made);
        open.append(Promise{});
        open.last().text = made.text;
        open.last().due = made.due;
    }
}

void dropPromises(Scene &scene, const GroupId &group, const MessageId &message)
{
    QList<const Promise *> gone;
    for (const auto &one : scene.state.promises) {
        if (one.group == group && one.message == message && one.state == PromiseState::Open)
            gone.append(&one);
    }
    std::ranges::sort(gone, {}, [](const Promise *one) { return one->id.value; });
    for (const auto *one : std::as_const(gone))
        scene.add(group, one->topic,
                  PromiseSettled{one->id, one->member, PromiseState::Dropped, {}, {}});
}

void takePromiseTimer(Scene &scene, const PromiseId &id)
{
    const auto found = scene.state.promises.constFind(id);
    if (found == scene.state.promises.cend() || found->state != PromiseState::Open
        || found->overdueAt.isSet() || !found->due.isSet() || found->due > scene.now)
        return;
    scene.add(found->group, found->topic,
              PromiseOverdue{id, found->due, keeperOf(scene.state, *found)});
    // What has ended stays so: its keeper is told. Most promises are kept and nobody says so.
    const auto *topic = scene.topic(found->topic);
    if (topic && !isWithPeople(*topic) && !isLater(*topic) && !hasEnded(*topic))
        askForPerson(scene, *topic, Reason::Promise, found->text);
}

const Promise *promiseAskedFor(const Scene &scene, const Message &message)
{
    if (scene.state.promises.isEmpty())
        return nullptr;
    const auto normal = normalise(wordsOf(message), scene.lexicon()).text;
    if (!scene.lexicon().progress.occursIn(normal))
        return nullptr;
    for (const auto *one : openTo(scene, message)) {
        if (lettersOf(normal).size() <= shortQuestion
            || coverage(normal, one->text, scene.lexicon()) >= likeFrom)
            return one;
    }
    return nullptr;
}

const Promise *promiseAgainst(const Scene &scene, const Message &message, const QString &answer)
{
    for (const auto *one : openTo(scene, message)) {
        if (contradictionOf(one->text, answer, scene.lexicon()))
            return one;
    }
    return nullptr;
}

QString promiseText(const Scene &scene, const Promise &promise)
{
    const auto what = promise.byHand ? u"您这件事同事正在跟进"_s
                                     : u"同事答应过您：“%1”"_s.arg(promise.text);
    if (!promise.due.isSet())
        return what + u"。我们记着呢，一有结果就告诉您。"_s;
    return what + u"，最晚是 %1。到时候会给您结果，请您再等等。"_s.arg(dueText(scene, promise));
}

void PromiseTimes::reset(const State &state)
{
    m_schedule.clear();
    for (auto each = state.promises.keyBegin(); each != state.promises.keyEnd(); ++each)
        put(state, *each);
}

void PromiseTimes::observe(const State &state, const Event &event)
{
    if (const auto *made = std::get_if<PromiseMade>(&event.data))
        putMade(state, made->promise);
    else if (const auto *changed = std::get_if<PromiseChanged>(&event.data))
        put(state, changed->promise);
    else if (const auto *settled = std::get_if<PromiseSettled>(&event.data))
        put(state, settled->promise);
    else if (const auto *overdue = std::get_if<PromiseOverdue>(&event.data))
        put(state, overdue->promise);
    else if (std::holds_alternative<DataErased>(event.data))
        forgetGone(state);
}

/** It may have taken the room of another one. */
void PromiseTimes::putMade(const State &state, const PromiseId &promise)
{
    put(state, promise);
    if (state.promises.size() >= Promise::most)
        forgetGone(state);
}

/** A moment that has come stays until it is put elsewhere: of what is no more it would come for ever. */
void PromiseTimes::forgetGone(const State &state)
{
    m_schedule.forgetIf([&](const PromiseId &promise) { return !state.promises.contains(promise); });
}

void PromiseTimes::put(const State &state, const PromiseId &promise)
{
    const auto found = state.promises.constFind(promise);
    const bool waits = found != state.promises.cend() && found->state == PromiseState::Open
        && !found->overdueAt.isSet();
    m_schedule.put(promise, waits ? found->due : Instant{});
}

QList<NewEvent> PromiseTimes::due(const State &state, Instant now) const
{
    QList<NewEvent> fired;
    const auto ids = m_schedule.due(now);
    for (const auto &id : ids) {
        const auto promise = state.promises.constFind(id);
        if (promise == state.promises.cend())
            continue;
        TimerFired timer;
        timer.timer = TimerKind::PromiseDue;
        timer.promise = promise->id;
        fired.append({promise->group, promise->topic, timer});
    }
    return fired;
}

} // namespace quntai
