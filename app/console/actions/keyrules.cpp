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

QString keyWords(const QKeySequence &keys)
{
    static const QList<std::pair<QString, QString>> shorter{
        {u"Return"_s, u"Enter"_s}, {u"Up"_s, u"↑"_s},   {u"Down"_s, u"↓"_s},
        {u"Left"_s, u"←"_s},       {u"Right"_s, u"→"_s},
    };
    const auto text = keys.toString(QKeySequence::NativeText);
    for (const auto &[name, sign] : shorter) {
        if (text == name || text.endsWith(u'+' + name))
            return text.chopped(name.size()) + sign;
    }
    return text;
}

QString keyText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const auto &one : keys)
        texts.append(keyWords(one));
    texts.removeDuplicates();
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
