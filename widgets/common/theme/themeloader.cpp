// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/themeloader.h"

#include "widgets/common/theme/iconset.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString roleName(int index)
{
    const auto name = kColorRoleNames[size_t(index)];
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

/// Only "#RRGGBB": names and alpha would hide a broken contrast.
QColor colorFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.size() != 7 || !text.startsWith(u'#'))
        return {};
    return QColor::fromString(text);
}

std::expected<void, QString> readRoles(const QJsonObject &groups, ThemeColors &colors)
{
    for (int i = 0; i < kColorRoleCount; ++i) {
        const QString name = roleName(i);
        const qsizetype dot = name.indexOf(u'.');
        const QColor color = colorFrom(groups[name.left(dot)][name.mid(dot + 1)]);
        if (!color.isValid())
            return std::unexpected(u"colour %1 is missing or not #RRGGBB"_s.arg(name));
        colors.roles[size_t(i)] = color;
    }
    return {};
}

std::expected<void, QString> readLanes(const QJsonArray &lanes, ThemeColors &colors)
{
    if (lanes.size() != kLaneCount)
        return std::unexpected(u"%1 lanes instead of %2"_s.arg(lanes.size()).arg(kLaneCount));
    for (int i = 0; i < kLaneCount; ++i) {
        const QJsonValue lane = lanes[i];
        LaneColors read{colorFrom(lane["rail"_L1]), colorFrom(lane["on"_L1]),
                        colorFrom(lane["tint"_L1]), colorFrom(lane["text"_L1]),
                        colorFrom(lane["border"_L1])};
        for (const QColor &color : {read.rail, read.on, read.tint, read.text, read.border}) {
            if (!color.isValid())
                return std::unexpected(u"lane %1 lacks a colour"_s.arg(QChar(u'A' + i)));
        }
        colors.lanes[size_t(i)] = read;
    }
    return {};
}

std::expected<void, QString> refuseUnknown(const QJsonObject &groups)
{
    QStringList known;
    for (int i = 0; i < kColorRoleCount; ++i)
        known.append(roleName(i));
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        if (group.key() == "lanes"_L1)
            continue;
        for (const QString &key : group.value().toObject().keys()) {
            const QString name = group.key() + u'.' + key;
            if (!known.contains(name))
                return std::unexpected(u"unknown colour %1"_s.arg(name));
        }
    }
    return {};
}

std::expected<Theme, QString> loadTheme(const QString &name, Scheme scheme,
                                        const std::shared_ptr<const IconSet> &icons)
{
    QFile file(u":/quntai/themes/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"theme %1: %2"_s.arg(name, file.errorString()));
    auto colors = parseThemeColors(file.readAll(), scheme);
    if (!colors)
        return std::unexpected(u"theme %1: %2"_s.arg(name, colors.error()));
    return Theme(std::make_shared<const ThemeColors>(*std::move(colors)), icons);
}

} // namespace

std::expected<ThemeColors, QString> parseThemeColors(const QByteArray &json, Scheme scheme)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            u"not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    const QJsonObject groups = document["color"_L1].toObject();
    ThemeColors colors;
    colors.scheme = scheme;
    return readRoles(groups, colors)
        .and_then([&] { return readLanes(groups["lanes"_L1].toArray(), colors); })
        .and_then([&] { return refuseUnknown(groups); })
        .transform([&] { return colors; });
}

std::expected<ThemeSet, QString> loadThemes()
{
    const auto icons = std::make_shared<const IconSet>();
    if (const QStringList missing = icons->missing(); !missing.isEmpty())
        return std::unexpected(u"icons missing: %1"_s.arg(missing.join(u", "_s)));
    auto light = loadTheme(u"light"_s, Scheme::Light, icons);
    if (!light)
        return std::unexpected(light.error());
    auto dark = loadTheme(u"dark"_s, Scheme::Dark, icons);
    if (!dark)
        return std::unexpected(dark.error());
    return ThemeSet{*light, *dark};
}

} // namespace quntai
