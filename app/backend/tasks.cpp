// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/tasks.h"

#include "app/backend/accounts/accountstore.h"
#include "app/backend/ledger/restore.h"
#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/ledger/verify.h"

#include <QDateTime>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

int complain(const QString &what)
{
    QTextStream(stderr) << what << Qt::endl;
    return 1;
}

/** Asks without showing what is typed; from a pipe it just reads the line. */
QString askPassword()
{
    termios before{};
    const bool terminal = ::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        auto silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        QTextStream(stderr) << "Password: " << Qt::flush;
    }
    const auto line = QTextStream(stdin).readLine();
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        QTextStream(stderr) << "" << Qt::endl;
    }
    return line;
}

Result<QString> readPassword(const QString &passwordFile)
{
    if (passwordFile.isEmpty())
        return askPassword();
    QFile file(passwordFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::NotFound,
                       u"%1 cannot be read: %2"_s.arg(passwordFile, file.errorString()));
    }
    return QString::fromUtf8(file.readLine(4096)).trimmed();
}

/** The account of that name as it shall be; a new one when there is none. */
User userFor(const State &state, const Options &options)
{
    User user;
    user.id = {options.userName};
    user.name = options.userName;
    for (const auto &known : state.users) {
        if (known.id.value == options.userName || known.name == options.userName)
            user = known;
    }
    user.role = options.role;
    user.disabled = false;
    return user;
}

Result<> recordUser(Ledger &ledger, const User &user)
{
    const auto head = ledger.head(u"c0"_s);
    if (!head)
        return std::unexpected(head.error());
    Batch batch;
    batch.events.append(Event{u"c0"_s, *head + 1, *head,
                              {QDateTime::currentMSecsSinceEpoch()},
                              {}, {}, UserChanged{user, {}}});
    return ledger.append(batch);
}

Result<User> addUserTo(const Options &options, const QString &password)
{
    SqliteLedgerOptions where;
    where.folder = options.data;
    auto ledger = SqliteLedger::open(where);
    if (!ledger) {
        auto error = ledger.error();
        error.message += u"\nWhile a backend runs, add people in the console (Administration, "
                         "user.put)."_s;
        return std::unexpected(error);
    }
    const auto state = (*ledger)->load();
    if (!state)
        return std::unexpected(state.error());
    const auto user = userFor(*state, options);
    auto accounts = AccountStore::open(options.data + u"/accounts.db"_s, !state->users.isEmpty());
    if (!accounts)
        return std::unexpected(accounts.error());
    if (const auto set = (*accounts)->setPasswordNow(user.id, password); !set)
        return std::unexpected(set.error());
    if (const auto recorded = recordUser(**ledger, user); !recorded)
        return std::unexpected(recorded.error());
    return user;
}

void print(const LedgerReport &report)
{
    QTextStream out(stdout);
    out << "epoch " << report.epoch << Qt::endl;
    for (const auto &stream : report.streams) {
        out << stream.name << ": " << stream.events << " events, " << stream.erased
            << " erased, head " << QString::fromLatin1(stream.hash.toHex()) << Qt::endl;
    }
    out << report.anchors << " anchors hold" << Qt::endl;
}

int tell(const Result<LedgerReport> &report)
{
    if (!report)
        return complain(report.error().message);
    print(*report);
    return 0;
}

} // namespace

int addUser(const Options &options)
{
    const auto password = readPassword(options.passwordFile);
    if (!password)
        return complain(password.error().message);
    const auto user = addUserTo(options, *password);
    if (!user)
        return complain(user.error().message);
    QTextStream(stdout) << user->name << " may sign in." << Qt::endl;
    return 0;
}

int verifyData(const Options &options)
{
    return tell(verifyLedger({options.data}));
}

int backupData(const Options &options)
{
    return tell(backupLedger({options.data}, options.file));
}

int restoreData(const Options &options)
{
    return tell(restoreLedger({options.data}, options.file));
}

} // namespace quntai
