// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/options.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cstdio>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto usage = R"(quntai-backend – the bot service of Quntai

  quntai-backend --data DIR [--listen ADDR:PORT] [--config FILE.yaml]
                 [--sample [--speed X] [--sample-history DAYS] [--as NAME]]
  quntai-backend user add NAME --role agent|supervisor|editor|admin --data DIR [--password-file F]
  quntai-backend verify --data DIR
  quntai-backend backup FILE --data DIR
  quntai-backend restore FILE --data DIR
)";

Error misuse(const QString &what)
{
    return {ErrorKind::InvalidParams, what + u"\n\n"_s + QString::fromUtf8(usage), {}};
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"data"_s, {}, u"DIR"_s},
        {u"listen"_s, {}, u"ADDR:PORT"_s},
        {u"config"_s, {}, u"FILE"_s},
        {u"sample"_s, {}},
        {u"speed"_s, {}, u"X"_s, u"1"_s},
        {u"sample-history"_s, {}, u"DAYS"_s, u"0"_s},
        {u"as"_s, {}, u"NAME"_s},
        {u"role"_s, {}, u"ROLE"_s},
        {u"password-file"_s, {}, u"FILE"_s},
        {u"token-fd"_s, {}, u"FD"_s},
        {QStringList{u"h"_s, u"help"_s}, {}},
        {QStringList{u"v"_s, u"version"_s}, {}},
    });
}

Result<Role> parseRole(const QString &word)
{
    const auto latin = word.toStdString();
    const auto &words = enumWords<Role>;
    const auto at = std::ranges::find(words, std::string_view(latin));
    if (at == words.end())
        return std::unexpected(
            misuse(u"--role must be agent, supervisor, editor or admin, not \"%1\"."_s.arg(word)));
    return Role(at - words.begin());
}

Result<> readUserTask(const QStringList &words, const QCommandLineParser &parser, Options &options)
{
    if (words.size() != 3 || words.at(1) != u"add")
        return std::unexpected(misuse(u"user: say \"user add NAME\"."_s));
    const auto role = parseRole(parser.value(u"role"_s));
    if (!role)
        return std::unexpected(role.error());
    options.task = Options::Task::AddUser;
    options.userName = words.at(2);
    options.role = *role;
    options.passwordFile = parser.value(u"password-file"_s);
    return {};
}

Result<> readTask(const QStringList &words, const QCommandLineParser &parser, Options &options)
{
    if (words.isEmpty())
        return {};
    const auto &task = words.constFirst();
    if (task == u"user")
        return readUserTask(words, parser, options);
    if (task == u"verify" && words.size() == 1) {
        options.task = Options::Task::Verify;
        return {};
    }
    if ((task == u"backup" || task == u"restore") && words.size() == 2) {
        options.task = task == u"backup" ? Options::Task::Backup : Options::Task::Restore;
        options.file = words.at(1);
        return {};
    }
    return std::unexpected(misuse(u"\"%1\" is not understood."_s.arg(words.join(u' '))));
}

Result<> readSampleOptions(const QCommandLineParser &parser, Options &options)
{
    bool ok = false;
    options.speed = parser.value(u"speed"_s).toDouble(&ok);
    if (!ok || options.speed < 0.1 || options.speed > 100)
        return std::unexpected(misuse(u"--speed must be a number from 0.1 to 100."_s));
    options.historyDays = parser.value(u"sample-history"_s).toInt(&ok);
    if (!ok || options.historyDays < 0 || options.historyDays > 366)
        return std::unexpected(misuse(u"--sample-history must be a number from 0 to 366."_s));
    return {};
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{u"quntai-backend"_s} + arguments))
        return std::unexpected(misuse(parser.errorText()));
    if (parser.isSet(u"help"_s)) {
        std::fputs(usage, stdout);
        return failure(ErrorKind::InvalidParams, {});
    }
    if (parser.isSet(u"version"_s)) {
        std::puts("quntai-backend " QUNTAI_VERSION);
        return failure(ErrorKind::InvalidParams, {});
    }
    Options options;
    if (const auto task = readTask(parser.positionalArguments(), parser, options); !task)
        return std::unexpected(task.error());
    if (const auto speed = readSampleOptions(parser, options); !speed)
        return std::unexpected(speed.error());
    options.data = parser.value(u"data"_s);
    if (options.data.isEmpty())
        return std::unexpected(misuse(u"--data DIR is needed: the folder of the ledger."_s));
    if (parser.isSet(u"listen"_s))
        options.listen = parser.value(u"listen"_s);
    options.listenGiven = parser.isSet(u"listen"_s);
    options.config = parser.value(u"config"_s);
    options.sample = parser.isSet(u"sample"_s);
    options.as = parser.value(u"as"_s);
    if (!options.as.isEmpty() && !options.sample)
        return std::unexpected(misuse(u"--as is for --sample: one of its staff."_s));
    options.tokenFd = parser.isSet(u"token-fd"_s) ? parser.value(u"token-fd"_s).toInt() : -1;
    return options;
}

} // namespace quntai
