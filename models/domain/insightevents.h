// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/insight.h"

#include <optional>

namespace quntai {

/** A folded message is in its day's random sample. */
struct FoldSampled
{
    static constexpr std::string_view type = "fold.sampled";
    MessageId message;
    Author author;
    QString text;        //!< bounded as FoldSample says; untrusted
    QStringList why;
    Addressee addressee = Addressee::Nobody;
    Instant day;         //!< when the company's day began
    int of = 0;          //!< how many are sampled of that day
    MessageId instead;   //!< the message that leaves the sample for it

    bool operator==(const FoldSampled &) const = default;
    static constexpr auto fields()
    {
        using E = FoldSampled;
        return FieldList{required("message", &E::message), required("author", &E::author),
                          optional("text", &E::text), optional("why", &E::why),
                          optional("addressee", &E::addressee), required("day", &E::day),
                          required("of", &E::of), optional("instead", &E::instead)};
    }
};

/** A person checked a sampled message; open: they took it back. The last word counts. */
struct FoldJudged
{
    static constexpr std::string_view type = "fold.judged";
    MessageId message;
    FoldCheck check = FoldCheck::Right;
    UserId by;

    bool operator==(const FoldJudged &) const = default;
    static constexpr auto fields()
    {
        using E = FoldJudged;
        return FieldList{required("message", &E::message), required("check", &E::check),
                          required("by", &E::by)};
    }
};

/** Something of the event's group needs a look; once from its beginning to its end. */
struct AlertRaised
{
    static constexpr std::string_view type = "alert.raised";
    AlertKind kind = AlertKind::Spread;
    MemberId startedBy;
    QString startedByName;
    QList<MemberId> members;
    QList<TopicId> topics;
    int level = 0;

    bool operator==(const AlertRaised &) const = default;
    static constexpr auto fields()
    {
        using E = AlertRaised;
        return FieldList{required("kind", &E::kind), required("startedBy", &E::startedBy),
                          optional("startedByName", &E::startedByName),
                          required("members", &E::members), optional("topics", &E::topics),
                          required("level", &E::level)};
    }
};

/** It is over. */
struct AlertCleared
{
    static constexpr std::string_view type = "alert.cleared";
    AlertKind kind = AlertKind::Spread;
    QString why;

    bool operator==(const AlertCleared &) const = default;
    static constexpr auto fields()
    {
        using E = AlertCleared;
        return FieldList{required("kind", &E::kind), optional("why", &E::why)};
    }
};

/** A gap was met once more (asked, in the event's group), or somebody dealt with it. */
struct GapChanged
{
    static constexpr std::string_view type = "gap.changed";
    GapId gap;
    GapState state = GapState::Open;
    std::optional<GapQuestion> asked;
    EntryId nearest;       //!< with asked
    QString nearestTitle;
    int confidence = 0;
    EntryId entry;         //!< answered: by this one
    UserId by;             //!< who dealt with it

    bool operator==(const GapChanged &) const = default;
    static constexpr auto fields()
    {
        using E = GapChanged;
        return FieldList{required("gap", &E::gap), optional("state", &E::state),
                          optional("asked", &E::asked), optional("nearest", &E::nearest),
                          optional("nearestTitle", &E::nearestTitle),
                          optional("confidence", &E::confidence), optional("entry", &E::entry),
                          optional("by", &E::by)};
    }
};

} // namespace quntai
