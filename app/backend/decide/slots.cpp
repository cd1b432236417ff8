// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/slots.h"

#include "app/backend/decide/composing.h"
#include "app/backend/language/choosing.h"
#include "app/backend/language/days.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"
#include "models/domain/entryslots.h"

#include <QTimeZone>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFreeText = Slot::longestValue;

/** The day on the company's calendar. */
QDate dayAt(const Scene &scene, const Message &message)
{
    const auto offset = scene.policyOf(message.group).hours.offset;
    return QDateTime::fromMSecsSinceEpoch(message.at.ms, QTimeZone::UTC).addSecs(offset * 60).date();
}

QStringList normalisedAll(const Scene &scene, const QStringList &texts)
{
    QStringList all;
    for (const auto &text : texts)
        all.append(normalise(text, scene.lexicon()).text);
    return all;
}

/** What the entry can be about: its choices, else its tags that are no words of its question, and
 * what the asker has ordered. */
QStringList productsOf(const Scene &scene, const Message &message, const Entry &entry,
                       const Slot &slot)
{
    auto names = slot.choices;
    for (const auto &tag : entry.tags) {
        if (slot.choices.isEmpty() && !entry.question.contains(tag) && !entry.category.contains(tag))
            names.append(tag);
    }
    if (const auto *customer = customerOf(scene.state, message.group, {message.author.id})) {
        for (const auto &order : customer->orders) {
            for (const auto &line : order.lines)
                names.append(line.name);
        }
    }
    names.removeDuplicates();
    return names;
}

/** Reads the slots of one entry from one message. */
class Reader
{
public:
    Reader(const Scene &scene, const Message &message, const Entry &entry)
        : m_scene(scene), m_message(message), m_entry(entry),
          m_normal(normalise(wordsOf(message), scene.lexicon()).text),
          m_entities(entitiesOf(m_normal))
    {
    }

    QMap<QString, QString> read(const QString &asked) const
    {
        QMap<QString, QString> told;
        if (!m_entities.orders.isEmpty())
            told.insert(orderSlot(), m_entities.orders.first());
        for (const auto &slot : m_entry.slots_) {
            if (const auto value = valueOf(slot, slot.name == asked); !value.isEmpty())
                told.insert(slot.name, value.left(Slot::longestValue));
        }
        return told;
    }

private:
    QString valueOf(const Slot &slot, bool isAsked) const
    {
        switch (slot.kind) {
        case SlotKind::Order: return m_entities.orders.value(0);
        case SlotKind::Phone: return m_entities.phones.value(0);
        case SlotKind::Date: return date();
        case SlotKind::Product: return product(slot, isAsked);
        case SlotKind::Choice: return choice(slot, isAsked);
        case SlotKind::Text: return isAsked ? freeText() : QString();
        }
        return {};
    }

    QString date() const
    {
        const auto days = daysIn(m_normal, dayAt(m_scene, m_message));
        return days.isEmpty() ? QString() : dayText(days.first());
    }

    QString product(const Slot &slot, bool isAsked) const
    {
        const auto names = productsOf(m_scene, m_message, m_entry, slot);
        const auto normal = normalisedAll(m_scene, names);
        auto found = namedIn(m_normal, normal);
        if (!found && isAsked)
            found = chosenAmong(m_normal, normal);
        return found ? names[*found] : QString();
    }

    /** Told by name in a question; by its number only where the choices were just listed. */
    QString choice(const Slot &slot, bool isAsked) const
    {
        const auto normal = normalisedAll(m_scene, slot.choices);
        if (isAsked) {
            const auto chosen = chosenAmong(m_normal, normal);
            return chosen ? slot.choices[*chosen] : named(slot, normal);
        }
        return named(slot, normal);
    }

    QString named(const Slot &slot, const QStringList &normal) const
    {
        qsizetype only = -1;
        for (qsizetype at = 0; at < normal.size(); ++at) {
            if (normal[at].isEmpty() || !m_normal.contains(normal[at]))
                continue;
            // 米白色 has 白色 in it, and is meant.
            if (only < 0 || normal[at].contains(normal[only]))
                only = at;
            else if (!normal[only].contains(normal[at]))
                return {};
        }
        return only < 0 ? QString() : slot.choices[only];
    }

    /** What stands for itself when it was asked for; a question does not. */
    QString freeText() const
    {
        const auto words = wordsOf(m_message).simplified();
        const bool asks = m_normal.contains(u'?') || m_normal.endsWith(u'吗');
        return words.size() <= longestFreeText && !asks && !lettersOf(m_normal).isEmpty()
            ? words
            : QString();
    }

    const Scene &m_scene;
    const Message &m_message;
    const Entry &m_entry;
    const QString m_normal;
    const Entities m_entities;
};

QString ownWords(SlotKind kind, const QString &name)
{
    switch (kind) {
    case SlotKind::Order: return askForOrder();
    case SlotKind::Phone: return u"麻烦告诉我登记的手机号，群里人多，也可以私聊发给客服。"_s;
    case SlotKind::Date: return u"麻烦告诉我是哪一天，比如“周三”或“3月5号”。"_s;
    case SlotKind::Product: return u"麻烦告诉我是哪样商品。"_s;
    case SlotKind::Choice: return u"请问您要哪一种？"_s;
    case SlotKind::Text: return u"麻烦告诉我一下%1。"_s.arg(name);
    }
    return {};
}

} // namespace

QString orderSlot()
{
    return u"订单号"_s;
}

QMap<QString, QString> slotsBefore(const Topic *topic, const MemberId &by)
{
    return topic ? slotsTold(*topic, by) : QMap<QString, QString>{};
}

QMap<QString, QString> slotsIn(const Scene &scene, const Message &message, const Entry &entry,
                              const QString &asked)
{
    return Reader(scene, message, entry).read(asked);
}

QMap<QString, QString> slotsFor(const Scene &scene, const Message &message, const Entry &entry,
                               const Topic *topic)
{
    auto told = slotsBefore(topic, {message.author.id});
    const auto *awaited = awaitedFrom(topic, message);
    const auto asked = awaited && awaited->entry == entry.id ? awaited->slot : QString();
    told.insert(slotsIn(scene, message, entry, asked));
    return told;
}

const SlotAsked *awaitedFrom(const Topic *topic, const Message &message)
{
    const bool isAwaited = topic && topic->asked && isFromMember(message)
        && topic->asked->asker == MemberId{message.author.id};
    return isAwaited ? &*topic->asked : nullptr;
}

Entry entryInTalk(const Scene &scene, const Topic &topic, const Message &message)
{
    const auto &entries = scene.state.entries;
    if (const auto *awaited = awaitedFrom(&topic, message))
        return entries.value(awaited->entry);
    const MemberId by{message.author.id};
    const auto last = std::find_if(topic.answered.crbegin(), topic.answered.crend(),
                                   [&](const Answered &one) { return one.askers.contains(by); });
    return last == topic.answered.crend() ? Entry{} : entries.value(last->entry);
}

bool answersSlot(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto *awaited = awaitedFrom(&topic, message);
    if (!awaited)
        return false;
    const auto entry = scene.state.entries.value(awaited->entry);
    return slotsIn(scene, message, entry, awaited->slot).contains(awaited->slot);
}

const Slot *missingSlot(const Scene &scene, const Message &asked, const Entry &entry,
                        const QMap<QString, QString> &told)
{
    const auto *customer = customerOf(scene.state, asked.group, {asked.author.id});
    const bool hasOneOrder = customer && customer->orders.size() == 1;
    const auto missing = std::ranges::find_if(entry.slots_, [&](const Slot &slot) {
        return !told.contains(slot.name) && !(slot.kind == SlotKind::Order && hasOneOrder);
    });
    return missing == entry.slots_.cend() ? nullptr : &*missing;
}

QString askFor(const Slot &slot)
{
    auto text = slot.ask.isEmpty() ? ownWords(slot.kind, slot.name) : slot.ask;
    if (slot.kind != SlotKind::Choice)
        return text;
    for (qsizetype at = 0; at < slot.choices.size(); ++at)
        text += u"\n%1. %2"_s.arg(at + 1).arg(slot.choices[at]);
    return text;
}

} // namespace quntai
