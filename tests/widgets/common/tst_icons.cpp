// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/iconset.h"
#include "widgets/common/theme/themeloader.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

int inkedPixels(const QImage &image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 32;
    }
    return inked;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyNameHasAFileAndBack()
    {
        QSet<QString> named{u"quntai.svg"_s};
        for (auto name : kIconNames)
            named.insert(QString::fromLatin1(name.data(), qsizetype(name.size())) + u".svg"_s);
        const QStringList found = QDir(u":/quntai/icons"_s).entryList(QDir::Files);
        QCOMPARE(QSet<QString>(found.begin(), found.end()), named);
        QVERIFY(IconSet().missing().isEmpty());
    }

    void noneIsBlankOrLeavesItsBox_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {12, 14, 16, 20, 32})
            QTest::addRow("%d", size) << size;
    }
    void noneIsBlankOrLeavesItsBox()
    {
        QFETCH(int, size);
        const IconSet icons;
        for (int i = 0; i < kIconCount; ++i) {
            const QImage image = icons.pixmap(Icon(i), Qt::red, size, 1).toImage();
            const QByteArray name(kIconNames[size_t(i)].data());
            QCOMPARE(image.size(), QSize(size, size));
            const int inked = inkedPixels(image);
            QVERIFY2(inked >= size / 3, name + " is blank: " + QByteArray::number(inked));
            QVERIFY2(inked <= size * size * (size < 14 ? 9 : 7) / 10, name + " is a block");
            QVERIFY2(qAlpha(image.pixel(0, 0)) < 32, name + " touches its corner");
        }
    }

    void allAreDifferent()
    {
        const IconSet icons;
        QHash<QByteArray, int> seen;
        for (int i = 0; i < kIconCount; ++i) {
            const QImage image = icons.pixmap(Icon(i), Qt::black, 32, 1).toImage();
            const QByteArray bits(reinterpret_cast<const char *>(image.constBits()),
                                  image.sizeInBytes());
            QVERIFY2(!seen.contains(bits), kIconNames[size_t(i)].data());
            seen.insert(bits, i);
        }
    }

    void takesTheColour()
    {
        const QImage image =
            IconSet().pixmap(Icon::Check, QColor(0x1D, 0x5B, 0xC6), 32, 1).toImage();
        bool pure = false;
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                const QRgb pixel = image.pixel(x, y);
                pure = pure || pixel == qRgb(0x1D, 0x5B, 0xC6);
            }
        }
        QVERIFY(pure);
    }

    void isSharpAtHighScale()
    {
        const IconSet icons;
        const QPixmap pixmap = icons.pixmap(Icon::Desk, Qt::black, 16, 1.5);
        QCOMPARE(pixmap.size(), QSize(24, 24));
        QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
        QCOMPARE(icons.pixmap(Icon::Desk, Qt::black, 16, 1.5).cacheKey(), pixmap.cacheKey());
        QVERIFY(icons.pixmap(Icon::Desk, Qt::red, 16, 1.5).cacheKey() != pixmap.cacheKey());
    }

    void stockIconFollowsModeAndScale()
    {
        const Theme theme = loadThemes()->light;
        const QIcon icon = theme.icon(Icon::Bell, ColorRole::TextPrimary);
        QVERIFY(!icon.isNull());
        QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
        QVERIFY(icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage()
                != icon.pixmap(QSize(16, 16), 1.0, QIcon::Normal).toImage());
    }

    void applicationIcon()
    {
        QSvgRenderer renderer(u":/quntai/icons/quntai.svg"_s);
        QVERIFY(renderer.isValid());
        QImage image(128, 128, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        QVERIFY(inkedPixels(image) > 128 * 128 / 2);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
