// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every shared component on one page, to look at:
//   widgets_gallery                     a window, Ctrl+T changes the theme
//   widgets_gallery --grab FILE.png     both themes in one picture
#include "tests/widgets/common/gallerypage.h"
#include "widgets/common/theme/focusring.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/common/theme/themehost.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPainter>
#include <QShortcut>
#include <QTextStream>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/// The page once per mode, one under the other.
bool grab(ThemeHost &host, GalleryPage &page, const QList<ThemeMode> &modes, const QString &file,
          qreal scale)
{
    const QSize size = page.size();
    QImage image(QSize(size.width(), size.height() * int(modes.size())) * scale,
                 QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    int y = 0;
    for (ThemeMode mode : modes) {
        host.setMode(mode);
        QCoreApplication::processEvents();
        painter.save();
        painter.translate(0, y);
        page.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
        painter.restore();
        y += size.height();
    }
    painter.end();
    return image.save(file);
}

QList<ThemeMode> modesOf(const QString &theme)
{
    if (theme == "light"_L1)
        return {ThemeMode::Light};
    if (theme == "dark"_L1)
        return {ThemeMode::Dark};
    return {ThemeMode::Light, ThemeMode::Dark};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption grabOption(u"grab"_s, u"Write both themes to FILE and leave."_s,
                                        u"FILE"_s);
    const QCommandLineOption scaleOption(u"scale"_s, u"Device pixels per pixel."_s, u"N"_s, u"1"_s);
    const QCommandLineOption themeOption(u"theme"_s, u"light, dark or both."_s, u"NAME"_s,
                                         u"both"_s);
    const QCommandLineOption compactOption(u"compact"_s, u"Compact density."_s);
    parser.addOptions({grabOption, scaleOption, themeOption, compactOption});
    parser.addHelpOption();
    parser.process(application);

    auto themes = loadThemes();
    if (!themes) {
        QTextStream(stderr) << themes.error() << '\n';
        return 1;
    }
    ThemeHost host(*std::move(themes));
    if (parser.isSet(compactOption))
        host.setDensity(Density::Compact);
    applyTheme(application, host);
    FocusRing ring(application);
    GalleryPage page(host);
    page.resize(1180, 780);
    page.show();
    page.activateWindow();
    if (parser.isSet(grabOption)) {
        const bool saved = grab(host, page, modesOf(parser.value(themeOption)),
                                parser.value(grabOption), parser.value(scaleOption).toDouble());
        return saved ? 0 : 1;
    }
    QShortcut toggle(QKeySequence(u"Ctrl+T"_s), &page);
    QObject::connect(&toggle, &QShortcut::activated, &host, [&host] {
        host.setMode(host.theme().isDark() ? ThemeMode::Light : ThemeMode::Dark);
    });
    return QApplication::exec();
}
