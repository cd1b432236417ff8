// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace quntai {

// What the backend and its reading program say to each other over a pipe: a head of fixed size, then
// as many bytes as it names. Both ends run on one machine; numbers are little-endian.

/** What became of a picture. */
enum class ReadProblem : quint32 {
    None,
    Unreadable,  //!< no picture, damaged, or too many pixels
    NoModel,     //!< the model of the language is not installed
};

constexpr quint32 mostReadBytes = 24 * 1024 * 1024;  //!< of a picture
constexpr quint32 mostTextBytes = 16 * 1024;         //!< of an answer, UTF-8

struct ReadRequest
{
    static constexpr qsizetype headBytes = 12;

    quint32 id = 0;
    quint32 length = 0;  //!< of the bytes that follow
};

struct ReadAnswer
{
    static constexpr qsizetype headBytes = 20;

    quint32 id = 0;
    ReadProblem problem = ReadProblem::None;
    quint32 sure = 0;    //!< percent
    quint32 length = 0;  //!< of the UTF-8 that follows
};

QByteArray encodeHead(const ReadRequest &head);
QByteArray encodeHead(const ReadAnswer &head);
/** Nothing when the bytes are no head, or name sizes beyond the bounds. */
std::optional<ReadRequest> readReadRequest(QByteArrayView head);
std::optional<ReadAnswer> readReadAnswer(QByteArrayView head);

} // namespace quntai
