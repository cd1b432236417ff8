// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/console.h"

#include "app/backend/gateway/entryhistory.h"
#include "app/backend/gateway/history.h"
#include "app/backend/gateway/search.h"
#include "app/backend/reports/customertopics.h"
#include "models/domain/passwordrules.h"
#include "models/protocol/methods.h"

#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int badAllowed = 20;
/** So that the event a command becomes still fits into a message. */
constexpr qsizetype maxCommandBytes = 192 * 1024;

Instant now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

bool isConnectionMethod(const QString &method)
{
    const auto latin = method.toLatin1();
    const std::string_view name(latin.data(), std::size_t(latin.size()));
    return std::apply([&](const auto &...known) { return ((known.name == name) || ...); },
                      connectionMethods);
}

Result<> checkTexts(const CommandData &data)
{
    const auto text = std::visit(
        []<class T>(const T &members) {
            if constexpr (requires { members.text; })
                return members.text;
            else
                return QString();
        },
        data);
    if (text.toUtf8().size() <= maxTextBytes)
        return {};
    return failure(ErrorKind::TooLarge, u"A text may have %1 bytes"_s.arg(maxTextBytes),
                   {{u"field"_s, u"text"_s}, {u"limit"_s, qint64(maxTextBytes)}});
}

/** Before anything is written, so that an account and its password come together or not at all. */
Result<> checkPassword(const QString &password, const UserId &account)
{
    if (password.isEmpty() || faultOf(password, account) == PasswordFault::None)
        return {};
    return failure(ErrorKind::InvalidParams,
                   u"A password has %1 to %2 characters, not all the same, and is not the account"_s
                       .arg(minPasswordLength).arg(maxPasswordLength),
                   {{u"field"_s, u"password"_s}});
}

/** For another thread: a copy of what the person may see now. */
ReportMaker::SeesGroup seesGroup(const Viewer &viewer)
{
    return [viewer](const GroupId &group) { return viewer.seesGroup(group); };
}

const User *findUser(const State &state, const QString &nameOrId)
{
    const auto byId = state.users.constFind(UserId{nameOrId});
    if (byId != state.users.cend())
        return &*byId;
    const User *found = nullptr;
    for (const auto &user : state.users) {
        if (user.name != nameOrId)
            continue;
        if (found)
            return nullptr;  // two people of one name must use their ids
        found = &user;
    }
    return found;
}

} // namespace

Console::Console(std::unique_ptr<ConsoleSocket> socket, const ConsoleServices &services,
                 QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_services(services)
{
    connect(m_socket.get(), &ConsoleSocket::received, this, &Console::receive);
    connect(m_socket.get(), &ConsoleSocket::gone, this, &Console::gone);
    connect(&m_pingTimer, &QTimer::timeout, this, &Console::ping);
    m_helloTimer.setSingleShot(true);
    connect(&m_helloTimer, &QTimer::timeout, this,
            [this] { m_socket->close(CloseCode::SignIn, u"Nobody signed in"_s); });
    m_helloTimer.start(m_services.options.helloMs);
}

Console::~Console()
{
    m_socket->disconnect(this);
}

void Console::receive(const QByteArray &message)
{
    ++m_services.counters.messagesIn;
    m_unanswered = 0;
    const auto head = m_reader.read(message);
    if (!head)
        return bad(m_reader.id(), head.error());
    switch (head->kind) {
    case FrameHead::Kind::Request: return request(*head, message.size());
    case FrameHead::Kind::Notification: return notice(*head);
    case FrameHead::Kind::Result:
    case FrameHead::Kind::Error: m_badInARow = 0; return;  // to our pings
    }
}

void Console::request(const FrameHead &head, qsizetype bytes)
{
    if (head.method == u"session.hello")
        return hello(head.id);
    if (head.method == u"session.refresh")
        return refresh(head.id);
    if (head.method == u"session.ping")
        return answer(head.id, encodeBody(PingResult{now()}));
    if (!isSignedIn())
        return bad(head.id, {ErrorKind::Unauthenticated, u"Sign in first: session.hello"_s});
    if (isCommand(head.method))
        return command(head, bytes);
    if (!isConnectionMethod(head.method))
        return bad(head.id, {ErrorKind::UnknownMethod, u"There is no such method"_s});
    if (head.method == u"session.bye")
        return bye(head.id);
    if (accessTo(head.method.toStdString(), m_user.role) == Access::None)
        return answer(head.id, failure(ErrorKind::Forbidden, u"You may not do this here"_s));
    if (head.method == u"audit.verify")
        return verify(head.id);
    if (head.method == u"customer.refresh")
        return refreshCustomer(head.id);
    if (head.method == u"customer.topics")
        return customerTopics(head.id);
    if (head.method == u"knowledge.test")
        return test(head.id);
    if (head.method == u"flow.preview")
        return previewFlow(head.id);
    if (head.method == u"report.query")
        return report(head.id);
    if (head.method == u"report.topics")
        return reportTopics(head.id);
    answer(head.id, answerTo(head.method));
}

Result<QByteArray> Console::answerTo(const QString &method)
{
    if (method == u"feed.open")
        return m_reader.body<FeedOpenParams>()
            .and_then([&](const FeedOpenParams &params) { return m_feed->open(params); })
            .transform(encodeBody<FeedOpenResult>);
    if (method == u"policy.get")
        return encodeBody(PolicyResult{m_services.hub.state().policy});
    if (method == u"search.query") {
        return m_reader.body<SearchParams>()
            .and_then([&](const SearchParams &params) {
                return searchLedger(m_services.hub.reader(), m_feed->viewer(), params);
            })
            .transform(encodeBody<SearchResult>);
    }
    if (method == u"knowledge.history") {
        return m_reader.body<EntryHistoryParams>()
            .and_then([&](const EntryHistoryParams &params) {
                return readEntryHistory(m_services.hub.reader(), params);
            })
            .transform(encodeBody<EntryHistoryResult>);
    }
    if (method == u"history.page") {
        const auto params = m_reader.body<HistoryParams>();
        if (!params)
            return std::unexpected(params.error());
        if (!m_feed->viewer().seesGroup(params->group) || params->group.isEmpty())
            return failure(ErrorKind::Forbidden, u"This group is not yours"_s);
        return readHistory(m_services.hub.reader(), m_feed->viewer(), *params)
            .transform(encodeBody<HistoryResult>);
    }
    return failure(ErrorKind::UnknownMethod, u"There is no such method"_s);
}

void Console::verify(const QByteArray &id)
{
    m_services.audit.run(this, [this, id](const Result<AuditResult> &result) {
        answer(id, result.transform(encodeBody<AuditResult>));
    });
}

void Console::refreshCustomer(const QByteArray &id)
{
    const auto params = m_reader.body<RefreshCustomerParams>();
    if (!params)
        return bad(id, params.error());
    if (!m_feed->viewer().seesGroup(params->group) || params->group.isEmpty())
        return answer(id, failure(ErrorKind::Forbidden, u"This group is not yours"_s));
    if (!m_services.hub.state().groups.value(params->group).members.contains(params->member))
        return answer(id, failure(ErrorKind::NotFound, u"This member is not in the group"_s));
    if (!m_services.refreshCustomer)
        return answer(id, failure(ErrorKind::Unavailable, u"No system of customers is connected"_s));
    m_services.refreshCustomer(*params, m_user, this,
                               [this, id](const Result<RefreshCustomerResult> &result) {
                                   answer(id, result.transform(encodeBody<RefreshCustomerResult>));
                               });
}

void Console::customerTopics(const QByteArray &id)
{
    const auto params = m_reader.body<CustomerTopicsParams>();
    if (!params)
        return answer(id, std::unexpected(params.error()));
    if (!m_feed->viewer().seesGroup(params->group) || params->group.isEmpty())
        return answer(id, failure(ErrorKind::Forbidden, u"This group is not yours"_s));
    const auto members = samePerson(m_services.hub.state(), params->group, params->member);
    m_services.reports.customerTopics(*params, members, seesGroup(m_feed->viewer()), this,
                                      [this, id](const Result<CustomerTopicsResult> &result) {
                                          answer(id, result.transform(
                                                         encodeBody<CustomerTopicsResult>));
                                      });
}

void Console::report(const QByteArray &id)
{
    const auto params = m_reader.body<ReportParams>();
    if (!params)
        return answer(id, std::unexpected(params.error()));
    m_services.reports.query(*params, seesGroup(m_feed->viewer()), this,
                             [this, id](const Result<Report> &result) {
                                 answer(id, result.transform(encodeBody<Report>));
                             });
}

void Console::reportTopics(const QByteArray &id)
{
    const auto params = m_reader.body<ReportTopicsParams>();
    if (!params)
        return answer(id, std::unexpected(params.error()));
    m_services.reports.topics(*params, seesGroup(m_feed->viewer()), this,
                              [this, id](const Result<ReportTopics> &result) {
                                  answer(id, result.transform(encodeBody<ReportTopics>));
                              });
}

void Console::notice(const FrameHead &head)
{
    if (!isSignedIn())
        return bad({}, {ErrorKind::Unauthenticated, u"Sign in first: session.hello"_s});
    Result<> done;
    if (head.method == u"feed.ack")
        done = m_reader.body<FeedAck>().and_then(
            [&](const FeedAck &ack) { return m_feed->ack(ack); });
    else if (head.method == u"feed.part")
        done = m_reader.body<FeedPartAck>().and_then(
            [&](const FeedPartAck &ack) { return m_feed->ackPart(ack); });
    if (done) {
        m_badInARow = 0;
        return;
    }
    // A wrong acknowledgement means that the two sides no longer talk of the same thing.
    ++m_services.counters.badMessages;
    m_socket->close(CloseCode::Protocol, done.error().message);
}

void Console::hello(const QByteArray &id)
{
    if (isSignedIn() || m_signingIn)
        return bad(id, {ErrorKind::InvalidRequest, u"This connection is signed in already"_s});
    const auto params = m_reader.body<HelloParams>();
    if (!params)
        return bad(id, params.error());
    if (!params->versions.contains(protocolVersion)) {
        bad(id, {ErrorKind::InvalidParams, u"This server speaks version %1"_s.arg(protocolVersion),
                 {{u"field"_s, u"versions"_s}}});
        return m_socket->close(CloseCode::Protocol, u"No version in common"_s);
    }
    m_signingIn = true;
    m_helloTimer.stop(); // from here on it is we who take time
    if (params->auth.scheme == AuthScheme::Password)
        signInWithPassword(id, *params);
    else
        signInWithToken(id, *params);
}

void Console::signInWithToken(const QByteArray &id, const HelloParams &params)
{
    const auto once = m_services.accounts.takeOneTimeToken(params.auth.token);
    finishSignIn(id, params.session,
                 once ? m_services.accounts.issue(*once)
                      : m_services.accounts.reissue(params.auth.token));
}

void Console::signInWithPassword(const QByteArray &id, const HelloParams &params)
{
    const auto *known = findUser(m_services.hub.state(), params.auth.user);
    const auto user = known ? known->id : UserId{params.auth.user};
    m_services.accounts.checkPassword(
        user, params.auth.password, m_socket->peerAddress(), this,
        [this, id, user, wanted = params.session](const Result<> &checked) {
            finishSignIn(id, wanted,
                         checked.and_then([&] { return m_services.accounts.issue(user); }));
        });
}

void Console::finishSignIn(const QByteArray &id, const QString &wanted,
                           const Result<IssuedTokens> &tokens)
{
    m_signingIn = false;
    if (m_socket->isClosing())
        return;
    if (!tokens)
        return refuseSignIn(id, tokens.error());
    const auto user = m_services.hub.state().users.constFind(tokens->user);
    if (user == m_services.hub.state().users.cend() || user->disabled)
        return refuseSignIn(id, {ErrorKind::Forbidden, u"This account may not be used"_s});
    m_user = *user;
    m_family = tokens->family;
    m_helloTimer.stop();
    m_socket->relax();
    m_feed = std::make_unique<ConsoleFeed>(
        m_services.hub, Viewer(m_user),
        FeedSink{[this](const QString &message) {
                     ++m_services.counters.messagesOut;
                     m_socket->send(message);
                 },
                 [this] { return m_socket->unsentBytes(); }});
    m_pingTimer.start(m_services.options.pingMs);
    Q_EMIT signedIn(wanted);
    HelloResult result;
    result.session = m_session;
    result.user = self();
    result.rights = methodsOf(m_user.role);
    result.serverTime = now();
    result.token = {tokens->access, tokens->expiresInSeconds, tokens->refresh};
    answer(id, encodeBody(result));
}

void Console::refuseSignIn(const QByteArray &id, const Error &error)
{
    ++m_services.counters.failedSignIns;
    send(encodeError(id, error));
    m_socket->close(error.kind == ErrorKind::RateLimited    ? CloseCode::TooMany
                        : error.kind == ErrorKind::Forbidden ? CloseCode::Forbidden
                                                             : CloseCode::SignIn,
                    error.message.left(100));
}

void Console::refresh(const QByteArray &id)
{
    const auto tokens = m_reader.body<RefreshParams>().and_then(
        [&](const RefreshParams &params) { return m_services.accounts.refresh(params.refresh); });
    answer(id, tokens.transform([](const IssuedTokens &issued) {
        return encodeBody(Tokens{issued.access, issued.expiresInSeconds, issued.refresh});
    }));
}

void Console::bye(const QByteArray &id)
{
    answer(id, encodeBody(Nothing{}));
    // First our own end, so that it is a normal one.
    m_socket->closeNormally();
    if (const auto revoked = m_services.accounts.revokeFamily(m_family); !revoked)
        qWarning("Tokens could not be revoked: %s", qPrintable(revoked.error().message));
}

void Console::command(const FrameHead &head, qsizetype bytes)
{
    ++m_services.counters.commands;
    if (bytes > maxCommandBytes)
        return bad(head.id, {ErrorKind::TooLarge, u"A command may have %1 bytes"_s.arg(maxCommandBytes),
                             {{u"limit"_s, qint64(maxCommandBytes)}}});
    auto command = m_reader.command(head.method);
    if (!command)
        return bad(head.id, command.error());
    // Of what the person asked, before anything is put in.
    const auto hash = commandBodyHash(command->data);
    const auto allowed = checkTexts(command->data).and_then([&] {
        return checkCommand(m_services.hub.state(), m_user, command->data);
    }).and_then([&] { return m_services.blobs.check(m_user, command->data); });
    if (!allowed)
        return answerCommand(head.id, std::unexpected(allowed.error()));
    if (std::holds_alternative<PutUser>(command->data))
        return putUser(head.id, *command);
    submit(*command, hash,
           [this, id = head.id](const Result<qint64> &result) { answerCommand(id, result); });
}

void Console::putUser(const QByteArray &id, Command command)
{
    // The password goes to the account store only; ledger and logs never see it.
    auto &data = std::get<PutUser>(command.data);
    const auto password = std::exchange(data.password, {});
    const auto user = data.user.id;
    if (const auto fits = checkPassword(password, user); !fits)
        return bad(id, fits.error());
    submit(command, commandBodyHash(command.data), [this, id, user, password](const Result<qint64> &result) {
        if (!result || password.isEmpty())
            return answerCommand(id, result);
        m_services.accounts.setPassword(user, password, this, [this, id, result](const Result<> &set) {
            answerCommand(id, set ? result : std::unexpected(set.error()));
        });
    });
}

void Console::submit(const Command &command, const QByteArray &hash, Engine::CommandDone done)
{
    m_badInARow = 0;
    m_services.engine.submit(m_user, command, hash, this, std::move(done));
}

void Console::answerCommand(const QByteArray &id, const Result<qint64> &result)
{
    m_badInARow = 0;
    if (!result)
        ++m_services.counters.refusedCommands;
    answer(id, result.transform([](qint64 seq) { return encodeBody(CommandResult{seq}); }));
}

void Console::answer(const QByteArray &id, const Result<QByteArray> &result)
{
    if (!result && result.error().kind == ErrorKind::InvalidParams)
        return bad(id, result.error());
    m_badInARow = 0;
    send(result ? encodeResult(id, *result) : encodeError(id, result.error()));
}

void Console::bad(const QByteArray &id, const Error &error)
{
    ++m_services.counters.badMessages;
    send(encodeError(id, error));
    if (++m_badInARow >= badAllowed)
        m_socket->close(CloseCode::Protocol, u"Too many messages in a row were wrong"_s);
}

void Console::send(const QByteArray &message)
{
    ++m_services.counters.messagesOut;
    m_socket->send(QString::fromUtf8(message));
}

void Console::ping()
{
    if (m_unanswered >= 2)
        return m_socket->abort();
    ++m_unanswered;
    const auto id = "\"s-" + QByteArray::number(++m_pings) + '"';
    send(encodeRequest(id, u"session.ping", "{}"));
}

SelfInfo Console::self() const
{
    return {m_user.id, m_user.name, m_user.role, m_user.teams};
}

void Console::setUser(const User &user)
{
    if (!isSignedIn() || user == m_user)
        return;
    m_user = user;
    if (user.disabled)
        return m_socket->close(CloseCode::Forbidden, u"This account may not be used any more"_s);
    const Viewer viewer(user);
    if (viewer.kind() == m_feed->viewer().kind())
        return;
    const ScopeChanged changed{self(), methodsOf(user.role), user.groups};
    send(encodeNotification(u"scope.changed", encodeBody(changed)));
    m_feed->setViewer(viewer);
}

void Console::goAway(const QString &why)
{
    if (isSignedIn())
        send(encodeNotification(u"session.goaway", encodeBody(GoAway{why, 0, {}})));
    m_socket->close(CloseCode::Restarting, why);
}

void Console::tick()
{
    if (m_feed)
        m_feed->tick();
}

} // namespace quntai
