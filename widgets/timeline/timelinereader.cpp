// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinereader.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/refusals.h"
#include "widgets/timeline/bodytext.h"
#include "widgets/timeline/happeningrow.h"
#include "widgets/timeline/readerwords.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/rowwords.h"
#include "widgets/timeline/verdictbox.h"

#include <QDateTime>
#include <QLocale>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using Kind = TimelineRow::Kind;
using Words = ReaderWords;

QString minuteClock(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"HH:mm"_s);
}

QList<AttachmentBox> boxesOf(const QList<Attachment> &attachments)
{
    QList<AttachmentBox> boxes;
    for (const Attachment &attachment : attachments.first(qMin<qsizetype>(9, attachments.size()))) {
        QString detail = RowWords::attachment(attachment.kind);
        if (attachment.bytes > 0)
            detail += u" · "_s + QLocale().formattedDataSize(attachment.bytes, 1);
        AttachmentBox box{attachment.kind, attachment.name, detail, {}, {}};
        if (attachment.kind == MessageKind::Image)
            box.sha256 = attachment.sha256;
        if (!attachment.problem.isEmpty())
            box.problem = Words::notReceived(visibleText(attachment.problem, 120));
        boxes.append(box);
    }
    return boxes;
}

/// What was read in its pictures, or what the platform made of a voice message.
void addWords(RowContent &row, const Message &message)
{
    QStringList words;
    for (qsizetype i = 0; i < row.attachments.size(); ++i) {
        AttachmentBox &box = row.attachments[i];
        box.words = message.attachments[i].text;
        if (box.words.isEmpty())
            continue;
        words.append(visibleText(box.words.simplified(), kMaxLineText));
        const bool picture = box.canBeLookedAt();
        row.wordsFrom = picture ? Words::readInPicture() : Words::spoken();
        if (picture && row.wordsOf < 0)
            row.wordsOf = int(i);
    }
    row.words = words.join(u" · "_s);
    // Its words stand as the text; there are no bytes to it.
    if (message.kind != MessageKind::Voice || message.text.isEmpty())
        return;
    row.roles.append(ChipSpec{.text = Words::transcript(), .tone = Tone::Neutral, .icon = Icon::Play});
    row.attachments.removeIf([](const AttachmentBox &box) {
        return box.kind == MessageKind::Voice && box.sha256.isEmpty() && box.problem.isEmpty();
    });
}

int percentOf(const Upload &upload)
{
    return upload.total > 0 ? int(upload.sent * 100 / upload.total) : 0;
}

/// They go one after another.
void showUpload(QList<AttachmentBox> &boxes, const QList<Attachment> &files, const Upload &upload)
{
    if (upload.total <= 0)
        return;
    qint64 left = upload.sent;
    for (qsizetype i = 0; i < qMin(boxes.size(), files.size()); ++i) {
        const qint64 here = qBound<qint64>(0, left, files[i].bytes);
        boxes[i].progress = files[i].bytes > 0 ? int(here * 1000 / files[i].bytes) : 1000;
        left -= here;
    }
}

} // namespace

TimelineReader::TimelineReader(const Session &session) : m_session(session) {}

/// WeCom takes back nothing that a bot has sent.
bool TimelineReader::canRecall(const Message &message) const
{
    const State &state = m_session.state();
    const QString channel = state.groups.value(message.group).info.channel;
    return state.connectors.value(channel).kind != u"wecom";
}

bool TimelineReader::canStillRecall(const Message &message) const
{
    if (message.delivery == Delivery::Queued)
        return true;
    return message.delivery == Delivery::Sent && canRecall(message)
        && m_session.now() < message.at.plusSeconds(recallSeconds);
}

const Topic *TimelineReader::topicOf(const TopicId &topic) const
{
    const auto &topics = m_session.state().topics;
    const auto known = topics.constFind(topic);
    return known == topics.cend() ? nullptr : &*known;
}

bool TimelineReader::isNews(const QModelIndex &index) const
{
    const auto kind = index.data(TimelineModel::Kind).value<Kind>();
    return kind == Kind::Message || kind == Kind::Note;
}

RowContent TimelineReader::read(const QModelIndex &index) const
{
    const auto row = index.data(TimelineModel::Row).value<TimelineRow>();
    RowContent content;
    content.at = row.at;
    content.topic = row.topic;
    switch (row.kind) {
    case Kind::Message:
    case Kind::Note:
        content = readMessage(index, *row.message);
        break;
    case Kind::Pending:
        content = readPending(index, *row.pending);
        break;
    case Kind::Happening:
        return happeningRow(*row.happening, m_session.state(), m_session.me());
    case Kind::DayBreak:
        content = readDay(index);
        break;
    case Kind::NewBreak:
        content.kind = RowKind::News;
        content.title = Words::newMessages();
        break;
    case Kind::FoldedChatter:
    case Kind::FoldedOthers:
        content = readFold(index, content, row.kind == Kind::FoldedChatter);
        break;
    }
    content.spoken = spokenRow(content);
    // Badges with their numbers say what the title would.
    if (row.kind == Kind::FoldedOthers && !content.folded.isEmpty())
        content.title.clear();
    return content;
}

RowContent TimelineReader::readDay(const QModelIndex &index) const
{
    RowContent row;
    row.kind = RowKind::Day;
    row.at = index.data(TimelineModel::At).value<Instant>();
    row.title = QLocale().toString(index.data(TimelineModel::Day).toDate(), u"MM-dd dddd"_s);
    return row;
}

RowContent TimelineReader::readFold(const QModelIndex &index, RowContent row, bool chatter) const
{
    row.kind = RowKind::Fold;
    const int count = index.data(TimelineModel::FoldedCount).toInt();
    row.title = chatter ? Words::chatter(count) : Words::others(count);
    if (chatter)
        row.detail = Words::why(index.data(TimelineModel::FoldedWhy).toStringList());
    const auto topics = index.data(TimelineModel::FoldedTopics).value<QList<TopicId>>();
    const auto counts = index.data(TimelineModel::FoldedCounts).value<QList<int>>();
    for (qsizetype i = 0; i < qMin<qsizetype>(8, topics.size()); ++i) {
        // Of chatter the number is in the title.
        if (const Topic *topic = topicOf(topics[i]))
            row.folded.append({topic->lane, chatter ? 0 : counts.value(i)});
    }
    return row;
}

void TimelineReader::addTopic(RowContent &row, const QModelIndex &index) const
{
    row.topic = index.data(TimelineModel::TopicOf).value<TopicId>();
    row.lane = index.data(TimelineModel::Lane).toInt();
    row.node = row.lane >= 0;
}

RowContent TimelineReader::readMessage(const QModelIndex &index, const Message &message) const
{
    RowContent row;
    row.message = message.id;
    row.at = message.at;
    row.time = minuteClock(message.at);
    row.name = message.author.name;
    row.text = index.data(TimelineModel::Erased).toBool() ? Words::erased() : message.text;
    row.continued = index.data(TimelineModel::GroupedBefore).toBool();
    row.continues = index.data(TimelineModel::GroupedAfter).toBool();
    row.attachments = boxesOf(message.attachments);
    addWords(row, message);
    addTopic(row, index);
    addQuote(row, message);
    const auto names = index.data(TimelineModel::MentionNames).toStringList();
    row.mentions = names;
    row.entities = entitiesIn(m_session.state(), message, topicOf(message.topic));
    if (message.internal)
        addNote(row, message);
    else if (isFromMember(message))
        addMember(row, message, index.data(TimelineModel::LinkDoubtful).toBool());
    else
        addOurs(row, message, names);
    return row;
}

void TimelineReader::addQuote(RowContent &row, const Message &message) const
{
    if (message.quoteText.isEmpty() && message.quote.isEmpty())
        return;
    const MessagePtr quoted = findMessage(m_session.state(), message.group, message.quote);
    // One of an older page can be gone to as well.
    row.quoted = message.quote;
    const QString text = quoted ? quoted->text : message.quoteText.get();
    if (text.isEmpty())
        return;
    // Names and texts are made visible one by one, so that neither can reach into the other.
    row.quote = quoted ? Words::quote(visibleText(quoted->author.name, 40), visibleText(text, 200))
                       : visibleText(text, 200);
}

void TimelineReader::addMember(RowContent &row, const Message &message, bool doubtful) const
{
    const State &state = m_session.state();
    const Customer *customer = customerOf(state, message.group, {message.author.id});
    if (customer && customer->level != CustomerLevel::Normal) {
        const bool top = customer->level == CustomerLevel::Svip;
        row.roles.append({.text = top ? u"SVIP"_s : u"VIP"_s, .tone = Tone::Note});
    }
    const auto group = state.groups.constFind(message.group);
    if (group != state.groups.cend()) {
        const MemberRole role = group->members.value({message.author.id}).role;
        if (const auto chip = Words::memberRole(role))
            row.roles.append(*chip);
    }
    row.canQuote = true;
    row.verdict = verdictBox(message, topicOf(message.topic), doubtful);
    if (row.lane < 0)
        return;
    row.hollow = doubtful;
    row.linkWeak = doubtful;
    // A doubtful link must be seen to be settled.
    row.continued = row.continued && !doubtful;
    row.link = ChipSpec{
        .text = Words::link(message, row.lane, doubtful), .line = doubtful, .lane = row.lane};
    const Topic *second = doubtful ? topicOf(message.second) : nullptr;
    if (!second || hasEnded(*second))
        return;
    row.second = ChipSpec{.text = Words::second(message, second->lane), .line = true,
                          .lane = second->lane};
    row.secondTopic = second->id;
}

void TimelineReader::addNote(RowContent &row, const Message &message) const
{
    row.kind = RowKind::Note;
    row.who = Tone::Agent;
    row.node = false;
    row.card = true;
    row.cardTone = Tone::Note;
    const bool whisper = !message.whisperTo.isEmpty();
    row.roles.append({.text = whisper ? Words::whisper() : Words::note(),
                      .tone = Tone::Note,
                      .icon = whisper ? Icon::Whisper : Icon::Lock});
}

void TimelineReader::addOurs(RowContent &row, const Message &message,
                             const QStringList &names) const
{
    const bool bot = message.author.kind == AuthorKind::Bot;
    row.who = bot ? Tone::Bot : Tone::Agent;
    row.roles.append({.text = bot ? Words::bot() : Words::agent(), .tone = row.who});
    row.card = true;
    row.cardTone = row.who;
    row.ai = message.ai;
    const bool delivered =
        message.delivery == Delivery::Sent || message.delivery == Delivery::Received;
    row.canCorrect = bot && message.delivery != Delivery::Recalled;
    row.canQuote = delivered;
    if (row.lane >= 0) {
        QStringList to = names;
        const Topic *topic = topicOf(message.topic);
        if (to.isEmpty() && topic)
            to.append(topic->askerName);
        if (!to.isEmpty())
            row.link = ChipSpec{.text = Words::answers(to), .lane = row.lane};
    }
    addMarks(row, message);
    addSource(row, message);
    addDelivery(row, message);
}

/// What the text was said for, and the word sets that warn of it: it went all the same.
void TimelineReader::addMarks(RowContent &row, const Message &message) const
{
    if (!message.warnings.isEmpty()) {
        const QString sets = visibleText(message.warnings->join(u'、'), 60);
        row.sources.append({{}, Words::warns(sets), {}, Icon::Warn, Tone::Warning});
    }
    if (!message.privateTo.isEmpty()) {
        const QString to = m_session.state().groups.value(message.group)
                               .members.value(message.privateTo).name;
        row.sources.append({{}, Words::aside(visibleText(to.isEmpty() ? message.privateTo->value
                                                                      : to, 24)),
                            {}, Icon::Lock, Tone::Warning});
    }
    if (message.flow.isEmpty())
        return;
    const QString name = m_session.state().flows.value(message.flow).name;
    row.sources.append({{}, Words::flow(visibleText(name.isEmpty() ? message.flow->value : name, 40)),
                        {}, Icon::Play, Tone::Neutral});
}

void TimelineReader::addSource(RowContent &row, const Message &message) const
{
    if (message.entry.isEmpty())
        return;
    const State &state = m_session.state();
    SourceRef source{message.entry, state.entries.value(message.entry).question, {}, Icon::Book};
    const MessagePtr asked = findMessage(state, message.group, message.answers);
    if (asked && asked->verdict) {
        for (const Candidate &candidate : asked->verdict->candidates) {
            if (candidate.entry != message.entry)
                continue;
            source.score = confidenceText(candidate.score);
            if (source.title.isEmpty())
                source.title = candidate.title;
        }
    }
    if (source.title.isEmpty())
        source.title = message.entry->value;
    source.title = visibleText(source.title, 60) + u" v%1"_s.arg(message.entryVersion);
    row.sources.append(source);
}

void TimelineReader::addDelivery(RowContent &row, const Message &message) const
{
    const auto holdUp = [&](const QString &state, Tone tone, Icon icon, const QString &why) {
        row.link = ChipSpec{.text = state, .tone = tone, .icon = icon};
        row.dashed = true;
        row.hollow = true;
        row.cardTone = tone;
        row.delivery = DeliveryLine{icon, why, tone};
    };
    const Instant now = m_session.now();
    switch (message.delivery) {
    case Delivery::Queued:
        holdUp(Words::toBeSent(), Tone::Warning, Icon::Clock,
               Words::waiting((message.notBefore.ms - now.ms) / 1000));
        break;
    case Delivery::Sending:
        row.delivery = DeliveryLine{Icon::Send, Words::sending(), Tone::Neutral};
        break;
    case Delivery::Failed:
        holdUp(Words::failed(), Tone::Danger, Icon::Warn, visibleText(message.problem.get(), 120));
        row.actions = {{RowAction::Retry, Words::retry(), {}}};
        break;
    case Delivery::Unknown:
        holdUp(Words::unknown(), Tone::Danger, Icon::Warn, Words::unknownWhy());
        row.actions = {{RowAction::MarkSent, Words::markSent(), {}},
                       {RowAction::Retry, Words::retry(), {}}};
        break;
    case Delivery::Recalled:
        row.delivery = DeliveryLine{Icon::Undo, Words::recalled(), Tone::Neutral};
        row.dashed = true;
        row.cardTone = Tone::Neutral;
        break;
    case Delivery::Sent:
        if (row.who == Tone::Agent)
            row.delivery = DeliveryLine{Icon::Check, Words::sent(), Tone::Neutral};
        if (canRecall(message) && now < message.at.plusSeconds(recallSeconds)) {
            row.sentFrom = message.at;
            row.recallUntil = message.at.plusSeconds(recallSeconds);
        }
        break;
    case Delivery::Received:
        break;
    }
}

RowContent TimelineReader::readPending(const QModelIndex &index, const OutboxItem &item) const
{
    RowContent row;
    const bool note = !std::holds_alternative<SendMessage>(item.command.data);
    row.kind = RowKind::Pending;
    row.command = item.command.id;
    row.at = item.at;
    row.time = minuteClock(item.at);
    row.name = m_session.myName();
    row.who = Tone::Agent;
    row.text = textOf(item.command.data);
    row.attachments = boxesOf(attachmentsOf(item.command.data));
    addTopic(row, index);
    row.hollow = true;
    row.card = true;
    row.dashed = true;
    row.roles.append(note ? ChipSpec{.text = Words::note(), .tone = Tone::Note, .icon = Icon::Lock}
                          : ChipSpec{.text = Words::agent(), .tone = Tone::Agent});
    const bool refused = item.state == OutboxItem::State::Refused;
    const bool offline = m_session.link().state != LinkState::Live;
    row.cardTone = refused ? Tone::Danger : Tone::Warning;
    const Icon icon = refused ? Icon::Warn : offline ? Icon::Off : Icon::Clock;
    row.link = ChipSpec{.text = refused ? Words::refused() : Words::toBeSent(),
                        .tone = row.cardTone,
                        .icon = refused ? Icon::Warn : Icon::Clock};
    const Instant now = m_session.now();
    const bool held = item.state == OutboxItem::State::Waiting && now < item.notBefore;
    if (held) {
        row.sentFrom = item.at;
        row.recallUntil = item.notBefore;
        row.actions.append({RowAction::Edit, RowWords::undo(), u"Alt+Z"_s});
        return row;
    }
    const Upload upload = m_session.uploadOf(item.command.id);
    showUpload(row.attachments, attachmentsOf(item.command.data), upload);
    const QString why = refused ? visibleText(refusalText(item.problem), 120)
        : offline               ? Words::offline()
        : upload.total > 0      ? Words::uploading(percentOf(upload))
                                : Words::sending();
    row.delivery = DeliveryLine{icon, why, row.cardTone};
    if (refused)
        row.actions.append({RowAction::Retry, Words::retry(), {}});
    // What the backend has been told cannot be taken back before it answers; files on their way can.
    if (item.state == OutboxItem::State::Sent && upload.total == 0)
        return row;
    row.actions.append({RowAction::Edit, RowWords::action(RowAction::Edit), {}});
    row.actions.append({RowAction::Discard, RowWords::action(RowAction::Discard), {}});
    return row;
}

QList<LaneSpan> laneSpans(const State &state, const GroupId &group)
{
    QList<LaneSpan> spans;
    const auto known = state.groups.constFind(group);
    if (known == state.groups.cend())
        return spans;
    const auto add = [&](const TopicId &id) {
        const auto topic = state.topics.constFind(id);
        if (topic == state.topics.cend())
            return;
        const bool owed = topic->waitingSince.isSet() && !hasEnded(*topic);
        spans.append({id, topic->lane, topic->title, topic->openedAt, topic->lastAt, owed});
    };
    for (const TopicId &id : known->open)
        add(id);
    for (const TopicId &id : known->ended)
        add(id);
    return spans;
}

} // namespace quntai
