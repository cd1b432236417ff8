// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestActions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_left = nullptr;
    QLineEdit *m_right = nullptr;
    ActionRegistry *m_registry = nullptr;
    QStringList m_ran;

    void add(const QString &id, const QKeySequence &keys, QWidget *scope = nullptr,
             const QString &whyNot = {})
    {
        m_registry->add({id, id, u"Group"_s, Icon::Check, {keys}, [this, id] { m_ran.append(id); },
                         [whyNot] { return whyNot; }, scope});
    }
    void compose(const QString &preedit)
    {
        QInputMethodEvent event(preedit, {});
        QCoreApplication::sendEvent(m_left, &event);
    }

private Q_SLOTS:
    void init()
    {
        m_ran.clear();
        m_window = std::make_unique<QWidget>();
        auto *row = new QHBoxLayout(m_window.get());
        m_left = new QLineEdit;
        m_right = new QLineEdit;
        row->addWidget(m_left);
        row->addWidget(m_right);
        m_registry = new ActionRegistry(*m_window);
        m_window->show();
        m_left->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void keysWorkWhereTheyBelong()
    {
        add(u"window"_s, Qt::CTRL | Qt::Key_K);
        add(u"left"_s, Qt::Key_F2, m_left);
        add(u"right"_s, Qt::Key_F2, m_right);
        QTest::keyClick(m_left, Qt::Key_F2);
        QTest::keyClick(m_left, Qt::Key_K, Qt::ControlModifier);
        m_right->setFocus();
        QTest::keyClick(m_right, Qt::Key_F2);
        QCOMPARE(m_ran, (QStringList{u"left"_s, u"window"_s, u"right"_s}));
    }

    void whatCannotBeSaysWhy()
    {
        add(u"never"_s, Qt::Key_F2, nullptr, u"not now"_s);
        QSignalSpy refused(m_registry, &ActionRegistry::refused);
        QTest::keyClick(m_left, Qt::Key_F2);
        QCOMPARE(m_ran, QStringList());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(1).toString(), u"not now"_s);
        QVERIFY(!m_registry->trigger(u"unknown"_s));
    }

    void nothingFiresWhileAnInputMethodComposes()
    {
        add(u"take"_s, Qt::Key_F2);
        add(u"correct"_s, Qt::CTRL | Qt::Key_E);
        compose(u"tui kuan"_s);
        QTest::keyClick(m_left, Qt::Key_F2);
        QTest::keyClick(m_left, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!m_registry->trigger(u"take"_s));
        QCOMPARE(m_ran, QStringList());
        QInputMethodEvent commit;
        commit.setCommitString(u"退款"_s);
        QCoreApplication::sendEvent(m_left, &commit);
        QCOMPARE(m_left->text(), u"退款"_s);
        QTest::keyClick(m_left, Qt::Key_F2);
        QCOMPARE(m_ran, QStringList(u"take"_s));
    }

    void composingEndsWithTheFocus()
    {
        add(u"take"_s, Qt::Key_F2);
        compose(u"tui"_s);
        m_right->setFocus();
        QTest::keyClick(m_right, Qt::Key_F2);
        QCOMPARE(m_ran, QStringList(u"take"_s));
    }

    void keysCanBeChangedAndComeBack()
    {
        add(u"take"_s, Qt::Key_F2);
        QSignalSpy changed(m_registry, &ActionRegistry::keysChanged);
        m_registry->setKeys(u"take"_s, {QKeySequence(Qt::Key_F3)});
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(m_left, Qt::Key_F2);
        QCOMPARE(m_ran, QStringList());
        QTest::keyClick(m_left, Qt::Key_F3);
        QCOMPARE(m_ran.size(), 1);
        const auto kept = m_registry->chosenKeys();
        QCOMPARE(kept, (QHash<QString, QStringList>{{u"take"_s, {u"F3"_s}}}));
        m_registry->resetAllKeys();
        QTest::keyClick(m_left, Qt::Key_F2);
        QCOMPARE(m_ran.size(), 2);
        m_registry->setChosenKeys(kept);
        QTest::keyClick(m_left, Qt::Key_F3);
        QCOMPARE(m_ran.size(), 3);
        // Choosing its own key again is no choice.
        m_registry->setKeys(u"take"_s, {QKeySequence(Qt::Key_F2)});
        QVERIFY(m_registry->chosenKeys().isEmpty());
        m_registry->setKeys(u"take"_s, {});
        QTest::keyClick(m_left, Qt::Key_F2);
        QCOMPARE(m_ran.size(), 3);
        QCOMPARE(m_registry->keyHint(u"take"_s), QString());
    }

    void aFileCannotSmuggleInABadKey()
    {
        add(u"take"_s, Qt::Key_F2);
        m_registry->setChosenKeys({{u"take"_s, {u"A"_s, u"Ctrl+C"_s, u"Ctrl+J"_s, u"nonsense"_s}}});
        QCOMPARE(m_registry->keys(u"take"_s), QList{QKeySequence(Qt::CTRL | Qt::Key_J)});
    }

    void aTakenKeyHasAHolder()
    {
        add(u"window"_s, Qt::CTRL | Qt::Key_K);
        add(u"left"_s, Qt::Key_F2, m_left);
        add(u"right"_s, Qt::Key_F4, m_right);
        QCOMPARE(m_registry->holderOf(Qt::CTRL | Qt::Key_K, u"left"_s)->id, u"window"_s);
        QCOMPARE(m_registry->holderOf(QKeySequence(Qt::Key_F2), u"window"_s)->id, u"left"_s);
        QVERIFY(!m_registry->holderOf(QKeySequence(Qt::Key_F2), u"right"_s)); // another room
        QVERIFY(!m_registry->holderOf(QKeySequence(Qt::Key_F2), u"left"_s));  // its own
    }

    void fixedKeysStay()
    {
        m_registry->add({.id = u"send"_s, .text = u"Send"_s, .group = {}, .keys = {Qt::Key_F5},
                         .run = [this] { m_ran.append(u"send"_s); }, .fixed = true});
        m_registry->add({.id = u"told"_s, .text = u"Told"_s, .group = {}, .keys = {Qt::Key_F6},
                         .fixed = true});
        QTest::keyClick(m_left, Qt::Key_F5);
        QTest::keyClick(m_left, Qt::Key_F6); // whatever has it answers
        QCOMPARE(m_ran, QStringList(u"send"_s));
        QVERIFY(!m_registry->trigger(u"told"_s));
        m_registry->setKeys(u"send"_s, {QKeySequence(Qt::Key_F7)});
        QCOMPARE(m_registry->keyHint(u"send"_s), u"F5"_s);
    }

    void keysThatMayBe_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<KeyProblem>("problem");
        QTest::newRow("function") << u"F2"_s << KeyProblem::None;
        QTest::newRow("shift function") << u"Shift+F6"_s << KeyProblem::None;
        QTest::newRow("ctrl") << u"Ctrl+K"_s << KeyProblem::None;
        QTest::newRow("alt") << u"Alt+A"_s << KeyProblem::None;
        QTest::newRow("ctrl alt") << u"Ctrl+Alt+1"_s << KeyProblem::None;
        QTest::newRow("punctuation") << u"Ctrl+;"_s << KeyProblem::None;
        QTest::newRow("letter") << u"A"_s << KeyProblem::NeedsModifier;
        QTest::newRow("shift letter") << u"Shift+A"_s << KeyProblem::NeedsModifier;
        QTest::newRow("enter") << u"Return"_s << KeyProblem::NeedsModifier;
        QTest::newRow("escape") << u"Esc"_s << KeyProblem::NeedsModifier;
        QTest::newRow("copy") << u"Ctrl+C"_s << KeyProblem::ForWriting;
        QTest::newRow("send") << u"Ctrl+Return"_s << KeyProblem::ForWriting;
        QTest::newRow("input method") << u"Ctrl+Space"_s << KeyProblem::ForWriting;
        QTest::newRow("undo") << u"Ctrl+Z"_s << KeyProblem::ForWriting;
        QTest::newRow("none") << QString() << KeyProblem::Nothing;
        QTest::newRow("two") << u"Ctrl+K, Ctrl+S"_s << KeyProblem::Nothing;
    }
    void keysThatMayBe()
    {
        QFETCH(QString, keys);
        QFETCH(KeyProblem, problem);
        QCOMPARE(keyProblem(QKeySequence::fromString(keys)), problem);
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
