// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/mediakeeper.h"

#include <QFile>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 5400;  //!< UTF-16 units, as the engine bounds it

Attachment kept(const BlobStore &blobs, Attachment attachment, const QByteArray &bytes)
{
    const auto name = blobs.keep(bytes);
    if (!name) {
        attachment.problem = name.error().message;
        return attachment;
    }
    // What is no picture is not shown as one, whatever it was sent as.
    const bool picture = isPicture(contentTypeOf(bytes.first(std::min<qsizetype>(64, bytes.size()))));
    if (attachment.kind == MessageKind::Image && !picture)
        attachment.kind = MessageKind::File;
    attachment.sha256 = *name;
    attachment.bytes = bytes.size();
    return attachment;
}

Result<QList<OutboundFile>> loadedFrom(const BlobStore &blobs, QList<OutboundFile> files)
{
    for (auto &file : files) {
        const auto open = blobs.open(file.sha256);
        if (!open)
            return failure(ErrorKind::NotFound, u"The file is not here any more"_s);
        file.bytes = open->readAll();
        if (file.bytes.isEmpty() || file.bytes.size() != open->size())
            return failure(ErrorKind::Unavailable, u"The file could not be read"_s);
    }
    return files;
}

} // namespace

MediaKeeper::MediaKeeper(BlobStore blobs, QObject *parent)
    : QObject(parent), m_blobs(std::move(blobs))
{
    m_worker.setMaxThreadCount(1);
}

MediaKeeper::~MediaKeeper()
{
    m_worker.waitForDone();
}

void MediaKeeper::keep(const MediaSource &source, const Attachment &attachment, Done done)
{
    m_fetcher.fetch(source, [this, attachment, done](const Result<QByteArray> &bytes) {
        if (bytes)
            return store(attachment, *bytes, done);
        auto failed = attachment;
        failed.problem = bytes.error().message;
        done(failed);
    });
}

void MediaKeeper::store(const Attachment &attachment, const QByteArray &bytes, const Done &done)
{
    m_worker.start([this, attachment, bytes, done] {
        const auto stored = kept(m_blobs, attachment, bytes);
        QMetaObject::invokeMethod(this, [done, stored] { done(stored); }, Qt::QueuedConnection);
    });
}

void MediaKeeper::load(const QList<OutboundFile> &files, Loaded done)
{
    m_worker.start([this, files, done = std::move(done)] {
        const auto loaded = loadedFrom(m_blobs, files);
        QMetaObject::invokeMethod(this, [done, loaded] { done(loaded); }, Qt::QueuedConnection);
    });
}

void MediaKeeper::keepLongText(InboundMessage &message) const
{
    if (message.text.size() <= longestText)
        return;
    const Attachment whole{MessageKind::File, u"全文.txt"_s, {}, 0, {}, {}};
    message.attachments.append(kept(m_blobs, whole, message.text.toUtf8()));
    message.kind = MessageKind::Mixed;
}

} // namespace quntai
