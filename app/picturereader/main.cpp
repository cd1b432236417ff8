// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// quntai-picturereader: reads the words of customers' pictures where a broken decoder can do no
// harm. Started by the backend; takes bytes on stdin and gives text on stdout (readerframe.h) until
// stdin ends.
#include "app/imagehelper/decoder.h"
#include "app/imagehelper/sandbox.h"
#include "app/picturereader/readerframe.h"
#include "app/picturereader/textreader.h"
#include "app/picturereader/tidytext.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdlib>
#include <new>

#include <fcntl.h>
#include <unistd.h>

using namespace quntai;

namespace {

constexpr QSize mostPixels{2600, 2600};
constexpr qsizetype longestText = 1200;  //!< UTF-16 units, as message.read holds

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

bool writeAll(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto put = ::write(STDOUT_FILENO, bytes.constData() + done, size_t(bytes.size() - done));
        if (put <= 0 && !(put < 0 && errno == EINTR))
            return false;
        done += std::max<ssize_t>(put, 0);
    }
    return true;
}

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
    QByteArray head(ReadRequest::headBytes, Qt::Uninitialized);
    if (!readAll(head.data(), head.size()))
        return false;
    const auto request = readReadRequest(head);
    if (!request)
        return false;
    QByteArray bytes(request->length, Qt::Uninitialized);
    if (!readAll(bytes.data(), bytes.size()))
        return false;
    try {
        return writeAll(answerTo(request->id, decoder, reader, bytes));
    } catch (const std::bad_alloc &) {
        return writeAll(encodeHead(ReadAnswer{request->id, ReadProblem::Unreadable, 0, 0}));
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
