// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/anchorfile.h"

#include "models/storage/files.h"

#include <QFile>
#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(const Head &head, const SigningKey &key, Instant at)
{
    const QByteArray signature = key.sign(head).mid(head.hash.size());
    const QJsonObject object{{u"at"_s, toIsoString(at)},
                             {u"epoch"_s, head.epoch},
                             {u"stream"_s, head.stream},
                             {u"seq"_s, head.seq},
                             {u"hash"_s, QString::fromLatin1(head.hash.toHex())},
                             {u"signature"_s, QString::fromLatin1(signature.toHex())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

AnchorFile::Anchor anchorOf(const QByteArray &line, int number)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto bytes = [&](QLatin1StringView name) {
        return QByteArray::fromHex(object.value(name).toString().toLatin1());
    };
    const Head head{object.value("epoch"_L1).toString(), object.value("stream"_L1).toString(),
                    object.value("seq"_L1).toInteger(), bytes("hash"_L1)};
    const auto at = instantFromIso(object.value("at"_L1).toString());
    return {head, at.value_or(Instant{}), bytes("signature"_L1), number};
}

/** Where the last finished line ends. */
Result<qint64> finishedSize(QFile &file)
{
    constexpr qint64 longestLine = 4096;
    const qint64 size = file.size();
    const qint64 from = std::max<qint64>(0, size - longestLine);
    if (!file.seek(from))
        return failure(ErrorKind::Unavailable, file.errorString());
    const qsizetype last = file.read(longestLine).lastIndexOf('\n');
    return last < 0 ? from : from + last + 1;
}

} // namespace

AnchorFile::AnchorFile(QString path)
    : m_path(std::move(path))
{
}

AnchorFile::~AnchorFile() = default;

Result<> AnchorFile::append(const QList<Head> &heads, const SigningKey &key, Instant at)
{
    if (auto made = makePrivateFile(m_path); !made)
        return made;
    QFile file(m_path);
    if (!file.open(QFile::ReadWrite))
        return std::unexpected(fileError(errno, m_path, u"opening it"));
    const auto end = finishedSize(file);
    if (!end)
        return std::unexpected(end.error());
    QByteArray lines;
    for (const Head &head : heads)
        lines += lineOf(head, key, at);
    if (!file.resize(*end) || !file.seek(*end) || file.write(lines) != lines.size()
        || !file.flush())
        return std::unexpected(fileError(errno, m_path, u"writing it"));
    return syncFile(m_path);
}

void AnchorFile::overwrite(const QList<Head> &heads, const SigningKey &key, Instant at)
{
    if (!m_open) {
        if (!makePrivateFile(m_path))
            return;
        m_open = std::make_unique<QFile>(m_path);
        if (!m_open->open(QFile::ReadWrite | QFile::Unbuffered))
            return m_open.reset();
    }
    QByteArray lines;
    for (const Head &head : heads)
        lines += lineOf(head, key, at);
    // Shorter than before: cut first, so that no old line ends a new content.
    if (lines.size() < m_open->size() && !m_open->resize(0))
        return;
    m_open->seek(0);
    m_open->write(lines);
}

Result<QList<AnchorFile::Anchor>> AnchorFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QFile::ReadOnly))
        return std::unexpected(fileError(errno, m_path, u"opening it"));
    QList<Anchor> anchors;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n'))
            break;
        const Anchor anchor = anchorOf(line, number);
        if (anchor.head.hash.size() != 32 || !anchor.at.isSet()) {
            return failure(ErrorKind::Unavailable,
                           u"%1, line %2, is not an anchor."_s.arg(m_path).arg(number));
        }
        anchors << anchor;
    }
    return anchors;
}

} // namespace quntai
