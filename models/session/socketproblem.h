// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/linkproblem.h"

#include <QAbstractSocket>
#include <QSslError>

namespace quntai {

/** What an error of the socket means to who is not signed in yet. */
LinkProblem problemOf(QAbstractSocket::SocketError error);
/** What is wrong with a certificate. */
LinkProblem problemOf(QSslError::SslError error);

} // namespace quntai
