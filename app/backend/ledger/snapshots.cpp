// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/snapshots.h"

#include "models/protocol/statecodec.h"
#include "models/storage/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// A file: the SHA-256 of the rest in hex, a line of JSON that says what it is, the state.

QByteArray checksum(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray titleOf(const SnapshotMark &mark)
{
    QJsonArray heads;
    for (const Head &head : mark.heads) {
        heads << QJsonObject{{u"stream"_s, head.stream},
                             {u"seq"_s, head.seq},
                             {u"hash"_s, QString::fromLatin1(head.hash.toHex())}};
    }
    const QJsonObject title{{u"version"_s, u"" QUNTAI_VERSION ""_s},
                            {u"epoch"_s, mark.epoch},
                            {u"id"_s, mark.id},
                            {u"heads"_s, heads}};
    return QJsonDocument(title).toJson(QJsonDocument::Compact);
}

std::optional<SnapshotMark> markOf(const QByteArray &title)
{
    const QJsonObject object = QJsonDocument::fromJson(title).object();
    if (object.value("version"_L1).toString() != u"" QUNTAI_VERSION ""_s)
        return std::nullopt;
    SnapshotMark mark{object.value("epoch"_L1).toString(), object.value("id"_L1).toInteger(), {}};
    for (const auto &value : object.value("heads"_L1).toArray()) {
        const QJsonObject head = value.toObject();
        mark.heads << Head{mark.epoch, head.value("stream"_L1).toString(),
                           head.value("seq"_L1).toInteger(),
                           QByteArray::fromHex(head.value("hash"_L1).toString().toLatin1())};
    }
    return mark;
}

Error unusable(const QString &file, const QString &why)
{
    return {ErrorKind::Unavailable, u"Snapshot %1 is not used: %2."_s.arg(file, why)};
}

} // namespace

Snapshots::Snapshots(QString folder)
    : m_folder(std::move(folder))
{
}

Result<> Snapshots::keep(const SnapshotMark &mark, const State &state)
{
    if (auto made = makePrivateFolder(m_folder); !made)
        return made;
    const QByteArray rest = titleOf(mark) + '\n' + qCompress(encodeState(state), 1);
    const QString name = m_folder + u"/%1.snapshot"_s.arg(mark.id, 16, 10, QChar(u'0'));
    const QString part = name + ".part"_L1;
    QFile file(part);
    file.remove();
    if (auto made = makePrivateFile(part); !made)
        return made;
    const QByteArray all = checksum(rest) + '\n' + rest;
    if (!file.open(QFile::WriteOnly) || file.write(all) != all.size() || !file.flush()) {
        const Error error = fileError(errno, part, u"writing it");
        file.remove();
        return std::unexpected(error);
    }
    file.close();
    if (auto done = syncFile(part).and_then([&] { return renameSynced(part, name); }); !done)
        return done;
    for (const QString &old : files().mid(kept))
        QFile::remove(old);
    return {};
}

QStringList Snapshots::files() const
{
    const QDir dir(m_folder);
    QStringList files;
    for (const QString &name :
         dir.entryList({u"*.snapshot"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        files << dir.filePath(name);
    return files;
}

Result<Snapshot> Snapshots::read(const QString &file) const
{
    QFile reader(file);
    if (!reader.open(QFile::ReadOnly))
        return std::unexpected(unusable(file, reader.errorString()));
    const QByteArray sum = reader.readLine(100).trimmed();
    const QByteArray rest = reader.readAll();
    if (sum != checksum(rest))
        return std::unexpected(unusable(file, u"it is damaged"_s));
    const qsizetype end = rest.indexOf('\n');
    const auto mark = markOf(rest.first(std::max<qsizetype>(end, 0)));
    if (!mark)
        return std::unexpected(unusable(file, u"another version made it"_s));
    auto state = decodeState(qUncompress(QByteArrayView(rest).mid(end + 1).toByteArray()));
    if (!state)
        return std::unexpected(unusable(file, state.error().message));
    return Snapshot{*mark, std::move(*state)};
}

Result<> Snapshots::drop()
{
    for (const QString &file : files()) {
        if (!QFile::remove(file))
            return std::unexpected(fileError(errno, file, u"removing it"));
    }
    return {};
}

} // namespace quntai
