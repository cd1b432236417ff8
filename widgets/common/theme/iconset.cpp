// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/iconset.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxCached = 2000;

QString nameOf(int index)
{
    const auto name = kIconNames[size_t(index)];
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

/// Keeps the line weight of the design: thinner in the 20 px rail, bolder in 12 px chips.
QByteArray strokeFor(int size)
{
    if (size >= 20)
        return "stroke-width=\"1.35\"";
    return size <= 12 ? "stroke-width=\"1.8\"" : "stroke-width=\"1.5\"";
}

} // namespace

IconSet::IconSet()
{
    for (int i = 0; i < kIconCount; ++i) {
        QFile file(u":/quntai/icons/%1.svg"_s.arg(nameOf(i)));
        if (file.open(QIODevice::ReadOnly))
            m_sources[size_t(i)] = file.readAll();
    }
}

QPixmap IconSet::pixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio) const
{
    const Key key{quint8(icon), color.rgba(), size, qRound(devicePixelRatio * 100)};
    if (const auto it = m_cache.constFind(key); it != m_cache.cend())
        return *it;

    QByteArray svg = m_sources[size_t(icon)];
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    svg.replace("stroke-width=\"1.5\"", strokeFor(size));
    QSvgRenderer renderer(svg);
    const int pixels = qCeil(size * devicePixelRatio);
    if (!renderer.isValid() || pixels <= 0)
        return {};
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    if (m_cache.size() >= kMaxCached)
        m_cache.clear();
    m_cache.insert(key, pixmap);
    return pixmap;
}

QStringList IconSet::missing() const
{
    QStringList names;
    for (int i = 0; i < kIconCount; ++i) {
        if (!QSvgRenderer(m_sources[size_t(i)]).isValid())
            names.append(nameOf(i));
    }
    return names;
}

} // namespace quntai
