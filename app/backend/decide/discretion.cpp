// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/discretion.h"

#include "app/backend/decide/compliance.h"
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(PersonalKind kind)
{
    return QString::fromLatin1(wordOf(kind));
}

/** Said once for one stretch of text: an order number is none when it is a phone number too. */
void addApart(QList<PersonalData> &found, const PersonalData &other)
{
    const auto meets = [&](const PersonalData &one) {
        return one.span.start < other.span.start + other.span.length
            && other.span.start < one.span.start + one.span.length;
    };
    if (!std::ranges::any_of(found, meets))
        found.append(other);
}

std::unexpected<Error> othersOrder(const QString &text, const QList<PersonalData> &orders)
{
    QJsonArray spans;
    for (const auto &order : orders)
        spans.append(QJsonObject{{u"start"_s, order.span.start}, {u"length"_s, order.span.length}});
    return failure(ErrorKind::Policy, u"another customer's order may not be told"_s,
                   {{u"rule"_s, u"privacy"_s},
                    {u"data"_s, nameOf(PersonalKind::Order)},
                    {u"spans"_s, spans},
                    {u"redacted"_s, redacted(text, orders)}});
}

} // namespace

QList<MemberId> toldIn(const Topic &topic, const QList<MemberId> &mentions)
{
    if (!mentions.isEmpty())
        return mentions;
    auto told = topic.askers;
    if (!topic.asker.isEmpty() && !told.contains(topic.asker))
        told.prepend(topic.asker);
    return told;
}

QList<PersonalData> privateIn(const Scene &scene, const GroupId &group,
                              const QList<MemberId> &told, const QString &text)
{
    auto found = personalDataIn(text);
    for (const auto &order : othersOrdersIn(scene.state, group, told, text))
        addApart(found, order);
    std::ranges::sort(found, {}, [](const PersonalData &one) { return one.span.start; });
    return found;
}

Divided divided(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                const QString &text)
{
    const auto found = privateIn(scene, group, told, text);
    if (found.isEmpty())
        return {text, {}, {}};
    auto orders = found;
    orders.removeIf([](const PersonalData &one) { return one.kind != PersonalKind::Order; });
    const bool adds = orders.size() < found.size();
    return {redacted(text, found), adds ? redacted(text, orders) : QString(),
            nameOf(found.first().kind)};
}

void draftAside(Scene &scene, const Topic &topic, const Author &author, const QString &aside,
                const MemberId &to, const MessageQueued &shown)
{
    if (aside.isEmpty() || to.isEmpty())
        return;
    for (const auto &old : draftsOf(scene.state, topic.id)) {
        if (old.privateTo == to && old.entry == shown.entry)
            scene.add(topic, DraftWithdrawn{old.id, u"overtaken"_s, {}});
    }
    DraftMade made{scene.mint.draft(), author, aside, shown.answers, shown.entry,
                   shown.entryVersion, {}, Reason::Privacy, true};
    made.privateTo = to;
    scene.add(topic, made);
}

Result<> checkGroupText(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                        const QString &text)
{
    const auto fits = checkText(scene, text);
    if (!fits) {
        auto error = fits.error();
        if (error.data.value(u"rule"_s) == u"privacy"_s)
            error.data.insert(u"redacted"_s,
                              redacted(text, privateIn(scene, group, told, text)));
        return std::unexpected(error);
    }
    const auto orders = othersOrdersIn(scene.state, group, told, text);
    return orders.isEmpty() ? Result<>{} : othersOrder(text, orders);
}

Result<> checkPrivateText(const Scene &scene, const GroupId &group, const MemberId &to,
                          const QString &text)
{
    const auto orders = othersOrdersIn(scene.state, group, {to}, text);
    if (!orders.isEmpty())
        return othersOrder(text, orders);
    return checkText(scene, redacted(text, personalDataIn(text)));
}

} // namespace quntai
