// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/common/gallerypage.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/countbadge.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/navrail.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/sectionheader.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/statusstrip.h"
#include "widgets/common/theme/focusring.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/common/tooltip.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

QString accessibleNameOf(QWidget *widget)
{
    QAccessibleInterface *item = QAccessible::queryAccessibleInterface(widget);
    return item ? item->text(QAccessible::Name) : QString();
}

int inked(const QImage &image, const QColor &behind)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) != behind;
    }
    return count;
}

} // namespace

class TestCommon : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

private slots:
    void initTestCase()
    {
        auto themes = loadThemes();
        QVERIFY(themes.has_value());
        m_host = std::make_unique<ThemeHost>(*std::move(themes));
        m_host->setMode(ThemeMode::Light);
        applyTheme(*qApp, *m_host);
    }

    void init()
    {
        m_host->setMode(ThemeMode::Light);
        m_host->setDensity(Density::Comfortable);
    }

    void labelShowsMarkupLetterByLetter()
    {
        const QString hostile = u"<img src=file:///etc/passwd><b>x</b>&amp;"_s;
        PlainLabel label(*m_host, hostile);
        label.resize(label.sizeHint());
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), hostile);
        QCOMPARE(label.rawText(), hostile);
        // Drawn as long as its letters, which neither a picture nor a bold x would be.
        const QImage image = label.grab().toImage();
        int right = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) != image.pixelColor(0, 0))
                    right = x;
            }
        }
        QVERIFY(right > image.width() - 6);
        label.setFlow(PlainLabel::Flow::Wrapped);
        QVERIFY(label.text().contains(hostile));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void labelMarksHiddenAndElides()
    {
        PlainLabel label(*m_host, u"账单\u202Egpj.exe"_s);
        label.resize(label.sizeHint());
        label.show();
        QCOMPARE(label.text(), u"账单〔U+202E〕gpj.exe"_s);
        QVERIFY(label.toolTip().isEmpty());
        label.resize(60, 20);
        QVERIFY(label.text().endsWith(u'…'));
        QVERIFY(label.toolTip().contains(u"gpj.exe"_s));
        QCOMPARE(accessibleNameOf(&label), u"账单〔U+202E〕gpj.exe"_s);
        label.resize(400, 20);
        QVERIFY(label.toolTip().isEmpty());
    }

    void toolTipIsNeverMarkup()
    {
        const QString hostile = u"<a href=\"x\">点</a> <img src=y> & \u202E"_s;
        QTextDocument document;
        document.setHtml(plainToolTip(hostile));
        QCOMPARE(document.toPlainText(), u"<a href=\"x\">点</a> <img src=y> & 〔U+202E〕"_s);
        QVERIFY(plainToolTip({}).isEmpty());
        IconButton button(*m_host, Icon::Bell, hostile);
        document.setHtml(button.toolTip());
        QVERIFY(document.toPlainText().startsWith(u"<a href"_s));
    }

    void everyFocusableWidgetHasAName()
    {
        GalleryPage page(*m_host);
        int checked = 0;
        for (QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s)
                || widget->focusProxy() || widget->isHidden() || widget->window() != &page)
                continue;
            ++checked;
            QVERIFY2(!accessibleNameOf(widget).isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(checked > 30);
        for (auto *button : page.findChildren<IconButton *>())
            QVERIFY(!button->toolTip().isEmpty());
    }

    void actionButton()
    {
        ActionButton button(*m_host, ButtonKind::Primary, u"接管话题 A"_s);
        const int bare = button.sizeHint().width();
        QCOMPARE(button.sizeHint().height(), 28);
        button.setKeyHint(u"F2"_s);
        button.setGlyph(Icon::Take);
        QVERIFY(button.sizeHint().width() > bare + 16);
        button.setButtonSize(ButtonSize::Small);
        QCOMPARE(button.sizeHint().height(), 24);
        button.setButtonSize(ButtonSize::Normal);
        QSignalSpy clicked(&button, &ActionButton::clicked);
        button.resize(button.sizeHint());
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        button.setEnabled(false);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 2);
        QCOMPARE(accessibleNameOf(&button), u"接管话题 A"_s);
    }

    void primaryIsFilledOnlyWhenEnabled()
    {
        ActionButton button(*m_host, ButtonKind::Primary, u"发送"_s);
        button.resize(button.sizeHint());
        const auto middleTop = [&button] { return button.grab().toImage().pixelColor(8, 4); };
        QCOMPARE(middleTop(), m_host->theme().color(ColorRole::AccentSolid));
        button.setEnabled(false);
        QCOMPARE(middleTop(), m_host->theme().color(ColorRole::SurfaceSunken));
        m_host->setMode(ThemeMode::Dark);
        button.setEnabled(true);
        QCOMPARE(middleTop(), m_host->theme().color(ColorRole::AccentSolid));
    }

    void densityChangesControls()
    {
        ActionButton button(*m_host, ButtonKind::Secondary, u"编辑"_s);
        QPushButton stock(u"编辑"_s);
        SectionHeader header(*m_host, u"待干预"_s);
        QCOMPARE(button.sizeHint().height(), 28);
        QCOMPARE(stock.sizeHint().height(), 28);
        QCOMPARE(header.sizeHint().height(), 28);
        m_host->setDensity(Density::Compact);
        QCOMPARE(button.sizeHint().height(), 24);
        QCOMPARE(header.sizeHint().height(), 24);
        stock.setText(u"编辑。"_s); // a push button remembers its size hint until its text changes
        QCOMPARE(stock.sizeHint().height(), 24);
    }

    /** Four tabs with numbers fit into the narrowest list there is, with the longest words. */
    void numbersStandUnderTheWords()
    {
        SegmentedControl control(*m_host, u"Lists"_s);
        for (const auto &word : {u"Entries"_s, u"Corrections"_s, u"Gaps"_s, u"Learned"_s})
            control.addSegment(word);
        const int plain = control.height();
        control.setSegmentCount(0, 128);
        control.setSegmentCount(1, 12, true);
        control.setSegmentCount(2, 12'000);
        control.setSegmentCount(3, 0);
        QVERIFY(control.height() > plain);
        QVERIFY2(control.sizeHint().width() <= layout::studioList.min - 2 * space::x3,
                 qPrintable(QString::number(control.sizeHint().width())));
        QCOMPARE(control.segmentText(1), u"Corrections"_s);
        const auto segments = control.findChildren<QAbstractButton *>();
        QCOMPARE(segments.at(1)->accessibleName(), u"Corrections 12"_s);
        control.setSegmentCount(9, 1);  // there is none
        QCOMPARE(control.count(), 4);
    }

    void segmentsByMouseAndKeys()
    {
        SegmentedControl control(*m_host, u"模式"_s);
        control.addSegment(u"备注"_s, Icon::Edit);
        control.addSegment(u"回复"_s);
        control.addSegment(u"悄悄话"_s);
        QCOMPARE(control.currentIndex(), 0);
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        auto segments = control.findChildren<QAbstractButton *>();
        QCOMPARE(segments.size(), 3);
        QTest::mouseClick(segments[1], Qt::LeftButton);
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 1);
        segments[1]->setFocus();
        QTest::keyClick(segments[1], Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 2);
        control.setCurrentIndex(0);
        QVERIFY(segments[0]->isChecked());
        control.setSegmentEnabled(1, false);
        QVERIFY(!segments[1]->isEnabled());
        // Bold takes the room it was given: nothing moves when another is taken.
        const QRect before = segments[2]->geometry();
        control.setCurrentIndex(1);
        QCOMPARE(segments[2]->geometry(), before);
    }

    void sectionHeaderFolds()
    {
        SectionHeader header(*m_host, u"待干预"_s);
        header.setCount(3);
        QCOMPARE(accessibleNameOf(&header), u"待干预 3"_s);
        header.resize(240, 28);
        QVERIFY(header.isChecked());
        QTest::keyClick(&header, Qt::Key_Space);
        QVERIFY(!header.isChecked());
        header.setHot(true);
        const QImage image = header.grab().toImage();
        QVERIFY(inked(image, m_host->theme().color(ColorRole::SurfaceWindow)) > 100);
    }

    void bannerSaysAndGoes()
    {
        InlineBanner banner(*m_host);
        QVERIFY(banner.isHidden());
        banner.showMessage(InlineBanner::Kind::Error, u"发送失败"_s, u"<b>内容</b>仍在草稿里"_s);
        QVERIFY(!banner.isHidden());
        QCOMPARE(accessibleNameOf(&banner), u"发送失败 <b>内容</b>仍在草稿里"_s);
        auto *action = banner.findChild<ActionButton *>();
        auto *close = banner.findChild<IconButton *>();
        QVERIFY(action->isHidden());
        QVERIFY(close->isHidden());
        banner.setAction(u"重试"_s);
        banner.setDismissible(true);
        banner.setCountdown(u"9 秒"_s, 500);
        banner.resize(600, 40);
        QVERIFY(!banner.grab().isNull());
        QSignalSpy acted(&banner, &InlineBanner::actionTriggered);
        QSignalSpy gone(&banner, &InlineBanner::dismissed);
        action->click();
        QVERIFY(!banner.isHidden());
        close->click();
        QCOMPARE(acted.count(), 1);
        QCOMPARE(gone.count(), 1);
        QVERIFY(banner.isHidden());
    }

    void emptyStateSteps()
    {
        EmptyState empty(*m_host, Icon::Doc, u"选中一个话题"_s);
        QCOMPARE(accessibleNameOf(&empty), u"选中一个话题"_s);
        empty.setTitle(u"没有话题"_s);
        empty.setSteps(
            u"可以做"_s,
            {{Icon::Eye, u"旁观"_s, u"望京"_s, u"F9"_s}, {Icon::Bulb, u"缺口"_s, {}, {}}});
        empty.setSteps(
            u"可以做"_s,
            {{Icon::Eye, u"旁观"_s, u"望京"_s, u"F9"_s}, {Icon::Bulb, u"缺口"_s, {}, {}}});
        const auto steps = empty.findChildren<QAbstractButton *>();
        QCOMPARE(steps.size(), 2);
        QSignalSpy chosen(&empty, &EmptyState::stepChosen);
        steps[1]->click();
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 1);
        empty.resize(600, 500);
        QVERIFY(inked(empty.grab().toImage(), m_host->theme().color(ColorRole::SurfaceWindow))
                > 1000);
    }

    void navRail()
    {
        NavRail rail(*m_host);
        QCOMPARE(rail.addPage(Icon::Desk, u"工作台"_s), 0);
        QCOMPARE(rail.addPage(Icon::Wall, u"群监控"_s), 1);
        QCOMPARE(rail.currentPage(), 0);
        rail.setBadge(1, 5);
        rail.setPerson(u"林悦"_s, PresenceMark::Online);
        QCOMPARE(accessibleNameOf(&rail.personButton()), u"林悦"_s);
        QSignalSpy chosen(&rail, &NavRail::pageChosen);
        for (auto *item : rail.findChildren<QAbstractButton *>()) {
            if (item->text() == u"群监控"_s) {
                QCOMPARE(accessibleNameOf(item), u"群监控 5"_s);
                item->click();
            }
        }
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 1);
        rail.setCurrentPage(0);
        QCOMPARE(rail.currentPage(), 0);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(rail.minimumWidth(), 56);
    }

    void searchField()
    {
        SearchField field(*m_host, u"搜索"_s);
        field.setKeyHint(u"Ctrl+Shift+F"_s);
        QCOMPARE(accessibleNameOf(&field), u"搜索"_s);
        QAction *clear = field.actions().constFirst();
        QVERIFY(!clear->isVisible());
        const int withCap = field.textMargins().right();
        QTest::keyClicks(&field, u"refund"_s);
        QVERIFY(clear->isVisible());
        QVERIFY(field.textMargins().right() < withCap);
        clear->trigger();
        QVERIFY(field.text().isEmpty());
        QCOMPARE(field.sizeHint().height(), 28);
    }

    void countBadgeHidesZero()
    {
        CountBadge badge(*m_host);
        QWidget parent;
        badge.setParent(&parent);
        badge.setHideZero(true);
        QVERIFY(badge.isHidden());
        badge.setCount(3);
        QVERIFY(!badge.isHidden());
        QCOMPARE(accessibleNameOf(&badge), u"3"_s);
        badge.setParent(nullptr);
    }

    void statusPieces()
    {
        StatusStrip strip(*m_host);
        auto *pill = new StatusPill(*m_host);
        pill->setPresence(PresenceMark::Problem);
        pill->setWords(u"9 秒后重连"_s, u"离线"_s);
        strip.addLeft(pill);
        QCOMPARE(accessibleNameOf(pill), u"离线 9 秒后重连"_s);
        strip.resize(400, 26);
        const auto behind = [&strip] { return strip.grab().toImage().pixelColor(200, 12); };
        QCOMPARE(behind(), m_host->theme().color(ColorRole::SurfaceWindow));
        strip.setOffline(true);
        QVERIFY(strip.isOffline());
        QCOMPARE(behind(), m_host->theme().color(ColorRole::WarningTint));
    }

    void ringOnlyForKeyboardFocusOnButtons()
    {
        FocusRing ring(*qApp);
        QWidget window;
        QHBoxLayout row(&window);
        ActionButton first(*m_host, ButtonKind::Secondary, u"一"_s);
        SearchField field(*m_host, u"搜索"_s);
        row.addWidget(&first);
        row.addWidget(&field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field.setFocus(Qt::MouseFocusReason);
        window.setAttribute(Qt::WA_KeyboardFocusChange, false);
        first.setFocus(Qt::MouseFocusReason);
        QVERIFY(!ring.frame());
        QTest::keyClick(&first, Qt::Key_Tab);
        QVERIFY(field.hasFocus());
        QVERIFY(!ring.frame());
        QTest::keyClick(&field, Qt::Key_Backtab);
        QVERIFY(first.hasFocus());
        QVERIFY(ring.frame());
        QCOMPARE(ring.frame()->geometry(), first.geometry().adjusted(-3, -3, 3, 3));
    }

    void wholePageInBothThemesAndDensities()
    {
        GalleryPage page(*m_host);
        page.resize(1180, 780);
        page.show();
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            for (Density density : {Density::Comfortable, Density::Compact}) {
                m_host->setMode(mode);
                m_host->setDensity(density);
                const QImage image = page.grab().toImage();
                const QColor window = m_host->theme().color(ColorRole::SurfaceWindow);
                const QColor base = m_host->theme().color(ColorRole::SurfaceBase);
                QVERIFY(inked(image, window) < image.width() * image.height());
                QVERIFY(inked(image, base) < image.width() * image.height());
                QCOMPARE(QApplication::palette().color(QPalette::Window), window);
            }
        }
    }
};

QTEST_MAIN(TestCommon)
#include "tst_common.moc"
