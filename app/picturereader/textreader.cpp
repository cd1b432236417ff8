// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturereader/textreader.h"

#include <tesseract/baseapi.h>

#include <algorithm>

namespace quntai {

namespace {

// Tesseract reads letters best that are some 30 pixels high (its FAQ names 300 dpi); what people
// photograph with a screen's letters of 12 to 16 pixels is made twice as large.
constexpr int smallSide = 700;
constexpr int largeSide = 2600;
constexpr int dotsPerInch = 150;
constexpr int doubtful = 60;  // percent
constexpr int dark = 110;  // mean of a picture with light letters on a dark ground

/** Letters dark on a light ground, eight bits a pixel. */
QImage prepared(const QImage &picture)
{
    // What is transparent is paper.
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    for (int y = 0; y < picture.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(paper.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int rest = 255 - qAlpha(from[x]);
            to[x] = qRgb(qRed(from[x]) + rest, qGreen(from[x]) + rest, qBlue(from[x]) + rest);
        }
    }
    auto grey = paper.convertToFormat(QImage::Format_Grayscale8);
    const int side = std::max(grey.width(), grey.height());
    if (side < smallSide)
        grey = grey.scaled(grey.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    else if (side > largeSide)
        grey = grey.scaled(QSize(largeSide, largeSide), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return grey.convertToFormat(QImage::Format_Grayscale8);
}

int meanOf(const QImage &grey)
{
    qint64 sum = 0;
    for (int y = 0; y < grey.height(); ++y) {
        const auto *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            sum += line[x];
    }
    return int(sum / std::max<qint64>(1, qint64{grey.width()} * grey.height()));
}

} // namespace

TextReader::TextReader() : m_api(std::make_unique<tesseract::TessBaseAPI>())
{
    m_ready = m_api->Init(nullptr, "chi_sim", tesseract::OEM_LSTM_ONLY) == 0;
}

TextReader::~TextReader() = default;

TextReader::Read TextReader::read(const QImage &picture)
{
    if (!m_ready || picture.isNull())
        return {};
    auto grey = prepared(picture.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    if (meanOf(grey) < dark)
        grey.invertPixels();
    // Lines in columns first; a few words on a large picture are no page for that.
    auto read = readAs(grey, tesseract::PSM_AUTO);
    if (read.text.isEmpty() || read.sure < doubtful) {
        auto sparse = readAs(grey, tesseract::PSM_SPARSE_TEXT);
        if (read.text.isEmpty() || sparse.sure > read.sure)
            read = std::move(sparse);
    }
    m_api->Clear();
    return read;
}

TextReader::Read TextReader::readAs(const QImage &grey, int layout)
{
    m_api->SetPageSegMode(tesseract::PageSegMode(layout));
    m_api->SetImage(grey.constBits(), grey.width(), grey.height(), 1, int(grey.bytesPerLine()));
    m_api->SetSourceResolution(dotsPerInch);
    const std::unique_ptr<char[]> text(m_api->GetUTF8Text());
    return {text ? QString::fromUtf8(text.get()).trimmed() : QString(), m_api->MeanTextConf()};
}

} // namespace quntai
