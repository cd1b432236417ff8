// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;
using test::Rig;

namespace {

/** So many that no table of hashes has them in the order of their ids by chance. */
constexpr int many = 64;

DraftId idOf(int number)
{
    return {u"d-%1"_s.arg(number, 2, 10, QChar(u'0'))};
}

QStringList withdrawn(const Rig &rig, const QString &why)
{
    QStringList ids;
    for (const auto &gone : rig.all<DraftWithdrawn>()) {
        if (gone.why == why)
            ids.append(gone.draft.value);
    }
    return ids;
}

QStringList allIds()
{
    QStringList ids;
    for (int i = 0; i < many; ++i)
        ids.append(idOf(i).value);
    return ids;
}

} // namespace

/** What follows for many things at once follows in the order of their ids, so that a decision made
 * again from the same state makes the same events. */
class TestEventOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usedDraftsGoInOrder()
    {
        Rig rig;
        const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
        const auto fence = rig.claim(rig.lin, topic);
        for (int i = 0; i < many; ++i) {
            DraftMade made;
            made.draft = idOf(i);
            made.author = {AuthorKind::Agent, u"u-%1"_s.arg(i), u"同事"_s};
            made.text = u"已经查到了"_s;
            rig.record({rig.group, topic, made});
        }
        QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"已经查到了"_s, {}, {}}));
        QCOMPARE(withdrawn(rig, u"used"_s), allIds());
    }

    void overtakenAsidesGoInOrder()
    {
        Rig rig;
        const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
        const auto fence = rig.claim(rig.lin, topic);
        for (int i = 0; i < many; ++i) {
            DraftMade made;
            made.draft = idOf(i);
            made.author = {AuthorKind::Agent, rig.lin.id.value, rig.lin.name};
            made.text = u"打 13900139000"_s;
            made.reason = Reason::Privacy;
            made.review = true;
            made.privateTo = rig.wang;
            rig.record({rig.group, topic, made});
        }
        SendMessage send{topic, fence, rig.basis(), u"打 13800138000"_s, {}, {}};
        send.redact = true;
        QVERIFY(rig.run(rig.lin, send));
        QCOMPARE(withdrawn(rig, u"overtaken"_s), allIds());
    }
};

QTEST_GUILESS_MAIN(TestEventOrder)
#include "tst_eventorder.moc"
