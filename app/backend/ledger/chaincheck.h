// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/chain.h"
#include "models/domain/result.h"

#include <QMap>

namespace quntai {

/** Walks records in order and finds the first that does not continue its stream's chain. */
class ChainCheck
{
public:
    struct Stream
    {
        qint64 seq = 0;
        QByteArray hash = chainStart();
        Instant at;
        qint64 events = 0;  //!< checked
        qint64 erased = 0;  //!< of these
    };

    /** Goes on after a record that is known to be good. */
    void startAt(const QString &stream, qint64 seq, const QByteArray &hash);
    /** Unavailable names the record, and what is wrong with it. */
    Result<> add(const Record &record);
    const QMap<QString, Stream> &streams() const { return m_streams; }

private:
    QMap<QString, Stream> m_streams;
};

} // namespace quntai
