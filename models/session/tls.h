// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

namespace quntai {

/** For every connection to a backend over TLS: 1.2 at least, and its certificate is verified, by
 * default against the certificates this computer trusts. Thread-safe; may read those from disk. */
QSslConfiguration strictTls();

/** Frees the trusted certificates, which Qt reads for every socket, also one without TLS (2 MB).
 * strictTls() has them again. Thread-safe. */
void forgetCertificates();

} // namespace quntai
