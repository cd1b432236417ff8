// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/cannedform.h"
#include "app/console/preferences/groupschoice.h"
#include "app/console/preferences/peopleform.h"
#include "app/console/preferences/settingspage.h"
#include "tests/console/sessionrig.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/searchfield.h"
#include "widgets/studio/answeredit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSpinBox>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** Canned replies and accounts, kept in the settings by hand. */
class TestRecordForms : public QObject, protected SessionRig
{
    Q_OBJECT

private:
    using Section = SettingsPage::Section;

    std::unique_ptr<QWidget> m_window;
    ActionRegistry *m_registry = nullptr;
    SettingsPage *m_page = nullptr;

    CannedForm &canned() const { return m_page->canned(); }
    PeopleForm &people() const { return m_page->people(); }

    template <class T>
    T *seen(const QString &name) const
    {
        return named<T>(*m_page, name);
    }
    ActionButton *button(const QString &text) const { return buttonWith<ActionButton>(*m_page, text); }
    bool says(const QString &words) const { return labelSays(*m_page, words); }
    void type(const QString &field, const QString &text)
    {
        auto *line = seen<QLineEdit>(field);
        QVERIFY2(line, qPrintable(field));
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        line->insert(text); // letters of an input method
    }
    void save() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier); }
    void settle(const Result<qint64> &result)
    {
        m_session->settle(m_session->submitted().last().id, result);
    }
    static CannedReply reply(const QString &id, int version, const QString &title,
                             const QString &shortcut, const QString &text)
    {
        CannedReply one;
        one.id = {id};
        one.version = version;
        one.title = title;
        one.shortcut = shortcut;
        one.text = text;
        return one;
    }
    void write(const CannedReply &one) { m_scribe->write(CannedChanged{one, {}, false}); }
    void choose(RecordList &list, int row)
    {
        auto &view = list.list();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualItemRect(view.item(row)).center());
    }
    void person(const QString &id, const QString &name, Role role)
    {
        User user;
        user.id = {id};
        user.name = name;
        user.role = role;
        m_scribe->write(UserChanged{user, {}});
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_session->setRights(Role::Admin, {u"canned.put"_s, u"user.put"_s});
        goLive();
        m_scribe->group();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_registry = new ActionRegistry(*m_window);
        m_page = new SettingsPage(*m_host, *m_session, *m_settings, *m_registry, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void aReplyIsWrittenFromNothing()
    {
        m_page->open(Section::Canned);
        QVERIFY(says(u"No canned replies yet"_s));
        grabBoth(*m_host, *m_page, u"canned-empty"_s);
        QTest::mouseClick(button(u"New canned reply"_s), Qt::LeftButton);
        QVERIFY(seen<QLineEdit>(u"Title"_s)->hasFocus());
        type(u"Title"_s, u"开发票"_s);
        save();
        QVERIFY(submitted<PutCanned>().isEmpty());
        QVERIFY(says(u"Write its text"_s));
        type(u"Shortcut"_s, u"a b"_s);
        auto *text = seen<AnswerEdit>(u"Text"_s);
        text->setFocus();
        text->insertPlainText(u"{{称呼}}，发票在订单页，我是{{客服}}。"_s);
        QVERIFY(says(u"发票在订单页，我是[your name]"_s));
        save();
        QVERIFY(says(u"letters, digits"_s));
        type(u"Shortcut"_s, u"fp"_s);
        type(u"And in groups with these tags"_s, u"VIP，售后"_s);
        save();
        QCOMPARE(submitted<PutCanned>().size(), 1);
        auto put = submitted<PutCanned>().first();
        QVERIFY(!put.reply.id.isEmpty());
        QCOMPARE(put.reply.version, 0);
        QCOMPARE(put.reply.tags, (QStringList{u"VIP"_s, u"售后"_s}));
        QVERIFY(!put.gone);
        settle(7);
        ++put.reply.version;
        write(put.reply);
        QCOMPARE(canned().list().list().count(), 1);
        QVERIFY(!canned().editor().isDirty());
        QCOMPARE(canned().editor().written().version, 1);
        grabBoth(*m_host, *m_page, u"canned-form"_s);
    }

    void variablesComeFromAMenu()
    {
        m_page->open(Section::Canned);
        canned().addNew();
        QTest::mouseClick(button(u"Insert a variable"_s), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(seen<AnswerEdit>(u"Text"_s)->toPlainText(), u"{{客服}}"_s);
    }

    void aReplyIsChangedAndFound()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        write(reply(u"c-2"_s, 1, u"道歉"_s, u"dq"_s, u"给您添麻烦了"_s));
        m_page->open(Section::Canned);
        canned().list().searchField().setText(u"麻烦"_s);
        QCOMPARE(canned().list().list().count(), 1);
        choose(canned().list(), 0);
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"道歉"_s);
        type(u"Title"_s, u"道歉信"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(submitted<PutCanned>().size(), 1);
        QCOMPARE(submitted<PutCanned>().first().reply,
                 reply(u"c-2"_s, 1, u"道歉信"_s, u"dq"_s, u"给您添麻烦了"_s));
        canned().list().searchField().setText(u"没有这样的"_s);
        QVERIFY(says(u"Nothing fits these words"_s));
    }

    void aConflictShowsBothTexts()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        m_page->open(Section::Canned);
        choose(canned().list(), 0);
        type(u"Title"_s, u"我的标题"_s);
        write(reply(u"c-1"_s, 2, u"开发票"_s, u"fp"_s, u"发票在我的页面"_s));
        QVERIFY(says(u"发票在我的页面"_s));
        QVERIFY(says(u"Somebody changed it"_s));
        QVERIFY(button(u"Save"_s));
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"我的标题"_s);
        save();
        QVERIFY(submitted<PutCanned>().isEmpty());
        grabBoth(*m_host, *m_page, u"canned-conflict"_s);
        QTest::mouseClick(button(u"Keep mine"_s), Qt::LeftButton);
        seen<QLineEdit>(u"Title"_s)->setFocus();
        save();
        QCOMPARE(submitted<PutCanned>().size(), 1);
        QCOMPARE(submitted<PutCanned>().first().reply.version, 2);
        QCOMPARE(submitted<PutCanned>().first().reply.text, u"发票在订单页"_s);
    }

    void theirsCanBeTaken()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        m_page->open(Section::Canned);
        choose(canned().list(), 0);
        type(u"Title"_s, u"我的标题"_s);
        write(reply(u"c-1"_s, 2, u"开票"_s, u"fp"_s, u"发票在我的页面"_s));
        QTest::mouseClick(button(u"Take theirs"_s), Qt::LeftButton);
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"开票"_s);
        QVERIFY(!canned().editor().isDirty());
    }

    void untouchedWordsFollowTheOthers()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        m_page->open(Section::Canned);
        choose(canned().list(), 0);
        write(reply(u"c-1"_s, 2, u"开票"_s, u"fp"_s, u"发票在我的页面"_s));
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"开票"_s);
        QVERIFY(!says(u"Somebody changed it"_s));
    }

    void aRefusalStandsAtItsField()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        m_page->open(Section::Canned);
        choose(canned().list(), 0);
        type(u"Title"_s, u"道歉"_s);
        save();
        settle(failure(ErrorKind::InvalidParams, u"another canned reply has this shortcut"_s,
                       {{u"field"_s, u"shortcut"_s}}));
        QVERIFY(seen<QLineEdit>(u"Shortcut"_s)->hasFocus());
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"道歉"_s);
        QVERIFY(m_session->outbox().isEmpty());
    }

    void deletingIsConfirmedInline()
    {
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        m_page->open(Section::Canned);
        choose(canned().list(), 0);
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QVERIFY(submitted<PutCanned>().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(submitted<PutCanned>().isEmpty());
        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(submitted<PutCanned>().size(), 1);
        QVERIFY(submitted<PutCanned>().first().gone);
        m_scribe->write(CannedChanged{reply(u"c-1"_s, 1, {}, {}, {}), {}, true});
        settle(9);
        QVERIFY(says(u"No canned replies yet"_s));
    }

    void whoMayNotWriteReads()
    {
        m_session->setRights(Role::Agent, {});
        m_page->open(Section::Canned);
        QVERIFY(says(u"Nobody has written a canned reply yet"_s));
        QVERIFY(!seen<QLineEdit>(u"Title"_s));
        write(reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s));
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"开发票"_s); // the first one by itself
        QCOMPARE(canned().list().current(), u"c-1"_s);
        choose(canned().list(), 0);
        QVERIFY(seen<QLineEdit>(u"Title"_s)->isReadOnly());
        QVERIFY(!button(u"New canned reply"_s));
        QVERIFY(!button(u"Save"_s));
        QVERIFY(!button(u"Delete"_s));
        // As a customer would read it, without the marks that keep lines apart.
        for (const auto *label : canned().editor().findChildren<PlainLabel *>())
            QVERIFY(!label->rawText().contains(QChar(0x2068)));
        QVERIFY(says(u"Supervisors, editors and admins"_s));
        person(u"u-1"_s, u"林悦"_s, Role::Admin);
        m_page->open(Section::People);
        QCOMPARE(m_page->section(), Section::Appearance);
        QCOMPARE(people().list().list().count(), 0);
    }

    void theNextOneIsReadWhenOneIsGone()
    {
        m_session->setRights(Role::Agent, {});
        const auto first = reply(u"c-1"_s, 1, u"开发票"_s, u"fp"_s, u"发票在订单页"_s);
        write(first);
        write(reply(u"c-2"_s, 1, u"道歉"_s, u"dq"_s, u"给您添麻烦了"_s));
        m_page->open(Section::Canned);
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"开发票"_s);
        m_scribe->write(CannedChanged{first, {}, true});
        QCOMPARE(seen<QLineEdit>(u"Title"_s)->text(), u"道歉"_s);
        QVERIFY(!says(u"Somebody changed it"_s));
        m_scribe->write(CannedChanged{reply(u"c-2"_s, 1, {}, {}, {}), {}, true});
        QVERIFY(!seen<QLineEdit>(u"Title"_s));
    }

    void anAccountIsMade()
    {
        person(u"u-1"_s, u"林悦"_s, Role::Admin);
        m_page->open(Section::People);
        QTest::mouseClick(button(u"New account"_s), Qt::LeftButton);
        QVERIFY(seen<QLineEdit>(u"Account"_s)->hasFocus());
        type(u"Account"_s, u"u-1"_s);
        type(u"Name"_s, u"王磊"_s);
        save();
        QVERIFY(says(u"There is an account of this name"_s));
        type(u"Account"_s, u"wanglei"_s);
        save();
        QVERIFY(says(u"A new account needs a password"_s));
        type(u"New password"_s, u"1111"_s);
        QVERIFY(says(u"at least 8 characters"_s));
        type(u"New password"_s, u"1111111111"_s);
        QVERIFY(says(u"one character over and over"_s));
        type(u"New password"_s, u"spring rolls"_s);
        type(u"The same once more"_s, u"spring roll"_s);
        save();
        QVERIFY(says(u"The two passwords differ"_s));
        grabBoth(*m_host, *m_page, u"people-new"_s);
        type(u"The same once more"_s, u"spring rolls"_s);
        type(u"Skills"_s, u"售后、物流"_s);
        seen<QComboBox>(u"Role"_s)->setCurrentIndex(int(Role::Supervisor));
        seen<QSpinBox>(u"Topics at once"_s)->setValue(4);
        seen<QLineEdit>(u"Name"_s)->setFocus();
        save();
        QCOMPARE(submitted<PutUser>().size(), 1);
        const auto put = submitted<PutUser>().first();
        QCOMPARE(put.user.id, UserId{u"wanglei"_s});
        QCOMPARE(put.user.role, Role::Supervisor);
        QCOMPARE(put.user.skills, (QStringList{u"售后"_s, u"物流"_s}));
        QCOMPARE(put.user.capacity, 4);
        QCOMPARE(put.password, u"spring rolls"_s);
        settle(3);
        QVERIFY(seen<QLineEdit>(u"New password"_s)->text().isEmpty());
        m_scribe->write(UserChanged{put.user, {}});
        QCOMPARE(people().list().list().count(), 2);
        QVERIFY(!people().editor().isNew());
        QVERIFY(!people().editor().isDirty());
    }

    void anAccountIsDisabled()
    {
        person(u"u-1"_s, u"林悦"_s, Role::Admin);
        person(u"u-2"_s, u"周岚"_s, Role::Agent);
        m_page->open(Section::People);
        people().list().searchField().setText(u"周"_s);
        choose(people().list(), 0);
        QVERIFY(seen<QLineEdit>(u"Account"_s)->isReadOnly());
        auto *box = people().editor().findChild<QCheckBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        save();
        QCOMPARE(submitted<PutUser>().size(), 1);
        QVERIFY(submitted<PutUser>().first().user.disabled);
        QVERIFY(submitted<PutUser>().first().password.isEmpty());
        settle(failure(ErrorKind::Conflict, u"this is the last account"_s,
                       {{u"field"_s, u"user.role"_s}}));
        QVERIFY(people().editor().isDirty());
        grabBoth(*m_host, *m_page, u"people-refused"_s);
    }

    void aSupervisorReadsTheAccounts()
    {
        m_session->setRights(Role::Supervisor, {u"canned.put"_s});
        person(u"u-2"_s, u"周岚"_s, Role::Agent);
        m_scribe->write(PresenceChanged{{{u"u-2"_s}, u"周岚"_s, AgentStatus::Away, {}, false}});
        m_page->open(Section::People);
        QCOMPARE(people().list().list().count(), 1);
        QCOMPARE(seen<QLineEdit>(u"Name"_s)->text(), u"周岚"_s);
        choose(people().list(), 0);
        QVERIFY(!button(u"Save"_s));
        QVERIFY(!seen<QLineEdit>(u"New password"_s));
        QVERIFY(says(u"Admins keep the accounts"_s));
    }

    void groupsAreChosenFromAMenu()
    {
        m_page->open(Section::Canned);
        canned().addNew();
        auto *choice = canned().editor().findChild<GroupsChoice *>();
        QCOMPARE(choice->text(), u"All groups"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Space);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Up);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(choice->chosen(), (QList<GroupId>{m_scribe->g0}));
        QCOMPARE(canned().editor().written().groups, (QList<GroupId>{m_scribe->g0}));
    }

    void hostileWordsStayWords()
    {
        write(reply(u"c-1"_s, 1, hostileText().left(40), {}, hostileText()));
        person(u"u-9"_s, hostileText(), Role::Agent);
        for (const auto section : {Section::Canned, Section::People}) {
            m_page->open(section);
            choose(section == Section::Canned ? canned().list() : people().list(), 0);
            QCOMPARE(richLabel(*m_page), QString());
            QCOMPARE(namelessWidget(*m_page), QString());
        }
    }
};

QTEST_MAIN(TestRecordForms)
#include "tst_recordforms.moc"
