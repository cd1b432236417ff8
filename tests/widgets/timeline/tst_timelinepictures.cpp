// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/pictures/pictureviewer.h"
#include "widgets/timeline/picturepainter.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

/// Pictures a test gives.
class GivenPictures : public PictureSource
{
public:
    Picture thumbnail(const QString &sha256) const override { return m_known.value(sha256); }
    void want(const QString &sha256) override { wanted.insert(sha256); }
    void whole(const QString &sha256, QObject *,
               std::function<void(const Picture &)> done) override
    {
        done(m_known.value(sha256));
    }
    void give(const QString &sha256, QSize size, const QColor &color)
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(color);
        m_known[sha256] = {Picture::State::Ready, image, size, {}};
        emit changed(sha256);
    }
    void refuse(const QString &sha256, const QString &why)
    {
        m_known[sha256] = {Picture::State::Failed, {}, {}, why};
        emit changed(sha256);
    }

    QSet<QString> wanted;

private:
    QHash<QString, Picture> m_known;
};

RowContent withPicture(const QString &sha256, const QString &text = {})
{
    RowContent row = said(u"王阿姨"_s, text);
    row.message = {u"m-"_s + sha256};
    row.attachments = {{MessageKind::Image, u"荔枝.jpg"_s, u"图片 · 80 kB"_s, sha256, {}}};
    return row;
}

struct Stage
{
    explicit Stage(const QList<RowContent> &rows) : host(*loadThemes()), reader(model), view(host)
    {
        host.setMode(ThemeMode::Light);
        model.reset(rows);
        view.setPictures(&pictures);
        view.setModel(&model, &reader);
        view.resize(776, 600);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
        view.settle();
    }
    ~Stage() { view.setPictures(nullptr); }
    QRect place(int row) const
    {
        return view.flow().laid(row)->layout.attachments.at(0).translated(
            view.rowRect(row).topLeft());
    }
    QColor colorAt(const QPoint &point)
    {
        return view.viewport()->grab().toImage().pixelColor(point);
    }

    ThemeHost host;
    GivenPictures pictures;
    RowsModel model;
    RowsReader reader;
    TimelineView view;
};

} // namespace

class TestTimelinePictures : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatIsSeenIsWanted()
    {
        QList<RowContent> rows;
        for (int i = 0; i < 200; ++i)
            rows.append(withPicture(QString::number(i)));
        Stage stage(rows);
        QVERIFY(stage.pictures.wanted.contains(u"199"_s));
        QVERIFY2(stage.pictures.wanted.size() < 10, "one screen of them");
        stage.view.verticalScrollBar()->setValue(0);
        QVERIFY(stage.pictures.wanted.contains(u"0"_s));
        QVERIFY(!stage.pictures.wanted.contains(u"100"_s));
    }

    void nothingMovesWhenOneComes()
    {
        Stage stage({said(u"甲"_s, u"一"_s), withPicture(u"a"_s), withPicture(u"b"_s, u"这个能赔吗"_s),
                     said(u"乙"_s, u"二"_s)});
        QList<QRect> before;
        for (int row = 0; row < 4; ++row)
            before.append(stage.view.rowRect(row));
        stage.pictures.give(u"a"_s, {480, 320}, Qt::red);
        stage.pictures.give(u"b"_s, {200, 320}, Qt::blue);
        stage.view.settle();
        for (int row = 0; row < 4; ++row)
            QCOMPARE(stage.view.rowRect(row), before[row]);
        QCOMPARE(stage.colorAt(stage.place(1).center()), QColor(Qt::red));
        QCOMPARE(stage.colorAt(stage.place(2).center()), QColor(Qt::blue));
        QCOMPARE(stage.place(1).size(), QSize(240, 160));
        QCOMPARE(stage.place(2).size(), QSize(component::thumbWidth, component::thumbHeight));
    }

    void picturesKeepTheirShape()
    {
        const QRect large(10, 20, 240, 160);
        QCOMPARE(pictureArea(large, {480, 320}), large);
        QCOMPARE(pictureArea(large, {320, 320}), QRect(10, 20, 160, 160));
        QCOMPARE(pictureArea(large, {100, 80}), QRect(10, 20, 100, 80));
        QCOMPARE(pictureArea(large, {480, 1}), QRect(10, 20, 240, 24));
        const QRect small(0, 0, component::thumbWidth, component::thumbHeight);
        QCOMPARE(pictureArea(small, {100, 300}), small);
    }

    void whatIsWrongStandsInItsPlace()
    {
        RowContent lost = withPicture({}, u"看图"_s);
        lost.attachments[0].problem = u"没有收到：超过 20 MB"_s;
        Stage stage({withPicture(u"a"_s), lost});
        const QImage before = stage.view.viewport()->grab().toImage();
        stage.pictures.refuse(u"a"_s, u"不是图片格式"_s);
        QVERIFY(stage.view.viewport()->grab().toImage() != before);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&stage.view);
        QVERIFY(list->child(0)->text(QAccessible::Name).contains(u"不是图片格式"_s));
        const RowLayout &at = stage.view.flow().laid(1)->layout;
        QCOMPARE(at.attachments[0].height(), 40);
        QVERIFY2(at.attachments[0].width() > 240, "room for the reason");
        QVERIFY(rowToolTip(lost, stage.view.hitAt(stage.place(1).center()))
                    .contains(u"超过 20 MB"_s));
        QCOMPARE(stage.view.hitAt(stage.place(1).center()).action, RowAction::File);
    }

    /// Every state in both themes; with QUNTAI_GRAB_DIR also as a file to look at.
    void everyStateIsDrawn()
    {
        RowContent lost = withPicture({}, u"发给您看看"_s);
        lost.attachments[0].problem = u"没有收到：图片超过 20 MB"_s;
        RowContent several = withPicture(u"d"_s, u"三张都拍了"_s);
        several.attachments += withPicture(u"c"_s).attachments + withPicture(u"b"_s).attachments;
        RowContent news;
        news.kind = RowKind::News;
        news.title = u"新消息"_s;
        Stage stage({withPicture(u"a"_s), withPicture(u"b"_s, u"这个能赔吗"_s), news, lost, several,
                     withPicture(u"e"_s, u"还在来的路上"_s)});
        stage.view.resize(776, 660);
        stage.pictures.refuse(u"a"_s, u"不是图片格式"_s);
        stage.pictures.refuse(u"b"_s, u"图片已损坏"_s);
        stage.pictures.give(u"c"_s, {320, 240}, QColor(180, 60, 60));
        stage.pictures.give(u"d"_s, {100, 300}, QColor(60, 120, 90));
        const QString folder = qEnvironmentVariable("QUNTAI_GRAB_DIR");
        QList<QImage> seen;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            stage.host.setMode(mode);
            stage.view.settle();
            seen.append(stage.view.grab().toImage());
            if (!folder.isEmpty())
                seen.last().save(u"%1/pictures-%2.png"_s.arg(folder).arg(int(mode)));
        }
        QVERIFY(seen[0] != seen[1]);
    }

    void copiesWhatTheyAreCalled()
    {
        Stage stage({said(u"甲"_s, u"一"_s), withPicture(u"a"_s), said(u"乙"_s, u"二"_s)});
        stage.view.selectAll();
        QCOMPARE(stage.view.selected(),
                 u"甲 14:20\n一\n王阿姨 14:20\n[图片 · 80 kB] 荔枝.jpg\n乙 14:20\n二"_s);
    }

    void opensAndCopies()
    {
        Stage stage({withPicture(u"a"_s)});
        QSignalSpy opened(&stage.view, &TimelineView::openAttachment);
        stage.view.setFocus();
        stage.view.setCurrent(0);
        QTest::keyClick(&stage.view, Qt::Key_Return);
        QVERIFY2(opened.isEmpty(), "not before it is here");
        stage.pictures.give(u"a"_s, {480, 320}, Qt::red);
        QTest::keyClick(&stage.view, Qt::Key_Return);
        QTest::mouseMove(stage.view.viewport(), stage.place(0).center());
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, stage.place(0).center());
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[1][0].value<MessageId>().value, u"m-a"_s);

        const QPoint point = stage.place(0).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, point,
                                stage.view.viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(stage.view.viewport(), &event);
        auto *menu = stage.view.findChild<QMenu *>(Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Copy the picture"_s)
                action->trigger();
        }
        menu->close();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(480, 320));
    }

    void viewerStepsAndShowsWords()
    {
        ThemeHost host(*loadThemes());
        QWidget window;
        window.resize(1000, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *viewer = new PictureViewer(host, u"1.png"_s, &window);
        QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::green);
        viewer->setPicture({Picture::State::Ready, image, image.size(), {}});
        QSignalSpy steps(viewer, &PictureViewer::stepWanted);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(steps.count(), 0);
        viewer->setSteps(false, true);
        QTest::keyClick(viewer, Qt::Key_Left);
        QCOMPARE(steps.count(), 0);
        QTest::keyClick(viewer, Qt::Key_Right);
        QTest::keyClick(viewer, Qt::Key_PageDown);
        QCOMPARE(steps.count(), 2);
        QCOMPARE(steps.last().first().toInt(), 1);
        QTest::keyClick(viewer, Qt::Key_1);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(steps.count(), 2); // what is not fitted is moved
        const auto wide = viewer->pictureRect().center().x();
        QTest::keyClick(viewer, Qt::Key_0);
        viewer->setWords(u"退款已到账\n订单 2026\u202e"_s);
        auto *words = viewer->findChild<QPlainTextEdit *>();
        QVERIFY(words && words->isVisible());
        QVERIFY2(viewer->pictureRect().center().x() < wide, "the picture makes room for its words");
        QVERIFY(!words->toPlainText().contains(QChar(0x202e)));
        words->setFocus();
        QTest::keyClick(words, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(words, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"退款已到账"_s));
        QSet<QWidget *> stops;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            stops.insert(QApplication::focusWidget());
        }
        QVERIFY(stops.size() >= 4 && stops.contains(words));
        viewer->setName(u"2.png"_s);
        QVERIFY2(!words->isVisible(), "another picture, other words");
        viewer->close();
    }

    void viewerZoomsAndCloses()
    {
        ThemeHost host(*loadThemes());
        QWidget window;
        auto *field = new QWidget(&window);
        field->setFocusPolicy(Qt::StrongFocus);
        window.resize(900, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QPointer viewer = new PictureViewer(host, u"荔枝\u202E.jpg"_s, field);
        QVERIFY(viewer->hasFocus());
        QCOMPARE(viewer->size(), window.size());
        QImage image(2000, 1000, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::green);
        viewer->setPicture({Picture::State::Ready, image, {4000, 2000}, {}});
        QVERIFY(viewer->rect().contains(viewer->pictureRect().toRect()));
        const qreal fitted = viewer->zoom();
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(viewer->zoom() > fitted);
        const QPointF at(600, 300);
        const auto under = [&] { return (at - viewer->pictureRect().topLeft()) / viewer->zoom(); };
        const QPointF before = under();
        QWheelEvent wheel(at, at, {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(viewer, &wheel);
        QVERIFY2((under() - before).manhattanLength() < 1, "what is under the pointer stays there");
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(viewer, Qt::Key_Minus);
        QVERIFY(viewer->zoom() >= PictureViewer::leastZoom);
        QTest::keyClick(viewer, Qt::Key_0);
        QCOMPARE(viewer->zoom(), fitted);
        QTest::keyClick(viewer, Qt::Key_Tab);
        QVERIFY2(viewer->isAncestorOf(QApplication::focusWidget()), "what lies under it is covered");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(field->hasFocus());
        QTRY_VERIFY(!viewer);
    }
};

QTEST_MAIN(TestTimelinePictures)
#include "tst_timelinepictures.moc"
