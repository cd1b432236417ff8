// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

Result<> Commander::run(const UndoLesson &undo)
{
    if (!std::ranges::contains(scene.state.lessons, undo.lesson, &PhrasingLesson::id))
        return failure(ErrorKind::NotFound, u"this lesson was taken back already"_s,
                       {{u"lesson"_s, undo.lesson.value}});
    scene.add(GroupId{}, TopicId{}, LessonUndone{undo.lesson, user.id});
    return {};
}

Result<> Commander::run(const UndoCorrection &undo)
{
    const auto found = entryAt(undo.entry, undo.version);
    if (!found)
        return std::unexpected(found.error());
    const auto open = scene.state.corrections.constFind(undo.entry);
    if (open == scene.state.corrections.cend())
        return failure(ErrorKind::NotFound, u"no correction of the entry is open any more"_s,
                       {{u"entry"_s, undo.entry.value}});
    auto entry = open->before;
    if (entry.version == 0) {
        entry = **found;
        entry.state = EntryState::Retired;
    }
    entry.version = undo.version;
    changeEntry(std::move(entry), EntryChange::Undone);
    return {};
}

} // namespace quntai
