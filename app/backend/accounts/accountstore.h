// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/accounts/backoff.h"
#include "app/backend/accounts/refreshtokens.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace quntai {

/** What a signed-in console holds. */
struct IssuedTokens
{
    UserId user;
    QString family;    //!< of the sign-in all these come from
    QString access;
    int expiresInSeconds = 0;
    QString refresh;
};

/** Secrets of users in DATA/accounts.db: passwords, refresh tokens; and, in memory, access tokens
 * and one-time tokens. Who a user is and may do is in the ledger (user.changed), not here.
 *
 * Lives in one thread; hashing runs in threads of its own, its callbacks arrive in this one.
 * Errors: those of Database, and Unauthenticated or RateLimited (data.retryAfterMs) of sign-in.
 */
class AccountStore : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<>)>;
    struct Clocks
    {
        std::function<Instant()> wall;
        std::function<qint64()> steadyMs;
    };

    static constexpr int accessSeconds = 15 * 60;

    /** mustHold: there are users, so an empty file has lost their passwords. Clocks only in tests.
     * Unavailable: the file is damaged; it is left as it is. */
    static Result<std::unique_ptr<AccountStore>> open(const QString &path, bool mustHold = false,
                                                      const Clocks &clocks = systemClocks());
    ~AccountStore() override;

    /** Checks a password without holding up this thread. done is dropped with context. */
    void checkPassword(const UserId &user, const QString &password, const QString &address,
                       QObject *context, Done done);
    /** Sets a password and ends every session of the user; InvalidParams when it is too short. */
    void setPassword(const UserId &user, const QString &password, QObject *context, Done done);
    /** As setPassword(), but at once; for command line and first start. */
    Result<> setPasswordNow(const UserId &user, const QString &password);

    /** Tokens of a new family: the user has just proved who they are. */
    Result<IssuedTokens> issue(const UserId &user);
    /** New tokens for a refresh token. A stolen one ends its family (RefreshTokens says what is
     * taken for a theft, and what for a lost answer). */
    Result<IssuedTokens> refresh(const QString &refreshToken);
    /** New tokens of the family of an access token; Unauthenticated when it is not valid. */
    Result<IssuedTokens> reissue(const QString &accessToken);
    /** Whose access token this is, while it is valid. */
    std::optional<UserId> userOfAccess(const QString &token) const;

    /** A token that signs the user in once; for a console started together with the backend. */
    QString makeOneTimeToken(const UserId &user);
    /** Whose it is; it is then used up. */
    std::optional<UserId> takeOneTimeToken(const QString &token);

    /** Ends the sessions of one sign-in, or all of a user. */
    Result<> revokeFamily(const QString &family);
    Result<> revokeUser(const UserId &user);

    static Clocks systemClocks();

Q_SIGNALS:
    /** Sessions that must end now: of one sign-in, or all of a user. */
    void familyEnded(const QString &family);
    void userEnded(const quntai::UserId &user);

private:
    struct Access
    {
        UserId user;
        QString family;
        qint64 until = 0;  //!< steady milliseconds
        QByteArray parent; //!< refresh token it was given for; empty: for another proof
    };

    AccountStore(std::unique_ptr<Database> database, const Clocks &clocks);
    Result<> prepare();
    Result<QByteArray> hashOf(const UserId &user);
    Result<> storeHash(const UserId &user, const QByteArray &hash);
    Result<IssuedTokens> issueIn(const UserId &user, const QString &family,
                                 const QByteArray &parent = {});
    void dropExpired();

    std::unique_ptr<Database> m_database;
    Clocks m_clocks;
    RefreshTokens m_refresh;
    Statement m_find;
    Statement m_store;
    QHash<QByteArray, Access> m_access;         //!< by SHA-256 of the token
    QHash<QByteArray, UserId> m_oneTime;
    BackOff m_backOff;
    int m_waiting = 0;  //!< passwords being checked
    QThreadPool m_workers;
};

} // namespace quntai
