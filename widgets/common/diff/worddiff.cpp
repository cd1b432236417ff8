// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/diff/worddiff.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace quntai {

namespace {

using Kind = DiffPart::Kind;
using Words = QList<QStringView>;

constexpr qsizetype mostWords = 2000;
constexpr qsizetype longestVariable = 64;

bool joinsWord(QChar c)
{
    return c.unicode() < 0x250 && (c.isLetterOrNumber() || c == u'_');
}

qsizetype variableLength(QStringView text)
{
    if (!text.startsWith(u"{{"))
        return 0;
    const auto end = text.first(std::min(text.size(), longestVariable)).indexOf(u"}}");
    return end < 0 ? 0 : end + 2;
}

qsizetype wordLength(QStringView text)
{
    if (const auto variable = variableLength(text); variable > 0)
        return variable;
    if (joinsWord(text.front())) {
        qsizetype length = 1;
        while (length < text.size() && joinsWord(text.at(length)))
            ++length;
        return length;
    }
    const bool pair =
        text.size() > 1 && text.front().isHighSurrogate() && text.at(1).isLowSurrogate();
    return pair ? 2 : 1;
}

Words wordsOf(QStringView text)
{
    Words words;
    while (!text.isEmpty()) {
        const auto length = wordLength(text);
        words.append(text.first(length));
        text = text.sliced(length);
    }
    return words;
}

/** Lengths of the longest common subsequence of every pair of tails. */
class TailTable
{
public:
    TailTable(const Words &before, const Words &after)
        : m_width(after.size() + 1), m_cells(static_cast<size_t>((before.size() + 1) * m_width), 0)
    {
        for (auto i = before.size() - 1; i >= 0; --i) {
            for (auto j = after.size() - 1; j >= 0; --j)
                cell(i, j) = before.at(i) == after.at(j) ? std::uint16_t(at(i + 1, j + 1) + 1)
                                                         : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::uint16_t at(qsizetype i, qsizetype j) const
    {
        return m_cells[static_cast<size_t>(i * m_width + j)];
    }

private:
    std::uint16_t &cell(qsizetype i, qsizetype j)
    {
        return m_cells[static_cast<size_t>(i * m_width + j)];
    }

    qsizetype m_width;
    std::vector<std::uint16_t> m_cells;
};

struct Step
{
    Kind kind;
    QStringView word;
};
using Steps = QList<Step>;

void addAll(Steps &steps, Kind kind, const Words &words)
{
    for (const auto word : words)
        steps.append({kind, word});
}

Steps middleSteps(const Words &before, const Words &after)
{
    Steps steps;
    if (before.size() > mostWords || after.size() > mostWords) {
        addAll(steps, Kind::Removed, before);
        addAll(steps, Kind::Added, after);
        return steps;
    }
    const TailTable table(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before.at(i) == after.at(j)) {
            steps.append({Kind::Same, before.at(i)});
            ++i;
            ++j;
        } else if (table.at(i + 1, j) >= table.at(i, j + 1)) {
            steps.append({Kind::Removed, before.at(i++)});
        } else {
            steps.append({Kind::Added, after.at(j++)});
        }
    }
    addAll(steps, Kind::Removed, before.sliced(i));
    addAll(steps, Kind::Added, after.sliced(j));
    return steps;
}

/** One change: what was taken out and what came in its place, joined from the steps between two
 * runs that stay. */
QList<DiffPart> partsOf(const Steps &steps)
{
    QList<DiffPart> parts;
    QString removed;
    QString added;
    const auto close = [&] {
        if (!removed.isEmpty())
            parts.append({Kind::Removed, std::exchange(removed, {})});
        if (!added.isEmpty())
            parts.append({Kind::Added, std::exchange(added, {})});
    };
    const auto isSame = [&steps](qsizetype i) {
        return i >= 0 && i < steps.size() && steps.at(i).kind == Kind::Same;
    };
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const auto &step = steps.at(i);
        const bool crumb =
            isSame(i) && !isSame(i - 1) && !isSame(i + 1) && i > 0 && i + 1 < steps.size();
        if (step.kind == Kind::Removed || crumb)
            removed += step.word;
        if (step.kind == Kind::Added || crumb)
            added += step.word;
        if (step.kind != Kind::Same || crumb)
            continue;
        close();
        if (!parts.isEmpty() && parts.constLast().kind == Kind::Same)
            parts.last().text += step.word;
        else
            parts.append({Kind::Same, step.word.toString()});
    }
    close();
    return parts;
}

} // namespace

QList<DiffPart> wordDiff(const QString &before, const QString &after)
{
    const auto old = wordsOf(before);
    const auto now = wordsOf(after);
    const auto shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old.at(head) == now.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail))
        ++tail;
    Steps steps;
    addAll(steps, Kind::Same, old.first(head));
    steps += middleSteps(old.sliced(head, old.size() - head - tail),
                         now.sliced(head, now.size() - head - tail));
    addAll(steps, Kind::Same, old.last(tail));
    return partsOf(steps);
}

bool isVariable(const QString &text)
{
    return text.size() > 4 && variableLength(text) == text.size();
}

} // namespace quntai
