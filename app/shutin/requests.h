// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <utility>

namespace quntai {

// The pipes of a program that is shut in, which waits at them and does nothing else meanwhile.

/** So many bytes of stdin; false when the other end is gone. */
bool readInput(char *to, qsizetype length);

/** All of it to stdout; false when the other end is gone. */
bool writeOutput(QByteArrayView bytes);

/** The next request with the bytes that follow its head. Nothing when there is none any more, or when
 * readHead, which keeps the bounds, does not take its head. */
template <class Request>
std::optional<std::pair<Request, QByteArray>>
nextRequest(std::optional<Request> (*readHead)(QByteArrayView))
{
    QByteArray head(Request::headBytes, Qt::Uninitialized);
    if (!readInput(head.data(), head.size()))
        return std::nullopt;
    const auto request = readHead(head);
    if (!request)
        return std::nullopt;
    QByteArray bytes(request->length, Qt::Uninitialized);
    if (!readInput(bytes.data(), bytes.size()))
        return std::nullopt;
    return std::pair(*request, std::move(bytes));
}

} // namespace quntai
