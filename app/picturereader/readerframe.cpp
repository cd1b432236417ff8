// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturereader/readerframe.h"

#include <QtEndian>

#include <initializer_list>

namespace quntai {

namespace {

constexpr quint32 requestMark = 0x31525051; // "QPR1"
constexpr quint32 answerMark = 0x31415051;  // "QPA1"

QByteArray written(std::initializer_list<quint32> words)
{
    QByteArray out;
    for (const quint32 word : words) {
        const quint32 wire = qToLittleEndian(word);
        out.append(reinterpret_cast<const char *>(&wire), sizeof wire);
    }
    return out;
}

quint32 get(QByteArrayView in, qsizetype word)
{
    return qFromLittleEndian<quint32>(in.data() + word * qsizetype(sizeof(quint32)));
}

} // namespace

QByteArray encodeHead(const ReadRequest &head)
{
    return written({requestMark, head.id, head.length});
}

QByteArray encodeHead(const ReadAnswer &head)
{
    return written({answerMark, head.id, quint32(head.problem), head.sure, head.length});
}

std::optional<ReadRequest> readReadRequest(QByteArrayView head)
{
    if (head.size() < ReadRequest::headBytes || get(head, 0) != requestMark
        || get(head, 2) > mostReadBytes)
        return std::nullopt;
    return ReadRequest{get(head, 1), get(head, 2)};
}

std::optional<ReadAnswer> readReadAnswer(QByteArrayView head)
{
    if (head.size() < ReadAnswer::headBytes || get(head, 0) != answerMark
        || get(head, 2) > quint32(ReadProblem::NoModel) || get(head, 3) > 100
        || get(head, 4) > mostTextBytes)
        return std::nullopt;
    return ReadAnswer{get(head, 1), ReadProblem(get(head, 2)), get(head, 3), get(head, 4)};
}

} // namespace quntai
