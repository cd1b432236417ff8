// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/outgoingfiles.h"

#include "models/domain/attachments.h"
#include "models/session/blobcache.h"
#include "models/storage/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype longestEnding = 16;

std::unexpected<Error> refused(AttachmentProblem problem, const QString &why)
{
    const auto word = QString::fromLatin1(wordOf(problem));
    if (problem == AttachmentProblem::TooLarge)
        return failure(ErrorKind::TooLarge, why,
                       {{u"problem"_s, word}, {u"limit"_s, mostAttachmentBytes}});
    return failure(ErrorKind::InvalidParams, why, {{u"problem"_s, word}});
}

Result<QByteArray> bytesOf(const NewFile &file)
{
    if (file.path.isEmpty())
        return file.bytes;
    QFile source(file.path);
    if (!QFileInfo(file.path).isFile() || !source.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, u"The file cannot be read"_s);
    // One more than allowed is enough to know.
    return source.read(mostAttachmentBytes + 1);
}

Result<> check(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return refused(AttachmentProblem::Empty, u"There is nothing in it"_s);
    if (bytes.size() > mostAttachmentBytes)
        return refused(AttachmentProblem::TooLarge, u"It is larger than 20 MiB"_s);
    if (isProgram(bytes.first(std::min(bytes.size(), magicBytes))))
        return refused(AttachmentProblem::Program, u"It is a program"_s);
    return {};
}

Result<> write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    QTemporaryFile file(folder + u"/.take-XXXXXX"_s);
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return std::unexpected(fileError(errno, folder, u"write"));
    return syncFile(file.fileName())
        .and_then([&] { return renameSynced(file.fileName(), folder + u'/' + name); })
        .transform([&] { file.setAutoRemove(false); });
}

} // namespace

QString plainFileName(const QString &name)
{
    QString plain;
    for (const QChar c : name.section(u'/', -1).section(u'\\', -1)) {
        if (c.isPrint() && c.category() != QChar::Other_Format)
            plain += c;
    }
    plain = plain.trimmed();
    if (plain.size() > longestName) {
        auto ending = plain.contains(u'.') ? u'.' + plain.section(u'.', -1) : QString();
        if (ending.size() > longestEnding)
            ending.clear();
        auto cut = longestName - ending.size();
        if (plain.at(cut - 1).isHighSurrogate())
            --cut;
        plain = plain.first(cut) + ending;
    }
    return plain.isEmpty() ? u"file"_s : plain;
}

Result<Attachment> OutgoingFiles::take(const NewFile &file) const
{
    if (m_folder.isEmpty())
        return failure(ErrorKind::Unauthenticated, u"Sign in first"_s);
    const auto bytes = bytesOf(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (const auto fine = check(*bytes); !fine)
        return std::unexpected(fine.error());
    const auto name = BlobCache::nameOf(*bytes);
    if (const auto kept = write(m_folder, name, *bytes); !kept)
        return std::unexpected(kept.error());
    const bool picture = isPicture(contentTypeOf(bytes->first(std::min(bytes->size(), magicBytes))));
    return Attachment{picture ? MessageKind::Image : MessageKind::File,
                      plainFileName(file.name.isEmpty() ? file.path : file.name), name,
                      bytes->size(), {}, {}};
}

std::optional<QByteArray> OutgoingFiles::read(const QString &sha256) const
{
    if (m_folder.isEmpty() || !BlobCache::isName(sha256))
        return std::nullopt;
    QFile file(m_folder + u'/' + sha256);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto bytes = file.readAll();
    return BlobCache::nameOf(bytes) == sha256 ? std::optional(std::move(bytes)) : std::nullopt;
}

void OutgoingFiles::remove(const QString &sha256) const
{
    if (!m_folder.isEmpty() && BlobCache::isName(sha256))
        QFile::remove(m_folder + u'/' + sha256);
}

void OutgoingFiles::keepOnly(const QSet<QString> &names) const
{
    if (m_folder.isEmpty())
        return;
    const auto files = QDir(m_folder).entryList(QDir::Files | QDir::Hidden);
    for (const auto &file : files) {
        if (!names.contains(file))
            QFile::remove(m_folder + u'/' + file);
    }
}

} // namespace quntai
