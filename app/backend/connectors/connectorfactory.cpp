// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/connectorfactory.h"

#include "app/backend/connectors/onebotlink.h"
#include "app/backend/connectors/wecomlink.h"

namespace quntai {

std::unique_ptr<ConnectorLink> makeConnector(const ConnectorConfig &config)
{
    if (config.kind == u"wecom")
        return std::make_unique<WecomLink>(config);
    if (config.kind == u"onebot11")
        return std::make_unique<OneBotLink>(config);
    return nullptr;
}

} // namespace quntai
