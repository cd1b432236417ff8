// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits from starting the console to seeing the queue, beside the barest Qt
// program that shows a list. bench_start [RUNS] starts both as processes of their own, in turn, and
// prints the median of each and the ratio. The console has a filled store and starts its backend.
#include "app/console/console.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QListView>
#include <QProcess>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr int fewestRows = 8; // more than a queue has headers
constexpr int patienceMs = 60'000;
constexpr int fillMs = 8'000; // in which the sample company opens some topics

/** Says so when a list with content has been painted, and ends the program after staying. */
class ContentWatch : public QObject
{
public:
    explicit ContentWatch(int stayMs) : m_stayMs(stayMs) {}

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_seen)
            return false;
        const auto *view = qobject_cast<QAbstractItemView *>(object->parent());
        if (!view || !view->model() || view->model()->rowCount() < fewestRows)
            return false;
        m_seen = true;
        QTimer::singleShot(0, this, [this] { // after the painting it was asked for
            std::puts("content");
            std::fflush(stdout);
            QTimer::singleShot(m_stayMs, qApp, &QCoreApplication::quit);
        });
        return false;
    }

private:
    const int m_stayMs;
    bool m_seen = false;
};

int runList(QApplication &app)
{
    QStringList rows;
    for (int row = 0; row < 300; ++row)
        rows.append(u"第 %1 行"_s.arg(row));
    QStringListModel model(rows);
    QListView view;
    view.setModel(&model);
    view.resize(1440, 900);
    view.show();
    return app.exec();
}

int runConsole(QApplication &app, const QString &data)
{
    QApplication::setApplicationName(u"quntai"_s);
    ConsoleOptions options;
    options.data = data;
    options.sample = true;
    Console console(options);
    if (const auto started = console.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    return app.exec();
}

/** Milliseconds from starting this program with the arguments to its first content; -1: none. */
double wait(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    double seen = -1;
    while (seen < 0 && process.waitForReadyRead(patienceMs)) {
        if (process.readAllStandardOutput().contains("content"))
            seen = double(timer.nsecsElapsed()) / 1e6;
    }
    process.waitForFinished(patienceMs);
    return seen;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

int measure(int runs)
{
    const QTemporaryDir folder;
    const auto data = folder.path() + u"/console"_s;
    if (wait({u"--console"_s, data, QString::number(fillMs)}) < 0) {
        std::printf("the console showed nothing\n");
        return 1;
    }
    std::vector<double> bare;
    std::vector<double> console;
    for (int run = 0; run < runs; ++run) {
        bare.push_back(wait({u"--list"_s}));
        console.push_back(wait({u"--console"_s, data, u"0"_s}));
        if (bare.back() < 0 || console.back() < 0) {
            std::printf("run %d showed nothing\n", run);
            return 1;
        }
    }
    std::printf(
        "start to content  %8.1f ms   bare Qt list %8.1f ms   ratio %.2f   (median of %d)\n",
        median(console), median(bare), median(console) / median(bare), runs);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto mode = QByteArray(argc > 1 ? argv[1] : "");
    if (!mode.startsWith("--")) {
        QCoreApplication app(argc, argv);
        return measure(std::max(1, mode.isEmpty() ? 9 : mode.toInt()));
    }
    QApplication app(argc, argv);
    ContentWatch watch(argc > 3 ? QByteArray(argv[3]).toInt() : 0);
    app.installEventFilter(&watch);
    return mode == "--console" && argc > 2 ? runConsole(app, QString::fromLocal8Bit(argv[2]))
                                           : runList(app);
}
