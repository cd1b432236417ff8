// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace quntai {

/** Installs the console's texts in the first of these languages it has ("zh-CN", "en-GB", …; as
 * QLocale::uiLanguages() gives them), Chinese when it has none. They belong to the application.
 * Returns the language: "zh_CN" or "en".
 */
QString installTranslations(QCoreApplication &application, const QStringList &languages);

} // namespace quntai
