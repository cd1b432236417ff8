// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/keyrules.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array forWriting{
    QKeyCombination(Qt::CTRL, Qt::Key_C),       QKeyCombination(Qt::CTRL, Qt::Key_V),
    QKeyCombination(Qt::CTRL, Qt::Key_X),       QKeyCombination(Qt::CTRL, Qt::Key_A),
    QKeyCombination(Qt::CTRL, Qt::Key_Z),       QKeyCombination(Qt::CTRL, Qt::Key_Y),
    QKeyCombination(Qt::CTRL, Qt::Key_Return),  QKeyCombination(Qt::CTRL, Qt::Key_Enter),
    QKeyCombination(Qt::CTRL, Qt::Key_Space),   QKeyCombination(Qt::CTRL, Qt::Key_Left),
    QKeyCombination(Qt::CTRL, Qt::Key_Right),   QKeyCombination(Qt::CTRL, Qt::Key_Home),
    QKeyCombination(Qt::CTRL, Qt::Key_End),     QKeyCombination(Qt::CTRL, Qt::Key_Backspace),
    QKeyCombination(Qt::CTRL, Qt::Key_Delete),  QKeyCombination(Qt::CTRL, Qt::Key_Tab),
    QKeyCombination(Qt::ALT, Qt::Key_Tab),      QKeyCombination(Qt::ALT, Qt::Key_F4),
    QKeyCombination(Qt::META, Qt::Key_Space),
    QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Z),
};

bool isFunctionKey(int key)
{
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

} // namespace

KeyProblem keyProblem(const QKeySequence &keys)
{
    if (keys.count() != 1)
        return KeyProblem::Nothing;
    const auto pressed = keys[0];
    const int key = pressed.key();
    if (key == 0 || key == Qt::Key_unknown)
        return KeyProblem::Nothing;
    auto modifiers = pressed.keyboardModifiers();
    modifiers.setFlag(Qt::KeypadModifier, false);
    const bool held = modifiers.testAnyFlags(Qt::ControlModifier | Qt::AltModifier
                                             | Qt::MetaModifier);
    if (modifiers.testFlag(Qt::GroupSwitchModifier) || (!held && !isFunctionKey(key)))
        return KeyProblem::NeedsModifier;
    const QKeyCombination plain(modifiers, Qt::Key(key));
    return std::ranges::contains(forWriting, plain) ? KeyProblem::ForWriting : KeyProblem::None;
}

QString keyText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const auto &one : keys)
        texts.append(one.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

QStringList portableKeys(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const auto &one : keys)
        texts.append(one.toString(QKeySequence::PortableText));
    return texts;
}

QList<QKeySequence> keysFromPortable(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const auto &text : texts) {
        const auto one = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (keyProblem(one) == KeyProblem::None)
            keys.append(one);
    }
    return keys;
}

} // namespace quntai
