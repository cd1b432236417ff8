// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shutin/requests.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace quntai {

bool readInput(char *to, qsizetype length)
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

bool writeOutput(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto put = ::write(STDOUT_FILENO, bytes.data(), size_t(bytes.size()));
        if (put <= 0 && !(put < 0 && errno == EINTR))
            return false;
        bytes = bytes.sliced(std::max<ssize_t>(put, 0));
    }
    return true;
}

} // namespace quntai
