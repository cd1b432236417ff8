// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/gateway.h"

#include "app/backend/accounts/passwords.h"

#include <QDateTime>
#include <QWebSocket>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int watchMs = 250;
constexpr int tickMs = 1000;
/** A console that reconnects within this is not shown as absent. */
constexpr int absenceMs = 10'000;
constexpr int sweepMs = 3600 * 1000;

QString peerKey(const QHostAddress &address, quint16 port)
{
    return address.toString() + u' ' + QString::number(port);
}

} // namespace

Gateway::Gateway(Engine &engine, Readers readers, AccountStore &accounts, GatewayOptions options,
                 QObject *parent)
    : QObject(parent), m_engine(engine), m_accounts(accounts), m_options(std::move(options)),
      m_hub(std::move(readers.own)), m_listener(m_options),
      m_upgrader(u"quntai"_s, QWebSocketServer::NonSecureMode), m_blobs(m_options, m_hub, m_accounts),
      m_audit(m_options.dataFolder), m_reports(std::move(readers.reports))
{
    m_upgrader.setSupportedSubprotocols({u"quntai.v1"_s});
    m_upgrader.setHandshakeTimeout(m_options.helloMs);
    m_upgrader.setMaxPendingConnections(64);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &Gateway::welcome);
    connect(&m_listener, &Listener::webSocketAsked, this, &Gateway::upgrade);
    connect(&m_listener, &Listener::requested, this, [this](QTcpSocket *socket, const HttpHead &head) {
        new HttpExchange(socket, head, httpServices());
    });
    connect(&m_engine, &Engine::committed, this, &Gateway::takeIn);
    connect(&m_engine, &Engine::committed, &m_reports, &Reports::takeIn);
    connect(&m_engine, &Engine::troubleChanged, this,
            [this](const QString &trouble) { m_trouble = trouble; });
    connect(&m_accounts, &AccountStore::familyEnded, this, [this](const QString &family) {
        for (auto *console : QList(m_consoles)) {
            if (console->isSignedIn() && console->family() == family)
                console->socket().close(CloseCode::SignIn, u"The session was ended"_s);
        }
    });
    connect(&m_accounts, &AccountStore::userEnded, this, [this](const UserId &user) {
        for (auto *console : QList(m_consoles)) {
            if (console->isSignedIn() && console->user().id == user)
                console->socket().close(CloseCode::SignIn, u"Sign in again"_s);
        }
    });
    connect(&m_watch, &QTimer::timeout, this, [this] {
        for (auto *console : QList(m_consoles))
            console->socket().checkUnsent();
    });
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        for (auto *console : QList(m_consoles))
            console->tick();
    });
    connect(&m_absence, &QTimer::timeout, this, &Gateway::markAbsent);
    connect(&m_sweep, &QTimer::timeout, this,
            [this] { m_blobs.sweep({QDateTime::currentMSecsSinceEpoch()}); });
    m_uptime.start();
}

Gateway::~Gateway()
{
    // Before the members: consoles, also those that wait for deletion, use them to the end.
    m_consoles.clear();
    qDeleteAll(findChildren<Console *>(Qt::FindDirectChildrenOnly));
    for (const auto &socket : std::exchange(m_upgrading, {}))
        delete socket;
}

Result<> Gateway::listen()
{
    if (const auto made = m_blobs.prepare(); !made)
        return made;
    if (const auto listening = m_listener.start(); !listening)
        return listening;
    m_listener.pauseAccepting();
    return {};
}

Result<> Gateway::start()
{
    if (!m_listener.isListening()) {
        if (const auto listening = listen(); !listening)
            return listening;
    }
    m_engine.state(this, [this](const StatePtr &state) { begin(*state); });
    return {};
}

void Gateway::begin(const State &state)
{
    if (m_stopped)
        return;
    m_hub.begin(state);
    m_reports.start();
    m_ready = true;
    m_blobs.start();
    for (const auto &events : std::exchange(m_early, {}))
        takeIn(events);
    m_watch.start(watchMs);
    m_ticks.start(tickMs);
    m_absence.start(absenceMs);
    m_sweep.start(sweepMs);
    m_listener.resumeAccepting();
    Q_EMIT ready();
}

void Gateway::takeIn(const EventList &events)
{
    if (!m_ready) {
        m_early.append(events);
        return;
    }
    m_blobs.takeIn(events); // before a console can ask
    m_hub.takeIn(events);
    for (const auto &event : *events) {
        if (const auto *changed = std::get_if<UserChanged>(&event.data))
            rescope(changed->user);
    }
}

void Gateway::rescope(const User &user)
{
    for (auto *console : QList(m_consoles)) {
        if (console->isSignedIn() && console->user().id == user.id)
            console->setUser(user);
    }
    if (!user.disabled)
        return;
    if (const auto revoked = m_accounts.revokeUser(user.id); !revoked)
        qWarning("Tokens could not be revoked: %s", qPrintable(revoked.error().message));
}

void Gateway::upgrade(QTcpSocket *socket)
{
    const auto key = peerKey(socket->peerAddress(), socket->peerPort());
    m_upgrading.insert(key, socket);
    auto *guard = new QObject(socket);  // QWebSocket cuts the connections of the socket itself
    connect(guard, &QObject::destroyed, this, [this, key] { m_upgrading.remove(key); });
    socket->setParent(nullptr);
    m_upgrader.handleConnection(socket);
}

void Gateway::welcome()
{
    while (auto *socket = m_upgrader.nextPendingConnection()) {
        auto tcp = m_upgrading.value(peerKey(socket->peerAddress(), socket->peerPort()));
        add(std::make_unique<ConsoleSocket>(socket, tcp));
    }
}

void Gateway::add(std::unique_ptr<ConsoleSocket> socket)
{
    ++m_counters.connections;
    if (m_stopped)
        return socket->close(CloseCode::Restarting, u"The server is restarting"_s);
    auto *console = new Console(std::move(socket),
                                {m_engine, m_accounts, m_hub, m_options, m_counters, m_audit,
                                 m_refreshCustomer, m_reports, m_blobs},
                                this);
    m_consoles.append(console);
    connect(console, &Console::signedIn, this,
            [this, console](const QString &wanted) { signedIn(console, wanted); });
    connect(console, &Console::gone, this, [this, console] { gone(console); });
}

void Gateway::signedIn(Console *console, const QString &wanted)
{
    if (auto *tcp = console->socket().tcp())
        m_listener.settled(tcp);
    console->setSession(randomToken());
    for (auto *other : QList(m_consoles)) {
        const bool same = other != console && other->isSignedIn() && !wanted.isEmpty()
            && other->session() == wanted && other->user().id == console->user().id;
        if (!same)
            continue;
        console->setSession(wanted);
        other->setSession({});
        other->socket().close(CloseCode::SignedInElsewhere, u"This session goes on elsewhere"_s);
    }
    const auto presence = m_hub.state().presence.value(console->user().id);
    if (presence.status == AgentStatus::Offline)
        setPresence(console->user().id, AgentStatus::Online);
}

void Gateway::gone(Console *console)
{
    if (!m_consoles.removeOne(console))
        return;
    console->deleteLater();
    m_absence.start(absenceMs);
}

bool Gateway::isConnected(const UserId &user) const
{
    return std::ranges::any_of(m_consoles, [&](const Console *console) {
        return console->isSignedIn() && console->user().id == user;
    });
}

void Gateway::setPresence(const UserId &user, AgentStatus status)
{
    Presence presence;
    presence.user = user;
    presence.name = m_hub.state().users.value(user).name;
    presence.status = status;
    m_engine.record({NewEvent{{}, {}, PresenceChanged{presence}}});
}

void Gateway::markAbsent()
{
    for (const auto &presence : m_hub.state().presence) {
        if (presence.status != AgentStatus::Offline && !isConnected(presence.user))
            setPresence(presence.user, AgentStatus::Offline);
    }
}

void Gateway::stop(const QString &why)
{
    if (std::exchange(m_stopped, true))
        return;
    m_listener.close();
    m_hub.flush();
    m_absence.stop();
    m_ticks.stop();
    for (auto *console : QList(m_consoles))
        console->goAway(why);
}

HttpServices Gateway::httpServices()
{
    return {&m_blobs.store(), m_options.blobBytes, m_options.stallMs, m_options.transferMs,
            [this](const QByteArray &token) {
                return m_accounts.userOfAccess(QString::fromLatin1(token)).has_value();
            },
            [this](const QByteArray &token, const QString &sha256) {
                return m_blobs.mayHave(token, sha256);
            },
            [this](const QByteArray &token, const GroupId &group, const QString &sha256,
                   qint64 bytes) {
                return m_blobs.mayBring(token, group, sha256, bytes);
            },
            [this](const QByteArray &token, const GroupId &group, const QString &sha256,
                   QObject *context, std::function<void(Result<>)> done) {
                m_blobs.ask(token, group, sha256, context, std::move(done));
            },
            [this](const QByteArray &token, const GroupId &group, const QString &sha256,
                   qint64 bytes, QObject *context, std::function<void(Result<>)> done) {
                m_blobs.brought(token, group, sha256, bytes, context, std::move(done));
            },
            [this] { return m_trouble; }, [this] { return metrics(); }};
}

QByteArray Gateway::metrics() const
{
    QByteArray text;
    const auto line = [&](const char *name, const char *type, quint64 value) {
        text += QByteArray("# TYPE quntai_") + name + ' ' + type + "\nquntai_" + name + ' '
            + QByteArray::number(value) + '\n';
    };
    const auto signedInCount = std::ranges::count_if(
        m_consoles, [](const Console *console) { return console->isSignedIn(); });
    line("uptime_seconds", "gauge", quint64(m_uptime.elapsed() / 1000));
    line("consoles", "gauge", quint64(signedInCount));
    line("connections_total", "counter", m_counters.connections);
    line("messages_received_total", "counter", m_counters.messagesIn);
    line("messages_sent_total", "counter", m_counters.messagesOut);
    line("bad_messages_total", "counter", m_counters.badMessages);
    line("commands_total", "counter", m_counters.commands);
    line("commands_refused_total", "counter", m_counters.refusedCommands);
    line("sign_ins_failed_total", "counter", m_counters.failedSignIns);
    text += "# TYPE quntai_ledger_seq gauge\n";
    for (const auto &stream : m_hub.streams())
        text += "quntai_ledger_seq{stream=\"" + stream.toLatin1() + "\"} "
            + QByteArray::number(m_hub.head(stream)) + '\n';
    return text;
}

} // namespace quntai
