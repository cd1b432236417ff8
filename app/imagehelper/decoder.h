// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/imagehelper/imageframe.h"

#include <QImage>
#include <QLibrary>

#include <functional>

namespace quntai {

/** Decodes pictures from bytes nobody vouches for. Only the decoder of the format the first bytes
 * name is asked; sizes are read and judged before pixels are. Of an animation the first frame. */
class Decoder
{
public:
    struct Decoded
    {
        PictureProblem problem = PictureProblem::None;
        QSize whole;
        QImage image;   //!< ARGB32 premultiplied
    };

    /** Loads every decoder there is: later, nothing can be opened any more. */
    Decoder();

    Decoded decode(const QByteArray &bytes, QSize most) const;

private:
    using WebpInfo = int(const quint8 *, size_t, int *, int *);
    using WebpDecode = quint8 *(const quint8 *, size_t, quint8 *, size_t, int);

    Decoded read(const QByteArray &bytes, const QByteArray &format, QSize most) const;
    Decoded readWebp(const QByteArray &bytes, QSize most) const;

    QLibrary m_webp;
    WebpInfo *m_webpInfo = nullptr;
    WebpDecode *m_webpDecode = nullptr;
};

} // namespace quntai
