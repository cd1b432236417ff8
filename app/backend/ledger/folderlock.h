// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace quntai {

/** Holds the data folder for this process: a second one is refused, and told who holds it.
 *
 * A lock of the kernel (flock), so a killed holder leaves nothing to clean up.
 */
class FolderLock
{
public:
    static Result<FolderLock> take(const QString &lockFile);
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int fd);

    int m_fd;
};

} // namespace quntai
