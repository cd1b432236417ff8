// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

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

/** What was drawn once is drawn again where every pixel is four. The process stays the same one, so
 * that who waits for it, or ends it, need not know. */
int tourAgain(char *argv[])
{
    std::vector<char *> arguments;
    for (; *argv; ++argv)
        arguments.push_back(*argv);
    auto doubled = QByteArrayLiteral("--tour-doubled");
    arguments.push_back(doubled.data());
    arguments.push_back(nullptr);
    qputenv("QT_SCALE_FACTOR", "2");
    ::execv("/proc/self/exe", arguments.data());
    return complain(QStringLiteral("The second part of the tour could not be started."));
}

/** What exec() returned; moreToShow: the tour ended well and has a second part. */
int run(int argc, char *argv[], const ConsoleOptions &options, bool &moreToShow)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quntai"));
    QApplication::setOrganizationName(QStringLiteral("quntai"));
    QApplication::setApplicationVersion(QStringLiteral(QUNTAI_VERSION));
    Console console(options);
    if (const auto started = console.start(); !started)
        return complain(started.error().message);
    const int code = QApplication::exec();
    moreToShow = console.isTourDone() && !options.tourDoubled;
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
    bool moreToShow = false;
    const int code = run(argc, argv, *options, moreToShow);
    return moreToShow ? tourAgain(argv) : code;
}
