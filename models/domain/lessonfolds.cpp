// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

namespace {

/** Takes out the oldest ones over the limits: of the newest one's entry, and of all. */
void trim(QList<PhrasingLesson> &lessons)
{
    const auto entry = lessons.constLast().entry;
    const auto ofEntry = [&](const PhrasingLesson &lesson) { return lesson.entry == entry; };
    if (std::ranges::count_if(lessons, ofEntry) > PhrasingLesson::mostOfEntry)
        lessons.erase(std::ranges::find_if(lessons, ofEntry));
    if (lessons.size() > PhrasingLesson::most)
        lessons.removeFirst();
}

/** What a lesson says of its question is undone by one that says otherwise: another entry is meant,
 * or this one after all. That several are not meant goes together. */
bool gainsay(const PhrasingLesson &older, const PhrasingLesson &newer)
{
    return older.question == newer.question
        && (older.entry == newer.entry || (older.good && newer.good));
}

} // namespace

void Folder::forgetLessons(const QSet<qint64> &erased)
{
    const auto gone = state.lessons.removeIf(
        [&](const PhrasingLesson &lesson) { return erased.contains(lesson.seq); });
    changes.lessons = changes.lessons || gone > 0;
}

void Folder::fold(const LessonTaught &data)
{
    state.lessons.removeIf([&](const auto &older) { return gainsay(older, data.lesson); });
    state.lessons.append(data.lesson);
    state.lessons.last().seq = event.seq;
    trim(state.lessons);
    changes.lessons = true;
}

void Folder::fold(const LessonUndone &data)
{
    const auto gone = state.lessons.removeIf(
        [&](const PhrasingLesson &lesson) { return lesson.id == data.lesson; });
    changes.lessons = changes.lessons || gone > 0;
}

void Folder::fold(const ModelActivated &data)
{
    state.model = data.model;
}

void Folder::forgetLinkLessons(const QList<MessageId> &messages)
{
    const QSet<MessageId> moved(messages.cbegin(), messages.cend());
    state.linkLessons.removeIf(
        [&](const LinkLesson &lesson) { return moved.contains(lesson.message); });
}

/** Who moves a message back where it was takes the lesson back; who moves it on corrects it. */
void Folder::noteLinkLessons(const TopicLinked &data)
{
    if (data.rule != LinkRule::Human)
        return;
    forgetLinkLessons(data.messages);
    auto &known = state.linkLessons;
    known.append(data.lessons);
    if (known.size() > LinkLesson::most)
        known.remove(0, known.size() - LinkLesson::most);
}

} // namespace quntai
