// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/teaching.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype similarLimit = 200;
constexpr qsizetype questionLimit = 300;

/** The customer's words: the question the wrong answer was given to. */
QString questionOf(const Scene &scene, const GroupState &group, const Message &wrong)
{
    if (const auto asked = findMessage(scene.state, wrong.group, wrong.answers))
        return wordsOf(*asked).simplified().left(questionLimit);
    for (auto at = group.recent.crbegin(); at != group.recent.crend(); ++at) {
        if ((*at)->seq < wrong.seq && (*at)->topic == wrong.topic && isFromMember(**at))
            return wordsOf(**at).simplified().left(questionLimit);
    }
    return {};
}

/** Puts the customer's words first among the similar ones; the oldest gives way at the limit. */
void addPhrasing(Entry &entry, const QString &question, const Lexicon &lexicon)
{
    if (question.isEmpty() || hasPhrasing(entry, question, lexicon))
        return;
    entry.similar.prepend(question);
    if (entry.similar.size() > similarLimit)
        entry.similar.removeLast();
}

} // namespace

Result<const Entry *> Commander::entryAt(const EntryId &id, int version) const
{
    const auto found = scene.state.entries.constFind(id);
    if (found == scene.state.entries.cend())
        return failure(ErrorKind::NotFound, u"there is no such entry"_s, {{u"entry"_s, id.value}});
    if (found->version != version)
        return failure(ErrorKind::Conflict,
                       u"the entry was changed meanwhile (version %1)"_s.arg(found->version),
                       {{u"current"_s, found->version},
                        {u"entry"_s, id.value},
                        {u"question"_s, found->question},
                        {u"answer"_s, found->answer}});
    return &*found;
}

void Commander::changeEntry(Entry entry, EntryChange change)
{
    ++entry.version;
    entry.changedBy = user.id;
    entry.changedAt = scene.now;
    scene.add(GroupId{}, TopicId{}, KnowledgeChanged{std::move(entry), change, user.id, {}, {}, {}});
}

Result<> Commander::run(const CorrectAnswer &correct)
{
    const auto found = topic(correct.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto question = correct.question.simplified().left(questionLimit);
    const auto wrong = message((*found)->group, correct.message);
    // An answer older than what is kept at hand: the question must have come along.
    if (!wrong && question.isEmpty())
        return std::unexpected(wrong.error());
    if (wrong && (*wrong)->topic != correct.topic)
        return badField(u"message"_s, u"the message is not of this topic"_s);
    const auto asked =
        wrong ? questionOf(scene, scene.group((*found)->group), **wrong) : question;
    Entry entry;
    if (correct.entry.isEmpty()) {
        entry.id = scene.mint.entry();
        entry.question = question.isEmpty() ? asked : correct.question.trimmed();
        if (wrong)
            entry.category = scene.state.entries.value((*wrong)->entry).category;
    } else {
        const auto known = entryAt(correct.entry, correct.version);
        if (!known)
            return std::unexpected(known.error());
        entry = **known;
    }
    entry.state = EntryState::Live;
    entry.answer = correct.answer.trimmed();
    addPhrasing(entry, asked, scene.lexicon());
    if (const auto fits = checkEntry(scene, entry); !fits)
        return fits;
    ++entry.version;
    entry.changedBy = user.id;
    entry.changedAt = scene.now;
    if (correct.publish && !wrong)
        return std::unexpected(wrong.error());
    if (correct.publish) {
        if (const auto sent = publish(**found, **wrong, entry); !sent)
            return sent;
    }
    forgetLessonsOf(scene, user, asked, wrong ? MessageId((*wrong)->answers) : MessageId{});
    scene.add(GroupId{}, TopicId{},
              KnowledgeChanged{entry, EntryChange::Corrected, user.id, asked, correct.message,
                               correct.faults});
    return {};
}

Result<> Commander::run(const RetireEntry &retire)
{
    const auto found = entryAt(retire.entry, retire.version);
    if (!found)
        return std::unexpected(found.error());
    auto entry = **found;
    entry.state = EntryState::Retired;
    changeEntry(std::move(entry), EntryChange::Retired);
    return {};
}

Result<> Commander::run(const RestoreEntry &restore)
{
    const auto found = entryAt(restore.entry, restore.version);
    if (!found)
        return std::unexpected(found.error());
    auto entry = **found;
    entry.state = EntryState::Live;
    changeEntry(std::move(entry), EntryChange::Restored);
    return {};
}

} // namespace quntai
