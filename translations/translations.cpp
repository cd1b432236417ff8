// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QTranslator>

namespace quntai {

using namespace Qt::StringLiterals;

QString installTranslations(QCoreApplication &application, const QStringList &languages)
{
    QString chosen = u"zh_CN"_s;
    for (const auto &language : languages) {
        if (!language.startsWith(u"zh") && !language.startsWith(u"en"))
            continue;
        chosen = language.startsWith(u"en") ? u"en"_s : u"zh_CN"_s;
        break;
    }
    auto *translator = new QTranslator(&application);
    if (translator->load(u":/i18n/quntai_%1.qm"_s.arg(chosen)))
        QCoreApplication::installTranslator(translator);
    return chosen;
}

} // namespace quntai
