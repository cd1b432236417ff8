// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/backoff.h"
#include "models/session/commandids.h"
#include "models/session/livesession.h"
#include "models/session/socketproblem.h"
#include "models/session/tls.h"
#include "tests/models/session/testbackend.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QSslSocket>
#include <QTest>
#include <QUuid>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId g0{u"wecom/g0"_s};
const TopicId t1{u"t-1"_s};

QStringList textsIn(const Session &session)
{
    QStringList texts;
    const auto recent = session.state().groups.value(g0).recent;
    for (const auto &message : recent)
        texts.append(message->text);
    return texts;
}

SendMessage reply(const QString &text, qint64 basis = 1)
{
    return {t1, 1, basis, text, {}, {}};
}

} // namespace

/** The session over real sockets and real files. */
class TestLiveSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsASnapshotThenEvents();
    void resumesAfterALostLink();
    void otherLedgerBringsASnapshot();
    void startsFromDiskWithoutALink();
    void showsWhatIsKeptBeforeTheBackendIsThere();
    void restGivesBackMemoryAndGoesOn();
    void forgottenCertificatesAreThereForTls();
    void textIsKeptBeforeItIsSent();
    void lostAnswerHasOneEffect();
    void outboxSurvivesARestart();
    void refusedTextWaitsForAPerson();
    void wrongPasswordIsRefused();
    void tokenTakesThePlaceOfThePassword();
    void silentBackendIsNoticed();
    void plainSocketsStayOnThisMachine();
    void whyThereIsNoLinkHasAName();
    void historyAndSearchWithoutALink();
    void draftsComeBack();
    void filesOfAnUnknownTopicDoNotWaitForEver();
    void renewalsNeverTouchTheDisk();
    void signOutForgetsEverything();
    void backoffIsFullJitter();
    void commandIdsAreVersionSevenAndSorted();

private:
    bool start(LiveSession &session);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestBackend> m_backend;
};

void TestLiveSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_backend = std::make_unique<TestBackend>();
    m_backend->openTopic(t1);
}

bool TestLiveSession::start(LiveSession &session)
{
    session.signIn(m_backend->signIn());
    return QTest::qWaitFor([&] { return session.link().state == LinkState::Live; }, 10'000);
}

void TestLiveSession::showsASnapshotThenEvents()
{
    m_backend->say(u"在吗"_s, t1);
    LiveSession session(m_dir->path());
    QSignalSpy resets(&session, &Session::reset);
    QSignalSpy changes(&session, &Session::changed);
    QVERIFY(start(session));
    QCOMPARE(session.myName(), u"周敏"_s);
    QVERIFY(session.rights().contains(u"message.send"_s));
    QCOMPARE(textsIn(session), QStringList{u"在吗"_s});
    const auto resetsBefore = resets.count();
    for (int i = 0; i < 50; ++i)
        m_backend->say(QString::number(i), t1);
    QTRY_COMPARE(session.state().positions.value(u"p0"_s), m_backend->head());
    QCOMPARE(session.state().topics.value(t1), m_backend->state().topics.value(t1));
    QCOMPARE(resets.count(), resetsBefore);
    QVERIFY2(changes.count() < 50, "changes are told once per frame");
    QTRY_VERIFY2(m_backend->acknowledged > 0, "what is stored is acknowledged");
    QVERIFY(qAbs(session.now().ms - QDateTime::currentMSecsSinceEpoch()) < 300'000);
}

void TestLiveSession::resumesAfterALostLink()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QCOMPARE(m_backend->snapshots, 2);
    m_backend->drop();
    QTRY_VERIFY(session.link().state != LinkState::Live);
    m_backend->say(u"断线时说的"_s, t1);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 10'000);
    QTRY_COMPARE(textsIn(session), QStringList{u"断线时说的"_s});
    QCOMPARE(m_backend->snapshots, 2);
    QVERIFY(m_backend->resumes > 0);
}

void TestLiveSession::otherLedgerBringsASnapshot()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    m_backend->restore();
    m_backend->drop();
    m_backend->say(u"恢复之后"_s, t1);
    QTRY_COMPARE_WITH_TIMEOUT(textsIn(session), QStringList{u"恢复之后"_s}, 10'000);
    QCOMPARE(m_backend->snapshots, 4);
}

void TestLiveSession::startsFromDiskWithoutALink()
{
    m_backend->say(u"昨天的话"_s, t1);
    const auto who = m_backend->signIn();
    {
        LiveSession session(m_dir->path());
        QVERIFY(start(session));
        m_backend->write(EscalationRaised{{}, 700, 600, {5}}, t1);
        QTRY_COMPARE(session.state().positions.value(u"p0"_s), m_backend->head());
        QTest::qWait(100);
    }
    m_backend->drop();
    m_backend->setListening(false);
    LiveSession session(m_dir->path());
    session.signIn(who);
    QTRY_COMPARE(textsIn(session), QStringList{u"昨天的话"_s});
    QTRY_COMPARE(session.link().state, LinkState::Offline);
    QVERIFY(session.link().nextAttempt.isSet());
    QVERIFY(!session.link().reason.isEmpty());
    const auto told = session.happenings(g0);
    QVERIFY(std::ranges::any_of(told, [](const HappeningPtr &h) {
        return h->kind == Happening::Kind::Escalated;
    }));
    m_backend->setListening(true);
    m_backend->say(u"今天的话"_s, t1);
    const auto snapshots = m_backend->snapshots;
    session.reconnect();
    QTRY_COMPARE_WITH_TIMEOUT(textsIn(session), (QStringList{u"昨天的话"_s, u"今天的话"_s}), 10'000);
    QCOMPARE(m_backend->snapshots, snapshots);
}

void TestLiveSession::showsWhatIsKeptBeforeTheBackendIsThere()
{
    m_backend->say(u"昨天的话"_s, t1);
    m_backend->write(UserChanged{{{u"u-1"_s}, u"周敏"_s, Role::Supervisor, {}, {}, false}, {}});
    {
        LiveSession session(m_dir->path());
        QVERIFY(start(session));
        QTRY_COMPARE(textsIn(session), QStringList{u"昨天的话"_s});
    }
    LiveSession session(m_dir->path());
    auto who = m_backend->signIn();
    const auto server = std::exchange(who.server, QUrl(u"ws://127.0.0.1"_s)); // no port yet
    session.prepare(who);
    QCOMPARE(session.link().state, LinkState::Connecting);
    QTRY_COMPARE(textsIn(session), QStringList{u"昨天的话"_s});
    QCOMPARE(session.link().state, LinkState::Connecting);
    QVERIFY(session.rights().isEmpty());
    QCOMPARE(session.myName(), u"周敏"_s);
    QCOMPARE(session.myRole(), Role::Supervisor);
    who.server = server;
    session.signIn(who);
    QTRY_COMPARE(session.link().state, LinkState::Live);

    // The backend may be faster than the disk.
    LiveSession second(m_dir->path());
    second.prepare(who);
    second.signIn(who);
    QTRY_COMPARE(second.link().state, LinkState::Live);
    QCOMPARE(textsIn(second), QStringList{u"昨天的话"_s});
    second.signOut();
    QVERIFY(textsIn(second).isEmpty());
    QCOMPARE(second.link().state, LinkState::SignedOut);
}

void TestLiveSession::restGivesBackMemoryAndGoesOn()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    bool rested = false;
    session.rest([&] { rested = true; });
    QTRY_VERIFY(rested);
    m_backend->say(u"还在"_s, t1);
    QTRY_COMPARE(textsIn(session), QStringList{u"还在"_s});
}

void TestLiveSession::forgottenCertificatesAreThereForTls()
{
    const auto before = QSslConfiguration::defaultConfiguration();
    forgetCertificates();
    QVERIFY(QSslConfiguration::defaultConfiguration().caCertificates().isEmpty());
    QCOMPARE(strictTls().caCertificates(), QSslConfiguration::systemCaCertificates());
    QCOMPARE(strictTls().peerVerifyMode(), QSslSocket::VerifyPeer);
    QSslConfiguration::setDefaultConfiguration(before);
}

void TestLiveSession::textIsKeptBeforeItIsSent()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QSignalSpy settled(&session, &Session::commandSettled);
    bool kept = false;
    const auto id = session.submit(reply(u"马上补发"_s), this, [&](const Result<> &result) {
        kept = result.has_value();
        QVERIFY2(!m_backend->seen.contains("message.send"), "sent before it was kept");
    });
    QVERIFY(!kept);
    QTRY_VERIFY(kept);
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(settled.at(0).at(0).value<CommandId>(), id);
    QTRY_VERIFY(session.outbox().isEmpty());
    QTRY_COMPARE(textsIn(session), QStringList{u"马上补发"_s});
    QCOMPARE(session.state().groups.value(g0).recent.constLast()->command, id);
}

void TestLiveSession::lostAnswerHasOneEffect()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    m_backend->losesAnswers = true;
    QSignalSpy settled(&session, &Session::commandSettled);
    session.submit(reply(u"只说一次"_s), this, {});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 10'000);
    QCOMPARE(m_backend->texts, QStringList{u"只说一次"_s});
    QVERIFY(m_backend->seen.count("message.send") == 2);
    QTRY_VERIFY(session.outbox().isEmpty());
}

void TestLiveSession::outboxSurvivesARestart()
{
    const auto who = m_backend->signIn();
    {
        LiveSession session(m_dir->path());
        QVERIFY(start(session));
        m_backend->drop();
        m_backend->setListening(false);
        QTRY_COMPARE(session.link().state, LinkState::Offline);
        int kept = 0;
        for (int i = 0; i < 3; ++i)
            session.submit(reply(QString::number(i)), this, [&](const Result<> &r) { kept += !!r; });
        QTRY_COMPARE(kept, 3);
        QCOMPARE(session.outbox().size(), 3);
    }
    m_backend->setListening(true);
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QTRY_COMPARE(m_backend->texts, (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QTRY_VERIFY(session.outbox().isEmpty());
}

void TestLiveSession::refusedTextWaitsForAPerson()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    m_backend->refusal = Error{ErrorKind::Stale, u"1 newer message"_s, {}};
    session.submit(reply(u"您好"_s, 1), this, {});
    QTRY_VERIFY(!session.outbox().isEmpty()
                && session.outbox().constFirst().state == OutboxItem::State::Refused);
    const auto refused = session.outbox().constFirst();
    QCOMPARE(refused.problem.kind, ErrorKind::Stale);
    m_backend->say(u"还在吗"_s, t1);
    QTRY_COMPARE(session.state().positions.value(u"p0"_s), m_backend->head());
    QVERIFY(m_backend->texts.isEmpty());
    session.retry(refused.command.id);
    QTRY_COMPARE(m_backend->texts, QStringList{u"您好"_s});
    QTRY_VERIFY(session.outbox().isEmpty());
}

void TestLiveSession::wrongPasswordIsRefused()
{
    LiveSession session(m_dir->path());
    auto who = m_backend->signIn();
    who.password = u"falsch"_s;
    session.signIn(who);
    QTRY_COMPARE(session.link().state, LinkState::Refused);
    QVERIFY(session.link().reason.contains(u"wrong password"_s));
    session.signIn(m_backend->signIn());
    QTRY_COMPARE(session.link().state, LinkState::Live);
}

void TestLiveSession::tokenTakesThePlaceOfThePassword()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    m_backend->expectsToken = true;
    m_backend->drop();
    QTRY_VERIFY(session.link().state != LinkState::Live);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 10'000);
}

void TestLiveSession::silentBackendIsNoticed()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    m_backend->silent = true;
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Offline, 15'000);
    m_backend->silent = false;
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 30'000);
}

void TestLiveSession::plainSocketsStayOnThisMachine()
{
    LiveSession session(m_dir->path());
    session.signIn({QUrl(u"ws://192.0.2.1:80"_s), u"u-1"_s, u"geheim"_s, {}});
    QTRY_COMPARE(session.link().state, LinkState::Refused);
    QVERIFY(session.link().reason.contains(u"wss"_s));
}

void TestLiveSession::whyThereIsNoLinkHasAName()
{
    const auto problemAt = [this](const QUrl &server) {
        LiveSession session(m_dir->path());
        session.signIn({server, u"u-1"_s, u"geheim"_s, {}});
        const auto known = [&] { return session.link().state == LinkState::Offline; };
        return QTest::qWaitFor(known, 15'000) ? session.link().problem : LinkProblem::None;
    };
    QCOMPARE(problemAt(QUrl(u"ws://127.0.0.1:1"_s)), LinkProblem::NobodyThere);
    QCOMPARE(problemAt(QUrl(u"wss://127.0.0.1:1"_s)), LinkProblem::NobodyThere);
    // What a resolver says depends on the network the test runs in.
    QCOMPARE(problemOf(QAbstractSocket::HostNotFoundError), LinkProblem::HostUnknown);
    QCOMPARE(problemOf(QSslError::HostNameMismatch), LinkProblem::OtherName);
    QCOMPARE(problemOf(QSslError::CertificateExpired), LinkProblem::OutOfDate);
    QCOMPARE(problemOf(QSslError::SelfSignedCertificate), LinkProblem::NotTrusted);
    QTcpServer other; // a web page, say
    QVERIFY(other.listen(QHostAddress::LocalHost));
    connect(&other, &QTcpServer::newConnection, this, [&other] {
        auto *guest = other.nextPendingConnection();
        connect(guest, &QTcpSocket::readyRead, guest, [guest] {
            guest->readAll();
            guest->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        });
    });
    const auto port = other.serverPort();
    QCOMPARE(problemAt(QUrl(u"ws://127.0.0.1:%1"_s.arg(port))), LinkProblem::NoBackend);
    QCOMPARE(problemAt(QUrl(u"wss://127.0.0.1:%1"_s.arg(port))), LinkProblem::NoBackend);
}

void TestLiveSession::historyAndSearchWithoutALink()
{
    for (int i = 0; i < 60; ++i)
        m_backend->say(u"第 %1 次问退款"_s.arg(i), t1);
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QList<MessagePtr> page;
    const auto take = [&](const Result<QList<MessagePtr>> &result) {
        page = result.value_or(QList<MessagePtr>{});
    };
    const auto before = session.state().groups.value(g0).recent.constLast()->seq;
    session.history(g0, before, 10, this, take);
    QTRY_VERIFY(!page.isEmpty());
    m_backend->drop();
    m_backend->setListening(false);
    QTRY_COMPARE(session.link().state, LinkState::Offline);
    page.clear();
    session.history(g0, before, 10, this, take);
    QTRY_COMPARE(page.size(), 10);
    QVERIFY(page.constFirst()->seq > page.constLast()->seq);
    page.clear();
    session.search(u"退款"_s, 20, this, take);
    QTRY_COMPARE(page.size(), 20);
}

void TestLiveSession::draftsComeBack()
{
    {
        LiveSession session(m_dir->path());
        QVERIFY(start(session));
        session.keepDraft(t1, u"写到一半"_s);
        QCOMPARE(session.draft(t1), u"写到一半"_s);
    }
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QCOMPARE(session.draft(t1), u"写到一半"_s);
}

/** Without a group to bring them for, the backend is asked as soon as the feed is caught up. */
void TestLiveSession::filesOfAnUnknownTopicDoNotWaitForEver()
{
    auto send = reply(u"收据"_s);
    send.topic = {u"t-gone"_s};
    send.attachments = {{MessageKind::File, u"a.pdf"_s, QString(64, u'a'), 5, {}, {}}};
    LiveSession session(m_dir->path());
    session.prepare(m_backend->signIn());
    session.submit(send, this, {});
    QVERIFY(start(session));
    QTRY_COMPARE(m_backend->texts, QStringList{u"收据"_s});
}

void TestLiveSession::renewalsNeverTouchTheDisk()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    QSignalSpy settled(&session, &Session::commandSettled);
    session.submit(RenewLease{t1, 1, true}, this, {});
    QVERIFY(session.outbox().isEmpty());
    QTRY_COMPARE(settled.count(), 1);
}

void TestLiveSession::signOutForgetsEverything()
{
    LiveSession session(m_dir->path());
    QVERIFY(start(session));
    session.signOut();
    QCOMPARE(session.link().state, LinkState::SignedOut);
    QVERIFY(session.state().groups.isEmpty());
    QVERIFY(session.me().isEmpty());
    QTRY_VERIFY(m_backend->seen.contains("session.bye"));
    bool kept = true;
    session.submit(reply(u"x"_s), this, [&](const Result<> &result) { kept = !!result; });
    QVERIFY(!kept);
}

void TestLiveSession::backoffIsFullJitter()
{
    Backoff backoff;
    qint64 longest = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto wait = backoff.next(static_cast<quint32>(i) * 4'294'967u);
        QVERIFY(wait >= Backoff::leastMs && wait <= Backoff::mostMs);
        longest = std::max(longest, wait);
    }
    QVERIFY(longest > Backoff::mostMs * 9 / 10);
    backoff.reset();
    QVERIFY(backoff.next(0xffffffff) <= Backoff::firstMs);
    QVERIFY(backoff.next(0, 5000) >= 5000);
}

void TestLiveSession::commandIdsAreVersionSevenAndSorted()
{
    QString last;
    for (qint64 ms = 1'764'000'000'000; ms < 1'764'000'000'200; ++ms) {
        const QUuid id(newCommandId({ms}).value);
        const auto text = id.toString(QUuid::WithoutBraces);
        QCOMPARE(text.at(14), u'7');
        QCOMPARE(id.variant(), QUuid::DCE);
        QVERIFY(text > last);
        last = text;
    }
}

QTEST_GUILESS_MAIN(TestLiveSession)
#include "tst_livesession.moc"
