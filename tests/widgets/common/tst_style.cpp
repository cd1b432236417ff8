// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/common/theme/themehost.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestStyle : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    const Theme &theme() const { return m_host->theme(); }

private slots:
    void initTestCase()
    {
        auto themes = loadThemes();
        QVERIFY(themes.has_value());
        m_host = std::make_unique<ThemeHost>(*std::move(themes));
        m_host->setMode(ThemeMode::Light);
        applyTheme(*qApp, *m_host);
    }

    void paletteFollowsTheTheme()
    {
        for (ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            m_host->setMode(mode);
            const QPalette palette = QApplication::palette();
            QCOMPARE(palette.color(QPalette::Window), theme().color(ColorRole::SurfaceWindow));
            QCOMPARE(palette.color(QPalette::Text), theme().color(ColorRole::TextPrimary));
            QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text),
                     theme().color(ColorRole::TextDisabled));
            QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight),
                     theme().color(ColorRole::SurfaceSelectedInactive));
        }
        QCOMPARE(QApplication::font().pixelSize(), 13);
    }

    void controlHeights()
    {
        QCOMPARE(QPushButton(u"发送"_s).sizeHint().height(), 28);
        QCOMPARE(QLineEdit().sizeHint().height(), 28);
        QCOMPARE(QComboBox().sizeHint().height(), 28);
        QTabBar tabs;
        tabs.addTab(u"上下文"_s);
        QCOMPARE(tabs.sizeHint().height(), 36);
    }

    void textOfAFieldIsNotClipped()
    {
        QLineEdit edit(u"gjpqy 退款"_s);
        QStyleOptionFrame option;
        option.initFrom(&edit);
        option.rect = QRect(0, 0, 200, 28);
        option.lineWidth = 1;
        const QRect text =
            edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
        QVERIFY(text.height() >= edit.fontMetrics().height());
    }

    void scrollBarHasNoArrowsAndAUsableThumb()
    {
        QScrollBar bar(Qt::Vertical);
        bar.resize(10, 200);
        bar.setRange(0, 100000);
        bar.setPageStep(100);
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.minimum = 0;
        option.maximum = 100000;
        option.pageStep = 100;
        for (int position : {0, 1, 50000, 99999, 100000}) {
            option.sliderPosition = position;
            const QRect thumb = bar.style()->subControlRect(QStyle::CC_ScrollBar, &option,
                                                            QStyle::SC_ScrollBarSlider, &bar);
            QVERIFY(thumb.height() >= 24);
            QVERIFY(bar.rect().contains(thumb));
            QCOMPARE(thumb.top() == 0, position < 500);
        }
        QVERIFY(
            bar.style()
                ->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarAddLine, &bar)
                .isEmpty());
        QCOMPARE(bar.sizeHint().width(), 10);
        // By mouse: a drag of the thumb moves the value.
        bar.show();
        QTest::mousePress(&bar, Qt::LeftButton, {}, QPoint(5, 10));
        QTest::mouseMove(&bar, QPoint(5, 110));
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(5, 110));
        QVERIFY(bar.value() > 40000);
    }

    void defaultButtonOfADialogIsFilled()
    {
        QDialog dialog;
        QVBoxLayout column(&dialog);
        QPushButton button(u"发送"_s);
        button.setDefault(true);
        column.addWidget(&button);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(button.grab().toImage().pixelColor(6, 4), theme().color(ColorRole::AccentSolid));
    }

    void checkBoxIsFilledWhenSet()
    {
        QCheckBox box(u"通知"_s);
        box.resize(box.sizeHint());
        const auto count = [&] {
            const QImage image = box.grab().toImage();
            int filled = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < 16; ++x)
                    filled += image.pixelColor(x, y) == theme().color(ColorRole::AccentSolid);
            }
            return filled;
        };
        QCOMPARE(count(), 0);
        box.setChecked(true);
        QVERIFY(count() > 60);
    }

    void selectedRowHasItsBar()
    {
        QListWidget list;
        list.addItems({u"一"_s, u"二"_s});
        list.setFrameShape(QFrame::NoFrame);
        list.resize(200, 120);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.setCurrentRow(0);
        const QImage image = list.grab().toImage();
        QCOMPARE(image.pixelColor(1, 10), theme().color(ColorRole::AccentSolid));
        QCOMPARE(image.pixelColor(150, 10), theme().color(ColorRole::SurfaceSelected));
        QCOMPARE(list.visualItemRect(list.item(0)).height(), 32);
    }

    void menuShowsShortcutsAndChecks()
    {
        QMenu menu;
        menu.addAction(u"移到话题 &B"_s)->setShortcut(QKeySequence(u"Alt+B"_s));
        menu.addSeparator();
        QAction *check = menu.addAction(u"显示闲聊"_s);
        check->setCheckable(true);
        check->setChecked(true);
        menu.addMenu(u"移到…"_s)->addAction(u"C"_s);
        menu.addAction(u"关闭"_s)->setEnabled(false);
        menu.popup({0, 0});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        QCOMPARE(menu.actionGeometry(check).height(), 28);
        const QImage image = menu.grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 1), theme().color(ColorRole::SurfaceOverlay));
        menu.close();
    }

    void textAreaShowsFocusOnItsFrame()
    {
        QWidget window;
        QVBoxLayout column(&window);
        QPlainTextEdit edit(u"退款已于 {{退款日期}} 原路退回。"_s);
        QLineEdit other;
        column.addWidget(&other);
        column.addWidget(&edit);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        const auto frame = [&edit] {
            return edit.grab().toImage().pixelColor(0, edit.height() / 2);
        };
        QCOMPARE(frame(), theme().color(ColorRole::BorderStrong));
        edit.setFocus();
        QCOMPARE(frame(), theme().color(ColorRole::BorderFocus));
    }

    void comboListHasASelectionButNoRing()
    {
        QComboBox combo;
        combo.addItems({u"审核通过后立即"_s, u"定时"_s});
        combo.show();
        combo.showPopup();
        QWidget *popup = combo.view()->window();
        QVERIFY(QTest::qWaitForWindowExposed(popup));
        const QImage image = popup->grab().toImage();
        int ring = 0;
        int selected = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                ring += image.pixelColor(x, y) == theme().color(ColorRole::BorderFocus);
                selected += image.pixelColor(x, y) == theme().color(ColorRole::SurfaceSelected)
                    || image.pixelColor(x, y) == theme().color(ColorRole::SurfaceSelectedInactive);
            }
        }
        QVERIFY(selected > 200);
        QVERIFY(ring < 200); // at most the bar at the left
        combo.hidePopup();
    }

    void splitterLineIsThinButGrabbable()
    {
        QSplitter splitter;
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(200, 100);
        splitter.show();
        QCOMPARE(splitter.handleWidth(), 1);
        QCOMPARE(splitter.handle(1)->width(), 5);
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
