// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/teaching.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"
#include "models/domain/privacy.h"

#include <algorithm>

namespace quntai {

namespace {

/** As the bot read it, completed from its topic: a later one will be compared as it is read. What
 * the group must not see, colleagues elsewhere need not either. */
QString questionOf(const Message &asked)
{
    const auto &verdict = asked.verdict;
    const auto words = verdict && !verdict->query.isEmpty() ? verdict->query : wordsOf(asked);
    const auto simple = words.simplified();
    return redacted(simple, personalDataIn(simple)).left(PhrasingLesson::longest);
}

QString coreIn(const QString &text, const Lexicon &lexicon)
{
    return coreOf(normalise(text, lexicon).text, lexicon);
}

/** The draft waited, or was refused, for another reason than what its entry is. */
bool isAboutText(const Draft &draft)
{
    const bool changed = !draft.before.isEmpty() && draft.before != draft.text;
    return changed || !draft.privateTo.isEmpty() || draft.reason == Reason::Privacy
        || draft.reason == Reason::SensitiveWord;
}

/** The bot read it so by itself, and surely: to learn it would only cost. */
bool wasSure(const Message &asked, const PhrasingLesson &lesson)
{
    constexpr int sureFrom = 950;
    const auto &verdict = asked.verdict;
    if (!lesson.good || !verdict || verdict->candidates.isEmpty())
        return false;
    const auto &first = verdict->candidates.constFirst();
    return first.entry == lesson.entry && first.score >= sureFrom;
}

/** The lesson is known already: the same words, the same entry, the same opinion. */
bool isKnown(const Scene &scene, const PhrasingLesson &lesson)
{
    return std::ranges::any_of(scene.state.lessons, [&](const PhrasingLesson &other) {
        return other.question == lesson.question && other.entry == lesson.entry
            && other.good == lesson.good;
    });
}

void teach(Scene &scene, const Topic &topic, PhrasingLesson lesson)
{
    const auto asked = findMessage(scene.state, topic.group, lesson.message);
    const auto entry = scene.state.entries.constFind(lesson.entry);
    if (!asked || !isFromMember(*asked) || entry == scene.state.entries.cend())
        return;
    lesson.question = questionOf(*asked);
    const auto &lexicon = scene.lexicon();
    if (coreIn(lesson.question, lexicon).isEmpty()
        || hasPhrasing(*entry, lesson.question, lexicon) || isKnown(scene, lesson)
        || wasSure(*asked, lesson))
        return;
    lesson.id = scene.mint.lesson();
    lesson.at = scene.now;
    scene.add(GroupId{}, TopicId{}, LessonTaught{std::move(lesson)});
}

std::optional<bool> opinionOf(Correctness correctness)
{
    if (correctness == Correctness::Right)
        return true;
    return correctness == Correctness::Wrong ? std::optional(false) : std::nullopt;
}

PhrasingLesson lessonOf(const User &by, const Suggested &what, bool good)
{
    PhrasingLesson lesson;
    lesson.entry = what.entry;
    lesson.good = good;
    lesson.source = LessonSource::Suggestion;
    lesson.by = by.id;
    lesson.name = by.name;
    lesson.message = what.question;
    return lesson;
}

void takeBack(Scene &scene, const PhrasingLesson &taught)
{
    for (const auto &lesson : scene.state.lessons) {
        if (lesson.entry == taught.entry && lesson.message == taught.message
            && lesson.by == taught.by && lesson.good == taught.good
            && lesson.source == taught.source)
            scene.add(GroupId{}, TopicId{}, LessonUndone{lesson.id, taught.by});
    }
}

} // namespace

void teachByMark(Scene &scene, const User &by, const Topic &topic, const Suggested &what,
                 Correctness was, Correctness now)
{
    if (what.question.isEmpty() || was == now)
        return;
    if (const auto old = opinionOf(was))
        takeBack(scene, lessonOf(by, what, *old));
    if (const auto good = opinionOf(now))
        teach(scene, topic, lessonOf(by, what, *good));
}

bool hasPhrasing(const Entry &entry, const QString &question, const Lexicon &lexicon)
{
    const auto core = coreIn(question, lexicon);
    return coreIn(entry.question, lexicon) == core
        || std::ranges::any_of(entry.similar, [&](const QString &each) {
               return coreIn(each, lexicon) == core;
           });
}

void forgetLessonsOf(Scene &scene, const User &by, const QString &question, const MessageId &asked)
{
    const auto core = coreIn(question, scene.lexicon());
    for (const auto &lesson : scene.state.lessons) {
        if ((!asked.isEmpty() && lesson.message == asked)
            || coreIn(lesson.question, scene.lexicon()) == core)
            scene.add(GroupId{}, TopicId{}, LessonUndone{lesson.id, by.id});
    }
}

void teachByDraft(Scene &scene, const User &by, const Draft &draft, bool good)
{
    const auto *topic = scene.topic(draft.topic);
    if (!topic || draft.entry.isEmpty() || isAboutText(draft))
        return;
    PhrasingLesson lesson;
    lesson.entry = draft.entry;
    lesson.good = good;
    lesson.source = good ? LessonSource::Approved : LessonSource::Rejected;
    lesson.by = by.id;
    lesson.name = by.name;
    lesson.message = draft.answers;
    lesson.draft = draft.id;
    teach(scene, *topic, std::move(lesson));
}

void teachBySuggestion(Scene &scene, const User &by, const Topic &topic, const MessageId &question,
                       const EntryId &entry)
{
    if (entry.isEmpty())
        return;
    teach(scene, topic, lessonOf(by, {question, entry}, true));
}

} // namespace quntai
