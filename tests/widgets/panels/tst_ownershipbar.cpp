// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/ownershipbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestOwnershipBar : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<OwnershipBar> m_bar;
    Topic m_topic;
    Instant m_now;

    /** The label that says how long. */
    PlainLabel *timeLabel() const
    {
        for (auto *label : m_bar->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(u':'))
                return label;
        }
        return nullptr;
    }
    QColor timeColor() const
    {
        const auto *label = timeLabel();
        return label ? label->palette().color(QPalette::WindowText) : QColor();
    }
    QColor color(ColorRole role) const { return m_host->theme().color(role); }

    Topic escalated(int seconds) const
    {
        auto topic = m_topic;
        topic.lease.reset();
        topic.escalation = Escalation{{}, 700, 600, m_now, m_now.plusSeconds(seconds)};
        return topic;
    }
    Topic held(int seconds) const
    {
        auto topic = m_topic;
        topic.lease = Lease{{u"u-1"_s}, u"林悦"_s, 1, m_now.plusSeconds(60),
                            m_now.plusSeconds(seconds)};
        return topic;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        const auto sample = deskSample();
        m_topic = sample.topic;
        m_topic.state = TopicState::Escalated;
        m_now = sample.now;
        m_bar = std::make_unique<OwnershipBar>(*m_host, [this] { return m_now; });
        m_bar->resize(900, 40);
        m_bar->show();
    }

    void aDeadlineIsUrgentAndALeaseIsNot()
    {
        m_bar->setTopic(escalated(30), {u"u-1"_s});
        QCOMPARE(timeColor(), color(ColorRole::DangerFg));
        m_bar->setTopic(escalated(200), {u"u-1"_s});
        QCOMPARE(timeColor(), color(ColorRole::WarningFg));
        m_bar->setTopic(held(29 * 60), {u"u-1"_s});
        QCOMPARE(timeColor(), color(ColorRole::TextSecondary));
        m_bar->setTopic(held(4 * 60), {u"u-1"_s});
        QCOMPARE(timeColor(), color(ColorRole::WarningFg));
    }

    void offlineTimesAreGreyAndNothingCanBeDone()
    {
        m_bar->setTopic(escalated(30), {u"u-1"_s});
        m_bar->setOnline(false);
        QCOMPARE(timeColor(), color(ColorRole::TextTertiary));
        QSignalSpy taken(m_bar.get(), &OwnershipBar::takeOver);
        m_bar->triggerMain();
        QCOMPARE(taken.size(), 0);
        m_bar->setOnline(true);
        QCOMPARE(timeColor(), color(ColorRole::DangerFg));
        m_bar->triggerMain();
        QCOMPARE(taken.size(), 1);
    }

    void offlineTheTimeStandsAndSaysSo()
    {
        m_bar->setTopic(held(29 * 60), {u"u-1"_s});
        QVERIFY(timeLabel()->rawText().contains(u"29:00"));
        QVERIFY(m_bar->toolTip().isEmpty());
        m_bar->setOnline(false);
        const auto frozen = timeLabel()->rawText();
        QVERIFY(frozen.contains(u"29:00"));
        QVERIFY(!m_bar->toolTip().isEmpty());
        grabBoth(*m_host, *m_bar, u"ownership-offline"_s);
        m_now = m_now.plusSeconds(120);
        m_bar->setOnline(false); // the next try failed too
        m_bar->setTopic(held(29 * 60 - 120), {u"u-1"_s});
        QCOMPARE(timeLabel()->rawText(), frozen);
        m_bar->setOnline(true);
        QVERIFY(timeLabel()->rawText().contains(u"27:00"));
        QVERIFY(m_bar->toolTip().isEmpty());
    }
};

QTEST_MAIN(TestOwnershipBar)
#include "tst_ownershipbar.moc"
