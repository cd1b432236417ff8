// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"

namespace quntai {

// What a person asks about knowledge entries and their drafts.

/** Write an entry; its version is the one seen, 0 for a new entry. In state draft it is kept
 * beside what the bot uses, else the bot uses it at once. */
struct PutEntry
{
    static constexpr std::string_view method = "knowledge.put";
    Entry entry;
    int revision = 0;  //!< state draft: of the draft seen, 0 for a new one

    bool operator==(const PutEntry &) const = default;
    static constexpr auto fields()
    {
        using C = PutEntry;
        return FieldList{required("entry", &C::entry), optional("revision", &C::revision)};
    }
};

/** Ask a colleague to look at a draft. */
struct SubmitEntry
{
    static constexpr std::string_view method = "knowledge.submit";
    EntryId entry;
    int revision = 0;
    QString note;

    bool operator==(const SubmitEntry &) const = default;
    static constexpr auto fields()
    {
        using C = SubmitEntry;
        return FieldList{required("entry", &C::entry), required("revision", &C::revision),
                          optional("note", &C::note)};
    }
};

/** The bot uses the draft from now on. */
struct PublishEntry
{
    static constexpr std::string_view method = "knowledge.publish";
    EntryId entry;
    int revision = 0;

    bool operator==(const PublishEntry &) const = default;
    static constexpr auto fields()
    {
        using C = PublishEntry;
        return FieldList{required("entry", &C::entry), required("revision", &C::revision)};
    }
};

/** Throw a draft away; what the bot uses stays. */
struct DiscardEntryDraft
{
    static constexpr std::string_view method = "knowledge.discard";
    EntryId entry;
    int revision = 0;

    bool operator==(const DiscardEntryDraft &) const = default;
    static constexpr auto fields()
    {
        using C = DiscardEntryDraft;
        return FieldList{required("entry", &C::entry), required("revision", &C::revision)};
    }
};

/** Write many entries, all or none; each as by knowledge.put. */
struct ImportEntries
{
    static constexpr std::string_view method = "knowledge.import";
    QList<Entry> entries;

    static constexpr qsizetype most = 200;

    bool operator==(const ImportEntries &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("entries", &ImportEntries::entries)};
    }
};

/** Let an entry stand as agents corrected it; version is the one seen. */
struct AcceptCorrection
{
    static constexpr std::string_view method = "knowledge.accept";
    EntryId entry;
    int version = 0;

    bool operator==(const AcceptCorrection &) const = default;
    static constexpr auto fields()
    {
        using C = AcceptCorrection;
        return FieldList{required("entry", &C::entry), required("version", &C::version)};
    }
};

/** Take an entry's corrections back: it is again as it was before them; a new one goes out of use.
 * version is the one seen. */
struct UndoCorrection
{
    static constexpr std::string_view method = "knowledge.undo";
    EntryId entry;
    int version = 0;

    bool operator==(const UndoCorrection &) const = default;
    static constexpr auto fields()
    {
        using C = UndoCorrection;
        return FieldList{required("entry", &C::entry), required("version", &C::version)};
    }
};

/** Take back what a decision taught. */
struct UndoLesson
{
    static constexpr std::string_view method = "lesson.undo";
    LessonId lesson;

    bool operator==(const UndoLesson &) const = default;
    static constexpr auto fields() { return FieldList{required("lesson", &UndoLesson::lesson)}; }
};

/** The bot stops using the entry. */
struct RetireEntry
{
    static constexpr std::string_view method = "knowledge.retire";
    EntryId entry;
    int version = 0;

    bool operator==(const RetireEntry &) const = default;
    static constexpr auto fields()
    {
        using C = RetireEntry;
        return FieldList{required("entry", &C::entry),
                          required("version", &C::version)};
    }
};

/** The bot uses the entry again. */
struct RestoreEntry
{
    static constexpr std::string_view method = "knowledge.restore";
    EntryId entry;
    int version = 0;

    bool operator==(const RestoreEntry &) const = default;
    static constexpr auto fields()
    {
        using C = RestoreEntry;
        return FieldList{required("entry", &C::entry),
                          required("version", &C::version)};
    }
};

} // namespace quntai
