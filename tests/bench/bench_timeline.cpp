// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolling and appending in the timeline, at 500 and at 1,000,000 rows, and a session's messages
// through model and view. Prints one line per figure with its baseline, their ratio and what is
// wanted; not a test: run it alone, built for release.
#include "tests/models/items/scribe.h"
#include "tests/widgets/timeline/testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

/// As many rows as asked for, made when read from a few shapes: memory is not what is measured.
class EndlessModel : public QAbstractListModel
{
public:
    explicit EndlessModel(int rows) : m_rows(rows) {}
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    void append(int count)
    {
        beginInsertRows({}, m_rows, m_rows + count - 1);
        m_rows += count;
        endInsertRows();
    }

private:
    int m_rows;
};

class EndlessReader : public RowReader
{
public:
    RowContent read(const QModelIndex &index) const override
    {
        RowContent row = m_shapes[index.row() % m_shapes.size()];
        row.name += QString::number(index.row());
        row.text += QString(index.row() % 5 * 40, u'字');
        return row;
    }
    bool isNews(const QModelIndex &) const override { return true; }

private:
    const QList<RowContent> m_shapes = designRows() + focusRows();
};

struct Figures
{
    double p50 = 0;
    double p99 = 0;
    double most = 0;
};

Figures figuresOf(QList<double> times)
{
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100], times.last()};
}

/// Milliseconds per step: scroll, lay out, paint what the window has to paint.
Figures scroll(const ThemeHost &host, int rows, int step, int count)
{
    EndlessModel model(rows);
    EndlessReader reader;
    TimelineView view(host);
    view.setModel(&model, &reader);
    view.setLanes(designLanes());
    view.resize(1000, 800);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        std::printf("not exposed: nothing is painted\n");
    view.settle();
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    QCoreApplication::processEvents();
    QList<double> times;
    int down = 1;
    for (int i = 0; i < count; ++i) {
        if (bar->value() + down * step > bar->maximum() || bar->value() + down * step < 0)
            down = -down;
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + down * step);
        QCoreApplication::processEvents();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return figuresOf(times);
}

/// Rows per second while the end is followed, 800 in each frame.
double appending(const ThemeHost &host, int rows)
{
    constexpr int batch = 800;
    constexpr int frames = 100;
    EndlessModel model(rows);
    EndlessReader reader;
    TimelineView view(host);
    view.setModel(&model, &reader);
    view.resize(1000, 800);
    view.show();
    view.settle();
    QImage target(view.size(), QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer timer;
    timer.start();
    for (int frame = 0; frame < frames; ++frame) {
        model.append(batch);
        view.settle();
        view.viewport()->render(&target);
    }
    return frames * batch * 1e9 / double(timer.nsecsElapsed());
}

/// A group's messages as a session brings them, 800 in each frame: rows per second through model,
/// reader and view while the end is followed.
double following(const ThemeHost &host)
{
    constexpr int batch = 800;
    constexpr int frames = 60;
    tests::ScriptedSession session;
    tests::Scribe scribe{session};
    scribe.group();
    TimelineModel model(&session);
    TimelineReader reader(session);
    model.setGroup(scribe.g0);
    TimelineView view(host);
    view.setModel(&model, &reader);
    view.resize(1000, 800);
    view.show();
    QImage target(view.size(), QImage::Format_ARGB32_Premultiplied);
    QList<Changes> all(frames);
    for (int i = 0; i < frames * batch; ++i) {
        Message message;
        message.id = {QString::number(i)};
        message.seq = 100 + i;
        message.at = {scribe.now + i * 20LL};
        message.group = scribe.g0;
        message.author = {AuthorKind::Member, QString::number(i % 40), u"成员"_s};
        message.text = u"第 %1 条 "_s.arg(i) + QString(i % 5 * 40, u'字');
        all[i / batch].added.append(std::make_shared<const Message>(message));
    }
    QElapsedTimer timer;
    timer.start();
    for (const Changes &changes : all) {
        emit session.changed(changes);
        view.settle();
        view.viewport()->render(&target);
    }
    return frames * batch * 1e9 / double(timer.nsecsElapsed());
}

void report(const char *name, double value, const char *unit, double baseline, const char *of,
            const char *wanted)
{
    std::printf("%-36s %10.2f %-6s baseline %10.2f %-10s ratio %5.2f  wanted %s\n", name, value,
                unit, baseline, of, baseline > 0 ? value / baseline : 0, wanted);
}

void compareScrolling(const ThemeHost &host, const char *name, int step)
{
    // Interleaved, so that a busy machine slows both.
    QList<double> few, many, middle;
    for (int round = 0; round < 5; ++round) {
        few.append(scroll(host, 500, step, 400).p99);
        const Figures figures = scroll(host, 1'000'000, step, 400);
        many.append(figures.p99);
        middle.append(figures.p50);
    }
    std::sort(few.begin(), few.end());
    std::sort(many.begin(), many.end());
    std::sort(middle.begin(), middle.end());
    report(name, many[2], "ms", few[2], "500 rows", "at most 8 ms, ratio at most 1.30");
    std::printf("%-34s %10.2f ms\n", "  p50 at 1,000,000 rows", middle[2]);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    auto themes = loadThemes();
    if (!themes)
        return 1;
    ThemeHost host(*std::move(themes));
    compareScrolling(host, "scroll 40 px p99, 1,000,000 rows", 40);
    compareScrolling(host, "scroll a page p99, 1,000,000 rows", 760);
    const double many = appending(host, 1'000'000);
    const char *wanted = "at least 50,000 rows/s";
    report("append, 1,000,000 rows", many, "rows/s", appending(host, 500), "500 rows", wanted);
    report("append through the session's model", following(host), "rows/s", many, "view alone",
           wanted);
    return 0;
}
