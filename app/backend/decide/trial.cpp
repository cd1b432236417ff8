// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/trial.h"

#include "app/backend/decide/commander.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/verdict.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto nameless = u"new"_s;

Message messageOf(const TrialQuestion &asked, Instant now)
{
    Message message;
    message.id = {u"trial"_s};
    message.at = now;
    message.group = asked.group;
    message.author = {AuthorKind::Member, u"trial"_s, u"客户"_s};
    message.text = asked.question.trimmed();
    message.mentionsBot = true;
    return message;
}

/** Of the entry as the retriever has it. */
QString phrasingOf(const State &state, const EntryId &id, int phrasing)
{
    const auto entry = withLessons(state.entries.value(id), state.lessons);
    return phrasing == 0 ? entry.question : entry.similar.value(phrasing - 1);
}

QStringList wordsIn(const QString &query, const Lexicon &lexicon)
{
    QStringList words;
    for (const auto &term : tokenise(query, lexicon).terms) {
        if (term.kind == Term::Kind::Word)
            words.append(term.text);
    }
    return words;
}

/** Where the entry it was asked about stands, also far down. */
void place(const Scene &scene, const EntryId &entry, Trial &trial)
{
    const auto all = scene.find(trial.verdict.query, Retriever::reranked);
    for (qsizetype i = 0; i < all.candidates.size(); ++i) {
        if (all.candidates.at(i).entry != entry)
            continue;
        trial.asked = all.candidates.at(i);
        trial.rank = int(i) + 1;
        trial.askedNearest = phrasingOf(scene.state, entry, all.phrasings.at(i));
    }
}

Trial tried(const State &state, const Core &core, Instant now, const TrialQuestion &asked)
{
    IdMint mint(u"c0"_s, 0);
    const Scene scene(state, core, now, mint);
    const auto message = messageOf(asked, now);
    const auto read = readAlone(scene, message);
    const auto addressing = addressingOf(scene, message, {}, read.found, read.emotion);
    const auto decision = decisionFor(scene, message, nullptr, addressing, read);
    Trial trial;
    trial.verdict = decision.verdict;
    trial.words = wordsIn(read.found.query, scene.lexicon());
    for (qsizetype i = 0; i < read.found.candidates.size(); ++i)
        trial.nearest.append(phrasingOf(state, read.found.candidates.at(i).entry,
                                        read.found.phrasings.at(i)));
    if (!decision.text.isEmpty())
        trial.text = labelled(scene.policyOf(asked.group), decision.text);
    trial.entry = decision.entry;
    place(scene, asked.entry, trial);
    return trial;
}

} // namespace

Result<Trial> tryQuestion(const State &state, const Core &core, Instant now,
                          const TrialQuestion &asked)
{
    if (asked.question.trimmed().isEmpty() || asked.question.size() > TrialQuestion::longest)
        return badField(u"question"_s,
                        u"a question has 1 to %1 characters"_s.arg(TrialQuestion::longest));
    if (!asked.group.isEmpty() && !state.groups.contains(asked.group))
        return badField(u"group"_s, u"there is no such group"_s);
    if (!asked.draft)
        return tried(state, core, now, asked);
    if (const auto fits = checkEntryBounds(*asked.draft); !fits)
        return std::unexpected(fits.error());
    auto draft = *asked.draft;
    draft.state = EntryState::Live;
    draft.changedAt = now;
    if (draft.id.isEmpty())
        draft.id = {nameless};
    // Copies: what the bot works with must not even for a moment know of the draft.
    auto with = state;
    with.entries.insert(draft.id, draft);
    auto trial = core;
    trial.retriever.put(withLessons(draft, state.lessons));
    trial.rules.put(draft);
    auto question = asked;
    question.entry = draft.id;
    return tried(with, trial, now, question);
}

} // namespace quntai
