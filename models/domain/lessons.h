// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

/** What a person did that taught the lesson. */
enum class LessonSource { Approved, Rejected, Suggestion };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<LessonSource>{
    "approved", "rejected", "suggestion"};

/** That a customer's words mean an entry, or do not: what a person's decision on an answer taught.
 * Kept apart from the entry's similar questions, which an editor wrote. */
struct PhrasingLesson
{
    LessonId id;
    EntryId entry;
    QString question;     //!< the customer's words; untrusted, at most longest
    bool good = true;     //!< false: the entry is not meant
    LessonSource source = LessonSource::Approved;
    UserId by;
    QString name;         //!< of that person, as it was
    Instant at;
    MessageId message;    //!< the question
    DraftId draft;        //!< decided on; empty: with a suggestion
    qint64 seq = 0;       //!< of the event that brought it, in the control stream

    static constexpr qsizetype longest = 300;   //!< UTF-16 units
    static constexpr int mostOfEntry = 40;
    static constexpr int most = 2000;

    bool operator==(const PhrasingLesson &) const = default;
    static constexpr auto fields()
    {
        using L = PhrasingLesson;
        return FieldList{required("id", &L::id), required("entry", &L::entry),
                          required("question", &L::question), required("good", &L::good),
                          required("source", &L::source), optional("by", &L::by),
                          optional("name", &L::name), required("at", &L::at),
                          optional("message", &L::message), optional("draft", &L::draft),
                          optional("seq", &L::seq)};
    }
};

/** That a message belongs to the topic a person moved it to and not where it was. */
struct LinkLesson
{
    MessageId message;
    TopicId from;            //!< where it was before the first move; empty: nowhere
    QList<int> features = {};  //!< of the topic it went to less those of the one it left, permille;
                               //!< decide/linklearning.h says which

    static constexpr int most = 200;

    bool operator==(const LinkLesson &) const = default;
    static constexpr auto fields()
    {
        using L = LinkLesson;
        return FieldList{required("message", &L::message), optional("from", &L::from),
                          optional("features", &L::features)};
    }
};

/** The model of a knowledge base that has not changed for a while. */
struct ActiveModel
{
    QString hash;             //!< of what was learned, lower-case hex; empty: none is active
    qint64 trainedUpTo = 0;   //!< sequence in the control stream

    bool operator==(const ActiveModel &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("hash", &ActiveModel::hash),
                          required("trainedUpTo", &ActiveModel::trainedUpTo)};
    }
};

} // namespace quntai
