// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/chaincheck.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Empty when the record continues the stream. */
QString faultOf(const Record &record, const ChainCheck::Stream &stream)
{
    if (record.seq != stream.seq + 1)
        return u"the record before it is #%1: records are missing or out of order"_s.arg(stream.seq);
    if (record.isErased() != record.salt.isNull())
        return u"only half of its payload is erased"_s;
    if (!record.isErased() && record.payloadHash != payloadHashOf(record.salt, record.payload))
        return u"its payload was changed"_s;
    if (record.partition != partitionOf(record.group))
        return u"its partition was changed"_s;
    if (record.hash != recordHashOf(stream.hash, record))
        return u"it was changed, or the record before it was"_s;
    if (record.at < stream.at)
        return u"its time runs backwards"_s;
    return {};
}

} // namespace

void ChainCheck::startAt(const QString &stream, qint64 seq, const QByteArray &hash)
{
    m_streams.insert(stream, Stream{seq, hash, {}, 0, 0});
}

Result<> ChainCheck::add(const Record &record)
{
    Stream &stream = m_streams[record.stream];
    const QString fault = faultOf(record, stream);
    if (!fault.isEmpty()) {
        return failure(ErrorKind::Unavailable,
                       u"Record %1 #%2 is bad: %3."_s.arg(record.stream).arg(record.seq).arg(fault),
                       {{u"stream"_s, record.stream}, {u"seq"_s, record.seq}});
    }
    stream.seq = record.seq;
    stream.hash = record.hash;
    stream.at = record.at;
    ++stream.events;
    stream.erased += record.isErased() ? 1 : 0;
    return {};
}

} // namespace quntai
