// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/actions/keyrules.h"
#include "widgets/common/theme/iconname.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

class QShortcut;

namespace quntai {

class ImeGuard;

/** One thing a person can do by name or key. */
struct WindowAction
{
    QString id;        //!< "desk.take"; stands in the settings file, never changes
    QString text;
    QString group;     //!< heading in the settings and the cheat sheet
    Icon icon = Icon::Right;
    QList<QKeySequence> keys = {};       //!< unless the person chose others
    std::function<void()> run = {};
    std::function<QString()> whyNot = {};  //!< what stands against it now; empty: nothing
    QWidget *scope = nullptr;            //!< its keys work inside; null: in the whole window
    bool repeats = false;                //!< while the key is held
    bool fixed = false;                  //!< its key cannot be changed; without run it is only told about
};

/** Every action of the window, with its keys: the palette, the settings and the cheat sheet show
 * what is here, and nothing else in the console has keys of its own.
 *
 * An action that cannot run now says why (refused()) instead of doing nothing. While an input
 * method composes, nothing runs. GUI thread.
 */
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    /** The keys work in window. */
    explicit ActionRegistry(QWidget &window);

    /** Once for each id. */
    void add(WindowAction action);
    const QList<WindowAction> &actions() const { return m_actions; }
    const WindowAction *find(const QString &id) const;

    /** What stands against running it now; empty: nothing. */
    QString whyNot(const QString &id) const;
    /** False when it is unknown, cannot run, or an input method composes. */
    bool trigger(const QString &id);

    QList<QKeySequence> keys(const QString &id) const;
    /** The first of its keys, for people; empty when it has none. */
    QString keyHint(const QString &id) const;
    bool hasOwnKeys(const QString &id) const { return m_chosen.contains(id); }
    /** The action that would fire on the same key in the same place; null: none. */
    const WindowAction *holderOf(const QKeySequence &keys, const QString &besides) const;
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void resetKeys(const QString &id);
    void resetAllKeys();

    /** Chosen keys by action, as they stand in the settings. */
    QHash<QString, QStringList> chosenKeys() const;
    void setChosenKeys(const QHash<QString, QStringList> &chosen);

Q_SIGNALS:
    void added();
    void keysChanged();
    void ran(const QString &id);
    /** A key was pressed, or a name chosen, while it could not run. */
    void refused(const QString &id, const QString &why);

private:
    void bind(const WindowAction &action);
    void rebind();
    static bool overlap(const WindowAction &one, const WindowAction &other);

    QWidget &m_window;
    ImeGuard *m_ime;
    QList<WindowAction> m_actions;
    QHash<QString, QList<QKeySequence>> m_chosen;
    QMultiHash<QString, QPointer<QShortcut>> m_shortcuts;
};

} // namespace quntai
