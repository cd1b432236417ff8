// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/mediafetcher.h"
#include "app/backend/gateway/blobstore.h"

#include <QThreadPool>

namespace quntai {

/** Turns what customers send besides short texts into blobs: fetches it, looks at what it is,
 * stores it. Main thread; writes in a thread of its own. */
class MediaKeeper : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Attachment &)>;

    explicit MediaKeeper(BlobStore blobs, QObject *parent = nullptr);
    ~MediaKeeper() override;

    /** done comes later, with the attachment's blob or why there is none. */
    void keep(const MediaSource &source, const Attachment &attachment, Done done);
    using Loaded = std::function<void(const Result<QList<OutboundFile>> &)>;
    /** Puts the bytes into what goes out; done comes later. NotFound, Unavailable. */
    void load(const QList<OutboundFile> &files, Loaded done);
    /** A text too long for an event: the whole of it becomes an attachment, as a file. */
    void keepLongText(InboundMessage &message) const;

private:
    void store(const Attachment &attachment, const QByteArray &bytes, const Done &done);

    const BlobStore m_blobs;
    MediaFetcher m_fetcher;
    QThreadPool m_worker;
};

} // namespace quntai
