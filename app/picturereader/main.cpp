// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// quntai-picturereader: reads the words of customers' pictures where a broken decoder can do no
// harm. Started by the backend; takes bytes on stdin and gives text on stdout (readerframe.h) until
// stdin ends.
#include "app/imagehelper/decoder.h"
#include "app/picturereader/readerframe.h"
#include "app/picturereader/textreader.h"
#include "app/picturereader/tidytext.h"
#include "app/shutin/requests.h"
#include "app/shutin/sandbox.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <new>

#include <fcntl.h>
#include <unistd.h>

using namespace quntai;

namespace {

constexpr QSize mostPixels{2600, 2600};
constexpr qsizetype longestText = 1200;  //!< UTF-16 units, as message.read holds

QByteArray answerTo(quint32 id, const Decoder &decoder, TextReader &reader, const QByteArray &bytes)
{
    if (!reader.isReady())
        return encodeHead(ReadAnswer{id, ReadProblem::NoModel, 0, 0});
    const auto decoded = decoder.decode(bytes, mostPixels);
    if (decoded.problem != PictureProblem::None)
        return encodeHead(ReadAnswer{id, ReadProblem::Unreadable, 0, 0});
    const auto read = reader.read(decoded.image);
    const auto text = tidyText(read.text, longestText).toUtf8();
    const auto sure = quint32(std::clamp(read.sure, 0, 100));
    return encodeHead(ReadAnswer{id, ReadProblem::None, text.isEmpty() ? 0 : sure,
                                 quint32(text.size())}) + text;
}

/** One request; false when there is none any more. */
bool serve(const Decoder &decoder, TextReader &reader)
{
    const auto next = nextRequest(&readReadRequest);
    if (!next)
        return false;
    const auto &[request, bytes] = *next;
    try {
        return writeOutput(answerTo(request.id, decoder, reader, bytes));
    } catch (const std::bad_alloc &) {
        return writeOutput(encodeHead(ReadAnswer{request.id, ReadProblem::Unreadable, 0, 0}));
    }
}

} // namespace

int main(int argc, char **argv)
{
    limitResources();
    qputenv("QT_NO_GLIB", "1");
    // One processor is enough: whoever waits for the words does not wait at a screen.
    qputenv("OMP_THREAD_LIMIT", "1");
    QCoreApplication app(argc, argv);
    const Decoder decoder;
    TextReader reader;
    // Libraries report on pictures in many words; a file could not grow anyway.
    if (const int nowhere = ::open("/dev/null", O_WRONLY); nowhere >= 0)
        ::dup2(nowhere, STDERR_FILENO);
    closeSandbox();
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    while (serve(decoder, reader)) {
    }
    std::_Exit(0);
}
