// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/accountcheck.h"

#include "models/storage/database.h"
#include "models/storage/logcheck.h"
#include "models/storage/migrations.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr char mark = '\n';
constexpr qsizetype sumSize = 16;

QByteArray sumOf(const UserId &user, QByteArrayView hash)
{
    const QByteArray text = user.value.toUtf8() + '\0' + hash.toByteArray();
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(sumSize);
}

Result<> checkHashes(Database &database)
{
    auto all = database.prepare("SELECT user_id, hash FROM password");
    if (!all)
        return std::unexpected(all.error());
    auto row = all->step();
    for (; row && *row; row = all->step()) {
        const UserId user{all->text(0)};
        if (!unsealHash(user, all->bytes(1)))
            return std::unexpected(
                database.damaged(u"the password of \"%1\" was changed"_s.arg(user.value)));
    }
    return row.transform([](bool) {});
}

} // namespace

QByteArray sealHash(const UserId &user, const QByteArray &hash)
{
    return hash + mark + sumOf(user, hash);
}

std::optional<QByteArray> unsealHash(const UserId &user, const QByteArray &sealed)
{
    const auto end = sealed.size() - sumSize - 1;
    if (end < 0 || sealed[end] != mark || sealed.sliced(end + 1) != sumOf(user, sealed.first(end)))
        return std::nullopt;
    return sealed.first(end);
}

Result<> checkAccounts(const QString &path, bool mustHold, const QString &advice)
{
    const QFileInfo file(path);
    if (file.exists() && file.size() == 0 && mustHold)
        return failure(ErrorKind::Unavailable, u"%1 is empty. %2"_s.arg(path, advice));
    if (file.size() == 0)
        return {};
    if (auto whole = checkLog(path, advice); !whole)
        return whole;
    DatabaseOptions options;
    options.path = path;
    options.access = DatabaseOptions::Access::ReadOnly;
    options.adviceWhenDamaged = advice;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    const auto version = (*database)->number("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0 && mustHold)
        return std::unexpected((*database)->damaged(u"its schema has no number"));
    if (*version != newestSchema(u":/sql/accounts"_s))
        return {};
    return (*database)->quickCheck().and_then([&] { return checkHashes(**database); });
}

} // namespace quntai
