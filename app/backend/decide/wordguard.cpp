// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/wordguard.h"

#include "app/backend/language/normalise.h"
#include "models/domain/wordpattern.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype mostSpans = 20;

/** A normalised text without spaces that still knows where its characters came from. */
NormalisedText dense(const QString &text, const Lexicon &lexicon)
{
    const auto normal = normalise(text, lexicon);
    NormalisedText out;
    for (qsizetype i = 0; i < normal.text.size(); ++i) {
        if (normal.text[i] == u' ')
            continue;
        out.text.append(normal.text[i]);
        out.origin.append(normal.origin[i]);
    }
    return out;
}

QList<Span> spansOf(const QString &needle, const NormalisedText &where)
{
    QList<Span> spans;
    for (auto at = where.text.indexOf(needle); at >= 0;
         at = where.text.indexOf(needle, at + needle.size())) {
        const auto [start, length] = where.originalRange(int(at), int(needle.size()));
        spans.append({start, length, 0});
    }
    return spans;
}

/** Every place a pattern takes; toSpan says where that is in the text. */
template <class ToSpan>
std::optional<Breach> taken(const QRegularExpression &pattern, const QString &text, ToSpan toSpan)
{
    Breach breach;
    for (qsizetype from = 0; from <= text.size() && breach.spans.size() < mostSpans;) {
        const auto found = pattern.match(text, from);
        if (!found.isValid()) {
            breach.word = breach.word.isEmpty() ? pattern.pattern().section(u')', 2) : breach.word;
            return breach;
        }
        if (!found.hasMatch())
            break;
        from = std::max(found.capturedEnd(), found.capturedStart() + 1);
        if (found.capturedLength() == 0)
            continue;
        if (breach.spans.isEmpty())
            breach.word = found.captured();
        breach.spans.append(toSpan(int(found.capturedStart()), int(found.capturedLength())));
    }
    return breach.spans.isEmpty() ? std::nullopt : std::optional(breach);
}

} // namespace

WordGuard::Set WordGuard::setOf(const WordSet &words, const Lexicon &lexicon)
{
    Set set{words.name, words.action, {}, {}};
    for (const auto &word : words.words) {
        if (const auto needle = dense(word, lexicon).text; !needle.isEmpty())
            set.words.append({needle, word});
    }
    for (const auto &pattern : words.patterns)
        set.patterns.append(wordPattern(pattern));
    return set;
}

WordGuard::WordGuard(const Policy &policy, const Lexicon &lexicon)
    : m_sensitive(policy.sensitiveWords), m_source(policy.wordSets)
{
    m_sets.append(setOf({{}, WordAction::Block, m_sensitive, {}}, lexicon));
    for (const auto &set : m_source)
        m_sets.append(setOf(set, lexicon));
}

bool WordGuard::isFor(const Policy &policy) const
{
    // Of shared lists this compares no more than where they lie.
    return !m_sets.isEmpty() && m_sensitive == policy.sensitiveWords && m_source == policy.wordSets;
}

std::optional<Breach> WordGuard::breachOf(const Set &set, const QString &text,
                                          const NormalisedText &bare)
{
    for (const auto &[needle, word] : set.words) {
        if (auto spans = spansOf(needle, bare); !spans.isEmpty())
            return Breach{word, std::move(spans), set.name};
    }
    const auto inText = [](int start, int length) { return Span{start, length, 0}; };
    const auto inBare = [&](int start, int length) {
        const auto [from, size] = bare.originalRange(start, length);
        return Span{from, size, 0};
    };
    for (const auto &pattern : set.patterns) {
        auto breach = taken(pattern, text, inText);
        if (!breach)
            breach = taken(pattern, bare.text, inBare);
        if (breach)
            return Breach{breach->word, breach->spans, set.name};
    }
    return std::nullopt;
}

std::optional<Breach> WordGuard::firstIn(const QString &text, WordAction action,
                                         const Lexicon &lexicon) const
{
    const auto bare = dense(text, lexicon);
    for (const auto &set : m_sets) {
        if (set.action != action)
            continue;
        if (auto breach = breachOf(set, text, bare))
            return breach;
    }
    return std::nullopt;
}

QStringList WordGuard::warningsOf(const QString &text, const Lexicon &lexicon) const
{
    const auto bare = dense(text, lexicon);
    QStringList names;
    for (const auto &set : m_sets) {
        if (set.action == WordAction::Warn && breachOf(set, text, bare))
            names.append(set.name);
    }
    return names;
}

} // namespace quntai
