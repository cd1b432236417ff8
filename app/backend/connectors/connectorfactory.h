// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/connectorconfig.h"

#include <memory>

namespace quntai {

/** The connector a configuration asks for, not started; nothing for a kind that does not exist. */
std::unique_ptr<ConnectorLink> makeConnector(const ConnectorConfig &config);

} // namespace quntai
