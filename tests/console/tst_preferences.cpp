// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/aboutform.h"
#include "app/console/preferences/accountform.h"
#include "app/console/preferences/cheatsheet.h"
#include "app/console/preferences/keysform.h"
#include "app/console/preferences/settingspage.h"
#include "tests/console/sessionrig.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/palette/palettemodel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeySequenceEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject, protected SessionRig
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    ActionRegistry *m_registry = nullptr;
    SettingsPage *m_page = nullptr;
    int m_runs = 0;

    void add(const QString &id, const QString &text, const QKeySequence &keys)
    {
        m_registry->add({id, text, u"话题"_s, Icon::Take, {keys}, [this] { ++m_runs; }});
    }
    template <class T>
    T *seen(const QString &name) const
    {
        return named<T>(*m_page, name);
    }
    ActionButton *button(const QString &text) const { return buttonWith<ActionButton>(*m_page, text); }
    bool says(const QString &words) const { return labelSays(*m_page, words); }
    QAbstractButton *segment(const QString &text) const
    {
        return buttonWith<QAbstractButton>(*m_page, text);
    }
    void press(const QKeySequence &keys)
    {
        auto *field = m_page->findChild<QKeySequenceEdit *>();
        field->setFocus();
        QTest::keyClick(field, keys[0].key(), keys[0].keyboardModifiers());
    }

private Q_SLOTS:
    void init()
    {
        m_runs = 0;
        begin();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1224, 694);
        m_registry = new ActionRegistry(*m_window);
        add(u"desk.take"_s, u"接管或交还"_s, Qt::Key_F2);
        add(u"desk.transfer"_s, u"转交"_s, Qt::Key_F4);
        m_page = new SettingsPage(*m_host, *m_session, *m_settings, *m_registry, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void sectionsByKeyboard()
    {
        m_session->setRights(Role::Admin, {u"user.put"_s});
        m_page->open(SettingsPage::Section::Appearance);
        auto *sections = m_page->findChild<QListWidget *>();
        QVERIFY(sections->hasFocus());
        const QStringList names{u"appearance"_s, u"notices"_s, u"keys"_s, u"canned"_s, u"people"_s,
                                u"account"_s, u"about"_s};
        QCOMPARE(sections->count(), names.size());
        for (const auto &name : names) {
            QCOMPARE(sections->currentRow(), names.indexOf(name));
            QCOMPARE(namelessWidget(*m_page), QString());
            QCOMPARE(richLabel(*m_page), QString());
            grabBoth(*m_host, *m_page, u"settings-"_s + name);
            QTest::keyClick(sections, Qt::Key_Down);
        }
        QSignalSpy closed(m_page, &SettingsPage::closed);
        QTest::keyClick(sections, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void aSectionWithoutARightIsNotListed()
    {
        using Section = SettingsPage::Section;
        m_session->setRights(Role::Agent, {});
        m_page->open(Section::People);
        QCOMPARE(m_page->section(), Section::Appearance);
        auto *sections = m_page->findChild<QListWidget *>();
        QVERIFY(sections->isRowHidden(int(Section::People)));
        QVERIFY(!sections->isRowHidden(int(Section::Canned)));
        m_page->open(Section::Canned);
        QTest::keyClick(sections, Qt::Key_Down);
        QCOMPARE(m_page->section(), Section::Account);
        QTest::keyClick(sections, Qt::Key_Up);
        QCOMPARE(m_page->section(), Section::Canned);
        m_session->setRights(Role::Supervisor, {});
        QTest::keyClick(sections, Qt::Key_Down);
        QCOMPARE(m_page->section(), Section::People);
        m_session->setRights(Role::Agent, {});
        QCOMPARE(m_page->section(), Section::Appearance);
    }

    void appearanceIsKept()
    {
        m_page->open(SettingsPage::Section::Appearance);
        segment(u"Dark"_s)->click();
        QCOMPARE(m_settings->get(settings::theme), ThemeMode::Dark);
        segment(u"Compact"_s)->click();
        QCOMPARE(m_settings->get(settings::density), Density::Compact);
        QVERIFY(!button(u"Open anew"_s));
        segment(u"English"_s)->click();
        QCOMPARE(m_settings->get(settings::language), Language::English);
        QSignalSpy again(m_page, &SettingsPage::reopenWanted);
        button(u"Open anew"_s)->click();
        QCOMPARE(again.size(), 1);
    }

    void noticesFollowTheTable()
    {
        m_page->open(SettingsPage::Section::Notices);
        seen<QCheckBox>(u"Normal: Content"_s)->click();
        QVERIFY(m_settings->get(settings::normalContent));
        seen<QCheckBox>(u"Urgent: Show"_s)->click();
        QVERIFY(!m_settings->get(settings::urgentShow));
        QVERIFY(!seen<QCheckBox>(u"Urgent: Sound"_s)->isEnabled());
        seen<QCheckBox>(u"Quiet hours"_s)->click();
        QVERIFY(m_settings->get(settings::quietHours));
    }

    void aKeyIsChangedByPressingIt()
    {
        m_page->open(SettingsPage::Section::Keys);
        press(Qt::CTRL | Qt::Key_J);
        QCOMPARE(m_registry->keyHint(u"desk.take"_s), u"Ctrl+J"_s);
        QCOMPARE(m_settings->get(settings::keys).value(u"desk.take"_s), QStringList(u"Ctrl+J"_s));
        grabBoth(*m_host, *m_page, u"settings-keys-changed"_s);
        button(u"Its own key"_s)->click();
        QCOMPARE(m_registry->keyHint(u"desk.take"_s), u"F2"_s);
        QVERIFY(m_settings->get(settings::keys).isEmpty());
        QCOMPARE(m_runs, 0);
    }

    void aBadKeyIsRefusedInline()
    {
        m_page->open(SettingsPage::Section::Keys);
        press(Qt::Key_A);
        QVERIFY(says(u"Hold Ctrl or Alt"_s));
        QCOMPARE(m_registry->keyHint(u"desk.take"_s), u"F2"_s);
        press(Qt::CTRL | Qt::Key_C);
        QVERIFY(says(u"needs this key"_s));
        QVERIFY(m_settings->get(settings::keys).isEmpty());
    }

    void aConflictIsShownAndCanBeSettled()
    {
        m_page->open(SettingsPage::Section::Keys);
        press(QKeySequence(Qt::Key_F4));
        QVERIFY(says(u"转交"_s));
        QCOMPARE(m_registry->keyHint(u"desk.take"_s), u"F2"_s);
        grabBoth(*m_host, *m_page, u"settings-keys-conflict"_s);
        button(u"Use it here"_s)->click();
        QCOMPARE(m_registry->keyHint(u"desk.take"_s), u"F4"_s);
        QCOMPARE(m_registry->keyHint(u"desk.transfer"_s), QString());
        button(u"All back"_s)->click();
        QCOMPARE(m_registry->keyHint(u"desk.transfer"_s), u"F4"_s);
    }

    void anActionIsFoundByNameOrKey()
    {
        m_page->open(SettingsPage::Section::Keys);
        auto *search = m_page->findChild<KeysForm *>()->findChild<SearchField *>();
        search->setText(u"zj"_s);
        const auto *list = search->parentWidget()->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->currentIndex().data(PaletteModel::Id).toString(), u"desk.transfer"_s);
        press(Qt::CTRL | Qt::Key_J);
        QCOMPARE(m_registry->keyHint(u"desk.transfer"_s), u"Ctrl+J"_s);
        search->setText(u"ctrl+j"_s);
        QCOMPARE(list->model()->rowCount(), 1);
    }

    void seatsOfTheSampleOnlyThere()
    {
        m_page->open(SettingsPage::Section::Account);
        QVERIFY(!button(u"Sit here"_s));
        m_page->setSample(true);
        QSignalSpy wanted(m_page, &SettingsPage::seatWanted);
        button(u"Sit here"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), sampleSeats().constFirst().id);
        QSignalSpy out(m_page, &SettingsPage::signOutWanted);
        button(u"Sign out"_s)->click();
        QCOMPARE(out.size(), 1);
    }

    void librariesAreNamedWithTheirLicences()
    {
        const auto all = libraries();
        QVERIFY(all.size() >= 8);
        for (const auto &library : all)
            QVERIFY2(!library.name.isEmpty() && !library.licence.isEmpty(), qPrintable(library.name));
        QCOMPARE(all.constFirst().version, QString::fromLatin1(qVersion()));
    }

    void diagnosticsNameNobody()
    {
        State state;
        GroupState group;
        group.info = {{u"sample/g-01"_s}, u"滨江花园 3 群"_s, u"sample"_s, {}, {}, 3, {}};
        state.groups.insert(group.info.id, group);
        state.users.insert({u"u-1"_s}, {{u"u-1"_s}, u"林悦"_s, Role::Agent, {}, {}, false});
        state.connectors.insert(u"sample"_s, {u"sample"_s, u"replay"_s, u"小禾"_s,
                                              ConnectorState::Connected, {}});
        m_session->replace(state);
        m_session->setLink({LinkState::Offline, LinkProblem::None,
                            u"kf.example.com does not answer"_s, {}, {}, 12});
        m_page->open(SettingsPage::Section::About);
        seen<ActionButton>(u"Copy the diagnostics"_s)->click();
        const auto text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QStringLiteral(QUNTAI_VERSION)));
        QVERIFY(text.contains(u"groups 1"));
        QVERIFY(text.contains(u"channel replay connected"));
        for (const auto *secret : {u"林悦", u"u-1", u"滨江", u"小禾", u"example", u"g-01"})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }

    void theCheatSheetIsNeverOutOfDate()
    {
        CheatSheet sheet(*m_host, *m_registry, m_window.get());
        QLineEdit before(m_window.get());
        before.show();
        before.setFocus();
        sheet.toggle();
        QVERIFY(sheet.isVisible());
        grabBoth(*m_host, *m_window, u"cheat-sheet"_s);
        const auto shows = [&](const QString &keys) {
            return std::ranges::any_of(sheet.findChildren<QWidget *>(), [&](QWidget *widget) {
                return widget->accessibleName() == keys;
            });
        };
        QVERIFY(shows(u"F2"_s));
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        QVERIFY(before.hasFocus());
        m_registry->setKeys(u"desk.take"_s, {QKeySequence(Qt::Key_F7)});
        sheet.toggle();
        QVERIFY(shows(u"F7"_s));
        QVERIFY(!shows(u"F2"_s));
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
