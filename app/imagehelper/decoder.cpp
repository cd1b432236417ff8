// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/imagehelper/decoder.h"

#include "app/imagehelper/pictureformat.h"

#include <QBuffer>
#include <QImageReader>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int allocationMb = 256;

bool isWithinBounds(const QSize &size)
{
    return size.width() <= mostPictureSide && size.height() <= mostPictureSide
        && qint64{size.width()} * size.height() <= mostPicturePixels;
}

QSize fitting(const QSize &whole, const QSize &most)
{
    if (whole.width() <= most.width() && whole.height() <= most.height())
        return whole;
    return whole.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
}

Decoder::Decoded refused(PictureProblem problem, const QSize &whole = {})
{
    return {problem, whole.isValid() && isWithinBounds(whole) ? whole : QSize(0, 0), {}};
}

Decoder::Decoded finished(QImage image, const QSize &whole, const QSize &most)
{
    const QSize size = fitting(image.size(), most);
    if (size != image.size())
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.convertTo(QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return refused(PictureProblem::TooLarge, whole);
    return {PictureProblem::None, whole, image};
}

} // namespace

Decoder::Decoder() : m_webp(u"webp"_s, 7)
{
    QImageReader::setAllocationLimit(allocationMb);
    for (const char *format : {"png", "jpeg", "gif"}) {
        QBuffer nothing;
        nothing.open(QIODevice::ReadOnly);
        // Looking is enough to load a plugin.
        (void)QImageReader(&nothing, format).canRead();
    }
    m_webpInfo = reinterpret_cast<WebpInfo *>(m_webp.resolve("WebPGetInfo"));
    m_webpDecode = reinterpret_cast<WebpDecode *>(m_webp.resolve("WebPDecodeBGRAInto"));
}

Decoder::Decoded Decoder::decode(const QByteArray &bytes, QSize most) const
{
    if (bytes.isEmpty())
        return refused(PictureProblem::Empty);
    switch (pictureFormat(bytes)) {
    case PictureFormat::Png: return read(bytes, "png", most);
    case PictureFormat::Jpeg: return read(bytes, "jpeg", most);
    case PictureFormat::Gif: return read(bytes, "gif", most);
    case PictureFormat::Webp: return readWebp(bytes, most);
    case PictureFormat::None: break;
    }
    return refused(PictureProblem::NotAPicture);
}

Decoder::Decoded Decoder::read(const QByteArray &bytes, const QByteArray &format, QSize most) const
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    QSize whole = reader.size();
    if (whole.isValid() && !isWithinBounds(whole))
        return refused(PictureProblem::TooLarge);
    if (whole.isValid() && format == "jpeg") {
        // A photo is made small while it is read, before it takes memory.
        reader.setScaledSize(fitting(whole, turned ? most.transposed() : most));
    }
    QImage image;
    if (!reader.read(&image)) {
        return refused(reader.error() == QImageReader::UnsupportedFormatError
                           ? PictureProblem::Unsupported
                           : PictureProblem::Damaged);
    }
    if (!whole.isValid())
        whole = image.size();
    else if (turned)
        whole.transpose();
    return finished(std::move(image), whole, most);
}

Decoder::Decoded Decoder::readWebp(const QByteArray &bytes, QSize most) const
{
    if (!m_webpInfo || !m_webpDecode)
        return refused(PictureProblem::Unsupported);
    const auto *data = reinterpret_cast<const quint8 *>(bytes.constData());
    int width = 0;
    int height = 0;
    if (!m_webpInfo(data, size_t(bytes.size()), &width, &height) || width <= 0 || height <= 0)
        return refused(PictureProblem::Damaged);
    const QSize whole(width, height);
    if (!isWithinBounds(whole))
        return refused(PictureProblem::TooLarge);
    QImage image(whole, QImage::Format_ARGB32);
    if (image.isNull())
        return refused(PictureProblem::TooLarge, whole);
    if (!m_webpDecode(data, size_t(bytes.size()), image.bits(), size_t(image.sizeInBytes()),
                      int(image.bytesPerLine()))) {
        // Bit 1 of the extended header says "animation": that one is sound, but moving.
        const bool moving = bytes.size() > 20 && bytes.sliced(12, 4) == "VP8X" && (bytes[20] & 2);
        return refused(moving ? PictureProblem::Unsupported : PictureProblem::Damaged, whole);
    }
    return finished(std::move(image), whole, most);
}

} // namespace quntai
