// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entryrules.h"

#include "models/domain/wordpattern.h"

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** In the order of RuleKind. */
const std::array<std::array<QString, 2>, 3> &kindWords()
{
    static const std::array<std::array<QString, 2>, 3> words{{{u"exact"_s, u"等于"_s},
                                                              {u"contains"_s, u"包含"_s},
                                                              {u"regex"_s, u"正则"_s}}};
    return words;
}

} // namespace

QString lineOfRule(const EntryRule &rule, bool chinese)
{
    return kindWords()[std::size_t(rule.kind)][chinese ? 1 : 0] + u": "_s + rule.text;
}

std::optional<EntryRule> ruleOfLine(const QString &line)
{
    const auto colon = std::ranges::find_if(line, [](QChar c) { return c == u':' || c == u'：'; });
    if (colon == line.cend())
        return std::nullopt;
    const auto at = colon - line.cbegin();
    const auto text = line.sliced(at + 1);
    const auto word = line.first(at).trimmed().toLower();
    for (std::size_t kind = 0; kind < kindWords().size(); ++kind) {
        if (std::ranges::contains(kindWords()[kind], word))
            return EntryRule{RuleKind(kind), text.startsWith(u' ') ? text.sliced(1) : text};
    }
    return std::nullopt;
}

QString ruleProblem(const EntryRule &rule)
{
    if (rule.kind == RuleKind::Regex)
        return wordPatternProblem(rule.text);
    if (rule.text.trimmed().isEmpty() || rule.text.size() > EntryRule::longest)
        return u"a rule has 1 to %1 characters"_s.arg(EntryRule::longest);
    return {};
}

QString rulesProblem(const QList<EntryRule> &rules)
{
    if (rules.size() > EntryRule::most)
        return u"an entry has at most %1 rules"_s.arg(EntryRule::most);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (const auto problem = ruleProblem(rules.at(i)); !problem.isEmpty())
            return u"rule %1: %2"_s.arg(i + 1).arg(problem);
    }
    return {};
}

} // namespace quntai
