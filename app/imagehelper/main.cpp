// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// quntai-imagehelper: decodes customers' pictures where a broken decoder can do no harm. Started by
// the console; takes bytes on stdin and gives pixels on stdout (imageframe.h) until stdin ends.
#include "app/imagehelper/decoder.h"
#include "app/shutin/requests.h"
#include "app/shutin/sandbox.h"

#include <QCoreApplication>

#include <cstdlib>
#include <new>

using namespace quntai;

namespace {

bool answer(quint32 id, const Decoder::Decoded &decoded)
{
    const QImage &image = decoded.image;
    const QSize size = image.isNull() ? QSize(0, 0) : image.size();
    const auto row = qsizetype{4} * size.width();
    const auto head = encodeHead(ImageAnswer{id, decoded.problem, decoded.whole, size,
                                             quint32(row * size.height())});
    if (!writeOutput(head))
        return false;
    for (int y = 0; y < size.height(); ++y) {
        if (!writeOutput({image.constScanLine(y), row}))
            return false;
    }
    return true;
}

/** One request; false when there is none any more. */
bool serve(const Decoder &decoder)
{
    const auto next = nextRequest(&readRequest);
    if (!next)
        return false;
    const auto &[request, bytes] = *next;
    Decoder::Decoded decoded;
    try {
        decoded = decoder.decode(bytes, request.most);
    } catch (const std::bad_alloc &) {
        decoded = {PictureProblem::TooLarge, {0, 0}, {}};
    }
    return answer(request.id, decoded);
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
