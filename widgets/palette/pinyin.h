// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/** The text in lower case, each common Chinese character as the first letter of its pinyin: "退款
 * Visa" gives "tk visa". As long as the text. Characters outside GB 2312's first level stay as
 * they are; of several readings the one GB 2312 sorts by. Pure. */
QString pinyinInitials(QStringView text);

} // namespace quntai
