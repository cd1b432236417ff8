// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/tls.h"

#include <QSslSocket>

namespace quntai {

QSslConfiguration strictTls()
{
    auto tls = QSslConfiguration::defaultConfiguration();
    if (tls.caCertificates().isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates());
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

void forgetCertificates()
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({});
    QSslConfiguration::setDefaultConfiguration(tls);
#if QT_CONFIG(dtls) // which shares the list, and is not ours to use
    auto datagrams = QSslConfiguration::defaultDtlsConfiguration();
    datagrams.setCaCertificates({});
    QSslConfiguration::setDefaultDtlsConfiguration(datagrams);
#endif
}

} // namespace quntai
