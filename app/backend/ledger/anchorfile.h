// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/signingkey.h"
#include "models/domain/instant.h"

#include <memory>

class QFile;

namespace quntai {

/** Signed heads outside the ledger's file, one JSON object per line, on disk before it is relied
 * on: a ledger whose newest events were cut off does not reach its anchors any more. */
class AnchorFile
{
public:
    struct Anchor
    {
        Head head;
        Instant at;
        QByteArray signature;
        int line = 0;
    };

    explicit AnchorFile(QString path);
    ~AnchorFile();

    /** Appends the heads, signed, and fsyncs. A line that a crash left unfinished is cut off. */
    Result<> append(const QList<Head> &heads, const SigningKey &key, Instant at);
    /** Puts the heads in the place of all others, without waiting for the disk: after a cut of
     * power an older content, or none, may be there, but never a newer one than was committed. */
    void overwrite(const QList<Head> &heads, const SigningKey &key, Instant at);
    /** All anchors; an unfinished last line does not count. Unavailable names a broken line. */
    Result<QList<Anchor>> read() const;

private:
    QString m_path;
    std::unique_ptr<QFile> m_open;  //!< by overwrite()
};

} // namespace quntai
