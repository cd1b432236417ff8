// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/suggestion.h"
#include "widgets/common/themedwidget.h"

class QLineEdit;

namespace quntai {

class ActionButton;
class PlainLabel;

/** One line under the suggestions where an agent says why one of them is right or wrong: Enter keeps
 * it, Esc leaves it. Hidden until somebody asks for it. */
class WhyLine : public ThemedWidget
{
    Q_OBJECT
public:
    explicit WhyLine(ThemeHost &host, QWidget *parent = nullptr);

    /** title: of the entry, untrusted. */
    void ask(const EntryId &entry, const QString &title);
    /** Without a word. */
    void leave();

Q_SIGNALS:
    void said(const quntai::EntryId &entry, const QString &why);
    /** It is gone; whoever had the keyboard before wants it back. */
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keep();

    EntryId m_entry;
    PlainLabel *m_about;
    QLineEdit *m_words;
    ActionButton *m_keep;
};

} // namespace quntai
