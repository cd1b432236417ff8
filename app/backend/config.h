// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connectorconfig.h"
#include "app/backend/crm/crmconfig.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace quntai {

/** The backend's configuration file. */
struct Config
{
    QString listen;        //!< used when the command line names none
    QString certificate;   //!< PEM; with key: TLS
    QString key;
    QStringList origins;   //!< web pages that may connect; none by default
    QString policyFile;    //!< imported into the ledger when it differs from what is there
    QString flowFile;      //!< the flows there are are those in it
    QList<ConnectorConfig> connectors;
    std::optional<CrmConfig> crm;  //!< where customers are to be had
};

/** Reads the file; paths in it are relative to it. Errors name line and column. */
Result<Config> readConfig(const QString &path);

} // namespace quntai
