// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quntai {

/** Bounds memory, forbids core dumps and new files, and ends this program with its parent. For
 * good. */
void limitResources();

/** From here on this process can compute, use memory, read and write what is open, and end; every
 * other system call fails with EPERM. False where the kernel or the processor does not know how:
 * then only the limits hold. For good. */
bool closeSandbox();

} // namespace quntai
