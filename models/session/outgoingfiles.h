// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

#include <QSet>

#include <optional>

namespace quntai {

/** Files that shall be sent, each under its SHA-256 in a folder of the owner's, until they are
 * delivered. On disk (fsync) when they were taken. Used by one thread. */
class OutgoingFiles
{
public:
    OutgoingFiles() = default;
    /** Makes the folder with the first file. An empty name: nothing can be taken. */
    explicit OutgoingFiles(QString folder) : m_folder(std::move(folder)) {}

    /** Copies the file in. TooLarge (data.limit), InvalidParams (data.problem: a word of
     * AttachmentProblem), NotFound (cannot be read), StorageFull, Unavailable. */
    Result<Attachment> take(const NewFile &file) const;
    /** The bytes, if they are here and still what their name says. */
    std::optional<QByteArray> read(const QString &sha256) const;
    void remove(const QString &sha256) const;
    /** Removes all others. */
    void keepOnly(const QSet<QString> &names) const;

private:
    QString m_folder;
};

/** A name a customer's computer can take, at most 120 characters, its ending kept: "报价.pdf". */
QString plainFileName(const QString &name);

} // namespace quntai
