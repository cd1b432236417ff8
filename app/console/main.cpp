// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include <QApplication>
#include <QTextStream>

#include <csignal>

using namespace quntai;

namespace {

int complain(const QString &what)
{
    if (!what.isEmpty())
        QTextStream(stderr) << what << Qt::endl;
    return what.isEmpty() ? 0 : 1;
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
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quntai"));
    QApplication::setOrganizationName(QStringLiteral("quntai"));
    QApplication::setApplicationVersion(QStringLiteral(QUNTAI_VERSION));
    Console console(*options);
    if (const auto started = console.start(); !started)
        return complain(started.error().message);
    return QApplication::exec();
}
