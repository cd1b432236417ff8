// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** Colleagues in the same topic: who looks, who edits, and their unfinished words as a ghost, so that
 * two people do not answer twice. Hidden while one is alone. */
class ColleagueLine : public ThemedWidget
{
    Q_OBJECT
public:
    ColleagueLine(ThemeHost &host, QWidget *parent = nullptr);

    /** here: at work in this topic. drafts: of colleagues in it, untrusted. */
    void setColleagues(const QList<Presence> &here, const QList<Draft> &drafts);
    /** The words shown first can be put into the reply: who holds the topic decides. */
    void setUsable(bool usable);
    /** Puts them there; false when there are none, or may not be used. */
    bool useFirst();
    /** As it is said, for tests and screen readers. */
    QString people() const;
    QString ghost() const;

Q_SIGNALS:
    void useWanted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshUse();

    PlainLabel *m_people;
    PlainLabel *m_ghost;
    ActionButton *m_use;
    QString m_first;  //!< a colleague's whole text
    bool m_usable = false;
};

} // namespace quntai
