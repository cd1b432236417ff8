// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"
#include "models/domain/lessons.h"

namespace quntai {

/** The draft of an entry as it is now, or gone. The bot does not use it. */
struct KnowledgeDrafted
{
    static constexpr std::string_view type = "knowledge.drafted";
    EntryDraft draft;
    UserId by;
    bool gone = false;  //!< thrown away; a published one goes with knowledge.changed

    bool operator==(const KnowledgeDrafted &) const = default;
    static constexpr auto fields()
    {
        using E = KnowledgeDrafted;
        return FieldList{required("draft", &E::draft), optional("by", &E::by),
                          optional("gone", &E::gone)};
    }
};

/** An editor has looked at the corrections of an entry up to this version and lets them stand. */
struct KnowledgeAccepted
{
    static constexpr std::string_view type = "knowledge.accepted";
    EntryId entry;
    int version = 0;
    UserId by;

    bool operator==(const KnowledgeAccepted &) const = default;
    static constexpr auto fields()
    {
        using E = KnowledgeAccepted;
        return FieldList{required("entry", &E::entry), required("version", &E::version),
                          optional("by", &E::by)};
    }
};

/** A person's decision taught the bot what a question means, from the next message on. */
struct LessonTaught
{
    static constexpr std::string_view type = "lesson.taught";
    PhrasingLesson lesson;

    bool operator==(const LessonTaught &) const = default;
    static constexpr auto fields() { return FieldList{required("lesson", &LessonTaught::lesson)}; }
};

/** A lesson was taken back. */
struct LessonUndone
{
    static constexpr std::string_view type = "lesson.undone";
    LessonId lesson;
    UserId by;

    bool operator==(const LessonUndone &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("lesson", &LessonUndone::lesson),
                          optional("by", &LessonUndone::by)};
    }
};

/** The model of a settled knowledge base is in use; which one changes no decision, it names what
 * verdicts were made with. */
struct ModelActivated
{
    static constexpr std::string_view type = "model.activated";
    ActiveModel model;

    bool operator==(const ModelActivated &) const = default;
    static constexpr auto fields() { return FieldList{required("model", &ModelActivated::model)}; }
};

} // namespace quntai
