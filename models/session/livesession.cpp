// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/livesession.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QScopeGuard>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// Less than a frame of a screen: the view gathers once more, and two whole frames in a row made a
// message 27 ms old before it was painted (p99; bench_desk), where 25 are allowed.
constexpr int gatherMs = 12;
constexpr int ackMs = 100;
constexpr int ackEvents = 500;
constexpr int saveMs = 15'000;
constexpr qsizetype happeningsPerGroup = 200;

/** An embedded backend has another port each time, so all of this machine are one account. */
QString accountOf(const SignIn &who)
{
    const auto host = who.server.host();
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const auto server = here ? u"local"_s : u"%1:%2"_s.arg(host).arg(who.server.port());
    const auto name = QString(server + u'/' + who.user).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

LiveSession::LiveSession(QString dataFolder, QObject *parent, WakeClocks clocks)
    : Session(parent), m_dataFolder(std::move(dataFolder)), m_wakes(std::move(clocks)),
      m_uploads(m_blobs), m_commands(m_fold.state(), m_link, m_uploads)
{
    m_steady.start();
    m_sinceFrame.start();
    m_clockAhead = QDateTime::currentMSecsSinceEpoch();
    m_frame.setSingleShot(true);
    m_acking.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &LiveSession::showFrame);
    connect(&m_acking, &QTimer::timeout, this, &LiveSession::acknowledge);
    connect(&m_saving, &QTimer::timeout, this, &LiveSession::saveState);
    connect(&m_renewing, &QTimer::timeout, this, &LiveSession::renewLeases);
    connect(&m_wakes, &WakeWatch::woke, this, &LiveSession::woke);
    connect(&m_link, &Link::news, this, [this](const LinkNews &news) { take(news); });
    connect(&m_commands, &CommandDesk::changed, this, &Session::outboxChanged);
    connect(&m_commands, &CommandDesk::settled, this, &Session::commandSettled);
    connect(&m_commands, &CommandDesk::trouble, this, &Session::trouble);
    connect(&m_commands, &CommandDesk::left, this, &LiveSession::releaseFiles);
    connect(&m_uploads, &Uploads::moved, this, &Session::uploadMoved);
    connect(&m_drafts, &DraftKeeper::trouble, this, &Session::trouble);
    connect(&m_drafts, &DraftKeeper::paused, this, &LiveSession::shareDraft);
    m_saving.start(saveMs);
    m_renewing.start(LeaseKeeper::everyMs);
}

LiveSession::~LiveSession()
{
    blockSignals(true);
    closeStores();
}

void LiveSession::closeStores()
{
    if (!m_stores)
        return;
    if (m_fold.hasNews())
        m_stores->take(m_fold.takeNews(), {});
    m_drafts.setStores(nullptr);
    saveState();
    m_commands.setStores(nullptr);
    m_stores.reset();
}

void LiveSession::setLink(LinkState state)
{
    setLink({state, LinkProblem::None, {}, {}, {}, m_status.latencyMs});
}

void LiveSession::setLink(const LinkStatus &status)
{
    if (m_status.state == status.state && m_status.problem == status.problem
        && m_status.reason == status.reason && !status.nextAttempt.isSet())
        return;
    // What was on screen before a sleep is as old as that, also when it ends in no connection.
    const bool sleptThrough = m_status.problem == LinkProblem::Woke
        && status.state == LinkState::Offline;
    const auto since = sleptThrough ? m_status.since : now();
    m_status = status;
    m_status.since = since;
    Q_EMIT linkChanged();
}

void LiveSession::signIn(const SignIn &who)
{
    prepare(who);
    setLink(LinkState::Connecting);
    if (m_isLoaded)
        m_link.start(who);
    else
        m_waiting = who;
}

void LiveSession::prepare(const SignIn &who)
{
    const auto account = accountOf(who);
    if (m_account == account)
        return;
    signOut();
    m_account = account;
    m_me = {{who.user}, who.user, Role::Agent, {}};
    m_stores = std::make_unique<SessionStores>(m_dataFolder + u'/' + account);
    m_blobs.setFolder(m_dataFolder + u'/' + account + u"/blobs"_s,
                      m_dataFolder + u'/' + account + u"/outgoing"_s);
    m_commands.setStores(m_stores.get());
    m_drafts.setStores(m_stores.get());
    setLink(LinkState::Connecting);
    m_stores->load([this, account](const SessionStores::Loaded &found) {
        if (account == m_account)
            loaded(found);
    });
}

void LiveSession::rest(std::function<void()> done)
{
    m_link.rest();
    if (m_stores)
        m_stores->rest([done = std::move(done)](const Result<> &) { done(); });
}

void LiveSession::loaded(const SessionStores::Loaded &loaded)
{
    m_isLoaded = true;
    m_commands.restore(loaded.outbox, now());
    m_drafts.restore(loaded.drafts, loaded.draftFiles);
    if (loaded.troubles.isEmpty()) // what could not be read may name any of them
        m_blobs.keepOnly(namedFiles());
    if (loaded.state)
        m_fold.restore(loaded.state->state, loaded.state->positions);
    // Who one was last time; what one may do now the backend says.
    if (const auto me = state().users.constFind(m_me.id); me != state().users.cend()) {
        m_me.name = me->name;
        m_me.role = me->role;
    }
    QList<HappeningPtr> happened;
    for (const auto &event : loaded.happened) {
        if (auto happening = happeningOf(event))
            happened.append(std::make_shared<const Happening>(std::move(*happening)));
    }
    noteHappenings(happened);
    Q_EMIT reset();
    for (const auto &text : loaded.troubles)
        Q_EMIT trouble(text);
    if (m_waiting)
        m_link.start(*std::exchange(m_waiting, std::nullopt));
}

void LiveSession::signOut()
{
    m_link.stop();
    closeStores();
    m_blobs.setFolder({});
    m_blobs.setPass({}, {});
    m_connected = false;
    m_account.clear();
    m_isLoaded = false;
    m_waiting.reset();
    m_me = {};
    m_rights.clear();
    m_happenings.clear();
    m_pages.clear();
    m_unacknowledged.clear();
    m_fold.restore({}, {});
    setLink(LinkState::SignedOut);
    Q_EMIT reset();
}

void LiveSession::take(const LinkNews &news)
{
    if (m_stores) // what is still on its way after signing out concerns nobody
        std::visit([this](const auto &one) { take(one); }, news);
}

void LiveSession::take(const LinkTrying &)
{
    setLink(LinkState::Connecting);
}

void LiveSession::take(const LinkUp &up)
{
    m_me = up.hello.user;
    m_rights = QSet<QString>(up.hello.rights.cbegin(), up.hello.rights.cend());
    m_clockAhead = up.hello.serverTime.ms - m_steady.elapsed();
    m_connected = true;
    setLink(LinkState::Syncing);
    m_fold.resume().lost(); // a new connection has no feed yet
    fed();
    m_commands.linkUp();
}

void LiveSession::take(const LinkDown &down)
{
    m_connected = false;
    m_unacknowledged.clear(); // the next feed starts behind it
    m_fold.resume().lost();
    const Instant again = down.retryInMs >= 0 ? Instant{now().ms + down.retryInMs} : Instant{};
    setLink({down.refused ? LinkState::Refused : LinkState::Offline, down.problem, down.why, {},
             again, m_status.latencyMs});
    m_commands.linkLost();
}

void LiveSession::take(const LinkLatency &latency)
{
    m_status.latencyMs = latency.ms;
    Q_EMIT linkChanged();
}

void LiveSession::take(const FeedAnswer &answer)
{
    if (!answer.result) {
        const auto &error = answer.result.error();
        const auto stream = error.data.value("stream"_L1).toString();
        if (!stream.isEmpty()) { // our position in it means nothing to the backend
            m_fold.resume().ahead(stream);
            fed();
            return;
        }
        m_fold.resume().refused();
        m_link.restart(error.message);
        return;
    }
    for (const auto &one : answer.result->streams)
        m_fold.resume().opened(one.stream, {one.epoch, one.seq}, one.resumed);
    fed();
}

void LiveSession::take(const EventsFrame &frame)
{
    m_fold.take(frame);
    fed();
}

void LiveSession::take(const FeedTick &tick)
{
    m_fold.take(tick);
    fed();
}

void LiveSession::take(const SnapshotPart &part)
{
    if (!m_fold.take(part)) {
        m_link.restart(u"The backend's snapshot does not fit together"_s);
        return;
    }
    m_link.acknowledgePart(part.stream, part.part);
    fed();
}

/** After anything of the feed: opens it again when there is a hole, and shows what gathered. */
void LiveSession::fed()
{
    if (m_connected && m_fold.resume().mustOpen())
        m_link.openFeed(m_fold.resume().open());
    if (!m_fold.hasNews())
        noteCaughtUp();
    else if (!m_frame.isActive())
        m_frame.start(std::max(0, m_pauseMs - int(m_sinceFrame.elapsed())));
}

void LiveSession::noteCaughtUp()
{
    if (!m_connected || !m_fold.resume().isCaughtUp() || m_status.state != LinkState::Syncing)
        return;
    setLink(LinkState::Live);
    m_commands.caughtUp();
}

/** What comes after a quiet time is shown at once; frames that take long leave as much time for
 * the hand. */
void LiveSession::showFrame()
{
    if (!m_stores || !m_fold.hasNews())
        return;
    m_sinceFrame.start();
    const auto spaced = qScopeGuard([this] {
        const auto took = int(m_sinceFrame.restart());
        m_pauseMs = std::max(gatherMs - took, took);
    });
    const auto news = m_fold.takeNews();
    m_stateDirty = true;
    if (news.otherLedger || !news.erased.isEmpty())
        m_blobs.clear();
    if (news.otherLedger)
        m_happenings.clear();
    noteHappenings(news.happenings);
    m_stores->take(news, [this, positions = news.positions, events = news.events](
                             const Result<> &result) { stored(positions, events, result); });
    tell(news);
    m_commands.folded(state().positions.value(u"p0"_s));
    noteCaughtUp();
}

void LiveSession::tell(const FeedNews &news)
{
    if (news.reset) {
        Q_EMIT reset();
    } else {
        if (!news.happenings.isEmpty())
            Q_EMIT happened(news.happenings);
        Q_EMIT changed(news.changes);
    }
    for (const auto &text : news.troubles)
        Q_EMIT trouble(u"An event cannot be shown: %1"_s.arg(text));
}

void LiveSession::noteHappenings(const QList<HappeningPtr> &happenings)
{
    for (const auto &happening : happenings) {
        auto &all = m_happenings[happening->group];
        all.append(happening);
        if (all.size() > happeningsPerGroup)
            all.removeFirst();
    }
}

QList<HappeningPtr> LiveSession::happenings(const GroupId &group) const
{
    auto all = m_happenings.value(group);
    const auto channel = state().groups.value(group).info.channel;
    for (const auto &happening : m_happenings.value({})) {
        if (happening->connector == channel)
            all.append(happening);
    }
    std::ranges::stable_sort(all, {}, &Happening::seq);
    return all;
}

void LiveSession::stored(const QMap<QString, qint64> &positions, int events,
                         const Result<> &result)
{
    if (!result)
        Q_EMIT trouble(result.error().message); // shown all the same, so the feed goes on
    m_unacknowledged.insert(positions);
    m_unacknowledgedEvents += events;
    if (m_unacknowledgedEvents >= ackEvents)
        acknowledge();
    else if (!m_acking.isActive())
        m_acking.start(ackMs);
}

void LiveSession::acknowledge()
{
    m_unacknowledgedEvents = 0;
    const auto reached = std::exchange(m_unacknowledged, {});
    if (!m_connected || !m_fold.resume().isOpen())
        return; // of the feed before; the new one never sent it
    for (auto it = reached.cbegin(); it != reached.cend(); ++it)
        m_link.acknowledge(it.key(), it.value());
}

void LiveSession::saveState()
{
    if (m_stores && std::exchange(m_stateDirty, false))
        m_stores->saveState(state(), m_fold.resume().positions(), now());
}

void LiveSession::take(const GoAway &goAway)
{
    setLink({m_status.state, LinkProblem::Restarting, goAway.why, {}, {}, m_status.latencyMs});
}

void LiveSession::take(const ScopeChanged &scope)
{
    m_me = scope.user;
    m_rights = QSet<QString>(scope.rights.cbegin(), scope.rights.cend());
    Q_EMIT linkChanged();
}

void LiveSession::discard(const CommandId &command)
{
    m_drafts.save();
    m_commands.discard(command);
}

CommandId LiveSession::submit(const CommandData &command, QObject *context,
                              std::function<void(Result<>)> kept)
{
    m_leases.touched(topicOf(command));
    return m_commands.submit(command, now(),
                             [asker = QPointer<QObject>(context), kept](const Result<> &result) {
                                 if (asker && kept)
                                     kept(result);
                             });
}

void LiveSession::renewLeases()
{
    if (!m_connected)
        return;
    for (const auto &renewal : m_leases.renewals(state(), me()))
        m_commands.submit(renewal, now(), [](const Result<> &) {});
}

void LiveSession::history(const GroupId &group, qint64 beforeSeq, int limit, QObject *context,
                          std::function<void(Result<QList<MessagePtr>>)> done)
{
    const Page page{context, std::move(done), group, beforeSeq, limit};
    if (!m_connected) {
        answerFromStore(page);
        return;
    }
    m_pages.insert(++m_lastTicket, page);
    m_link.askHistory(m_lastTicket, {group, beforeSeq, std::min(limit, maxHistoryPage)});
}

void LiveSession::answerFromStore(const Page &page)
{
    if (m_stores && page.context)
        m_stores->history(page.group, page.before, page.limit, page.context, page.done);
}

void LiveSession::take(const HistoryAnswer &answer)
{
    const auto page = m_pages.take(answer.ticket);
    if (!answer.result) {
        answerFromStore(page);
        return;
    }
    QList<MessagePtr> messages;
    for (const auto &message : answer.result->messages)
        messages.append(std::make_shared<const Message>(message));
    m_stores->put(messages);
    if (page.context)
        page.done(messages);
}

void LiveSession::ask(const Query &query, QObject *context,
                      std::function<void(Result<std::any>)> done)
{
    m_askers.insert(++m_lastTicket, {context, std::move(done)});
    m_link.askQuery(m_lastTicket, query);
}

void LiveSession::take(const QueryAnswer &answer)
{
    const auto asker = m_askers.take(answer.ticket);
    if (asker.context)
        asker.done(answer.result);
}

void LiveSession::search(const QString &words, int limit, QObject *context,
                         std::function<void(Result<QList<MessagePtr>>)> done)
{
    searchBy({}, words, limit, context, std::move(done));
}

void LiveSession::searchBy(const SearchFilter &filter, const QString &words, int limit,
                           QObject *context, std::function<void(Result<QList<MessagePtr>>)> done)
{
    if (m_stores)
        m_stores->search(words, limit, context, std::move(done), filter);
    else
        done(failure(ErrorKind::Unauthenticated, u"Sign in first"_s));
}

} // namespace quntai
