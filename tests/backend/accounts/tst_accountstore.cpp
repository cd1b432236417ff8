// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/accountstore.h"
#include "app/backend/accounts/passwords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const UserId lin{u"u-lin"_s};
const QString secret = u"正确的密码 correct"_s;

} // namespace

class TestAccountStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesTheRightPasswordOnly();
    void refusesShortPasswords();
    void slowsGuessingDown();
    void accessTokensExpire();
    void refreshTokensWorkOnce();
    void lostAnswerToARefreshIsAskedForAgain();
    void usedAnswerEndsTheGrace();
    void twoAnswersToOneTokenAreATheft();
    void graceEnds();
    void stolenRefreshTokenEndsTheFamily();
    void refreshTokensExpire();
    void survivesARestart();
    void newPasswordEndsSessions();
    void oneTimeTokensWorkOnce();
    void noSecretIsInTheFile();

private:
    AccountStore::Clocks clocks();
    std::unique_ptr<AccountStore> open();
    Result<> check(AccountStore &store, const UserId &user, const QString &password,
                   const QString &address = u"1.2.3.4"_s);

    std::unique_ptr<QTemporaryDir> m_dir;
    Instant m_wall;
    qint64 m_steady = 0;
};

void TestAccountStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_wall = {1763805601204};
    m_steady = 0;
}

AccountStore::Clocks TestAccountStore::clocks()
{
    return {[this] { return m_wall; }, [this] { return m_steady; }};
}

std::unique_ptr<AccountStore> TestAccountStore::open()
{
    auto store = AccountStore::open(m_dir->filePath(u"accounts.db"_s), false, clocks());
    if (!store) {
        qWarning("%s", qPrintable(store.error().message));
        return nullptr;
    }
    return std::move(*store);
}

Result<> TestAccountStore::check(AccountStore &store, const UserId &user, const QString &password,
                                 const QString &address)
{
    std::optional<Result<>> answer;
    store.checkPassword(user, password, address, this, [&](Result<> result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20000))
        return failure(ErrorKind::Internal, u"no answer"_s);
    return *answer;
}

void TestAccountStore::takesTheRightPasswordOnly()
{
    const auto store = open();
    QVERIFY(store);
    QVERIFY(store->setPasswordNow(lin, secret));
    QVERIFY(check(*store, lin, secret));
    for (const auto &[user, password] : {std::pair{lin, u"wrong"_s}, {lin, QString()},
                                         {UserId{u"nobody"_s}, secret}}) {
        const auto result = check(*store, user, password);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unauthenticated);
    }
}

void TestAccountStore::refusesShortPasswords()
{
    const auto store = open();
    const auto set = store->setPasswordNow(lin, u"1234567"_s);
    QVERIFY(!set);
    QCOMPARE(set.error().data[u"field"].toString(), u"password"_s);
    QVERIFY(!check(*store, lin, u"1234567"_s));
}

void TestAccountStore::slowsGuessingDown()
{
    const auto store = open();
    QVERIFY(store->setPasswordNow(lin, secret));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(check(*store, lin, u"guess"_s).error().kind, ErrorKind::Unauthenticated);
    const auto refused = check(*store, lin, secret);
    QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
    QVERIFY(refused.error().data[u"retryAfterMs"].toInteger() > 0);
    QVERIFY2(check(*store, lin, secret, u"5.6.7.8"_s), "another address is free to try");
    m_steady += 31'000;
    QVERIFY(check(*store, lin, secret));
    QVERIFY2(check(*store, lin, secret), "a success forgives");
}

void TestAccountStore::accessTokensExpire()
{
    const auto store = open();
    const auto tokens = store->issue(lin);
    QVERIFY(tokens);
    QCOMPARE(store->userOfAccess(tokens->access), lin);
    QVERIFY(!store->userOfAccess(tokens->access + u'x'));
    QVERIFY(!store->userOfAccess(tokens->refresh));
    m_steady += qint64(AccountStore::accessSeconds) * 1000 + 1;
    QVERIFY(!store->userOfAccess(tokens->access));
}

void TestAccountStore::refreshTokensWorkOnce()
{
    const auto store = open();
    const auto first = store->issue(lin);
    const auto second = store->refresh(first->refresh);
    QVERIFY(second);
    QCOMPARE(second->user, lin);
    QCOMPARE(second->family, first->family);
    QVERIFY(second->refresh != first->refresh);
    QVERIFY(store->refresh(second->refresh));
    QVERIFY(!store->refresh(u"made up"_s));
}

void TestAccountStore::lostAnswerToARefreshIsAskedForAgain()
{
    const auto store = open();
    const auto first = store->issue(lin);
    const auto lost = store->refresh(first->refresh);
    m_wall = m_wall.plusSeconds(40);
    const auto again = store->refresh(first->refresh);
    QVERIFY(again);
    QCOMPARE(again->family, first->family);
    QVERIFY(store->userOfAccess(again->access));
    QVERIFY(store->refresh(again->refresh));
    QVERIFY2(!store->refresh(lost->refresh), "whoever has the lost answer is a thief");
}

void TestAccountStore::usedAnswerEndsTheGrace()
{
    const auto store = open();
    const auto first = store->issue(lin);
    const auto second = store->refresh(first->refresh);
    const auto signedIn = store->reissue(second->access);
    QVERIFY(signedIn);
    QVERIFY(!store->refresh(first->refresh));
    QVERIFY(!store->userOfAccess(signedIn->access));
}

void TestAccountStore::twoAnswersToOneTokenAreATheft()
{
    const auto store = open();
    const auto first = store->issue(lin);
    const auto one = store->refresh(first->refresh);
    const auto other = store->refresh(first->refresh);
    const auto next = store->refresh(one->refresh);
    QVERIFY(next);
    QVERIFY(!store->refresh(other->refresh));
    QVERIFY(!store->refresh(next->refresh));
}

void TestAccountStore::graceEnds()
{
    const auto store = open();
    const auto first = store->issue(lin);
    QVERIFY(store->refresh(first->refresh));
    m_wall = m_wall.plusSeconds(RefreshTokens::graceMs / 1000 + 1);
    QVERIFY(!store->refresh(first->refresh));
}

void TestAccountStore::stolenRefreshTokenEndsTheFamily()
{
    const auto store = open();
    const auto first = store->issue(lin);
    const auto other = store->issue(lin);
    const auto second = store->refresh(first->refresh);
    QVERIFY(store->refresh(second->refresh));
    QVERIFY(!store->refresh(first->refresh));
    QVERIFY(!store->refresh(second->refresh));
    QVERIFY(!store->userOfAccess(second->access));
    QVERIFY(store->userOfAccess(other->access));
    QVERIFY(store->refresh(other->refresh));
}

void TestAccountStore::refreshTokensExpire()
{
    const auto store = open();
    const auto tokens = store->issue(lin);
    m_wall = m_wall.plusSeconds(31LL * 24 * 3600);
    QVERIFY(!store->refresh(tokens->refresh));
}

void TestAccountStore::survivesARestart()
{
    QString refresh;
    {
        const auto store = open();
        QVERIFY(store->setPasswordNow(lin, secret));
        refresh = store->issue(lin)->refresh;
    }
    const auto store = open();
    QVERIFY(check(*store, lin, secret));
    QVERIFY(store->refresh(refresh));
}

void TestAccountStore::newPasswordEndsSessions()
{
    const auto store = open();
    const auto tokens = store->issue(lin);
    std::optional<Result<>> answer;
    store->setPassword(lin, secret, this, [&](Result<> result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QVERIFY(!store->userOfAccess(tokens->access));
    QVERIFY(!store->refresh(tokens->refresh));
}

void TestAccountStore::oneTimeTokensWorkOnce()
{
    const auto store = open();
    const auto token = store->makeOneTimeToken(lin);
    QVERIFY(!store->takeOneTimeToken(token + u'x'));
    QCOMPARE(store->takeOneTimeToken(token), lin);
    QVERIFY(!store->takeOneTimeToken(token));
}

void TestAccountStore::noSecretIsInTheFile()
{
    QString refresh;
    QString access;
    {
        const auto store = open();
        QVERIFY(store->setPasswordNow(lin, secret));
        const auto tokens = store->issue(lin);
        refresh = tokens->refresh;
        access = tokens->access;
    }
    QFile file(m_dir->filePath(u"accounts.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.contains("argon2id"));
    for (const auto &text : {secret, refresh, access})
        QVERIFY(!bytes.contains(text.toUtf8()));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
