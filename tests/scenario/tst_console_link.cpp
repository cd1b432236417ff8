// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/livesession.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/cuttingproxy.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::CuttingProxy;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

const GroupId first{OneBotPlatform::groupId(1)};
const GroupId second{OneBotPlatform::groupId(2)};

} // namespace

/** The console's session against the real backend: everything that ends a connection, and what
 * the person sees of it. */
class TestConsoleLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restartedBackendNeedsNoPassword();
    void lostAnswerToARefreshDoesNotSignOut();
    void goAwayIsToldAndComesBack();
    void lostGroupsDisappear();
    void unknownCertificateIsRefused();
    void trustedCertificateIsAccepted();
    void certificateOfAnotherHostIsRefused();

private:
    SignIn signIn(const QUrl &url) const { return {url, u"lin"_s, BackendProcess::password(), {}}; }
    bool start(LiveSession &session, const QUrl &url);
    bool restart();
    QByteArray makeCertificate(const QByteArray &address);
    bool startSecure(const QByteArray &address);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OneBotPlatform> m_platform;
    std::unique_ptr<BackendProcess> m_backend;
};

void TestConsoleLink::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_platform = std::make_unique<OneBotPlatform>();
    m_backend = std::make_unique<BackendProcess>();
    m_backend->configure(m_platform->config());
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    QCOMPARE(m_backend->addUser(u"admin"_s, u"admin"_s).code, 0);
}

bool TestConsoleLink::start(LiveSession &session, const QUrl &url)
{
    session.signIn(signIn(url));
    return QTest::qWaitFor([&] { return session.link().state == LinkState::Live; }, 20'000);
}

bool TestConsoleLink::restart()
{
    const auto port = m_backend->url().port();
    m_backend->kill();
    return m_backend->start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
}

void TestConsoleLink::restartedBackendNeedsNoPassword()
{
    QVERIFY(m_backend->start());
    LiveSession session(m_dir->path());
    QVERIFY(start(session, m_backend->url()));
    QVERIFY(restart());
    QTRY_VERIFY_WITH_TIMEOUT(session.link().state != LinkState::Live, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 60'000);
}

void TestConsoleLink::lostAnswerToARefreshDoesNotSignOut()
{
    QVERIFY(m_backend->start());
    CuttingProxy proxy;
    proxy.leadTo(m_backend->url());
    LiveSession session(m_dir->path());
    QVERIFY(start(session, proxy.url()));
    // After a restart new tokens must be asked for; their answer gets lost.
    int lost = 0;
    proxy.cutAt([&](const QByteArray &down) {
        lost += down.contains("\"refresh\"") && !down.contains("\"session\"");
        return lost > 0;
    });
    QVERIFY(restart());
    QTRY_COMPARE_WITH_TIMEOUT(lost, 1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 60'000);
    QVERIFY(restart()); // and the tokens it has now are good ones
    QTRY_VERIFY_WITH_TIMEOUT(session.link().state != LinkState::Live, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 60'000);
}

void TestConsoleLink::goAwayIsToldAndComesBack()
{
    QVERIFY(m_backend->start());
    LiveSession session(m_dir->path());
    QVERIFY(start(session, m_backend->url()));
    QStringList reasons;
    connect(&session, &Session::linkChanged, this,
            [&] { reasons.append(session.link().reason); });
    const auto port = m_backend->url().port();
    QCOMPARE(m_backend->terminate().code, 0);
    QTRY_COMPARE(session.link().state, LinkState::Offline);
    QVERIFY2(reasons.contains(u"the backend is being restarted"_s), qPrintable(reasons.join(u'|')));
    QCOMPARE(session.link().reason, u"the backend is being restarted"_s);
    QVERIFY(session.link().nextAttempt.isSet());
    bool kept = false;
    session.submit(AddNote{{u"t-none"_s}, u"离线时写的"_s}, this,
                   [&](const Result<> &result) { kept = result.has_value(); });
    QTRY_VERIFY(kept);
    QCOMPARE(session.outbox().size(), 1);
    QVERIFY(m_backend->start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)}));
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 60'000);
    QCOMPARE(session.link().reason, QString());
    QTRY_COMPARE(session.outbox().constFirst().state, OutboxItem::State::Refused);
}

void TestConsoleLink::lostGroupsDisappear()
{
    QVERIFY(m_backend->start());
    QTRY_VERIFY(m_platform->isConnected());
    QVERIFY(m_platform->say(1, 7, u"第一群问退款"_s));
    QVERIFY(m_platform->say(2, 8, u"第二群问退款"_s));
    LiveSession session(m_dir->path());
    QVERIFY(start(session, m_backend->url()));
    QTRY_COMPARE(session.state().groups.size(), 2);
    QTRY_VERIFY(!session.state().groups[second].recent.isEmpty());
    QList<MessagePtr> found;
    const auto search = [&] {
        std::optional<QList<MessagePtr>> answer;
        session.search(u"退款"_s, 20, this, [&](const Result<QList<MessagePtr>> &result) {
            answer = result.value_or(QList<MessagePtr>{});
        });
        (void)QTest::qWaitFor([&] { return answer.has_value(); });
        return answer.value_or(QList<MessagePtr>{}).size();
    };
    QTRY_COMPARE(search(), 2);

    RawConsole admin;
    QVERIFY(admin.join(m_backend->url(), u"admin"_s, BackendProcess::password()));
    auto lin = admin.state().users.value(session.me());
    lin.groups = {first};
    QVERIFY(admin.run(PutUser{lin, {}}));
    QTRY_COMPARE(session.state().groups.size(), 1);
    QVERIFY(session.state().groups.contains(first));
    QTRY_COMPARE(search(), 1);
    for (const auto &topic : session.state().topics)
        QCOMPARE(topic.group, first);
    QCOMPARE(session.link().state, LinkState::Live);
    QVERIFY(m_platform->say(2, 8, u"不该看到"_s));
    QVERIFY(m_platform->say(1, 7, u"看得到"_s));
    QTRY_COMPARE(session.state().groups[first].recent.constLast()->text, u"看得到"_s);
    QCOMPARE(session.state().groups.size(), 1);

    lin.groups = {};
    QVERIFY(admin.run(PutUser{lin, {}}));
    QTRY_COMPARE(session.state().groups.size(), 2);
}

QByteArray TestConsoleLink::makeCertificate(const QByteArray &address)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_backend->folder());
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                 u"-keyout"_s, u"key.pem"_s, u"-out"_s, u"cert.pem"_s, u"-days"_s,
                                 u"2"_s, u"-subj"_s, u"/CN=quntai test"_s, u"-addext"_s,
                                 QString::fromLatin1("subjectAltName=" + address)});
    openssl.waitForFinished();
    QFile file(m_backend->folder() + u"/cert.pem"_s);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestConsoleLink::startSecure(const QByteArray &address)
{
    const auto certificate = makeCertificate(address);
    m_backend->configure("tls: {certificate: cert.pem, key: key.pem}\n");
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(certificate));
    QSslConfiguration::setDefaultConfiguration(tls);
    return !certificate.isEmpty() && m_backend->start();
}

void TestConsoleLink::unknownCertificateIsRefused()
{
    const auto before = QSslConfiguration::defaultConfiguration();
    QVERIFY(startSecure("IP:127.0.0.1"));
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(m_backend->url().scheme(), u"wss"_s);
    LiveSession session(m_dir->path());
    QList<LinkState> states;
    connect(&session, &Session::linkChanged, this, [&] { states.append(session.link().state); });
    session.signIn(signIn(m_backend->url()));
    QTRY_COMPARE(session.link().state, LinkState::Refused);
    QVERIFY2(session.link().reason.contains(u"certificate is not trusted"_s),
             qPrintable(session.link().reason));
    QVERIFY(!states.contains(LinkState::Syncing));
    QVERIFY(!session.link().nextAttempt.isSet());
}

void TestConsoleLink::trustedCertificateIsAccepted()
{
    const auto before = QSslConfiguration::defaultConfiguration();
    QVERIFY(startSecure("IP:127.0.0.1"));
    LiveSession session(m_dir->path());
    QVERIFY(start(session, m_backend->url()));
    QVERIFY(restart());
    QTRY_VERIFY_WITH_TIMEOUT(session.link().state != LinkState::Live, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state, LinkState::Live, 60'000);
    QSslConfiguration::setDefaultConfiguration(before);
}

void TestConsoleLink::certificateOfAnotherHostIsRefused()
{
    const auto before = QSslConfiguration::defaultConfiguration();
    QVERIFY(startSecure("DNS:bot.example"));
    LiveSession session(m_dir->path());
    session.signIn(signIn(m_backend->url()));
    QTRY_COMPARE(session.link().state, LinkState::Refused);
    QVERIFY(session.link().reason.contains(u"certificate is not trusted"_s));
    QSslConfiguration::setDefaultConfiguration(before);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestConsoleLink)
#include "tst_console_link.moc"
