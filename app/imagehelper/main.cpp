// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// quntai-imagehelper: decodes customers' pictures where a broken decoder can do no harm. Started by
// the console; takes bytes on stdin and gives pixels on stdout (imageframe.h) until stdin ends.
#include "app/imagehelper/decoder.h"
#include "app/imagehelper/sandbox.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <new>

#include <unistd.h>

using namespace quntai;

namespace {

/** False when the other end is gone. */
bool readAll(char *to, qsizetype length)
{
    while (length > 0) {
        const auto got = ::read(STDIN_FILENO, to, size_t(length));
        if (got <= 0 && !(got < 0 && errno == EINTR))
            return false;
        to += std::max<ssize_t>(got, 0);
        length -= std::max<ssize_t>(got, 0);
    }
    return true;
}

bool writeAll(const char *from, qsizetype length)
{
    while (length > 0) {
        const auto put = ::write(STDOUT_FILENO, from, size_t(length));
        if (put <= 0 && !(put < 0 && errno == EINTR))
            return false;
        from += std::max<ssize_t>(put, 0);
        length -= std::max<ssize_t>(put, 0);
    }
    return true;
}

bool answer(quint32 id, const Decoder::Decoded &decoded)
{
    const QImage &image = decoded.image;
    const QSize size = image.isNull() ? QSize(0, 0) : image.size();
    const auto row = qsizetype{4} * size.width();
    const auto head = encodeHead(ImageAnswer{id, decoded.problem, decoded.whole, size,
                                             quint32(row * size.height())});
    if (!writeAll(head.constData(), head.size()))
        return false;
    for (int y = 0; y < size.height(); ++y) {
        if (!writeAll(reinterpret_cast<const char *>(image.constScanLine(y)), row))
            return false;
    }
    return true;
}

/** One request; false when there is none any more. */
bool serve(const Decoder &decoder)
{
    QByteArray head(ImageRequest::headBytes, Qt::Uninitialized);
    if (!readAll(head.data(), head.size()))
        return false;
    const auto request = readRequest(head);
    if (!request)
        return false;
    QByteArray bytes(request->length, Qt::Uninitialized);
    if (!readAll(bytes.data(), bytes.size()))
        return false;
    Decoder::Decoded decoded;
    try {
        decoded = decoder.decode(bytes, request->most);
    } catch (const std::bad_alloc &) {
        decoded = {PictureProblem::TooLarge, {0, 0}, {}};
    }
    return answer(request->id, decoded);
}

} // namespace

int main(int argc, char **argv)
{
    limitResources();
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    const Decoder decoder;
    closeSandbox();
    // What a decoder has to say about bytes from outside interests nobody, and could be much.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    while (serve(decoder)) {
    }
    // Destructors of libraries are none of this program's business any more.
    std::_Exit(0);
}
