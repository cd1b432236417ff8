// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/correction/choicechip.h"
#include "widgets/correction/correctionpanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestCorrectionPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<CorrectionPanel> m_panel;
    DeskSample m_sample;

    CorrectionSubject subject() const
    {
        Entry entry;
        entry.id = {u"e-7"_s};
        entry.version = 7;
        entry.question = u"退款到账时效"_s;
        entry.answer = u"退款已于 {{退款日期}} 原路退回，银行一般 1–3 个工作日到账，请您耐心等待。"_s;
        return {m_sample.messages.at(1), m_sample.messages.at(0), entry};
    }
    ReplyEdit *edit() const { return m_panel->findChild<ReplyEdit *>(); }
    void type(const QString &text)
    {
        edit()->selectAll();
        edit()->insertPlainText(text);
    }
    bool says(const QString &words) const
    {
        for (const auto *label : m_panel->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_sample = deskSample();
        m_panel = std::make_unique<CorrectionPanel>(*m_host);
        m_panel->resize(392, 760);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->open(subject());
    }

    void cleanup() { m_panel.reset(); }

    void updatesTheEntry()
    {
        QSignalSpy sent(m_panel.get(), &CorrectionPanel::submitted);
        type(u"退款已于 {{退款日期}} 原路退回。银行卡 1–3 个工作日、信用卡 3–7 个工作日到账。"_s);
        QTest::mouseClick(m_panel->findChildren<ChoiceChip *>().at(0), Qt::LeftButton);
        QTest::keyClick(m_panel->findChildren<ChoiceChip *>().at(3), Qt::Key_Space);
        grabBoth(*m_host, *m_panel, u"correction-edit"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 1);
        const auto made = sent.takeFirst().at(0).value<CorrectAnswer>();
        QCOMPARE(made.entry, EntryId{u"e-7"_s});
        QCOMPARE(made.version, 7);
        QCOMPARE(made.message, MessageId{u"m-2"_s});
        QCOMPARE(made.topic, TopicId{u"t-1"_s});
        QCOMPARE(made.faults, (QStringList{u"incomplete"_s, u"wrong_tone"_s}));
        QVERIFY(made.question.isEmpty());
        QVERIFY(made.answer.contains(u"信用卡"_s));
        QVERIFY(made.publish);
    }

    void theGroupIsToldOnlyWhenItCanBe()
    {
        QSignalSpy sent(m_panel.get(), &CorrectionPanel::submitted);
        auto *send = m_panel->findChild<QCheckBox *>();
        QVERIFY(send->isChecked() && send->isEnabled());
        QTest::keyClick(send, Qt::Key_Space);
        type(u"退款 3 天到账。"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sent.takeFirst().at(0).value<CorrectAnswer>().publish);
        auto ended = subject();
        ended.whyNotSend = u"The topic has ended"_s;
        m_panel->open(ended);
        QVERIFY(!send->isChecked() && !send->isEnabled());
        type(u"退款 2 天到账。"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sent.takeFirst().at(0).value<CorrectAnswer>().publish);
        grabBoth(*m_host, *m_panel, u"correction-ended"_s);
    }

    void makesANewEntryFromTheCustomersWords()
    {
        QSignalSpy sent(m_panel.get(), &CorrectionPanel::submitted);
        auto *field = m_panel->findChild<QLineEdit *>();
        QVERIFY(!field->isVisible());
        m_panel->findChildren<QRadioButton *>().at(1)->click();
        QVERIFY(field->isVisible());
        QVERIFY(field->text().contains(u"上周五退的牛奶"_s));
        field->clear();
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        QVERIFY(field->hasFocus());
        field->setText(u"退款超时怎么办"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        const auto made = sent.takeFirst().at(0).value<CorrectAnswer>();
        QVERIFY(made.entry.isEmpty());
        QCOMPARE(made.question, u"退款超时怎么办"_s);
    }

    void refusesNothingAndTheSame()
    {
        QSignalSpy sent(m_panel.get(), &CorrectionPanel::submitted);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        type(u"  "_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        type(QString(CorrectionPanel::longestAnswer + 1, u'长'));
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        m_panel->setProblem(u"条目已被周敏改到 v8"_s);
        QVERIFY(says(u"v8"_s));
    }

    void escKeepsTheText()
    {
        QSignalSpy cancelled(m_panel.get(), &CorrectionPanel::cancelled);
        type(u"写了一半"_s);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        auto other = subject();
        other.answer = m_sample.messages.at(5);
        m_panel->open(other);
        QVERIFY(edit()->toPlainText() != u"写了一半"_s);
        m_panel->open(subject());
        QCOMPARE(edit()->toPlainText(), u"写了一半"_s);
        m_panel->settle(m_panel->message());
        m_panel->open(subject());
        QVERIFY(edit()->toPlainText().startsWith(u"退款已于"_s));
    }

    void comparesWithVariablesAsTheSame()
    {
        type(u"退款已于 {{退款日期}} 原路退回，信用卡 3–7 个工作日到账。"_s);
        for (auto *button : m_panel->findChildren<QAbstractButton *>()) {
            if (button->text() == CorrectionPanel::tr("Compare"))
                button->click();
        }
        auto views = m_panel->findChildren<DiffView *>();
        QCOMPARE(views.size(), 2);
        for (auto *view : views)
            QVERIFY(view->isVisible());
        grabBoth(*m_host, *m_panel, u"correction-compare"_s);
    }

    void withoutEntryOnlyANewOne()
    {
        m_panel->open({m_sample.messages.at(5), nullptr, std::nullopt});
        QVERIFY(!m_panel->findChildren<QRadioButton *>().at(0)->isEnabled());
        QVERIFY(m_panel->findChildren<QRadioButton *>().at(1)->isChecked());
        QCOMPARE(namelessWidget(*m_panel), QString());
    }

    void hostileTextStaysText()
    {
        auto bad = *m_sample.messages.at(1);
        bad.text = hostileText();
        bad.author.name = hostileText();
        auto from = subject();
        from.answer = std::make_shared<Message>(bad);
        from.entry->question = hostileText();
        m_panel->open(from);
        QCoreApplication::processEvents();
        QCOMPARE(richLabel(*m_panel), QString());
        QCOMPARE(m_panel->width(), 392);
        grabBoth(*m_host, *m_panel, u"correction-hostile"_s);
    }
};

QTEST_MAIN(TestCorrectionPanel)
#include "tst_correctionpanel.moc"
