// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <QHash>

class QCheckBox;

namespace quntai {

class FlowLayout;
class IconButton;
class PlainLabel;

/** The steps an entry asks of the agent, so that two agents handle alike: which are done, and by
 * whom. Hidden when there are none. Folded it is one line: how far they are, and the next one.
 *
 * A step somebody just clicked shows as clicked, and cannot be clicked again, until the ledger says
 * so or the click is refused.
 */
class Checklist : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Checklist(ThemeHost &host, QWidget *parent = nullptr);

    /** The steps of an entry and what is ticked in this topic; an entry without steps hides it. */
    void setSteps(const TopicId &topic, const Entry &entry, const QList<StepTick> &ticks);
    /** False: somebody else holds the topic, or it has ended. */
    void setOpen(bool open);
    /** What was clicked did not come to be. */
    void dropPending();
    /** "2/3", for tests and screen readers. */
    QString progress() const;
    /** There is little room: it folds, and a person may open it until fold() or another topic. */
    void setScarce(bool scarce);
    /** What a person opened closes again where there is little room. */
    void fold();
    bool isFolded() const { return m_scarce && !m_opened; }
    /** Opens and folds. */
    IconButton &foldButton() const { return *m_fold; }
    /** The step that comes next, while folded; hidden when all are done. */
    QCheckBox &nextBox() const { return *m_nextBox; }
    /** What the steps take of a desk that wide, with all of them there. */
    int heightUnfolded(int width) const;
    /** And folded. */
    int heightFolded() const;
    QList<QCheckBox *> boxes() const { return m_boxes; }

Q_SIGNALS:
    /** A person opened it or folded it. */
    void foldChanged();
    void ticked(const EntryId &entry, const QString &step, bool done);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void tick(int step, bool done);
    void refresh();
    void refreshFold();
    void refreshBox(QCheckBox &box, int step);
    int nextStep() const;
    const StepTick *tickOf(const QString &step) const;

    TopicId m_topic;
    Entry m_entry;
    QList<StepTick> m_ticks;
    QHash<QString, bool> m_pending;  //!< clicked, and not yet so, by the step's words
    bool m_open = true;
    bool m_scarce = false;
    bool m_opened = false;  //!< by a person, though there is little room
    PlainLabel *m_title;
    QCheckBox *m_nextBox;
    IconButton *m_fold;
    QWidget *m_all;
    FlowLayout *m_flow;
    QList<QCheckBox *> m_boxes;
};

} // namespace quntai
