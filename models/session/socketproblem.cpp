// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/socketproblem.h"

namespace quntai {

LinkProblem problemOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return LinkProblem::NobodyThere;
    case QAbstractSocket::HostNotFoundError:
        return LinkProblem::HostUnknown;
    case QAbstractSocket::SocketTimeoutError:
        return LinkProblem::Silent;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::UnknownSocketError: // the stream is well; what came over it is not
        return LinkProblem::NoBackend;
    default:
        return LinkProblem::Unreachable;
    }
}

LinkProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return LinkProblem::OtherName;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return LinkProblem::OutOfDate;
    default:
        return LinkProblem::NotTrusted;
    }
}

} // namespace quntai
