// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/tourparts.h"

#include <QApplication>
#include <QTextStream>

#include <csignal>
#include <vector>

#include <unistd.h>

using namespace quntai;

namespace {

int complain(const QString &what)
{
    if (!what.isEmpty())
        QTextStream(stderr) << what << Qt::endl;
    return what.isEmpty() ? 0 : 1;
}

/** The tour goes on with its next part. The process stays the same one, so that who waits for it,
 * or ends it, need not know. */
int tourAgain(int argc, char *argv[], const TourPart &next)
{
    std::vector<char *> arguments;
    for (int at = 0; at < argc; ++at) {
        if (!QByteArrayView(argv[at]).startsWith("--tour-part="))
            arguments.push_back(argv[at]);
    }
    auto part = QByteArray("--tour-part=") + next.name;
    arguments.push_back(part.data());
    arguments.push_back(nullptr);
    qputenv("QT_SCALE_FACTOR", next.scale);
    ::execv("/proc/self/exe", arguments.data());
    return complain(QStringLiteral("The next part of the tour could not be started."));
}

/** What exec() returned; toured: the tour ended well. */
int run(int argc, char *argv[], const ConsoleOptions &options, bool &toured)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quntai"));
    QApplication::setOrganizationName(QStringLiteral("quntai"));
    QApplication::setApplicationVersion(QStringLiteral(QUNTAI_VERSION));
    Console console(options);
    if (const auto started = console.start(); !started)
        return complain(started.error().message);
    const int code = QApplication::exec();
    toured = console.isTourDone();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = parseConsoleOptions(arguments);
    if (!options)
        return complain(options.error().message);

    ::signal(SIGPIPE, SIG_IGN);
    bool toured = false;
    const int code = run(argc, argv, *options, toured);
    const auto *next = partAfter(tourPart(options->tourPart));
    return toured && next ? tourAgain(argc, argv, *next) : code;
}
