// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/ruleindex.h"

#include "app/backend/language/normalise.h"
#include "models/domain/wordpattern.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ruleScore = 990;  // as the very words of an entry

/** Without what a message ends in; "+1" is not "1". */
QString wholeOf(const QString &normal)
{
    auto end = normal.size();
    while (end > 0 && !normal[end - 1].isLetterOrNumber())
        --end;
    return normal.first(end);
}

/** A pattern in the characters texts are read in. */
QString simplified(const QString &pattern, const Lexicon &lexicon)
{
    auto plain = pattern;
    for (auto &c : plain)
        c = lexicon.simplified(c);
    return plain;
}

/** In front, with the others below it, as their probabilities sum up. */
void putFirst(Retrieval &found, Candidate first, int phrasing)
{
    const auto limit = std::max<qsizetype>(1, found.candidates.size());
    first.score = ruleScore;
    first.signals_.insert(u"rule"_s, 1000);
    for (auto &candidate : found.candidates)
        candidate.score = std::min(candidate.score, 1000 - ruleScore);
    found.candidates.prepend(std::move(first));
    found.phrasings.prepend(phrasing);
    if (found.candidates.size() > limit) {
        found.candidates.resize(limit);
        found.phrasings.resize(limit);
    }
    found.confidence = ruleScore;
    found.outOfScope = 1000 - ruleScore;
}

} // namespace

RuleIndex::RuleIndex(std::shared_ptr<const Lexicon> lexicon) : m_lexicon(std::move(lexicon)) {}

void RuleIndex::clear()
{
    m_rules.clear();
    m_exact.clear();
    m_contains.clear();
}

void RuleIndex::put(const Entry &entry)
{
    remove(entry.id);
    if (entry.state != EntryState::Live)
        return;
    for (const auto &rule : entry.rules)
        add(entry.id, rule);
}

void RuleIndex::add(const EntryId &entry, const EntryRule &rule)
{
    if (rule.kind == RuleKind::Regex) {
        const auto text = simplified(rule.text, *m_lexicon);
        m_rules[entry].patterns.append({text, wordPattern(text)});
        return;
    }
    const auto normal = normalise(rule.text, *m_lexicon).text;
    const auto whole = wholeOf(normal);
    if (rule.kind == RuleKind::Exact && !whole.isEmpty()) {
        m_rules[entry].exact.append(whole);
        m_exact[whole].append(entry);
    } else if (rule.kind == RuleKind::Contains && !normal.isEmpty()) {
        m_rules[entry].contains.append(normal);
        m_contains[normal.front()][normal].append(entry);
    }
}

void RuleIndex::remove(const EntryId &entry)
{
    const auto found = m_rules.find(entry);
    if (found == m_rules.end())
        return;
    for (const auto &whole : found->second.exact) {
        m_exact[whole].removeOne(entry);
        if (m_exact[whole].isEmpty())
            m_exact.remove(whole);
    }
    for (const auto &text : found->second.contains) {
        auto &same = m_contains[text.front()];
        same[text].removeOne(entry);
        if (same[text].isEmpty())
            same.remove(text);
        if (same.isEmpty())
            m_contains.remove(text.front());
    }
    m_rules.erase(found);
}

EntryId RuleIndex::exactHit(const QString &whole) const
{
    const auto found = m_exact.constFind(whole);
    return found == m_exact.cend() ? EntryId() : *std::min_element(found->cbegin(), found->cend());
}

EntryId RuleIndex::containedHit(const QString &normal) const
{
    EntryId best;
    qsizetype length = 0;
    for (qsizetype at = 0; at < normal.size(); ++at) {
        const auto known = m_contains.constFind(normal[at]);
        if (known == m_contains.cend())
            continue;
        for (auto rule = known->cbegin(); rule != known->cend(); ++rule) {
            const auto &text = rule.key();
            if (text.size() < length || !QStringView(normal).sliced(at).startsWith(text))
                continue;
            const auto entry = *std::min_element(rule->cbegin(), rule->cend());
            if (text.size() > length || entry < best)
                best = entry;
            length = text.size();
        }
    }
    return best;
}

EntryId RuleIndex::patternHit(const QString &normal) const
{
    EntryId best;
    qsizetype length = 0;
    for (const auto &[entry, rules] : m_rules) {
        for (const auto &pattern : rules.patterns) {
            // By id: of equals the first one stays.
            if (pattern.text.size() <= length || !pattern.regex.match(normal).hasMatch())
                continue;
            best = entry;
            length = pattern.text.size();
        }
    }
    return best;
}

EntryId RuleIndex::entryFor(QStringView text) const
{
    if (m_rules.empty())
        return {};
    const auto normal = normalise(text, *m_lexicon).text;
    auto entry = exactHit(wholeOf(normal));
    if (entry.isEmpty())
        entry = containedHit(normal);
    return entry.isEmpty() ? patternHit(normal) : entry;
}

Retrieval RuleIndex::over(Retrieval found, QStringView text,
                          const QHash<EntryId, Entry> &entries) const
{
    const auto id = entryFor(text);
    if (id.isEmpty())
        return found;
    const auto at = std::ranges::find(found.candidates, id, &Candidate::entry);
    if (at == found.candidates.end()) {
        const auto entry = entries.value(id);
        putFirst(found, {id, entry.version, entry.question, 0, {}}, -1);
        return found;
    }
    const auto place = at - found.candidates.begin();
    auto candidate = found.candidates.takeAt(place);
    const int phrasing = found.phrasings.takeAt(place);
    // What was taken out makes room again.
    found.candidates.append(Candidate{});
    found.phrasings.append(-1);
    putFirst(found, std::move(candidate), phrasing);
    return found;
}

} // namespace quntai
