// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QString>

namespace quntai {

/** Makes an empty file readable by its owner only (0600) if it is missing; on disk, with its name
 * in the folder, when it returns. Unavailable names what is wrong. */
Result<> makePrivateFile(const QString &path);

/** Makes a folder for its owner only (0700) if it is missing, with its parents. */
Result<> makePrivateFolder(const QString &path);

/** Puts a file, and its folder's entry of it, on disk (fsync). */
Result<> syncFile(const QString &path);

/** Gives a file its final name and puts the folder on disk; replaces what had that name. */
Result<> renameSynced(const QString &from, const QString &to);

/** Whether an errno says that there is no room: disk, quota or file-size limit. */
bool isDiskFull(int error);

/** StorageFull or Unavailable for an errno, naming the file. */
Error fileError(int error, const QString &path, QStringView during);

} // namespace quntai
