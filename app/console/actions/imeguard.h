// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QApplication;

namespace quntai {

/** Knows whether an input method is composing anywhere in the program; meanwhile no key is a
 * shortcut: keys the input method lets through go to the field as they are. GUI thread. */
class ImeGuard : public QObject
{
    Q_OBJECT
public:
    explicit ImeGuard(QApplication &application, QObject *parent = nullptr);

    bool isComposing() const { return m_composing; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_composing = false;
};

} // namespace quntai
