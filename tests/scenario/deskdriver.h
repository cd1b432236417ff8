// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/timeline/rowcontent.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>
#include <optional>

class QAbstractButton;

namespace quntai {
class Console;
class TimelineView;
}

namespace quntai::tests {

/** A person at the window: sees what is visible, and acts by mouse, keyboard and input method
 * alone. Knows widgets, never calls a slot or a model of the program. */
class DeskDriver
{
public:
    /** Takes the window that is not a colleague's, and turns to it. */
    bool sitDown(const DeskDriver *colleague = nullptr);
    /** Waits until the window is active: what is typed goes there. */
    bool turnTo();
    QWidget &window() const { return *m_window; }

    // What is seen.
    /** The visible widget of a kind, the first one; null when there is none. */
    template <class W> W *the() const
    {
        for (auto *found : m_window->findChildren<W *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    /** Whether a label, button, banner, field or drawing that is visible says these words. */
    bool says(const QString &words) const;
    QAbstractButton *button(const QString &words) const;
    /** The field with this name for screen readers. */
    QWidget *field(const QString &name) const;
    /** Text of the field that has the keyboard. */
    QString typed() const;
    /** Rows of the list with this name; -1: there is none. */
    int rowsOf(const QString &list) const;
    /** Titles of a list of the queue. */
    QStringList listed(DeskList list) const;
    /** Time left on the offer to this person that the queue shows first, ms; unset without one. */
    std::optional<qint64> offerLeft() const;
    /** The newest row of the stream with this text in it; Kind::Day when there is none. */
    RowContent row(const QString &text) const;
    /** Whether the stream tells of something that happened with these words. */
    bool tells(const QString &words) const;
    /** Rows of the stream with exactly this text. */
    int rows(const QString &text) const;
    /** Whether the row stands inside what is seen of the stream. */
    bool isInSight(const QString &text) const;

    // What hands do; false when there is nothing to do it to.
    bool press(const QString &button);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /** Letters typed one by one into whatever has the keyboard. */
    void type(const QString &text);
    /** An input method composes, then commits. */
    void compose(const QStringList &preedits, const QString &commit);
    /** Composes and leaves it so. */
    void preedit(const QString &text);
    bool clickField(const QString &name);
    bool clickTopic(const QString &title);
    /** Chooses a line of a list of names. */
    bool clickLine(const QString &list, const QString &line);
    /** Points at the row of the stream and clicks the action that is shown there. */
    bool act(const QString &text, RowAction action);

private:
    static void wheel(QWidget *over, int up);
    TimelineView *stream() const;
    int rowOf(const QString &text) const;

    QWidget *m_window = nullptr;
};

class BackendProcess;

/** A console over the data folder, at whose window the person of that name has signed in to the
 * backend by hand: the link stands. Null when that does not come about in 20 s. */
std::unique_ptr<Console> signedIn(DeskDriver &desk, const BackendProcess &backend,
                                  const QString &data, const QString &user,
                                  const DeskDriver *colleague = nullptr);

/** Runs a test in a program that is set up as the console is: in Chinese, with settings of its own. */
template <class Test>
int runAtTheDesk(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("LANGUAGE", "zh_CN");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quntai"));
    QApplication::setOrganizationName(QStringLiteral("quntai"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace quntai::tests
