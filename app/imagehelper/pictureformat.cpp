// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/imagehelper/pictureformat.h"

namespace quntai {

PictureFormat pictureFormat(QByteArrayView begin)
{
    if (begin.startsWith("\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    if (begin.startsWith("\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (begin.startsWith("GIF87a") || begin.startsWith("GIF89a"))
        return PictureFormat::Gif;
    if (begin.size() >= 12 && begin.startsWith("RIFF") && begin.sliced(8).startsWith("WEBP"))
        return PictureFormat::Webp;
    return PictureFormat::None;
}

} // namespace quntai
