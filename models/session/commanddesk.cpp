// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commanddesk.h"

#include "models/session/commandids.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Of no use when late. */
bool isFleeting(const CommandData &command)
{
    return std::holds_alternative<RenewLease>(command)
        || std::holds_alternative<SetStatus>(command) || std::holds_alternative<PutDraft>(command);
}

bool isSecret(const CommandData &command)
{
    const auto *user = std::get_if<PutUser>(&command);
    return user && !user->password.isEmpty();
}

KeptCommand keptOf(const OutboxItem &item)
{
    const bool refused = item.state == OutboxItem::State::Refused;
    return {item.command, item.at, refused ? std::optional(item.problem) : std::nullopt,
            item.notBefore};
}

/** The backend lacks the files of a text. */
bool lacksFiles(const Error &error)
{
    return error.kind == ErrorKind::NotFound && error.data.value("field"_L1) == "attachments"_L1;
}

/** The same wish, made by a person who has seen what came meanwhile. */
CommandData seenNow(CommandData command, const State &state)
{
    std::visit([&](auto &data) {
        if constexpr (requires { data.topic; data.basis; }) {
            const auto topic = state.topics.constFind(data.topic);
            if (topic == state.topics.cend())
                return;
            data.basis = topic->version;
            if constexpr (requires { data.lease; })
                data.lease = topic->lease ? topic->lease->fence : data.lease;
        }
    }, command);
    return command;
}

} // namespace

CommandDesk::CommandDesk(const State &state, Link &link, Uploads &uploads, QObject *parent)
    : QObject(parent), m_state(state), m_link(link), m_uploads(uploads)
{
    m_steady.start();
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CommandDesk::deliver);
}

void CommandDesk::setStores(SessionStores *stores)
{
    m_stores = stores;
    m_uploads.dropAll();
    m_delivery = {};
    m_fleeting.clear();
    m_unbrought.clear();
    m_secret.clear();
    m_foldedSeq = 0;
    m_connected = false;
    m_caughtUp = false;
    Q_EMIT changed();
}

void CommandDesk::restore(const QList<KeptCommand> &commands, Instant now)
{
    QList<OutboxItem> items;
    for (const auto &kept : commands)
        items.append({kept.command, kept.at,
                      kept.refused ? OutboxItem::State::Refused : OutboxItem::State::Waiting,
                      kept.refused.value_or(Error{}), kept.notBefore});
    m_delivery.restore(items, m_steady.elapsed(), now);
    Q_EMIT changed();
}

CommandId CommandDesk::submit(const CommandData &data, Instant now, const Kept &kept)
{
    OutboxItem item{{newCommandId(now), data}, now, OutboxItem::State::Waiting, {}};
    if (m_holdMs > 0 && std::holds_alternative<SendMessage>(data))
        item.notBefore = {now.ms + m_holdMs};
    const auto id = item.command.id;
    if (!m_stores) {
        kept(failure(ErrorKind::Unauthenticated, u"Sign in first"_s));
    } else if (isFleeting(data)) {
        if (m_connected) {
            m_fleeting.insert(id);
            m_link.send(item.command);
        }
        kept({});
    } else if (isSecret(data)) {
        m_secret.insert(id);
        accept(item, now);
        kept({});
    } else {
        m_stores->keep(keptOf(item), [this, item, now, kept](const Result<> &result) {
            if (result)
                accept(item, now);
            kept(result);
        });
    }
    return id;
}

void CommandDesk::accept(const OutboxItem &item, Instant now)
{
    m_delivery.add(item, m_steady.elapsed(), now);
    Q_EMIT changed();
    deliver();
}

void CommandDesk::linkUp()
{
    m_connected = true;
    m_delivery.linkBack();
    deliver();
}

void CommandDesk::linkLost()
{
    m_connected = false;
    m_caughtUp = false;
    m_fleeting.clear();
    m_uploads.dropAll();
    m_unbrought.clear();
    m_delivery.linkLost();
    Q_EMIT changed();
}

void CommandDesk::caughtUp()
{
    m_caughtUp = m_connected;
    deliver();
}

void CommandDesk::deliver()
{
    const auto now = m_steady.elapsed();
    const bool ripe = m_delivery.ripen(now);
    const auto due = m_connected ? m_delivery.due(now) : QList<Command>{};
    for (const auto &command : due)
        send(command);
    if (m_delivery.folded(m_foldedSeq, now) || ripe || !due.isEmpty())
        Q_EMIT changed();
    if (const auto at = m_delivery.wakeAt())
        m_again.start(static_cast<int>(std::max<qint64>(20, *at - now)));
}

/** What goes with it goes first; until then nothing of it has left. */
void CommandDesk::send(const Command &command)
{
    if (attachmentsOf(command.data).isEmpty()) {
        m_link.send(command);
        return;
    }
    const auto group = m_state.topics.value(topicOf(command.data)).group;
    if (group.isEmpty()) {
        // Files go to the group of their topic. After a start the outbox is here before the topics
        // are; what a topic is that is not among them, only the backend can say.
        m_caughtUp ? m_link.send(command) : m_delivery.unsent(command.id);
        return;
    }
    m_uploads.begin(command, group, [this](const Command &brought, const Result<> &result) {
        if (!result && OutboxDelivery::isPassing(result.error().kind))
            return take(CommandAnswer{brought.id, std::unexpected(result.error())});
        // The command may have had its effect before the link broke or the console ended, and its
        // files have gone since: only the backend can tell, and it refuses what it lacks.
        if (!result)
            m_unbrought.insert(brought.id, result.error());
        m_link.send(brought);
    });
}

void CommandDesk::folded(qint64 seq)
{
    m_foldedSeq = seq;
    if (m_delivery.folded(seq, m_steady.elapsed()))
        Q_EMIT changed();
}

void CommandDesk::take(const CommandAnswer &answer)
{
    if (m_fleeting.remove(answer.id)) {
        Q_EMIT settled(answer.id, answer.result);
        return;
    }
    // Why its files could not be brought says more than that they are not there.
    const auto why = m_unbrought.take(answer.id);
    const bool isLack = why && !answer.result && lacksFiles(answer.result.error());
    const auto told = isLack ? CommandAnswer{answer.id, std::unexpected(*why)} : answer;
    const auto outcome = m_delivery.settle(told.id, told.result, m_steady.elapsed());
    if (outcome != OutboxDelivery::Outcome::Stranger)
        settle(told, outcome);
    deliver();
}

void CommandDesk::settle(const CommandAnswer &answer, OutboxDelivery::Outcome outcome)
{
    const bool onDisk = !m_secret.contains(answer.id);
    if (outcome == OutboxDelivery::Outcome::Done) {
        m_secret.remove(answer.id);
        if (onDisk)
            m_stores->remove(answer.id, reporting());
        leave(answer.id);
        m_delivery.folded(m_foldedSeq, m_steady.elapsed());
    } else if (outcome == OutboxDelivery::Outcome::Refused && onDisk) {
        m_stores->update(keptOf(*m_delivery.find(answer.id)), reporting());
    }
    Q_EMIT changed();
    if (outcome != OutboxDelivery::Outcome::Later)
        Q_EMIT settled(answer.id, answer.result);
}

void CommandDesk::retry(const CommandId &id, Instant now)
{
    const auto item = m_delivery.find(id);
    if (!item || item->state != OutboxItem::State::Refused)
        return;
    const Command again{newCommandId(now), seenNow(item->command.data, m_state)};
    const auto renew = [this, id, again](const Result<> &result) {
        if (!result)
            Q_EMIT trouble(result.error().message);
        if (!result || !m_delivery.renew(id, again))
            return;
        Q_EMIT changed();
        deliver();
    };
    if (m_secret.remove(id)) {
        m_secret.insert(again.id);
        renew({});
    } else {
        m_stores->replace(id, {again, item->at, std::nullopt}, renew);
    }
}

void CommandDesk::discard(const CommandId &id)
{
    if (m_uploads.isOn(id)) {
        m_uploads.drop(id);
        m_delivery.unsent(id);
    }
    const auto item = m_delivery.find(id);
    if (!m_delivery.discard(id))
        return;
    Q_EMIT left(item->command);
    if (!m_secret.remove(id))
        m_stores->remove(id, reporting());
    Q_EMIT changed();
    deliver(); // what waited for it in its topic
}

/** A text that is read stays shown until it is folded; others are gone already. */
void CommandDesk::leave(const CommandId &id)
{
    if (const auto item = m_delivery.find(id))
        Q_EMIT left(item->command);
}

SessionStores::Done CommandDesk::reporting()
{
    return [this](const Result<> &result) {
        if (!result)
            Q_EMIT trouble(result.error().message);
    };
}

} // namespace quntai
