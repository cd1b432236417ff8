// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/mapping.h"

#include "models/protocol/eventcodec.h"
#include "models/protocol/wire.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "crm:\n  url: http://127.0.0.1:1/api\n";
const QByteArray customer = "  customer:\n    byMember: /c?m={member}\n    fields: {id: uid}\n";

/** The configuration of the sample company's peer, without its secret. */
QByteArray peerYaml()
{
    QFile file(qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/tests/peers/crm/crm.yaml"_s);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll().replace("URL", "http://127.0.0.1:1").replace("secretFile: SECRET",
                                                                        "secret: s");
}

QString address(const Result<CrmConfig> &config, const QString &endpoint,
                const QHash<QString, QString> &values)
{
    const auto url = addressOf(*config, endpoint, values);
    return url ? url->toString(QUrl::FullyEncoded) : u"none"_s;
}

} // namespace

/** The section crm as people write it, and answers as strangers write them. */
class TestCrmMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodConfig();
    void readmeExample();
    void problemsNameLineAndKey_data();
    void problemsNameLineAndKey();
    void addresses();
    void paths_data();
    void paths();
    void everyField();
    void nobody_data();
    void nobody();
    void hostile_data();
    void hostile();
    void hugeListsFitAMessage();
    void money_data();
    void money();
    void times_data();
    void times();
    void phones_data();
    void phones();
    void tickets();

private:
    Result<CrmConfig> read(const QByteArray &yaml)
    {
        QFile file(m_dir.filePath(u"crm.yaml"_s));
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(yaml) < 0)
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        return readYaml(file.fileName(), [&](const YAML::Node &root) {
            return readCrm(root["crm"], QDir(m_dir.path()));
        });
    }

    /** The peer's mapping, read once. */
    const CrmConfig &config()
    {
        if (!m_config) {
            const auto read = this->read(peerYaml());
            if (!read)
                qFatal("%s", qPrintable(read.error().message));
            m_config = *read;
        }
        return *m_config;
    }

    static QJsonValue json(const QByteArray &text) { return *parseAnswer(text); }

    Answer<std::optional<Customer>> customerOf(const QByteArray &fields)
    {
        return readCustomer(json("{\"data\":{\"list\":[{" + fields + "}]}}"), config());
    }

    Order orderOf(const QByteArray &fields)
    {
        const auto orders =
            readOrders(json("{\"data\":{\"rows\":[{\"orderNo\":1," + fields + "}]}}"), config());
        return orders ? orders->value(0) : Order();
    }

    QTemporaryDir m_dir;
    std::optional<CrmConfig> m_config;
};

void TestCrmMapping::goodConfig()
{
    QFile secret(m_dir.filePath(u"crm.secret"_s));
    QVERIFY(secret.open(QFile::WriteOnly) && secret.write("s3cret\n") > 0);
    secret.close();
    const auto config = read("crm:\n  url: https://crm.example.com/api/\n"
                             "  auth: {secretFile: crm.secret}\n  tries: 2\n  maxAgeMinutes: 30\n"
                             + customer);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    QCOMPARE(config->url, QUrl(u"https://crm.example.com/api"_s));
    QCOMPARE(config->name, u"crm.example.com"_s);
    QCOMPARE(config->authHeader, "Authorization");
    QCOMPARE(config->authValue, "Bearer s3cret");
    QCOMPARE(config->tries, 2);
    QCOMPARE(config->maxAgeMs, 30 * 60'000);
    QVERIFY(!config->orders && !config->tickets);
    QVERIFY(this->config().orders && this->config().tickets);
    QCOMPARE(this->config().authValue, "s");
}

void TestCrmMapping::readmeExample()
{
    QFile file(qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/README.md"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(u"```yaml\\n(crm:.*?)```"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto found = block.match(text);
    QVERIFY(found.hasMatch());
    QFile secret(m_dir.filePath(u"crm.secret"_s));
    QVERIFY(secret.open(QFile::WriteOnly) && secret.write("s3cret\n") > 0);
    secret.close();
    const auto config = read(found.captured(1).toUtf8());
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
}

void TestCrmMapping::problemsNameLineAndKey_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    const QByteArray orders = "  orders:\n    fields: ";
    QTest::newRow("http abroad") << "crm:\n  url: http://crm.example.com\n" + customer
                                 << u":2:8:"_s << u"https"_s;
    QTest::newRow("no url") << "crm:\n" + customer << u":2:"_s << u"url must"_s;
    QTest::newRow("password in url")
        << "crm:\n  url: https://me:pw@crm.example.com\n" + customer << u":2:8:"_s << u"auth"_s;
    QTest::newRow("scheme") << "crm:\n  url: file:///etc/passwd\n" + customer << u":2:8:"_s
                            << u"url must"_s;
    QTest::newRow("unknown key") << head + "  retries: 3\n" + customer << u":3:3:"_s << u"retries"_s;
    QTest::newRow("no customer") << head << u":2:"_s << u"customer"_s;
    QTest::newRow("no fields") << head + "  customer:\n    byMember: /c\n" << u":4:"_s
                               << u"fields"_s;
    QTest::newRow("no id") << head + "  customer:\n    byMember: /c\n    fields: {name: n}\n"
                           << u":5:"_s << u"id"_s;
    QTest::newRow("no endpoint") << head + "  customer:\n    fields: {id: n}\n" << u":4:"_s
                                 << u"byMember"_s;
    QTest::newRow("phone alone")
        << head + "  customer:\n    byMember: /c\n    byPhone: /p?{phone}\n    fields: {id: n}\n"
        << u":4:"_s << u"byCustomer"_s;
    QTest::newRow("placeholder")
        << head + "  customer:\n    byMember: /c/{user}\n    fields: {id: n}\n" << u":4:15:"_s
        << u"{member}"_s;
    QTest::newRow("brace") << head + "  customer:\n    byMember: \"/c/{member\"\n    fields: {id: n}\n"
                           << u":4:15:"_s << u"placeholder"_s;
    QTest::newRow("endpoint") << head + "  customer:\n    byMember: c/{member}\n    fields: {id: n}\n"
                              << u":4:15:"_s << u"begin with /"_s;
    QTest::newRow("path") << head + "  customer:\n    byMember: /c\n    fields: {id: \"a[x]\"}\n"
                          << u":5:18:"_s << u"a[x]"_s;
    QTest::newRow("level") << head + "  customer:\n    byMember: /c\n    fields:\n      id: n\n"
                                     "      level: {path: l, values: {金: gold}}\n"
                           << u":7:14:"_s << u"gold"_s;
    QTest::newRow("no unit") << head + customer + orders + "{id: n, total: {path: sum}}\n"
                             << u":7:28:"_s << u"yuan or cents"_s;
    QTest::newRow("bare money") << head + customer + orders + "{id: n, total: sum}\n" << u":7:28:"_s
                                << u"keys and values"_s;
    QTest::newRow("auth") << head + "  auth: {header: X-Key}\n" + customer << u":3:9:"_s
                          << u"secretFile"_s;
    QTest::newRow("header") << head + "  auth: {header: \"X: y\", secret: s}\n" + customer
                            << u":3:18:"_s << u"header"_s;
    QTest::newRow("no secret file") << head + "  auth: {secretFile: gone}\n" + customer
                                    << u":3:22:"_s << u"cannot be read"_s;
    QTest::newRow("timeout") << head + "  timeoutSeconds: 0\n" + customer << u":3:19:"_s
                             << u"from 1 to 60"_s;
    QTest::newRow("list") << head + "  customer: [1]\n" << u":3:13:"_s << u"keys and values"_s;
}

void TestCrmMapping::problemsNameLineAndKey()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    QFETCH(QString, word);
    const auto config = read(yaml);
    QVERIFY(!config);
    QVERIFY2(config.error().message.contains(u"crm.yaml"_s + place),
             qPrintable(config.error().message));
    QVERIFY2(config.error().message.contains(word), qPrintable(config.error().message));
}

void TestCrmMapping::addresses()
{
    const auto config = read(head + customer);
    QVERIFY(config);
    const auto at = [&](const QString &member) {
        return address(config, u"/c/{member}/x?m={member}"_s, {{u"member"_s, member}});
    };
    QCOMPARE(at(u"wm-1"_s), u"http://127.0.0.1:1/api/c/wm-1/x?m=wm-1"_s);
    QCOMPARE(at(u"a/b?c=d&e#f"_s),
             u"http://127.0.0.1:1/api/c/a%2Fb%3Fc%3Dd%26e%23f/x?m=a%2Fb%3Fc%3Dd%26e%23f"_s);
    QCOMPARE(at(u"海\r\n{phone}"_s),
             u"http://127.0.0.1:1/api/c/%E6%B5%B7%0D%0A%7Bphone%7D/x?m=%E6%B5%B7%0D%0A%7Bphone%7D"_s);
    for (const auto &bad : {u""_s, u"."_s, u".."_s, QString(201, u'x')})
        QCOMPARE(at(bad), u"none"_s);
}

void TestCrmMapping::paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    QTest::newRow("member") << u"a.b"_s << u"1"_s;
    QTest::newRow("dollar") << u"$.a.b"_s << u"1"_s;
    QTest::newRow("item") << u"list[1].t"_s << u"y"_s;
    QTest::newRow("every") << u"list[].t"_s << u"x,y"_s;
    QTest::newRow("nested") << u"grid[][0]"_s << u"p,r"_s;
    QTest::newRow("beyond") << u"list[9].t"_s << u""_s;
    QTest::newRow("through a text") << u"list[0].t.u"_s << u""_s;
    QTest::newRow("not there") << u"z.y.x"_s << u""_s;
    for (const auto *bad : {"a..b", "a[", "a[1", "a]b", "a[-1]", "[0]a", ".", "a."})
        QTest::newRow(bad) << QString::fromLatin1(bad) << u"refused"_s;
}

void TestCrmMapping::paths()
{
    QFETCH(QString, path);
    QFETCH(QString, found);
    const auto root = json(R"({"a":{"b":"1"},"list":[{"t":"x"},{"t":"y"}],"grid":[["p","q"],["r"]]})");
    const auto parsed = JsonPath::parse(path);
    QStringList texts;
    if (parsed) {
        for (const auto &value : parsed->all(root, 10))
            texts.append(value.toString());
    }
    QCOMPARE(parsed ? texts.join(u',') : u"refused"_s, found);
}

void TestCrmMapping::everyField()
{
    const auto found = customerOf(
        R"("uid":7,"realName":" 李海燕\n","grade":"金卡","labels":[{"text":"老客户"},{"text":"牛奶"}],)"
        R"("joined":"2023-10-18 09:00:00","mobile":"19900077731","remark":"电话 19900077731 晚上打",)"
        R"("month":{"orders":"6","amount":"482.30","refunds":1})");
    QVERIFY(found && *found);
    Customer wanted;
    wanted.id = {u"7"_s};
    wanted.name = u"李海燕"_s;
    wanted.level = CustomerLevel::Vip;
    wanted.tags = {u"老客户"_s, u"牛奶"_s};
    wanted.since = u"2023-10-18"_s;
    wanted.phoneMasked = u"199****7731"_s;
    wanted.note = u"电话 199****7731 晚上打"_s;
    wanted.orders30d = 6;
    wanted.spend30dCents = 48230;
    wanted.refunds = 1;
    QCOMPARE(**found, wanted);

    const auto order = orderOf(
        R"("state":"退款中","createdAt":"2026-11-22T10:00:00+08:00","pay":6890,)"
        R"("goods":[{"title":"牛奶","num":2,"price":"34.45"},{"num":1}],)"
        R"("track":[{"words":"已取货"},{"words":"已到"}],"refund":{"state":"处理中","fen":"6890"})");
    QCOMPARE(order.id, u"1"_s);
    QCOMPARE(order.lines, (QList<OrderLine>{{u"牛奶"_s, 2, 3445}}));
    QCOMPARE(order.totalCents, 6890);
    QCOMPARE(toIsoString(order.placedAt), u"2026-11-22T02:00:00.000Z"_s);
    QCOMPARE(order.logistics, (QStringList{u"已取货"_s, u"已到"_s}));
    QCOMPARE(order.refundState, u"处理中"_s);
    QCOMPARE(order.refundCents, 6890);
}

void TestCrmMapping::nobody_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("empty list") << QByteArray(R"({"data":{"list":[]}})");
    QTest::newRow("null") << QByteArray(R"({"data":null})");
    QTest::newRow("empty object") << QByteArray(R"({"data":{"list":[{}]}})");
    QTest::newRow("nothing there") << QByteArray("{}");
    QTest::newRow("a text") << QByteArray(R"({"data":{"list":["none"]}})");
    QTest::newRow("a list") << QByteArray("[]");
}

void TestCrmMapping::nobody()
{
    QFETCH(QByteArray, answer);
    const auto found = readCustomer(json(answer), config());
    QVERIFY(found);
    QVERIFY(!*found);
}

void TestCrmMapping::hostile_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
    QTest::newRow("wrong kinds") << QByteArray(
        R"("realName":{"a":1},"grade":[1],"labels":"x","joined":true,"mobile":[],"remark":7.5,"month":[])");
    QTest::newRow("deep") << "\"realName\":" + deep + ",\"labels\":" + deep;
    QTest::newRow("long") << "\"realName\":\"" + QByteArray(200'000, 'x') + "\",\"remark\":\""
            + QByteArray("\xF0\x9F\xA5\x9B").repeated(50'000) + "\"";
    QTest::newRow("numbers") << QByteArray(
        R"("month":{"orders":-5,"amount":1e300,"refunds":1e18},"joined":-1)");
    QTest::newRow("controls") << QByteArray(
        R"("realName":"a\u0000\u0007\u001b[31m\u2028b","remark":"\r\n\t\u0085","labels":[{"text":"\u0001"}])");
    QTest::newRow("markup") << QByteArray(R"("realName":"<img src=x>","remark":"<script>")");
    QTest::newRow("same key twice") << QByteArray(R"("realName":"a","realName":"b")");
}

void TestCrmMapping::hostile()
{
    QFETCH(QByteArray, fields);
    const auto parsed = parseAnswer("{\"data\":{\"list\":[{\"uid\":\"c\"," + fields + "}]}}");
    if (!parsed) {
        QCOMPARE(parsed.error().problem, SystemProblem::Unreadable);
        return;
    }
    const auto found = readCustomer(*parsed, config());
    QVERIFY(found && *found);
    const auto &who = **found;
    QCOMPARE(who.id.value, u"c"_s);
    QVERIFY(who.name.size() <= 60 && who.note.size() <= 500 && who.tags.size() <= 12);
    QVERIFY(who.orders30d >= 0 && who.refunds >= 0 && std::abs(who.spend30dCents) <= 10'000'000'000'000);
    for (const auto &text : {who.name, who.note, who.since, who.tags.join(u'+')}) {
        for (const auto c : text)
            QVERIFY(c.category() != QChar::Other_Control && c != QChar::LineSeparator);
        QVERIFY(text.isValidUtf16());
    }
    // An id that is none makes the answer one of no use.
    const auto nameless = readCustomer(json("{\"data\":{\"list\":[{\"uid\":\"a\\nb\"}]}}"), config());
    QCOMPARE(nameless.error().problem, SystemProblem::Unreadable);
}

void TestCrmMapping::hugeListsFitAMessage()
{
    const auto text = QString(2000, u'漢').toUtf8();
    QByteArray order = R"({"orderNo":%1,"state":")" + text + R"(","goods":[)";
    for (int i = 0; i < 60; ++i)
        order += QByteArray(i ? "," : "") + R"({"title":")" + text + R"(","num":1,"price":1})";
    order += R"(],"track":[)";
    for (int i = 0; i < 60; ++i)
        order += QByteArray(i ? "," : "") + R"({"words":")" + text + R"("})";
    order += "]}";
    QByteArray list;
    for (int i = 0; i < 40; ++i)
        list += QByteArray(i ? "," : "") + QByteArray(order).replace("%1", QByteArray::number(i));
    const auto orders = readOrders(json("{\"data\":{\"rows\":[" + list + "]}}"), config());
    QVERIFY(orders);
    QCOMPARE(orders->size(), 20);
    CustomerChanged changed;
    changed.customer.orders = *orders;
    changed.customer.note = QString(500, u'漢');
    const auto bytes = encodeEventData(changed).size();
    QVERIFY2(bytes < maxMessageBytes / 2, qPrintable(QString::number(bytes)));
    QCOMPARE(readOrders(json(R"({"data":{"rows":7}})"), config()).error().problem,
             SystemProblem::Unreadable);
    QCOMPARE(readOrders(json(R"({"data":{"rows":null}})"), config())->size(), 0);
}

void TestCrmMapping::money_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("yuan");
    QTest::addColumn<qint64>("cents");
    QTest::newRow("number") << QByteArray("68.9") << 6890LL << 69LL;
    QTest::newRow("text") << QByteArray("\"68.90\"") << 6890LL << 69LL;
    QTest::newRow("sign") << QByteArray("\"¥1,268.40\"") << 126840LL << 1268LL;
    QTest::newRow("whole") << QByteArray("6890") << 689000LL << 6890LL;
    QTest::newRow("half a cent") << QByteArray("0.29") << 29LL << 0LL;
    QTest::newRow("below nothing") << QByteArray("-5") << -500LL << -5LL;
    QTest::newRow("no number") << QByteArray("\"免费\"") << 0LL << 0LL;
    QTest::newRow("nan") << QByteArray("\"nan\"") << 0LL << 0LL;
    QTest::newRow("too much") << QByteArray("1e40") << 0LL << 0LL;
}

void TestCrmMapping::money()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, yuan);
    QFETCH(qint64, cents);
    const auto order = orderOf("\"pay\":" + json + ",\"goods\":[{\"title\":\"a\",\"price\":" + json
                               + "}]");
    QCOMPARE(order.totalCents, cents);
    QCOMPARE(order.lines.value(0).priceCents, yuan);
}

void TestCrmMapping::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("iso");
    const auto ten = u"2026-11-22T02:00:00.000Z"_s;
    QTest::newRow("local") << QByteArray("\"2026-11-22 10:00:00\"") << ten;
    QTest::newRow("iso") << QByteArray("\"2026-11-22T10:00:00\"") << ten;
    QTest::newRow("utc") << QByteArray("\"2026-11-22T02:00:00Z\"") << ten;
    QTest::newRow("offset") << QByteArray("\"2026-11-22T11:00:00+09:00\"") << ten;
    QTest::newRow("seconds") << QByteArray("1795312800") << ten;
    QTest::newRow("text seconds") << QByteArray("\"1795312800\"") << ten;
    QTest::newRow("ms") << QByteArray("1795312800000") << ten;
    QTest::newRow("day") << QByteArray("\"2026-11-22\"") << u"2026-11-21T16:00:00.000Z"_s;
    for (const auto *none : {"\"\"", "null", "\"yesterday\"", "-1", "20261122", "1e300", "{}"})
        QTest::newRow(none) << QByteArray(none) << QString();
}

void TestCrmMapping::times()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, iso);
    const auto at = orderOf("\"createdAt\":" + json).placedAt;
    QCOMPARE(at.isSet() ? toIsoString(at) : QString(), iso);
}

void TestCrmMapping::phones_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("masked");
    QTest::newRow("mobile") << u"13812347731"_s << u"138****7731"_s;
    QTest::newRow("spaced") << u"+86 138-1234-7731"_s << u"138****7731"_s;
    QTest::newRow("masked") << u"138****7731"_s << u"138****7731"_s;
    QTest::newRow("landline") << u"0571-8765432"_s << u"057****5432"_s;
    QTest::newRow("short") << u"8765432"_s << u"87****32"_s;
    QTest::newRow("tiny") << u"12345"_s << u"****"_s;
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("words") << u"未填"_s << u""_s;
}

void TestCrmMapping::phones()
{
    QFETCH(QString, phone);
    QFETCH(QString, masked);
    QCOMPARE(maskedPhone(phone), masked);
    QCOMPARE(withoutPhones(u"打 13812347731、+86 139 0000 1234 找我"_s),
             u"打 138****7731、139****1234 找我"_s);
    for (const auto &kept : {u"单号 138123477310"_s, u"SF13812347731"_s, u"订单 20251120007731"_s})
        QCOMPARE(withoutPhones(kept), kept);
}

void TestCrmMapping::tickets()
{
    const auto found = readTickets(
        json(R"({"data":[{"no":"T-1","subject":"旧","status":"已关闭","updated":1795312800,)"
             R"x("link":"javascript:alert(1)"},)x"
             R"({"no":"T-2","subject":"新","status":"处理中","updated":1795399200,)"
             R"("link":"https://shop.example.com/t/2"},{"subject":"无号"},{"no":"T-2"}]})"),
        config(), {u"c-1"_s});
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).id.value, u"T-2"_s);
    QCOMPARE(found->at(0).url, u"https://shop.example.com/t/2"_s);
    QVERIFY(!found->at(0).closed && found->at(1).closed);
    QCOMPARE(found->at(1).url, QString());
    QCOMPARE(found->at(1).customer.value, u"c-1"_s);
}

QTEST_GUILESS_MAIN(TestCrmMapping)
#include "tst_crmmapping.moc"
