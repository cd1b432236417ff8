// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturereader/readerframe.h"

#include "app/shutin/framewords.h"

namespace quntai {

namespace {

constexpr quint32 requestMark = 0x31525051; // "QPR1"
constexpr quint32 answerMark = 0x31415051;  // "QPA1"

} // namespace

QByteArray encodeHead(const ReadRequest &head)
{
    return frameOf({requestMark, head.id, head.length});
}

QByteArray encodeHead(const ReadAnswer &head)
{
    return frameOf({answerMark, head.id, quint32(head.problem), head.sure, head.length});
}

std::optional<ReadRequest> readReadRequest(QByteArrayView head)
{
    if (head.size() < ReadRequest::headBytes || frameWord(head, 0) != requestMark
        || frameWord(head, 2) > mostReadBytes)
        return std::nullopt;
    return ReadRequest{frameWord(head, 1), frameWord(head, 2)};
}

std::optional<ReadAnswer> readReadAnswer(QByteArrayView head)
{
    if (head.size() < ReadAnswer::headBytes || frameWord(head, 0) != answerMark
        || frameWord(head, 2) > quint32(ReadProblem::NoModel) || frameWord(head, 3) > 100
        || frameWord(head, 4) > mostTextBytes)
        return std::nullopt;
    return ReadAnswer{frameWord(head, 1), ReadProblem(frameWord(head, 2)), frameWord(head, 3), frameWord(head, 4)};
}

} // namespace quntai
