// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entryslots.h"

#include "models/domain/answertext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestChoices = 2;

/** In the order of SlotKind. */
const std::array<std::array<QString, 2>, 6> &kindWords()
{
    static const std::array<std::array<QString, 2>, 6> words{
        {{u"order"_s, u"订单"_s},
         {u"phone"_s, u"手机"_s},
         {u"date"_s, u"日期"_s},
         {u"product"_s, u"商品"_s},
         {u"choice"_s, u"选项"_s},
         {u"text"_s, u"文字"_s}}};
    return words;
}

/** Something, of one line, without spaces around it. */
bool isFilled(const QString &text, qsizetype longest)
{
    return !text.isEmpty() && text == text.trimmed() && text.size() <= longest
        && !text.contains(u'\n');
}

/** Without the signs its line is read by. */
bool isPlain(const QString &text)
{
    static const QRegularExpression signs(u"[{}\\[\\]|:：]"_s);
    return !text.contains(signs);
}

QString nameProblem(const Slot &slot)
{
    if (!isFilled(slot.name, Slot::longestName) || !isPlain(slot.name))
        return u"a name has 1 to %1 characters, none of { } [ ] | :"_s.arg(Slot::longestName);
    // What an order says is looked up, never told; only which order it is.
    if (answerVariables().contains(slot.name)
        && !(slot.kind == SlotKind::Order && slot.name == u"订单号"))
        return u"%1 is filled from the customer's orders"_s.arg(slot.name);
    return {};
}

QString choiceProblem(const Slot &slot)
{
    const auto most = slot.choices.size() > Slot::mostChoices;
    if (most || (slot.kind == SlotKind::Choice && slot.choices.size() < fewestChoices))
        return u"give %1 to %2 choices"_s.arg(fewestChoices).arg(Slot::mostChoices);
    const auto fits = [](const QString &text) {
        return isFilled(text, Slot::longestChoice) && isPlain(text);
    };
    if (!std::ranges::all_of(slot.choices, fits))
        return u"a choice has 1 to %1 characters, none of { } [ ] | :"_s.arg(Slot::longestChoice);
    return {};
}

QString slotProblem(const Slot &slot)
{
    if (const auto problem = nameProblem(slot); !problem.isEmpty())
        return problem;
    if (!slot.ask.isEmpty() && !isFilled(slot.ask, Slot::longestAsk))
        return u"a question has at most %1 characters, on one line"_s.arg(Slot::longestAsk);
    return choiceProblem(slot);
}

} // namespace

QString lineOfSlot(const Slot &slot, bool chinese)
{
    auto line = kindWords()[std::size_t(slot.kind)][chinese ? 1 : 0] + u' ' + slot.name;
    if (!slot.choices.isEmpty())
        line += u'[' + slot.choices.join(u'|') + u']';
    return slot.ask.isEmpty() ? line : line + u": "_s + slot.ask;
}

std::optional<Slot> slotOfLine(const QString &line)
{
    static const QRegularExpression form(
        u"\\A\\s*(\\w+)\\s+([^\\[\\]:：]+?)\\s*(?:\\[([^\\]]*)\\])?\\s*(?:[:：]\\s*(.*?))?\\s*\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(line);
    const auto word = match.captured(1).toLower();
    for (std::size_t kind = 0; match.hasMatch() && kind < kindWords().size(); ++kind) {
        if (!std::ranges::contains(kindWords()[kind], word))
            continue;
        Slot slot{match.captured(2), match.captured(4), SlotKind(kind), {}};
        for (const auto &choice : match.captured(3).split(u'|', Qt::SkipEmptyParts))
            slot.choices.append(choice.trimmed());
        return slot;
    }
    return std::nullopt;
}

QList<Slot> slotsOfLines(const QStringList &lines)
{
    QList<Slot> all;
    for (const auto &line : lines)
        all.append(slotOfLine(line).value_or(Slot{line, {}, SlotKind::Text, {}}));
    return all;
}

QStringList linesOfSlots(const QList<Slot> &all, bool chinese)
{
    QStringList lines;
    for (const auto &slot : all)
        lines.append(lineOfSlot(slot, chinese));
    return lines;
}

QMap<QString, QString> slotsTold(const Topic &topic, const MemberId &by)
{
    QMap<QString, QString> told;
    for (const auto &known : topic.slots_) {
        if (known.by == by)
            told.insert(known.name, known.value);
    }
    return told;
}

QString slotsProblem(const QList<Slot> &all)
{
    if (all.size() > Entry::slotLimit)
        return u"at most %1 slots"_s.arg(Entry::slotLimit);
    QStringList names;
    for (const auto &slot : all) {
        auto problem = slotProblem(slot);
        if (names.contains(slot.name))
            problem = u"%1 is there twice"_s.arg(slot.name);
        names.append(slot.name);
        if (!problem.isEmpty())
            return u"slot %1: %2"_s.arg(names.size()).arg(problem);
    }
    return {};
}

QString stepsProblem(const QStringList &steps)
{
    if (steps.size() > Entry::stepLimit)
        return u"at most %1 steps"_s.arg(Entry::stepLimit);
    for (qsizetype at = 0; at < steps.size(); ++at) {
        if (!isFilled(steps[at], Entry::longestStep))
            return u"step %1: it has 1 to %2 characters"_s.arg(at + 1).arg(Entry::longestStep);
        if (steps.indexOf(steps[at]) < at)
            return u"step %1: it is there twice"_s.arg(at + 1);
    }
    return {};
}

const Slot *slotNamed(const Entry &entry, const QString &name)
{
    const auto found = std::ranges::find(entry.slots_, name, &Slot::name);
    return found == entry.slots_.cend() ? nullptr : &*found;
}

} // namespace quntai
