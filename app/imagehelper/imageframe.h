// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace quntai {

// What the console and its image program say to each other over a pipe: a head of fixed size, then
// as many bytes as it names. Both ends run on one machine; numbers are little-endian.

/** Why a picture is not shown. */
enum class PictureProblem : quint32 {
    None,
    Empty,       //!< no bytes
    NotAPicture, //!< none of PNG, JPEG, GIF, WebP
    Damaged,     //!< begins like one and cannot be read
    TooLarge,    //!< more pixels than are decoded
    TooLong,     //!< more bytes than are taken
    Unsupported, //!< no decoder for it on this computer
    TimedOut,    //!< the program took too long and was ended
    Died,        //!< the program ended while it decoded
};

/** Bounds of what is decoded and answered. */
inline constexpr qsizetype mostPictureBytes = 24 * 1024 * 1024;
inline constexpr qint64 mostPicturePixels = 50'000'000;
inline constexpr int mostPictureSide = 30'000;
inline constexpr int mostAnswerSide = 4096;

struct ImageRequest
{
    static constexpr qsizetype headBytes = 20;

    quint32 id = 0;
    QSize most;          //!< the answer fits in it; never larger than the picture
    quint32 length = 0;  //!< of the bytes that follow
};

struct ImageAnswer
{
    static constexpr qsizetype headBytes = 32;

    quint32 id = 0;
    PictureProblem problem = PictureProblem::None;
    QSize whole;         //!< of the picture itself
    QSize size;          //!< of what follows: ARGB32 premultiplied, rows without gaps
    quint32 length = 0;
};

QByteArray encodeHead(const ImageRequest &head);
QByteArray encodeHead(const ImageAnswer &head);
/** Nothing when the bytes are no head, or name sizes beyond the bounds. */
std::optional<ImageRequest> readRequest(QByteArrayView head);
std::optional<ImageAnswer> readAnswer(QByteArrayView head);

} // namespace quntai
