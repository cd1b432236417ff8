// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/imagehelper/imageframe.h"

#include "app/shutin/framewords.h"

namespace quntai {

namespace {

constexpr quint32 requestMark = 0x31514951; // "QIQ1"
constexpr quint32 answerMark = 0x31414951;  // "QIA1"

/** A size within the bounds, or none. */
std::optional<QSize> sizeOf(quint32 width, quint32 height, int most)
{
    if (width > quint32(most) || height > quint32(most))
        return std::nullopt;
    return QSize(int(width), int(height));
}

} // namespace

QByteArray encodeHead(const ImageRequest &head)
{
    return frameOf({requestMark, head.id, quint32(head.most.width()),
                    quint32(head.most.height()), head.length});
}

QByteArray encodeHead(const ImageAnswer &head)
{
    return frameOf({answerMark, head.id, quint32(head.problem), quint32(head.whole.width()),
                    quint32(head.whole.height()), quint32(head.size.width()),
                    quint32(head.size.height()), head.length});
}

std::optional<ImageRequest> readRequest(QByteArrayView head)
{
    if (head.size() < ImageRequest::headBytes || frameWord(head, 0) != requestMark)
        return std::nullopt;
    const auto most = sizeOf(frameWord(head, 2), frameWord(head, 3), mostAnswerSide);
    const quint32 length = frameWord(head, 4);
    if (!most || most->isEmpty() || length > mostPictureBytes)
        return std::nullopt;
    return ImageRequest{frameWord(head, 1), *most, length};
}

std::optional<ImageAnswer> readAnswer(QByteArrayView head)
{
    if (head.size() < ImageAnswer::headBytes || frameWord(head, 0) != answerMark)
        return std::nullopt;
    const quint32 problem = frameWord(head, 2);
    const auto whole = sizeOf(frameWord(head, 3), frameWord(head, 4), mostPictureSide);
    const auto size = sizeOf(frameWord(head, 5), frameWord(head, 6), mostAnswerSide);
    const quint32 length = frameWord(head, 7);
    if (problem > quint32(PictureProblem::Died) || !whole || !size
        || length != quint32(size->width()) * quint32(size->height()) * 4U)
        return std::nullopt;
    return ImageAnswer{frameWord(head, 1), PictureProblem(problem), *whole, *size, length};
}

} // namespace quntai
