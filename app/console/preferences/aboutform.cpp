// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/aboutform.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"

#include <QClipboard>
#include <QFile>
#include <QFontInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>

#include <sqlite3.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString versionOf(const QString &name)
{
    if (name == u"Qt")
        return QString::fromLatin1(qVersion());
    if (name == u"SQLite")
        return QString::fromLatin1(sqlite3_libversion());
    return {};
}

QString linkWord(LinkState state)
{
    switch (state) {
    case LinkState::SignedOut: return u"signed out"_s;
    case LinkState::Connecting: return u"connecting"_s;
    case LinkState::Syncing: return u"syncing"_s;
    case LinkState::Live: return u"live"_s;
    case LinkState::Offline: return u"offline"_s;
    case LinkState::Refused: return u"refused"_s;
    }
    return {};
}

QString screens()
{
    QStringList all;
    for (const auto *screen : QGuiApplication::screens()) {
        all.append(u"%1×%2 @%3"_s.arg(screen->size().width()).arg(screen->size().height())
                       .arg(screen->devicePixelRatio()));
    }
    return all.join(u", "_s);
}

} // namespace

QList<Library> libraries()
{
    QFile file(u":/about/libraries.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Library> all;
    for (const auto &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto name = value["name"_L1].toString();
        all.append({name, value["licence"_L1].toString(), value["use"_L1].toString(),
                    versionOf(name)});
    }
    return all;
}

QString diagnostics(const Session &session, const Theme &theme)
{
    const auto &state = session.state();
    const auto link = session.link();
    QStringList lines{
        u"Quntai " QUNTAI_VERSION ""_s,
        u"Qt %1 (built with %2), SQLite %3"_s.arg(QString::fromLatin1(qVersion()),
                                                  QStringLiteral(QT_VERSION_STR),
                                                  QString::fromLatin1(sqlite3_libversion())),
        u"%1, %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                            QSysInfo::currentCpuArchitecture()),
        u"platform %1, screens %2"_s.arg(QGuiApplication::platformName(), screens()),
        u"language %1, font %2, %3, %4"_s.arg(
            QLocale().name(), QFontInfo(theme.font(TextRole::Ui)).family(),
            theme.isDark() ? u"dark"_s : u"light"_s,
            theme.density() == Density::Compact ? u"compact"_s : u"comfortable"_s),
        u"link %1, problem %2, %3 ms"_s.arg(linkWord(link.state)).arg(int(link.problem))
            .arg(link.latencyMs),
        u"groups %1, topics %2, entries %3, unsent %4"_s.arg(state.groups.size())
            .arg(state.topics.size()).arg(state.entries.size()).arg(session.outbox().size()),
    };
    for (const auto &connector : state.connectors) {
        const auto word = wordOf(connector.state);
        lines.append(u"channel %1 %2"_s.arg(
            connector.kind, QString::fromLatin1(word.data(), qsizetype(word.size()))));
    }
    return lines.join(u'\n');
}

AboutForm::AboutForm(ThemeHost &host, Session &session, QWidget *parent)
    : Form(host, tr("About Quntai"),
           tr("Version %1. Free software under the GNU General Public License, version 3 or later; "
              "there is no warranty.").arg(QStringLiteral(QUNTAI_VERSION)),
           parent)
{
    auto *copy = new ActionButton(host, ButtonKind::Secondary, tr("Copy"));
    copy->setGlyph(Icon::Copy);
    copy->setAccessibleName(tr("Copy the diagnostics"));
    addRow(tr("Diagnostics"),
           tr("Versions, screens and counts for a report of a fault. No names, no addresses, "
              "nothing anybody wrote."),
           copy);
    connect(copy, &ActionButton::clicked, this, [&host, &session, copy] {
        QGuiApplication::clipboard()->setText(diagnostics(session, host.theme()));
        copy->setText(tr("Copied"));
    });
    addLibraries(host);
}

void AboutForm::addLibraries(ThemeHost &host)
{
    addHeading(tr("Made with"));
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::x4);
    grid->setVerticalSpacing(space::x1);
    grid->setColumnStretch(1, 1);
    for (const auto &library : libraries()) {
        const int row = grid->rowCount();
        grid->addWidget(new PlainLabel(host, library.name), row, 0);
        grid->addWidget(new PlainLabel(host, library.licence, TextRole::Caption,
                                       ColorRole::TextSecondary), row, 1);
        grid->addWidget(new PlainLabel(host, library.version, TextRole::Caption,
                                       ColorRole::TextTertiary), row, 2);
    }
    addWide(table);
}

} // namespace quntai
