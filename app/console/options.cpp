// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>
#include <QHostAddress>

#include <cstdio>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto usage = R"(quntai – the operator console of Quntai

  quntai [--data DIR]                       as last time; the first time it asks
  quntai --sample [--seat NAME] [--data DIR]    the sample company, with a backend of its own
  quntai --config FILE.yaml [--data DIR]    with a backend of its own, on your platforms
  quntai --connect wss://HOST[:PORT] --user NAME [--password-file F] [--data DIR]
  quntai --tour DIR                         writes pictures of every page to DIR

  --speed X      how fast the sample company talks, 0.1–100 (1)
  --history N    days of a made-up past the sample company begins with, 0–366 (0)
  --seat NAME    who you are there: 何川 (supervisor), 林悦 (agent), 苏晴 (editor)
)";

Error misuse(const QString &what)
{
    return {ErrorKind::InvalidParams, what + u"\n\n"_s + QString::fromUtf8(usage), {}};
}

/** Plain ws:// would show password and customers to everybody on the way. */
bool isSafe(const QUrl &url)
{
    if (url.scheme() == u"wss")
        return true;
    return url.scheme() == u"ws"
        && (url.host() == u"localhost" || QHostAddress(url.host()).isLoopback());
}

Result<> readConnect(const QCommandLineParser &parser, ConsoleOptions &options)
{
    options.connect = QUrl(parser.value(u"connect"_s), QUrl::StrictMode);
    options.user = parser.value(u"user"_s);
    options.passwordFile = parser.value(u"password-file"_s);
    if (!parser.isSet(u"connect"_s))
        return {};
    if (!isSafe(options.connect))
        return std::unexpected(misuse(u"--connect needs wss://HOST; plain ws:// is for this "
                                      "machine alone."_s));
    return {};
}

} // namespace

Result<ConsoleOptions> parseConsoleOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"connect"_s, {}, u"URL"_s},
                       {u"user"_s, {}, u"NAME"_s},
                       {u"password-file"_s, {}, u"FILE"_s},
                       {u"data"_s, {}, u"DIR"_s},
                       {u"config"_s, {}, u"FILE"_s},
                       {u"sample"_s, {}},
                       {u"seat"_s, {}, u"NAME"_s},
                       {u"speed"_s, {}, u"X"_s, u"1"_s},
                       {u"history"_s, {}, u"DAYS"_s, u"0"_s},
                       {u"tour"_s, {}, u"DIR"_s},
                       {u"tour-part"_s, {}, u"NAME"_s}, // said by each part to the next
                       {QStringList{u"h"_s, u"help"_s}, {}},
                       {QStringList{u"v"_s, u"version"_s}, {}}});
    if (!parser.parse(QStringList{u"quntai"_s} + arguments))
        return std::unexpected(misuse(parser.errorText()));
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        std::fputs(parser.isSet(u"help"_s) ? usage : "quntai " QUNTAI_VERSION "\n", stdout);
        return failure(ErrorKind::InvalidParams, {});
    }
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(misuse(
            u"\"%1\" is not understood."_s.arg(parser.positionalArguments().join(u' '))));
    ConsoleOptions options;
    if (const auto connect = readConnect(parser, options); !connect)
        return std::unexpected(connect.error());
    bool ok = false;
    options.speed = parser.value(u"speed"_s).toDouble(&ok);
    if (!ok || options.speed < 0.1 || options.speed > 100)
        return std::unexpected(misuse(u"--speed must be a number from 0.1 to 100."_s));
    const auto tourHistory = u"3"_s;  // enough for its reports, and soon made
    const bool tours = parser.isSet(u"tour"_s) && !parser.isSet(u"history"_s);
    options.history = (tours ? tourHistory : parser.value(u"history"_s)).toInt(&ok);
    if (!ok || options.history < 0 || options.history > 366)
        return std::unexpected(misuse(u"--history must be a number from 0 to 366."_s));
    options.data = parser.value(u"data"_s);
    options.config = parser.value(u"config"_s);
    options.sample = parser.isSet(u"sample"_s);
    options.seat = parser.value(u"seat"_s);
    options.tour = parser.value(u"tour"_s);
    options.tourPart = parser.value(u"tour-part"_s);
    if (!options.tour.isEmpty() && options.seat.isEmpty()) // an agent's day, or all rooms at once
        options.seat = options.tourPart.isEmpty() ? u"u-lin"_s : u"u-he"_s;
    return options;
}

} // namespace quntai
