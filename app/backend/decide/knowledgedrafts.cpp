// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Entries on their way to what the bot uses: written, drafted, reviewed, published, imported.
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"

#include <QSet>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype similarLimit = 200;
constexpr qsizetype questionLimit = 300;
constexpr qsizetype idLimit = 64;
constexpr qsizetype categoryLimit = 60;
constexpr qsizetype tagLimit = 40;

Result<> checkLength(const QString &field, qsizetype size, qsizetype limit)
{
    if (size <= limit)
        return {};
    return failure(ErrorKind::TooLarge, u"%1 holds at most %2"_s.arg(field).arg(limit),
                   {{u"field"_s, field}, {u"limit"_s, qint64(limit)}});
}

bool isPlainId(const QString &id)
{
    return id.size() <= idLimit
        && std::ranges::all_of(id, [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

Result<> checkLists(const Entry &entry)
{
    for (const auto &similar : entry.similar) {
        if (similar.trimmed().isEmpty() || similar.size() > questionLimit)
            return badField(u"similar"_s,
                            u"a similar question has 1 to %1 characters"_s.arg(questionLimit));
    }
    for (const auto &tag : entry.tags) {
        if (tag.trimmed().isEmpty() || tag.size() > tagLimit)
            return badField(u"tags"_s, u"a tag has 1 to %1 characters"_s.arg(tagLimit));
    }
    if (const auto problem = rulesProblem(entry.rules); !problem.isEmpty())
        return badField(u"rules"_s, problem);
    if (const auto problem = slotsProblem(entry.slots_); !problem.isEmpty())
        return badField(u"slots"_s, problem);
    if (entry.fallback.size() > Entry::longestFallback)
        return badField(u"fallback"_s,
                        u"a fallback has at most %1 characters"_s.arg(Entry::longestFallback));
    const auto problem = stepsProblem(entry.steps);
    return problem.isEmpty() ? Result<>() : badField(u"steps"_s, problem);
}

/** The refusal with the field in it. */
Result<> checkTextOf(const Scene &scene, const QString &field, const QString &text)
{
    return checkText(scene, text).or_else([&](Error error) -> Result<> {
        error.data.insert(u"field"_s, field);
        return std::unexpected(std::move(error));
    });
}

bool isDraft(const Entry &entry)
{
    return entry.state == EntryState::Draft || entry.state == EntryState::Review;
}

/** The refusal with the place of its row in it. */
Result<> inRow(const Result<> &done, qsizetype row)
{
    if (done)
        return done;
    auto error = done.error();
    error.data.insert(u"row"_s, qint64(row));
    return std::unexpected(std::move(error));
}

} // namespace

Result<> checkEntryBounds(const Entry &entry)
{
    if (entry.question.trimmed().isEmpty() || entry.question.size() > questionLimit)
        return badField(u"question"_s, u"a question has 1 to %1 characters"_s.arg(questionLimit));
    if (!isPlainId(entry.id.value))
        return badField(u"id"_s, u"an id has at most %1 characters and no spaces"_s.arg(idLimit));
    return checkLength(u"similar"_s, entry.similar.size(), similarLimit)
        .and_then([&] { return checkLength(u"tags"_s, entry.tags.size(), tagLimit); })
        .and_then([&] { return checkLength(u"category"_s, entry.category.size(), categoryLimit); })
        .and_then([&] {
            return checkLength(u"answer"_s, entry.answer.toUtf8().size(), textLimitBytes);
        })
        .and_then([&] { return checkLists(entry); });
}

Result<> checkEntry(const Scene &scene, const Entry &entry)
{
    if (const auto fits = checkEntryBounds(entry); !fits)
        return fits;
    if (const auto fits = checkTextOf(scene, u"answer"_s, entry.answer); !fits)
        return fits;
    const auto said = checkTextOf(scene, u"fallback"_s, entry.fallback);
    if (!entry.fallback.isEmpty() && !said)
        return said;
    for (const auto &slot : entry.slots_) {
        const auto fits = checkTextOf(scene, u"slots"_s, slot.ask);
        if (!slot.ask.isEmpty() && !fits)
            return fits;
    }
    return {};
}

Result<const EntryDraft *> Commander::draftAt(const EntryId &id, int revision) const
{
    const auto found = scene.state.entryDrafts.constFind(id);
    if (found == scene.state.entryDrafts.cend())
        return failure(ErrorKind::NotFound, u"there is no such draft (any more)"_s,
                       {{u"entry"_s, id.value}});
    if (found->revision != revision)
        return failure(ErrorKind::Conflict,
                       u"the draft was changed meanwhile (revision %1)"_s.arg(found->revision),
                       {{u"current"_s, found->revision}, {u"entry"_s, id.value}});
    return &*found;
}

void Commander::changeDraft(EntryDraft draft)
{
    ++draft.revision;
    draft.entry.changedBy = user.id;
    draft.entry.changedAt = scene.now;
    scene.add(GroupId{}, TopicId{}, KnowledgeDrafted{std::move(draft), user.id, false});
}

Result<> Commander::putDraft(Entry entry, int revision)
{
    if (const auto fits = checkEntryBounds(entry); !fits)
        return fits;
    const auto live = scene.state.entries.value(entry.id).version;
    // Written from an older version it may be; whoever publishes it is then shown the newer one.
    if (entry.version < 0 || entry.version > live)
        return failure(ErrorKind::Conflict, u"the draft is of a version that is not there"_s,
                       {{u"current"_s, live}, {u"entry"_s, entry.id.value}});
    if (revision != 0 || scene.state.entryDrafts.contains(entry.id)) {
        if (const auto seen = draftAt(entry.id, revision); !seen)
            return std::unexpected(seen.error());
    }
    if (entry.id.isEmpty())
        entry.id = scene.mint.entry();
    entry.state = EntryState::Draft;
    changeDraft({std::move(entry), revision, {}});
    return {};
}

Result<> Commander::put(Entry entry, int revision, EntryChange change)
{
    if (isDraft(entry))
        return putDraft(std::move(entry), revision);
    if (const auto fits = checkEntry(scene, entry); !fits)
        return fits;
    if (entry.version != 0 || scene.state.entries.contains(entry.id)) {
        if (const auto current = entryAt(entry.id, entry.version); !current)
            return std::unexpected(current.error());
    }
    if (entry.id.isEmpty())
        entry.id = scene.mint.entry();
    changeEntry(std::move(entry), change);
    return {};
}

Result<> Commander::run(const PutEntry &put)
{
    return this->put(put.entry, put.revision, EntryChange::Put);
}

Result<> Commander::run(const SubmitEntry &submit)
{
    const auto found = draftAt(submit.entry, submit.revision);
    if (!found)
        return std::unexpected(found.error());
    if (const auto fits = checkEntry(scene, (*found)->entry); !fits)
        return fits;
    if (!submit.note.isEmpty()) {
        if (const auto fits = checkNote(submit.note, u"note"_s); !fits)
            return fits;
    }
    auto draft = **found;
    draft.entry.state = EntryState::Review;
    draft.note = submit.note;
    changeDraft(std::move(draft));
    return {};
}

Result<> Commander::run(const PublishEntry &publish)
{
    const auto found = draftAt(publish.entry, publish.revision);
    if (!found)
        return std::unexpected(found.error());
    auto entry = (*found)->entry;
    if (entry.version != 0 || scene.state.entries.contains(entry.id)) {
        if (const auto current = entryAt(entry.id, entry.version); !current)
            return std::unexpected(current.error());
    }
    if (const auto fits = checkEntry(scene, entry); !fits)
        return fits;
    entry.state = EntryState::Live;
    changeEntry(std::move(entry), EntryChange::Published);
    return {};
}

Result<> Commander::run(const DiscardEntryDraft &discard)
{
    const auto found = draftAt(discard.entry, discard.revision);
    if (!found)
        return std::unexpected(found.error());
    scene.add(GroupId{}, TopicId{}, KnowledgeDrafted{**found, user.id, true});
    return {};
}

Result<> Commander::run(const ImportEntries &many)
{
    if (many.entries.isEmpty() || many.entries.size() > ImportEntries::most)
        return badField(u"entries"_s, u"1 to %1 entries at a time"_s.arg(ImportEntries::most));
    QSet<EntryId> seen;
    for (qsizetype row = 0; row < many.entries.size(); ++row) {
        const auto &entry = many.entries.at(row);
        if (!entry.id.isEmpty() && seen.contains(entry.id))
            return inRow(badField(u"entries"_s, u"an entry may be named once"_s), row);
        seen.insert(entry.id);
        if (const auto done = inRow(put(entry, 0, EntryChange::Imported), row); !done)
            return done;
    }
    return {};
}

Result<> Commander::run(const AcceptCorrection &accept)
{
    if (!scene.state.corrections.contains(accept.entry))
        return failure(ErrorKind::NotFound, u"nothing about this entry waits for an editor"_s,
                       {{u"entry"_s, accept.entry.value}});
    if (const auto seen = entryAt(accept.entry, accept.version); !seen)
        return std::unexpected(seen.error());
    scene.add(GroupId{}, TopicId{}, KnowledgeAccepted{accept.entry, accept.version, user.id});
    return {};
}

} // namespace quntai
