// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/backend.h"
#include "app/backend/tasks.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace quntai;

namespace {

std::array<int, 2> signalPipe{-1, -1};

void noteSignal(int)
{
    const char byte = 1;
    std::ignore = ::write(signalPipe[1], &byte, 1);
}

/** SIGTERM and SIGINT end the event loop in an orderly way. */
void endOnSignals(QCoreApplication &app)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is then like a full disk
}

int complain(const QString &what)
{
    if (!what.isEmpty())
        QTextStream(stderr) << what << Qt::endl;
    return what.isEmpty() ? 0 : 1;
}

int serve(QCoreApplication &app, Options options)
{
    Config config;
    if (!options.config.isEmpty()) {
        auto read = readConfig(options.config);
        if (!read)
            return complain(read.error().message);
        config = std::move(*read);
        if (!config.listen.isEmpty() && !options.listenGiven)
            options.listen = config.listen;
    }
    Backend backend(options, config);
    QObject::connect(&backend, &Backend::ready, &app, [](const QString &url) {
        QTextStream(stdout) << "listening " << url << Qt::endl;
    });
    QObject::connect(&backend, &Backend::failed, &app,
                     [&app](const QString &why) { app.exit(complain(why)); });
    QObject::connect(&backend, &Backend::parentGone, &app, &QCoreApplication::quit);
    if (const auto started = backend.start(); !started)
        return complain(started.error().message);
    const int code = app.exec();
    backend.stop();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("quntai-backend"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUNTAI_VERSION));
    const auto options = parseOptions(app.arguments().mid(1));
    if (!options)
        return complain(options.error().message);
    endOnSignals(app);
    switch (options->task) {
    case Options::Task::Serve: return serve(app, *options);
    case Options::Task::AddUser: return addUser(*options);
    case Options::Task::Verify: return verifyData(*options);
    case Options::Task::Backup: return backupData(*options);
    case Options::Task::Restore: return restoreData(*options);
    }
    return 1;
}
