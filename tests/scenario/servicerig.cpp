// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/servicerig.h"

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

QList<Entry> knowledge()
{
    const auto entry = [](const QString &id, const QString &category, const QString &question,
                          const QStringList &similar, const QString &answer) {
        return Entry{{id}, 0, EntryState::Live, category, question, similar, answer,
                     Risk::Low, {}, {}, {}};
    };
    return {
        entry(ServiceRig::refundEntry().value, u"售后"_s, u"退款多久能到账"_s,
              {u"退款几天到账"_s, u"钱什么时候退回来"_s}, u"退款原路退回，一般 7 到 15 个工作日到账。"_s),
        entry(u"k-invoice"_s, u"发票"_s, u"怎么开发票"_s, {u"能开发票吗"_s}, u"订单详情页可申请电子发票。"_s),
        entry(u"k-fruit"_s, u"售后"_s, u"水果坏了怎么赔"_s, {u"收到的水果烂了"_s},
              u"签收 24 小时内拍照发群里，按坏果比例赔付。"_s),
        entry(u"k-delivery"_s, u"配送"_s, u"今天的货几点到"_s, {u"什么时候送货"_s}, u"每天 16 点到 19 点配送。"_s),
        entry(u"k-coupon"_s, u"优惠"_s, u"优惠券怎么用"_s, {u"新人券在哪里"_s}, u"结算时自动抵扣。"_s)};
}

} // namespace

qsizetype ServiceRig::entryCount()
{
    return knowledge().size();
}

QString ServiceRig::startPlatform()
{
    return platform.start(u"wecom"_s, u"platform-sim.mjs"_s, {u"0"_s, u"bot-1"_s, u"a-secret"_s});
}

bool ServiceRig::start()
{
    backend.configure("connectors:\n  - {id: wx, kind: wecom, botId: bot-1, secret: a-secret, "
                      "name: 小禾, url: \"" + platform.url().toEncoded() + "\"}\n");
    const bool staffed = backend.addUser(u"lin"_s, u"agent"_s).code == 0
        && backend.addUser(u"zhou"_s, u"agent"_s).code == 0
        && backend.addUser(u"he"_s, u"editor"_s).code == 0;
    if (!staffed || !backend.start()
        || !editor.join(backend.url(), u"he"_s, BackendProcess::password()))
        return false;
    for (const auto &entry : knowledge()) {
        if (!editor.run(PutEntry{entry}))
            return false;
    }
    return QTest::qWaitFor([this] {
        return editor.state().connectors.value(u"wx"_s).state == ConnectorState::Connected
            && editor.state().entries.size() == entryCount();
    }, 30'000);
}

void ServiceRig::say(const QString &user, const QString &text)
{
    platform.order({{u"do"_s, u"text"_s}, {u"chat"_s, m_chat}, {u"user"_s, user},
                    {u"text"_s, u"@小禾 "_s + text}});
}

QList<QJsonObject> ServiceRig::delivered() const
{
    QList<QJsonObject> all;
    for (const auto &report : platform.reports()) {
        const auto said = report[u"sent"].toObject();
        if (said[u"chat"].toString() == m_chat
            && (!said.contains(u"finish"_s) || said[u"finish"].toBool()))
            all.append(said);
    }
    return all;
}

QStringList ServiceRig::sent() const
{
    QStringList texts;
    for (const auto &said : delivered())
        texts.append(said[u"text"].toString());
    return texts;
}

QString ServiceRig::requestOf(qsizetype n) const
{
    for (const auto &report : platform.reports()) {
        if (report[u"did"].toString() == u"text" && n-- == 0)
            return report[u"req_id"].toString();
    }
    return {};
}

} // namespace quntai::tests
