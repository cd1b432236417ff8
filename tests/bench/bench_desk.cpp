// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk costs the person at it, in the whole console as it is shipped, fed over a real
// socket by another process: memory, opening a group, answering to the hand while messages pour in,
// and how long a message takes to be painted. bench_desk [MESSAGES] (default 200,000).
#include "app/console/console.h"
#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "models/items/queuemodel.h"
#include "tests/bench/eventloop.h"
#include "tests/bench/figures.h"
#include "tests/bench/floodsource.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QDirIterator>
#include <QListView>
#include <QPointer>
#include <QProcess>
#include <QSocketNotifier>
#include <QStringListModel>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

#include <sqlite3.h>

using namespace quntai;
using namespace quntai::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300'000;
constexpr int probeMs = 4;
constexpr int settleMs = 3000;
constexpr int readMs = 10;
constexpr int opened = 100;
constexpr int topicsPerGroup = 50;

/** The other process: "RATE COUNT" on its input begins a flood, "stored" on its output ends it;
 * "0 COUNT" opens so many topics in each busy group. */
int runSource(QCoreApplication &app)
{
    FloodSource source;
    std::printf("%d\n", source.port());
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        int rate = 0;
        long long count = 0;
        if (std::scanf("%d %lld", &rate, &count) != 2)
            QCoreApplication::quit();
        else if (rate == 0)
            source.openTopics(int(count));
        else
            source.flood(rate, count);
    });
    return QCoreApplication::exec();
}

/** The baseline of memory: the barest program that shows a list. */
int runList()
{
    QStringList rows;
    for (int row = 0; row < 300; ++row)
        rows.append(u"第 %1 行"_s.arg(row));
    QStringListModel model(rows);
    QListView view;
    view.setModel(&model);
    view.resize(1440, 900);
    view.show();
    runFor(500);
    std::printf("%f\n", residentMb());
    return 0;
}

/** Asks the window's thread again and again, and notes how long it takes to answer. */
class Probe
{
public:
    Probe() : m_thread([this] { run(); }) {}
    ~Probe()
    {
        m_stop = true;
        m_thread.join();
        QCoreApplication::sendPostedEvents(&m_here);
    }
    Spread spread() const { return spreadOf(m_times); }

private:
    void run()
    {
        while (!m_stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(probeMs));
            QMetaObject::invokeMethod(&m_here, [this, asked = steadyNs()] {
                m_times.push_back(msSince(asked));
            }, Qt::QueuedConnection);
        }
    }

    QObject m_here;
    std::vector<double> m_times;   //!< of the window's thread
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

/** Notes for every message of the open group how old it was when it had been painted. */
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(TimelineView &view) : m_view(view) { view.viewport()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(this, &PaintWatch::painted, Qt::QueuedConnection);
        return false;
    }
    Spread spread() const { return spreadOf(m_times); }

private:
    void painted()
    {
        const auto now = steadyNs();
        auto newest = m_newest;
        for (int row = m_view.model()->rowCount() - 1; row >= 0; --row) {
            const auto made = FloodSource::madeAt(m_view.contentOf(row).text);
            if (made <= m_newest)
                break;
            newest = std::max(newest, made);
            m_times.push_back(double(now - made) / 1e6);
        }
        m_newest = newest;
    }

    TimelineView &m_view;
    std::vector<double> m_times;
    qint64 m_newest = steadyNs();  //!< what was there before was painted by others
};

/** The console, and the process that feeds it. */
class Desk
{
public:
    bool start()
    {
        m_source.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_source.start(QCoreApplication::applicationFilePath(), {u"--source"_s});
        if (!m_source.waitForReadyRead(patienceMs))
            return false;
        ConsoleOptions options;
        options.connect = QUrl(u"ws://127.0.0.1:"_s + QString::fromLatin1(m_source.readLine().trimmed()));
        options.data = m_data.path();
        options.user = u"lin"_s;
        options.passwordFile = m_data.filePath(u"password"_s);
        QFile file(options.passwordFile);
        if (!file.open(QFile::WriteOnly) || file.write("geheim\n") < 0)
            return false;
        file.close();
        m_console = std::make_unique<Console>(options);
        if (!m_console->start())
            return false;
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                m_window = window;
        }
        return m_window && runUntil([this] {
            return page().queue().count(DeskList::Bot) == FloodSource::groups;
        }, patienceMs);
    }

    DeskPage &page() const { return m_window->desk(); }
    TimelineView &stream() const { return *m_window->findChild<TimelineView *>(); }
    /** Shows the group and paints it. */
    void open(int group) const
    {
        page().chooseGroup(FloodSource::groupAt(group));
        stream().settle();
        stream().viewport()->repaint();
    }
    /** False when not everything was stored in time. */
    bool flood(int rate, qint64 count)
    {
        m_source.write(QByteArray::number(rate) + ' ' + QByteArray::number(count) + '\n');
        if (!runUntil([this] { return m_source.canReadLine(); }, patienceMs))
            return false;
        m_source.readLine();
        return true;
    }
    /** So many in each group that floods speak in, by their events. */
    bool openTopics(int perGroup)
    {
        const auto all = FloodSource::groups + FloodSource::busy * perGroup;
        m_source.write("0 " + QByteArray::number(perGroup) + '\n');
        return runUntil([this, all] {
            const auto &queue = page().queue();
            return queue.count(DeskList::Bot) + queue.count(DeskList::Queue) == all;
        }, patienceMs);
    }
    /** Where the console keeps its messages. */
    QString cache() const
    {
        QDirIterator files(m_data.path(), {u"cache.db"_s}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }
    ~Desk()
    {
        m_console.reset();
        m_source.closeWriteChannel();
        m_source.waitForFinished(patienceMs);
    }

private:
    QTemporaryDir m_data;
    QProcess m_source;
    std::unique_ptr<Console> m_console;
    MainWindow *m_window = nullptr;
};

double bareListMb()
{
    QProcess list;
    list.start(QCoreApplication::applicationFilePath(), {u"--list"_s});
    list.waitForFinished(patienceMs);
    return list.readAllStandardOutput().trimmed().toDouble();
}

/** The same fifty rows by SQLite's C API. */
Spread rawPages(const QString &path)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *page = nullptr;
    sqlite3_prepare_v2(handle, "SELECT body FROM messages WHERE grp = ? ORDER BY seq DESC LIMIT 50", -1,
                       &page, nullptr);
    std::vector<double> times;
    for (int i = 0; i < 2 * opened; ++i) {
        const auto group = FloodSource::groupAt(i % opened).value.toUtf8();
        const auto begin = steadyNs();
        sqlite3_bind_text(page, 1, group.constData(), int(group.size()), SQLITE_TRANSIENT);
        while (sqlite3_step(page) == SQLITE_ROW)
            std::ignore = sqlite3_column_bytes(page, 0);
        sqlite3_reset(page);
        if (i >= opened)
            times.push_back(msSince(begin));
    }
    sqlite3_finalize(page);
    sqlite3_close(handle);
    return spreadOf(times);
}

void openGroups(const Desk &desk)
{
    std::vector<double> times;
    for (int i = 0; i < 2 * opened; ++i) {
        const auto begin = steadyNs();
        desk.open(i % opened);
        if (i >= opened)
            times.push_back(msSince(begin));
        runFor(readMs); // nobody opens the next at once; and who runs without rest is made to
    }
    const auto ours = spreadOf(times);
    const auto raw = rawPages(desk.cache());
    report("open a group, painted, p99", ours.p99, "ms", raw.p99, "raw SQLite page", "goal <= 5 ms");
    say("  open a group", ours, "ms");
}

bool underFlood(Desk &desk, int rate, qint64 count, const Spread &quiet)
{
    desk.open(7);
    Spread response, painted;
    const auto begin = steadyNs();
    {
        PaintWatch watch(desk.stream());
        Probe probe;
        if (!desk.flood(rate, count))
            return false;
        response = probe.spread();
        painted = watch.spread();
    }
    const auto seconds = msSince(begin) / 1000;
    const auto name = QByteArray::number(rate) + " messages/s: answer to the hand, p99";
    report(name.constData(), response.p99, "ms", quiet.p99, "quiet",
           rate <= 1000 ? "goal <= 16 ms" : "goal <= 33 ms");
    say("  answer to the hand", response, "ms");
    report("  made to painted, p99", painted.p99, "ms", 0, "",
           rate <= 1000 ? "goal <= 25 ms" : "");
    say("  made to painted", painted, "ms");
    std::printf("%-44s %.0f messages/s\n", "  stored and indexed meanwhile", double(count) / seconds);
    return true;
}

Spread whenQuiet()
{
    Probe probe;
    runFor(settleMs);
    return probe.spread();
}

/** The busiest desk: what is said belongs to one of 2,500 topics, and the queue lists them. */
bool withTopics(Desk &desk, qint64 count)
{
    if (!desk.openTopics(topicsPerGroup)) {
        std::printf("the topics were not all listed\n");
        return false;
    }
    std::printf("with %d open topics in each of %d groups\n", topicsPerGroup, FloodSource::busy);
    std::fflush(stdout);
    const auto quiet = whenQuiet();
    return underFlood(desk, 1000, count, quiet);
}

int measure(qint64 count)
{
    const auto bare = bareListMb();
    Desk desk;
    if (!desk.start()) {
        std::printf("the console does not start\n");
        return 1;
    }
    runFor(settleMs);
    report("memory with 300 groups of 50 messages", residentMb(), "MB", bare, "bare Qt list",
           "goal <= 85 MB");
    openGroups(desk);
    const auto quiet = whenQuiet();
    if (!underFlood(desk, 1000, std::min<qint64>(count / 20, 10'000), quiet)
        || !underFlood(desk, 20'000, count, quiet)) {
        std::printf("the messages were not all stored\n");
        return 1;
    }
    runFor(settleMs);
    const auto name = "memory after " + QByteArray::number(count) + " messages";
    report(name.constData(), residentMb(), "MB", bare, "bare Qt list", "goal <= 125 MB");
    return withTopics(desk, std::min<qint64>(count / 20, 10'000)) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto mode = QByteArray(argc > 1 ? argv[1] : "");
    if (mode == "--source") {
        QCoreApplication app(argc, argv);
        return runSource(app);
    }
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"quntai"_s);
    return mode == "--list" ? runList() : measure(mode.isEmpty() ? 200'000 : mode.toLongLong());
}
