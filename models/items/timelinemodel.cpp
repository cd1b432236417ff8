// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timelinemodel.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool bySeq(const MessagePtr &a, const MessagePtr &b)
{
    return a->seq < b->seq;
}

/** Only words of a person stand in the timeline while they wait. */
bool isWritten(const CommandData &command)
{
    return std::holds_alternative<SendMessage>(command) || std::holds_alternative<AddNote>(command)
        || std::holds_alternative<Whisper>(command);
}

} // namespace

TimelineModel::TimelineModel(Session *session, QObject *parent)
    : RowsModel(parent), m_session(session)
{
    connect(session, &Session::reset, this, &TimelineModel::takeSnapshot);
    connect(session, &Session::happened, this, &TimelineModel::takeHappenings);
    connect(session, &Session::changed, this, &TimelineModel::take);
    connect(session, &Session::outboxChanged, this, &TimelineModel::takePending);
    connect(session, &Session::uploadMoved, this, &TimelineModel::takeUpload);
    connect(session, &Session::linkChanged, this, &TimelineModel::takeLink);
}

void TimelineModel::setGroup(const GroupId &group)
{
    if (group == m_group)
        return;
    m_group = group;
    m_parts = {};
    m_following = true;
    m_wanted = {};
    reload();
    const bool looking = std::exchange(m_looking, false);
    noteNew(m_seen.value(m_group, newestSeq()));
    setLooking(looking);
    if (m_parts.newFrom > 0)
        relay();
    Q_EMIT focusChanged();
}

void TimelineModel::reload()
{
    ++m_generation;
    m_wanted = {};
    readState();
    setLoading(false);
    resetRows(timelineRows(m_parts));
    Q_EMIT messagesChanged();
}

/** What was missed meanwhile is new like anything else that comes. */
void TimelineModel::takeSnapshot()
{
    const auto before = newestSeq();
    reload();
    if (before == 0)
        return;
    noteNew(before);
    relay();
}

void TimelineModel::readState()
{
    m_parts.messages = m_session->state().groups.value(m_group).recent;
    // A group that came without messages may have some all the same.
    m_hasOlder = m_parts.messages.isEmpty() ? !m_group.isEmpty()
                                            : m_parts.messages.constFirst()->seq > 1;
    m_parts.happenings = m_group.isEmpty() ? QList<HappeningPtr>{}
                                           : m_session->happenings(m_group);
    m_parts.pending = pendingHere();
}

void TimelineModel::setFocus(const TopicId &topic)
{
    if (topic == m_parts.focus)
        return;
    m_parts.focus = topic;
    m_parts.unfolded.clear();
    relay();
    Q_EMIT focusChanged();
}

bool TimelineModel::unfold(const QModelIndex &index)
{
    const auto *row = rowAt(index);
    const bool folded = row && (row->kind == TimelineRow::Kind::FoldedChatter
                                || row->kind == TimelineRow::Kind::FoldedOthers);
    if (!folded)
        return false;
    const auto last = row->message->seq;
    auto message = std::ranges::lower_bound(m_parts.messages, row->seq, {}, &Message::seq);
    for (; message != m_parts.messages.end() && (*message)->seq <= last; ++message)
        m_parts.unfolded.insert((*message)->id);
    relay();
    return true;
}

void TimelineModel::refold()
{
    m_parts.unfolded.clear();
    relay();
}

void TimelineModel::take(const Changes &changes)
{
    const auto before = newestSeq();
    for (const auto &message : changes.added) {
        // A group chosen between two frames has been read with what this frame tells.
        if (message->group != m_group || message->seq <= newestSeq())
            continue;
        auto newest = changes.changed.value(message->id, message);
        m_parts.messages.append(std::move(newest));
        m_dirty = true;
    }
    replaceChanged(changes.changed);
    if (m_dirty)
        noteNew(before);
    trim();
    if (m_dirty)
        relay();
    takePending();
    if (isShownLinked(changes.topics) || changes.groups.contains(m_group) || changes.policy) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Lane, Owed, LinkDoubtful,
                                                                 MentionNames});
    }
}

void TimelineModel::replaceChanged(const QHash<MessageId, MessagePtr> &changed)
{
    for (const auto &message : changed) {
        if (message->group != m_group)
            continue;
        const auto at = std::lower_bound(m_parts.messages.begin(), m_parts.messages.end(), message,
                                         bySeq);
        if (at == m_parts.messages.end() || (*at)->id != message->id || *at == message)
            continue;
        *at = message;
        m_dirty = true;
    }
}

void TimelineModel::takeHappenings(const QList<HappeningPtr> &happenings)
{
    for (const auto &happening : happenings) {
        if (!concerns(*happening))
            continue;
        const auto at = std::ranges::upper_bound(m_parts.happenings, happening->seq, {},
                                                 &Happening::seq);
        m_parts.happenings.insert(at, happening);
        m_dirty = true;
    }
    // Laid out with the messages of the same frame, which follow in changed().
}

bool TimelineModel::concerns(const Happening &happening) const
{
    if (!happening.group.isEmpty())
        return happening.group == m_group;
    const auto &groups = m_session->state().groups;
    const auto group = groups.constFind(m_group);
    return group != groups.cend() && group->info.channel == happening.connector;
}

bool TimelineModel::isShownLinked(const QSet<TopicId> &topics) const
{
    const auto &known = m_session->state().topics;
    return std::ranges::any_of(topics, [&](const TopicId &id) {
        const auto topic = known.constFind(id);
        return topic != known.cend() && topic->group == m_group;
    });
}

QList<OutboxItem> TimelineModel::pendingHere() const
{
    QList<OutboxItem> pending;
    const auto &topics = m_session->state().topics;
    for (const auto &item : m_session->outbox()) {
        const auto topic = topics.constFind(quntai::topicOf(item.command.data));
        if (isWritten(item.command.data) && topic != topics.cend() && topic->group == m_group)
            pending.append(item);
    }
    return pending;
}

void TimelineModel::takePending()
{
    auto pending = pendingHere();
    if (pending == m_parts.pending)
        return;
    m_parts.pending = std::move(pending);
    relay();
}

/** How far what goes with it is. */
void TimelineModel::takeUpload(const CommandId &command)
{
    const auto &pending = m_parts.pending;
    for (qsizetype i = 0; i < pending.size(); ++i) {
        if (pending.at(i).command.id != command || rowCount() < pending.size())
            continue;
        const auto row = index(int(rowCount() - pending.size() + i));
        Q_EMIT dataChanged(row, row, {PendingValue});
    }
}

/** Whether what waits is on its way depends on the link. */
void TimelineModel::takeLink()
{
    const int pending = int(m_parts.pending.size());
    if (pending > 0 && rowCount() >= pending)
        Q_EMIT dataChanged(index(rowCount() - pending), index(rowCount() - 1), {PendingValue});
}

void TimelineModel::trim()
{
    if (!m_following || m_parts.messages.size() <= entryLimit)
        return;
    m_parts.messages.remove(0, m_parts.messages.size() - entriesKept);
    m_hasOlder = true;
    const auto first = m_parts.messages.constFirst()->seq;
    m_parts.happenings.removeIf([&](const HappeningPtr &h) { return h->seq < first; });
    m_dirty = true;
}

void TimelineModel::relay()
{
    m_dirty = false;
    setRows(timelineRows(m_parts));
    Q_EMIT messagesChanged();
}

void TimelineModel::setFollowing(bool following)
{
    m_following = following;
}

void TimelineModel::setLooking(bool looking)
{
    m_looking = looking;
    if (looking && !m_group.isEmpty())
        m_seen[m_group] = newestSeq();
}

qint64 TimelineModel::newestSeq() const
{
    return m_parts.messages.isEmpty() ? 0 : m_parts.messages.constLast()->seq;
}

/** The first message after `before` of somebody else begins what is new, unless some of what was
 * new before has still not been looked at. */
void TimelineModel::noteNew(qint64 before)
{
    if (m_looking) {
        m_seen[m_group] = newestSeq();
        return;
    }
    const auto seen = m_seen.value(m_group, before);
    if (m_parts.newFrom > seen || newestSeq() <= before)
        return;
    const auto &me = m_session->me().value;
    const auto &all = std::as_const(m_parts.messages);
    const auto first = std::ranges::find_if(all, [&](const MessagePtr &message) {
        const bool mine = message->author.kind == AuthorKind::Agent && message->author.id == me;
        return message->seq > std::max(seen, before) && !mine;
    });
    if (first == all.cend())
        return;
    m_seen.insert(m_group, std::max(seen, before));
    m_parts.newFrom = (*first)->seq;
}

void TimelineModel::loadOlder()
{
    askOlder(pageSize);
}

void TimelineModel::askOlder(int limit)
{
    if (m_loading || !m_hasOlder || m_group.isEmpty())
        return;
    const auto before = m_parts.messages.isEmpty() ? std::numeric_limits<qint64>::max()
                                                   : m_parts.messages.constFirst()->seq;
    setLoading(true);
    m_session->history(
        m_group, before, limit, this,
        [this, limit, generation = m_generation](const Result<QList<MessagePtr>> &page) {
            if (generation == m_generation)
                takeOlder(page, limit);
        });
}

void TimelineModel::takeOlder(const Result<QList<MessagePtr>> &page, int wanted)
{
    setLoading(false);
    if (!page) {
        Q_EMIT loadingFailed(page.error().message);
        if (!m_wanted.isEmpty())
            Q_EMIT reached(std::exchange(m_wanted, {}), {});
        return;
    }
    m_hasOlder = page->size() >= wanted;
    QList<MessagePtr> older;
    const auto first = m_parts.messages.isEmpty() ? std::numeric_limits<qint64>::max()
                                                  : m_parts.messages.constFirst()->seq;
    std::ranges::copy_if(*page, std::back_inserter(older),
                         [&](const MessagePtr &message) { return message->seq < first; });
    std::ranges::sort(older, {}, &Message::seq);
    m_parts.messages = older + m_parts.messages;
    relay();
    goOnReaching();
}

void TimelineModel::reach(const MessageId &message)
{
    m_wanted = message;
    m_pagesLeft = mostPages;
    goOnReaching();
}

void TimelineModel::goOnReaching()
{
    if (m_wanted.isEmpty())
        return;
    const bool here = indexOf(m_wanted).isValid() || showFolded(m_wanted);
    if (!here && m_hasOlder && m_pagesLeft-- > 0) {
        askOlder(reachPage); // a page that is already on its way comes first
        return;
    }
    const auto wanted = std::exchange(m_wanted, {});
    Q_EMIT reached(wanted, indexOf(wanted));
}

bool TimelineModel::showFolded(const MessageId &message)
{
    const auto &all = std::as_const(m_parts.messages);
    const bool known = std::ranges::find(all, message, &Message::id) != all.cend();
    if (!known || m_parts.unfolded.contains(message))
        return false;
    m_parts.unfolded.insert(message);
    relay();
    return true;
}

void TimelineModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

QModelIndex TimelineModel::indexOf(const MessageId &message) const
{
    const auto &all = rows();
    for (auto i = all.size() - 1; i >= 0; --i) {
        const auto &row = all.at(i);
        if (row.message && row.count == 0 && row.message->id == message)
            return index(static_cast<int>(i));
    }
    return {};
}

qint64 TimelineModel::newestSeq(const TopicId &topic) const
{
    for (auto m = m_parts.messages.crbegin(); m != m_parts.messages.crend(); ++m) {
        if ((*m)->topic == topic)
            return (*m)->seq;
    }
    return 0;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    return row ? rowData(*row, role) : QVariant();
}

QVariant TimelineModel::rowData(const TimelineRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return row.message && row.count == 0 ? row.message->text : QString();
    case Row: return QVariant::fromValue(row);
    case Kind: return QVariant::fromValue(row.kind);
    case MessageValue: return QVariant::fromValue(row.message);
    case HappeningValue: return QVariant::fromValue(row.happening);
    case PendingValue: return QVariant::fromValue(row.pending ? *row.pending : OutboxItem{});
    case TopicOf: return QVariant::fromValue(row.topic);
    case At: return QVariant::fromValue(row.at);
    case Day: return row.day;
    case FoldedCount: return row.count;
    case FoldedTopics: return QVariant::fromValue(row.topics);
    case FoldedCounts: return QVariant::fromValue(row.counts);
    case FoldedWhy:
        return row.count > 0 && row.message->verdict ? row.message->verdict->addressingWhy
                                                     : QStringList();
    case GroupedBefore: return row.groupedBefore;
    case GroupedAfter: return row.groupedAfter;
    case MentionNames: return mentionNames(row);
    default: return linkData(row, role);
    }
}

QVariant TimelineModel::linkData(const TimelineRow &row, int role) const
{
    const auto *topic = topicOf(row);
    const auto *message = row.count == 0 ? row.message.get() : nullptr;
    switch (role) {
    case Lane: return topic ? topic->lane : -1;
    case Owed: return topic && topic->waitingSince.isSet();
    case LinkDoubtful:
        return message && !message->topic.isEmpty() && isFromMember(*message)
            && message->linkConfidence < m_session->state().policy.linkDoubt;
    case LinkChosen: return message && message->link == LinkRule::Human;
    case Erased:
        return message && message->text.isEmpty() && message->attachments.isEmpty()
            && message->kind == MessageKind::Text;
    default: return {};
    }
}

const Topic *TimelineModel::topicOf(const TimelineRow &row) const
{
    const auto &topics = m_session->state().topics;
    const auto topic = topics.constFind(row.topic);
    return topic == topics.cend() ? nullptr : &*topic;
}

QStringList TimelineModel::mentionNames(const TimelineRow &row) const
{
    QStringList names;
    if (!row.message || row.count > 0)
        return names;
    const auto &groups = m_session->state().groups;
    const auto group = groups.constFind(m_group);
    if (group == groups.cend())
        return names;
    for (const auto &id : row.message->mentions) {
        const auto member = group->members.constFind(id);
        names.append(member == group->members.cend() ? id.value : member->name);
    }
    return names;
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Row, "row"}, {Kind, "kind"},
            {MessageValue, "message"}, {HappeningValue, "happening"}, {PendingValue, "pending"},
            {TopicOf, "topic"}, {Lane, "lane"}, {LinkDoubtful, "linkDoubtful"},
            {LinkChosen, "linkChosen"}, {Owed, "owed"}, {At, "at"}, {Day, "day"},
            {FoldedCount, "foldedCount"}, {FoldedTopics, "foldedTopics"},
            {FoldedCounts, "foldedCounts"},
            {FoldedWhy, "foldedWhy"}, {GroupedBefore, "groupedBefore"},
            {GroupedAfter, "groupedAfter"}, {MentionNames, "mentionNames"}, {Erased, "erased"}};
}

QString TimelineModel::inconsistency() const
{
    if (rows() != timelineRows(m_parts))
        return u"the rows are not the layout of the parts"_s;
    if (!std::ranges::is_sorted(m_parts.messages, bySeq))
        return u"messages are not in order"_s;
    const auto recent = m_session->state().groups.value(m_group).recent;
    for (const auto &message : recent) {
        const auto at = std::lower_bound(m_parts.messages.cbegin(), m_parts.messages.cend(),
                                         message, bySeq);
        if (at == m_parts.messages.cend() || *at != message)
            return u"%1 is missing or old"_s.arg(message->id.value);
    }
    return {};
}

} // namespace quntai
