// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/fileproblem.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace quntai {

namespace {

struct FileProblem
{
    Q_DECLARE_TR_FUNCTIONS(FileProblem)
};

} // namespace

QString fileProblem(const QFileDevice &file)
{
    const QFileInfo place(file.fileName());
    if (!place.dir().exists())
        return FileProblem::tr("The folder is not there any more.");
    if (place.isDir())
        return FileProblem::tr("This is a folder, not a file.");
    if (file.error() == QFileDevice::ResourceError)
        return FileProblem::tr("The disk is full.");
    // One that is saved takes its place only when it is whole.
    const bool isSaved = qobject_cast<const QSaveFile *>(&file);
    if (!isSaved && !place.exists())
        return FileProblem::tr("There is no such file.");
    const bool isOurs = isSaved ? QFileInfo(place.path()).isWritable() : place.isReadable();
    if (file.error() == QFileDevice::PermissionsError || !isOurs)
        return FileProblem::tr("You have no right to it.");
    return file.errorString();
}

} // namespace quntai
