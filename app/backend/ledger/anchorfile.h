// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/signingkey.h"
#include "models/domain/instant.h"

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

    /** Appends the heads, signed, and fsyncs. A line that a crash left unfinished is cut off. */
    Result<> append(const QList<Head> &heads, const SigningKey &key, Instant at);
    /** All anchors; an unfinished last line does not count. Unavailable names a broken line. */
    Result<QList<Anchor>> read() const;

private:
    QString m_path;
};

} // namespace quntai
