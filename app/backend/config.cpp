// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/config.h"

#include "models/domain/values.h"
#include "models/transfer/yaml.h"

#include <QFileInfo>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const YAML::Node &node, const std::string &why)
{
    throw YAML::RepresentationException(node.Mark(), why);
}

ConnectorConfig readConnector(const YAML::Node &node, const QDir &base)
{
    demandKnownKeys(node, {u"id"_s, u"kind"_s, u"url"_s, u"listen"_s, u"path"_s, u"botId"_s,
                           u"name"_s, u"secret"_s, u"secretFile"_s});
    ConnectorConfig connector;
    connector.id = textAt(node, "id");
    connector.kind = textAt(node, "kind");
    connector.url = textAt(node, "url");
    connector.listen = textAt(node, "listen");
    connector.path = textAt(node, "path");
    connector.botId = textAt(node, "botId");
    connector.name = textAt(node, "name");
    connector.secret = secretAt(node, base);
    if (connector.id.isEmpty() || connector.id.contains(u'/'))
        refuse(node, "a connector needs an id without a slash");
    if (connector.kind == u"wecom" && (connector.botId.isEmpty() || connector.secret.isEmpty()))
        refuse(node, "a wecom connector needs botId and secretFile");
    if (connector.kind == u"onebot11" && connector.url.isEmpty() == connector.listen.isEmpty())
        refuse(node, "a onebot11 connector needs either url (forward) or listen (reverse)");
    if (connector.kind != u"wecom" && connector.kind != u"onebot11")
        refuse(node, "kind must be wecom or onebot11");
    return connector;
}

} // namespace

Result<Config> readConfig(const QString &path)
{
    const auto base = QFileInfo(path).absoluteDir();
    return readYaml(path, [&](const YAML::Node &root) {
        demandKnownKeys(root, {u"listen"_s, u"tls"_s, u"origins"_s, u"policy"_s, u"flows"_s,
                               u"connectors"_s, u"crm"_s});
        Config config;
        config.listen = textAt(root, "listen");
        if (const auto tls = root["tls"]) {
            demandKnownKeys(tls, {u"certificate"_s, u"key"_s});
            config.certificate = pathAt(tls, "certificate", base);
            config.key = pathAt(tls, "key", base);
        }
        config.origins = textsAt(root, "origins");
        config.policyFile = pathAt(root, "policy", base);
        config.flowFile = pathAt(root, "flows", base);
        for (const auto &node : listAt(root, "connectors")) {
            const auto connector = readConnector(node, base);
            if (std::ranges::contains(config.connectors, connector.id, &ConnectorConfig::id))
                refuse(node, "id is that of an earlier connector");
            if (connector.id == QLatin1StringView(Connector::crm.data()))
                refuse(node, "the id crm is that of the system of customers");
            config.connectors.append(connector);
        }
        if (const auto crm = root["crm"])
            config.crm = readCrm(crm, base);
        return config;
    });
}

} // namespace quntai
