// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

/** A topic that lin holds, its fencing number, and a supervisor of every group. */
struct Office
{
    Rig rig;
    User he;
    TopicId topic;
    qint64 fence = 0;

    Office()
    {
        he.id = {u"u-he"_s};
        he.name = u"何川"_s;
        he.role = Role::Supervisor;
        rig.record({{}, {}, UserChanged{he, {}}});
        topic = rig.topicOf(rig.say(rig.haiyan, u"@客服 我要找人工"_s, {{}, {}, true})).id;
        fence = rig.claim(rig.lin, topic);
    }

    Topic at() const { return rig.state.topics.value(topic); }
    Result<qsizetype> ask(const QString &question, const UserId &to = {})
    {
        return rig.run(rig.lin, AskSupervisor{topic, fence, question, to});
    }
    Result<qsizetype> invite(const UserId &user, const QString &note = {})
    {
        return rig.run(rig.lin, InviteColleague{topic, fence, user, note});
    }
    Result<qsizetype> attend(const User &who, GuestState state, const UserId &user = {})
    {
        return rig.run(who, AttendTopic{topic, state, user});
    }
    /** Texts that went, or will go, to the group. */
    QStringList toGroup() const
    {
        QStringList texts;
        for (const auto &queued : rig.all<MessageQueued>())
            texts.append(queued.text);
        return texts;
    }
};

} // namespace

/** A supervisor is asked, a colleague invited: who may, what it changes, and that no group hears it. */
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSupervisorIsAsked()
    {
        Office office;
        QVERIFY(office.ask(u"  能免  运费吗 "_s));
        QVERIFY(office.at().help);
        QCOMPARE(office.at().help->question, u"能免 运费吗"_s);
        QCOMPARE(office.at().help->by, office.rig.lin.id);
        QVERIFY(isAsked(office.at(), office.he.id, Role::Supervisor));
        QVERIFY(!isAsked(office.at(), office.rig.zhou.id, Role::Agent));
        QVERIFY(!isAsked(office.at(), office.rig.lin.id, Role::Supervisor));
        QCOMPARE(deskListOf(office.at(), office.he.id, Role::Supervisor), DeskList::NeedsLook);
        QVERIFY(!deskListOf(office.at(), office.rig.zhou.id, Role::Agent));
    }

    void oneSupervisorAloneIsAsked()
    {
        Office office;
        QVERIFY(office.ask(u"能免运费吗"_s, office.he.id));
        QCOMPARE(office.at().help->toName, u"何川"_s);
        QVERIFY(isAsked(office.at(), office.he.id, Role::Supervisor));
        QVERIFY(!isAsked(office.at(), {u"u-another"_s}, Role::Supervisor));
        REFUSED(office.ask(u"x"_s, office.rig.zhou.id), InvalidParams);
        REFUSED(office.ask(u"x"_s, {u"u-none"_s}), InvalidParams);
    }

    void onlyTheHolderAsks()
    {
        Office office;
        REFUSED(office.rig.run(office.rig.zhou, AskSupervisor{office.topic, office.fence, u"x"_s, {}}),
                NotHolder);
        REFUSED(office.ask(u" \n"_s), InvalidParams);
        REFUSED(office.ask(QString(HelpRequest::longest + 1, u'x')), InvalidParams);
        QVERIFY(!office.at().help);
    }

    void nobodyIsAskedWhereNobodySeesTheGroup()
    {
        Office office;
        auto elsewhere = office.he;
        elsewhere.groups = {{u"ch/other"_s}};
        office.rig.record({{}, {}, UserChanged{elsewhere, {}}});
        auto boss = office.rig.boss;
        boss.disabled = true;
        office.rig.record({{}, {}, UserChanged{boss, {}}});
        REFUSED(office.ask(u"能免运费吗"_s), Conflict);
    }

    void aWhisperAnswers()
    {
        Office office;
        QVERIFY(office.ask(u"能免运费吗"_s));
        const auto before = office.toGroup();
        QVERIFY(office.rig.run(office.he, Whisper{office.topic, u"可以免，仅此一次"_s}));
        QVERIFY(!office.at().help);
        QCOMPARE(office.rig.last<HelpEnded>().why, HelpEnd::Answered);
        QCOMPARE(office.rig.last<HelpEnded>().by, office.he.id);
        QCOMPARE(office.toGroup(), before);
    }

    void whoAskedWithdraws()
    {
        Office office;
        REFUSED(office.rig.run(office.rig.lin, EndAsking{office.topic}), Conflict);
        QVERIFY(office.ask(u"能免运费吗"_s));
        REFUSED(office.rig.run(office.rig.zhou, EndAsking{office.topic}), Forbidden);
        QVERIFY(office.rig.run(office.rig.lin, EndAsking{office.topic}));
        QCOMPARE(office.rig.last<HelpEnded>().why, HelpEnd::Withdrawn);
        QVERIFY(!office.at().help);
    }

    void theAskingGoesWithTheLease()
    {
        Office office;
        QVERIFY(office.ask(u"能免运费吗"_s));
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.rig.run(office.rig.lin, HandBackTopic{office.topic, office.fence, {}}));
        QVERIFY(!office.at().help);
        QVERIFY(office.at().guests.isEmpty());
    }

    void aColleagueIsInvitedAndComes()
    {
        Office office;
        QVERIFY(office.invite(office.rig.zhou.id, u"帮看下发票"_s));
        const auto *guest = guestOf(office.at(), office.rig.zhou.id);
        QVERIFY(guest);
        QCOMPARE(guest->note, u"帮看下发票"_s);
        QVERIFY(!isGuest(office.at(), office.rig.zhou.id));
        QCOMPARE(deskListOf(office.at(), office.rig.zhou.id), DeskList::Queue);
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        QVERIFY(isGuest(office.at(), office.rig.zhou.id));
        QCOMPARE(deskListOf(office.at(), office.rig.zhou.id), DeskList::Mine);
        const auto events = office.rig.all<GuestChanged>().size();
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        QCOMPARE(office.rig.all<GuestChanged>().size(), events);
    }

    void aColleagueSaysNoOrGoes()
    {
        Office office;
        REFUSED(office.attend(office.rig.zhou, GuestState::Declined), Conflict);
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Declined));
        QVERIFY(office.at().guests.isEmpty());
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Left));
        QVERIFY(!deskListOf(office.at(), office.rig.zhou.id));
        QVERIFY(office.invite(office.rig.zhou.id));
        REFUSED(office.attend(office.he, GuestState::Left, office.rig.zhou.id), Forbidden);
        QVERIFY(office.attend(office.rig.lin, GuestState::Left, office.rig.zhou.id));
        QVERIFY(office.at().guests.isEmpty());
    }

    void whoMayNotBeInvited()
    {
        Office office;
        User editor{{u"u-su"_s}, u"苏晴"_s, Role::Editor, {}, {}, false};
        office.rig.record({{}, {}, UserChanged{editor, {}}});
        User elsewhere{{u"u-else"_s}, u"别处"_s, Role::Agent, {}, {{u"ch/other"_s}}, false};
        office.rig.record({{}, {}, UserChanged{elsewhere, {}}});
        REFUSED(office.invite(editor.id), InvalidParams);
        REFUSED(office.invite(elsewhere.id), InvalidParams);
        REFUSED(office.invite(office.rig.lin.id), InvalidParams);
        REFUSED(office.invite({u"u-none"_s}), NotFound);
        REFUSED(office.attend(office.rig.zhou, GuestState::Joined), Forbidden);
        REFUSED(office.attend(office.rig.lin, GuestState::Joined), InvalidParams);
        REFUSED(office.rig.run(office.rig.zhou, InviteColleague{office.topic, office.fence,
                                                                office.he.id, {}}),
                NotHolder);
    }

    void aSupervisorJoinsUninvitedAndThatAnswers()
    {
        Office office;
        QVERIFY(office.ask(u"能免运费吗"_s));
        QVERIFY(office.attend(office.he, GuestState::Joined));
        QVERIFY(isGuest(office.at(), office.he.id));
        QVERIFY(!office.at().help);
    }

    void aGuestCannotAnswerTheGroup()
    {
        Office office;
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        const auto before = office.toGroup();
        REFUSED(office.rig.run(office.rig.zhou, SendMessage{office.topic, office.fence,
                                                            office.rig.basis(), u"我来说"_s, {}, {}}),
                NotHolder);
        REFUSED(office.rig.run(office.rig.zhou, ClaimTopic{office.topic, office.rig.basis()}),
                NotHolder);
        QCOMPARE(office.toGroup(), before);
    }

    void whatGuestsSayStaysInside()
    {
        Office office;
        REFUSED(office.rig.run(office.rig.zhou, GuestWhisper{office.topic, u"试试"_s}), Forbidden);
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        const auto before = office.toGroup();
        QVERIFY(office.rig.run(office.rig.zhou, GuestWhisper{office.topic, u"发票在订单页"_s}));
        QCOMPARE(office.rig.last<NoteAdded>().whisperTo, office.rig.lin.id);
        QVERIFY(office.rig.run(office.rig.zhou, AddNote{office.topic, u"已核对"_s}));
        QVERIFY(office.rig.run(office.rig.zhou, PutDraft{office.topic, u"发票在订单页下载"_s}));
        office.rig.pass(600);
        office.rig.deliver();
        QCOMPARE(office.toGroup(), before);
        for (const auto &message : office.rig.state.groups.value(office.rig.group).recent) {
            if (message->author.id == office.rig.zhou.id.value)
                QVERIFY(message->internal);
        }
    }

    void aGuestsDraftIsFinishedWhenTheHolderSendsIt()
    {
        Office office;
        QVERIFY(office.invite(office.rig.zhou.id));
        QVERIFY(office.attend(office.rig.zhou, GuestState::Joined));
        QVERIFY(office.rig.run(office.rig.zhou, PutDraft{office.topic, u"发票在订单页下载"_s}));
        const auto drafts = [&] {
            return std::ranges::count_if(office.rig.state.drafts, [&](const Draft &draft) {
                return draft.topic == office.topic && !draft.review;
            });
        };
        QCOMPARE(drafts(), 1);
        QVERIFY(office.rig.run(office.rig.lin, SendMessage{office.topic, office.fence,
                                                           office.rig.basis(),
                                                           u"发票在订单页下载"_s, {}, {}}));
        QCOMPARE(drafts(), 0);
        QCOMPARE(office.rig.last<DraftWithdrawn>().why, u"used"_s);
    }

    void onlySoManyGuests()
    {
        Office office;
        for (int at = 0; at <= Guest::most; ++at) {
            User one{{u"u-%1"_s.arg(at)}, u"同事"_s, Role::Agent, {}, {}, false};
            office.rig.record({{}, {}, UserChanged{one, {}}});
            const auto invited = office.invite(one.id);
            if (at < Guest::most)
                QVERIFY(invited);
            else
                REFUSED(invited, Conflict);
        }
    }

    void aReasonToSnoozeComesBackWithTheTopic()
    {
        Office office;
        const auto until = office.rig.now.plusSeconds(900);
        QVERIFY(office.rig.run(office.rig.lin, SnoozeTopic{office.topic, office.fence, until,
                                                           u"等仓库回电"_s}));
        QCOMPARE(office.at().laterWhy, u"等仓库回电"_s);
        QVERIFY(office.at().backWhy.isEmpty());
        office.rig.pass(901);
        QVERIFY(office.at().laterWhy.isEmpty());
        QCOMPARE(office.at().backWhy, u"等仓库回电"_s);
        office.fence = office.rig.claim(office.rig.lin, office.topic);
        QCOMPARE(office.at().backWhy, u"等仓库回电"_s);
        QVERIFY(office.rig.run(office.rig.lin, ResolveTopic{office.topic, office.fence}));
        QVERIFY(office.at().backWhy.isEmpty());
    }

    void accountsStayInBounds()
    {
        Office office;
        auto &rig = office.rig;
        User fresh{{u"u-new"_s}, u"新人"_s, Role::Agent, {}, {}, false};
        fresh.capacity = 100;
        REFUSED(rig.run(rig.boss, PutUser{fresh, {}}), InvalidParams);
        fresh.capacity = 5;
        fresh.skills = {QString(65, u'x')};
        REFUSED(rig.run(rig.boss, PutUser{fresh, {}}), InvalidParams);
        fresh.skills = {u"售后"_s};
        QVERIFY(rig.run(rig.boss, PutUser{fresh, {}}));
        QCOMPARE(rig.state.users.value(fresh.id), fresh);
    }

    void somebodyKeepsTheAccounts()
    {
        Office office;
        auto &rig = office.rig;
        User admin{{u"u-admin"_s}, u"管理员"_s, Role::Admin, {}, {}, false};
        rig.record({{}, {}, UserChanged{admin, {}}});
        auto lesser = admin;
        lesser.role = Role::Agent;
        REFUSED(rig.run(admin, PutUser{lesser, {}}), Conflict);
        User second{{u"u-admin2"_s}, u"管理员二"_s, Role::Admin, {}, {}, false};
        QVERIFY(rig.run(admin, PutUser{second, {}}));
        QVERIFY(rig.run(second, PutUser{lesser, {}}));
        auto gone = second;
        gone.disabled = true;
        REFUSED(rig.run(rig.boss, PutUser{gone, {}}), Conflict);
    }
};

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestHelp)
#include "tst_help.moc"
