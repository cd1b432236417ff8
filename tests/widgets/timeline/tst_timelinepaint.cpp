// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the screen after rows were moved there and only the rest was painted.
#include "testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/timeline/timelineview.h"

#include <QPaintEvent>
#include <QScreen>
#include <QScrollBar>
#include <QTest>

#include <random>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

/// Rows of every shape, with rails, cards and verdicts.
QList<RowContent> shapes(int count, unsigned from = 0)
{
    const QList<RowContent> known = designRows() + focusRows();
    QList<RowContent> rows;
    for (int i = 0; i < count; ++i) {
        RowContent row = known[(from + unsigned(i)) % unsigned(known.size())];
        row.text += u" %1"_s.arg(from + unsigned(i));
        rows.append(row);
    }
    return rows;
}

/// Notes the height of what is painted.
class PaintMeter : public QObject
{
public:
    int painted = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            for (const QRect &rect : static_cast<QPaintEvent *>(event)->region())
                painted += rect.height();
        }
        return false;
    }
};

/// How many pixels differ by more than the last bits of an edge's blending.
int different(const QImage &a, const QImage &b)
{
    const auto far = [](int left, int right) { return qAbs(left - right) > 2; };
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb left = a.pixel(x, y);
            const QRgb right = b.pixel(x, y);
            count += far(qRed(left), qRed(right)) || far(qGreen(left), qGreen(right))
                || far(qBlue(left), qBlue(right));
        }
    }
    return count;
}

/// The dashes of a border that is cut off at an edge may begin anywhere: hundreds of pixels. A row
/// that is not where it belongs differs in thousands.
constexpr int dashes = 1600;

struct Stage
{
    explicit Stage(const QList<RowContent> &rows) : host(*loadThemes()), reader(model), view(host)
    {
        host.setMode(ThemeMode::Light);
        model.reset(rows);
        view.setClock(designNow);
        view.setModel(&model, &reader);
        view.setLanes(designLanes());
        view.resize(776, 600);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
        show();
    }
    /// Everything that is to be painted is on the screen.
    void show()
    {
        view.settle();
        QCoreApplication::processEvents();
    }
    QImage screen() const
    {
        const QPixmap pixmap = view.screen()->grabWindow(view.winId());
        return pixmap.toImage().convertToFormat(QImage::Format_RGB32);
    }
    QImage painted() { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    ThemeHost host;
    RowsModel model;
    RowsReader reader;
    TimelineView view;
};

} // namespace

class TestTimelinePaint : public QObject
{
    Q_OBJECT

private slots:
    void scrollingPaintsAStrip()
    {
        Stage stage(shapes(400));
        QScrollBar *bar = stage.view.verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        stage.show();
        PaintMeter meter;
        stage.view.viewport()->installEventFilter(&meter);
        for (int i = 0; i < 10; ++i) {
            meter.painted = 0;
            bar->setValue(bar->value() + 40);
            stage.show();
            QVERIFY(meter.painted > 0);
            // The strip, and the rows that were cut off at the edges.
            QVERIFY2(meter.painted <= 300, qPrintable(QString::number(meter.painted)));
        }
    }

    void screenShowsWhatAPaintWould()
    {
        bool given = false;
        auto seed = qEnvironmentVariable("QUNTAI_SEED").toUInt(&given);
        if (!given)
            seed = std::random_device{}();
        qInfo("QUNTAI_SEED=%u", seed);
        std::mt19937 random(seed);
        Stage stage(shapes(120));
        for (int step = 0; step < 120; ++step) {
            doSomething(stage, random);
            stage.show();
            const QImage seen = stage.screen();
            const QImage wanted = stage.painted();
            QCOMPARE(seen.size(), wanted.size());
            const int wrong = different(seen, wanted);
            const QString folder = qEnvironmentVariable("QUNTAI_PICTURES");
            if (wrong > dashes && !folder.isEmpty()) {
                seen.save(folder + u"/seen.png"_s);
                wanted.save(folder + u"/wanted.png"_s);
            }
            if (wrong > dashes)
                QFAIL(qPrintable(u"step %1 of seed %2"_s.arg(step).arg(seed)));
        }
    }

private:
    void doSomething(Stage &stage, std::mt19937 &random)
    {
        QScrollBar *bar = stage.view.verticalScrollBar();
        const int rows = stage.model.rowCount();
        const int row = rows > 0 ? int(random() % unsigned(rows)) : 0;
        switch (random() % 9) {
        case 0:
        case 1:
        case 2:
            bar->setValue(bar->value() + int(random() % 400) - 200);
            break;
        case 3:
            stage.view.scrollToEnd();
            break;
        case 4:
            stage.model.append(shapes(int(random() % 3) + 1, random() % 1000));
            break;
        case 5:
            stage.model.insert(row, shapes(int(random() % 3) + 1, random() % 1000));
            break;
        case 6:
            if (rows > 40)
                stage.model.remove(row, qMin(3, rows - row));
            break;
        case 7:
            if (rows > 0)
                stage.model.change(row, shapes(1, random() % 1000).first());
            break;
        case 8:
            QTest::mouseMove(stage.view.viewport(), {int(random() % 700), int(random() % 600)});
            break;
        }
    }
};

QTEST_MAIN(TestTimelinePaint)
#include "tst_timelinepaint.moc"
