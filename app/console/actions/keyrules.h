// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace quntai {

/** Why a key may not be given to an action. */
enum class KeyProblem {
    None,
    Nothing,       //!< no key, or several one after another
    NeedsModifier, //!< would fire while somebody writes
    ForWriting,    //!< editing text, sending it, the input method, or the desktop needs it
};

/** Whether the key is fit for an action: one press, with Ctrl, Alt or Meta unless it is a function
 * key, and none that text fields and input methods live by. Pure. */
KeyProblem keyProblem(const QKeySequence &keys);

/** "Ctrl+E", "Alt+↓", "Ctrl+Enter": as it stands on key caps. */
QString keyWords(const QKeySequence &keys);

/** All of them, "Ctrl+E, F2"; what reads the same stands once. */
QString keyText(const QList<QKeySequence> &keys);

/** As they stand in the settings file, in no language. */
QStringList portableKeys(const QList<QKeySequence> &keys);
QList<QKeySequence> keysFromPortable(const QStringList &texts);

} // namespace quntai
