// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/timeline/timelineview.h"

#include <QDir>
#include <QTest>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

/// Draws the design's desks and, with QUNTAI_GRAB_DIR, writes them as pictures to look at.
class TestGrab : public QObject
{
    Q_OBJECT

private slots:
    void pictures_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        const QSize wide(776, 616);
        for (bool dark : {false, true}) {
            const QString scheme = dark ? u"dark"_s : u"light"_s;
            const auto add = [&](const QString &which, const QSize &size) {
                const QString name = u"%1-%2-%3"_s.arg(which, scheme).arg(size.width());
                QTest::newRow(qPrintable(name)) << which << size << dark;
            };
            add(u"desk"_s, wide);
            add(u"focus"_s, {704, 632});
            add(u"offline"_s, wide);
            add(u"desk"_s, {696, 640});
            add(u"desk"_s, {1400, 700});
        }
    }

    void pictures()
    {
        QFETCH(QString, which);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto themes = loadThemes();
        QVERIFY(themes.has_value());
        ThemeHost host(*std::move(themes));
        host.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        RowsModel model;
        model.reset(which == u"desk"        ? designRows()
                        : which == u"focus" ? focusRows()
                                            : offlineRows());
        RowsReader reader(model);
        TimelineView view(host);
        view.setMinimumWidth(0);
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.setClock(designNow);
        view.setModel(&model, &reader);
        view.setLanes(which == u"desk" ? designLanes() : focusLanes());
        if (which == u"focus")
            view.setMarked({u"m9"_s});
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        if (which == u"desk") {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.at(row).message.value == u"m6")
                    QTest::mouseMove(view.viewport(), view.rowRect(row).center());
            }
            QTRY_VERIFY(view.hitAt({150, 20}).action != RowAction::More);
        }
        const QImage image = view.grab().toImage();
        QCOMPARE(image.size(), size * image.devicePixelRatio());
        const QString folder = qEnvironmentVariable("QUNTAI_GRAB_DIR");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(image.save(folder + u"/timeline-%1.png"_s.arg(name)));
    }
};

QTEST_MAIN(TestGrab)
#include "tst_timelinegrab.moc"
