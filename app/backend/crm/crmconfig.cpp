// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/crmconfig.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const YAML::Node &node, const std::string &why)
{
    throw YAML::RepresentationException(node.Mark(), why);
}

JsonPath pathOf(const YAML::Node &node, const QString &text)
{
    const auto path = JsonPath::parse(text);
    if (!path)
        refuse(node, "not a place in an answer: \"" + text.toStdString()
                         + "\"; write data.items[0].name");
    return *path;
}

JsonPath placeAt(const YAML::Node &map, const char *key)
{
    return map[key] ? pathOf(map[key], textAt(map, key)) : JsonPath();
}

QHash<QString, QString> valuesAt(const YAML::Node &map)
{
    QHash<QString, QString> values;
    const auto node = map["values"];
    if (node && !node.IsMap())
        refuse(node, "values must be a list of keys and values");
    for (const auto &pair : node) {
        const auto word = QString::fromStdString(pair.first.as<std::string>());
        if (!pair.second.IsScalar())
            refuse(pair.second, "must be a text");
        values.insert(word, QString::fromStdString(pair.second.as<std::string>()));
    }
    return values;
}

/** "path", or {path: …, values: {theirs: ours}}. */
TextField fieldAt(const YAML::Node &fields, const char *key)
{
    const auto node = fields[key];
    if (!node)
        return {};
    if (node.IsScalar())
        return {pathOf(node, textAt(fields, key)), {}};
    demandKnownKeys(node, {u"path"_s, u"values"_s});
    if (!node["path"])
        refuse(node, std::string(key) + " needs a path");
    return {pathOf(node["path"], textAt(node, "path")), valuesAt(node)};
}

/** {path: …, unit: yuan}: the unit must be said, for a wrong one is wrong by a hundred. */
MoneyField moneyAt(const YAML::Node &fields, const char *key)
{
    const auto node = fields[key];
    if (!node)
        return {};
    demandKnownKeys(node, {u"path"_s, u"unit"_s});
    const auto unit = textAt(node, "unit");
    if (!node["path"] || (unit != u"yuan" && unit != u"cents"))
        refuse(node, std::string(key) + " needs path and unit: yuan or cents");
    return {pathOf(node["path"], textAt(node, "path")), unit == u"cents"};
}

TextField demanded(const YAML::Node &fields, const char *key)
{
    if (!fields[key])
        refuse(fields, std::string("fields need ") + key);
    return fieldAt(fields, key);
}

YAML::Node fieldsAt(const YAML::Node &map)
{
    if (!map["fields"] || !map["fields"].IsMap())
        refuse(map, "needs fields: our name and where it stands in the answer");
    return map["fields"];
}

/** "/customers/{customer}", with placeholders that will have a value. */
QString endpointAt(const YAML::Node &map, const char *key, const QStringList &known)
{
    static const QRegularExpression brace(uR"(\{([^{}]*)\}|[{}])"_s);
    const auto endpoint = textAt(map, key);
    if (endpoint.isEmpty())
        return {};
    if (!endpoint.startsWith(u'/') || endpoint.contains(u"://"_s))
        refuse(map[key], std::string(key) + " must begin with / (what follows the url)");
    for (const auto &found : brace.globalMatch(endpoint)) {
        if (!known.contains(found.captured(1))) {
            refuse(map[key], "unknown placeholder " + found.captured(0).toStdString() + "; known: {"
                                 + known.join(u"}, {"_s).toStdString() + "}");
        }
    }
    return endpoint;
}

CustomerMapping readCustomer(const YAML::Node &map)
{
    demandKnownKeys(map, {u"byMember"_s, u"byCustomer"_s, u"byPhone"_s, u"at"_s, u"fields"_s});
    const auto fields = fieldsAt(map);
    demandKnownKeys(fields, {u"id"_s, u"name"_s, u"level"_s, u"tags"_s, u"since"_s, u"phone"_s,
                             u"note"_s, u"orders30d"_s, u"spend30d"_s, u"refunds"_s});
    CustomerMapping mapping;
    mapping.at = placeAt(map, "at");
    mapping.id = demanded(fields, "id");
    mapping.name = fieldAt(fields, "name");
    mapping.level = fieldAt(fields, "level");
    for (const auto &level : std::as_const(mapping.level.values)) {
        const auto word = level.toStdString();
        if (!std::ranges::contains(enumWords<CustomerLevel>, std::string_view(word)))
            refuse(fields["level"], "unknown level " + word + "; known: normal, vip, svip");
    }
    mapping.tags = fieldAt(fields, "tags");
    mapping.since = fieldAt(fields, "since");
    mapping.phone = fieldAt(fields, "phone");
    mapping.note = fieldAt(fields, "note");
    mapping.orders30d = fieldAt(fields, "orders30d");
    mapping.spend30d = moneyAt(fields, "spend30d");
    mapping.refunds = fieldAt(fields, "refunds");
    return mapping;
}

OrderMapping readOrders(const YAML::Node &map)
{
    demandKnownKeys(map, {u"get"_s, u"at"_s, u"fields"_s});
    const auto fields = fieldsAt(map);
    demandKnownKeys(fields, {u"id"_s, u"placedAt"_s, u"status"_s, u"total"_s, u"lines"_s,
                             u"logistics"_s, u"refundState"_s, u"refund"_s});
    OrderMapping mapping;
    mapping.at = placeAt(map, "at");
    mapping.id = demanded(fields, "id");
    mapping.placedAt = fieldAt(fields, "placedAt");
    mapping.status = fieldAt(fields, "status");
    mapping.total = moneyAt(fields, "total");
    if (const auto lines = fields["lines"]) {
        demandKnownKeys(lines, {u"at"_s, u"name"_s, u"quantity"_s, u"price"_s});
        mapping.linesAt = placeAt(lines, "at");
        mapping.lineName = demanded(lines, "name");
        mapping.lineQuantity = fieldAt(lines, "quantity");
        mapping.linePrice = moneyAt(lines, "price");
    }
    mapping.logistics = fieldAt(fields, "logistics");
    mapping.refundState = fieldAt(fields, "refundState");
    mapping.refund = moneyAt(fields, "refund");
    return mapping;
}

TicketMapping readTickets(const YAML::Node &map)
{
    demandKnownKeys(map, {u"get"_s, u"at"_s, u"closed"_s, u"fields"_s});
    const auto fields = fieldsAt(map);
    demandKnownKeys(fields, {u"id"_s, u"title"_s, u"state"_s, u"url"_s, u"updatedAt"_s});
    TicketMapping mapping;
    mapping.at = placeAt(map, "at");
    mapping.id = demanded(fields, "id");
    mapping.title = demanded(fields, "title");
    mapping.state = fieldAt(fields, "state");
    mapping.closedStates = textsAt(map, "closed");
    mapping.url = fieldAt(fields, "url");
    mapping.updatedAt = fieldAt(fields, "updatedAt");
    return mapping;
}

void readEndpoints(const YAML::Node &map, CrmConfig &config)
{
    const auto customer = map["customer"];
    if (!customer)
        refuse(map, "crm needs customer");
    config.customer = readCustomer(customer);
    config.byMember = endpointAt(customer, "byMember", {u"member"_s, u"channel"_s});
    config.byCustomer = endpointAt(customer, "byCustomer", {u"customer"_s});
    config.byPhone = endpointAt(customer, "byPhone", {u"phone"_s});
    if (config.byMember.isEmpty() && config.byCustomer.isEmpty())
        refuse(customer, "customer needs byMember or byCustomer");
    if (!config.byPhone.isEmpty() && config.byCustomer.isEmpty())
        refuse(customer, "byPhone needs byCustomer too: the number is not kept");
    if (const auto orders = map["orders"]) {
        config.orders = readOrders(orders);
        config.ordersGet = endpointAt(orders, "get", {u"customer"_s});
    }
    if (const auto tickets = map["tickets"]) {
        config.tickets = readTickets(tickets);
        config.ticketsGet = endpointAt(tickets, "get", {u"customer"_s});
    }
}

QUrl urlAt(const YAML::Node &map)
{
    auto text = textAt(map, "url");
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const auto host = url.host();
    const bool local = host == u"localhost" || QHostAddress(host).isLoopback();
    const auto where = map["url"] ? map["url"] : map;
    if (!url.isValid() || host.isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        refuse(where, "url must be such as https://crm.example.com/api");
    if (url.scheme() == u"http" && !local)
        refuse(where, "url must be https: beyond this machine anybody could read along");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        refuse(where, "url must not hold a name, a password, ? or #; the secret goes into auth");
    return url;
}

void readAuth(const YAML::Node &map, const QDir &base, CrmConfig &config)
{
    static const QRegularExpression token(uR"(\A[A-Za-z0-9-]{1,64}\z)"_s);
    demandKnownKeys(map, {u"header"_s, u"prefix"_s, u"secret"_s, u"secretFile"_s});
    const auto header = map["header"] ? textAt(map, "header") : u"Authorization"_s;
    const auto secret = secretAt(map, base);
    const QString value = (map["prefix"] ? textAt(map, "prefix") : u"Bearer "_s) + secret;
    if (!token.match(header).hasMatch())
        refuse(map["header"], "header must be a name such as Authorization or X-Api-Key");
    if (secret.isEmpty())
        refuse(map, "auth needs secretFile");
    if (std::ranges::any_of(value, [](QChar c) { return c < u' ' || c > u'~'; }))
        refuse(map, "the secret must be one line of plain characters");
    config.authHeader = header.toLatin1();
    config.authValue = value.toLatin1();
}

} // namespace

CrmConfig readCrm(const YAML::Node &map, const QDir &base)
{
    demandKnownKeys(map, {u"url"_s, u"name"_s, u"auth"_s, u"timeoutSeconds"_s, u"tries"_s,
                          u"atOnce"_s, u"maxKilobytes"_s, u"maxAgeMinutes"_s,
                          u"utcOffsetMinutes"_s, u"customer"_s, u"orders"_s, u"tickets"_s});
    CrmConfig config;
    config.url = urlAt(map);
    config.name = map["name"] ? textAt(map, "name").left(60) : config.url.host();
    if (const auto auth = map["auth"])
        readAuth(auth, base, config);
    config.timeoutMs = 1000 * int(rangeAt(map, "timeoutSeconds", config.timeoutMs / 1000, 1, 60));
    config.tries = int(rangeAt(map, "tries", config.tries, 1, 5));
    config.atOnce = int(rangeAt(map, "atOnce", config.atOnce, 1, 16));
    config.maxBytes = 1024 * rangeAt(map, "maxKilobytes", config.maxBytes / 1024, 1, 4096);
    config.maxAgeMs = 60'000 * rangeAt(map, "maxAgeMinutes", config.maxAgeMs / 60'000, 1, 10'080);
    config.utcOffsetMinutes =
        int(rangeAt(map, "utcOffsetMinutes", config.utcOffsetMinutes, -14 * 60, 14 * 60));
    readEndpoints(map, config);
    return config;
}

std::optional<QUrl> addressOf(const CrmConfig &config, const QString &endpoint,
                              const QHash<QString, QString> &values)
{
    auto path = endpoint.toUtf8();
    for (const auto &[name, value] : values.asKeyValueRange()) {
        const QByteArray place = '{' + name.toLatin1() + '}';
        if (!path.contains(place))
            continue;
        // A dot segment would be another address than the one that was configured.
        if (value.isEmpty() || value.size() > 200 || value == u"." || value == u"..")
            return std::nullopt;
        path.replace(place, QUrl::toPercentEncoding(value));
    }
    const QByteArray whole = config.url.toEncoded() + path;
    const auto url = QUrl::fromEncoded(whole, QUrl::StrictMode);
    return url.isValid() ? std::optional(url) : std::nullopt;
}

} // namespace quntai
