// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace quntai {

/** Reads the words of pictures with Tesseract and its model of simplified Chinese (chi_sim, which
 * knows Latin letters and digits as well). One thread. */
class TextReader
{
public:
    struct Read
    {
        QString text;  //!< as recognised; empty: nothing
        int sure = 0;  //!< mean confidence of its words, percent
    };

    /** Loads the model: later, nothing can be opened any more. */
    TextReader();
    ~TextReader();

    /** False: the model is not installed. */
    bool isReady() const { return m_ready; }
    /** The picture in any format; made larger or smaller to what is read best. */
    Read read(const QImage &picture);

private:
    Read readAs(const QImage &grey, int layout);

    std::unique_ptr<tesseract::TessBaseAPI> m_api;
    bool m_ready = false;
};

} // namespace quntai
