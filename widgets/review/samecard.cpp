// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/samecard.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHeight = 184;
constexpr qsizetype mostNames = 4;
constexpr qsizetype shownText = 160;

int countOf(const QList<SameAnswer> &answers, SameAnswer::State state)
{
    return int(std::ranges::count(answers, state, &SameAnswer::state));
}

QString peopleText(const SameAnswer &answer)
{
    QStringList names;
    for (const auto &name : answer.people.first(std::min(mostNames, answer.people.size())))
        names.append(visibleText(name, 28));
    if (answer.count > names.size())
        names.append(SameCard::tr("%n more", nullptr, int(answer.count - names.size())));
    return names.join(u"、"_s);
}

ColorRole colorOf(SameAnswer::State state)
{
    switch (state) {
    case SameAnswer::State::Look: return ColorRole::WarningFg;
    case SameAnswer::State::Held:
    case SameAnswer::State::Refused: return ColorRole::DangerFg;
    case SameAnswer::State::Done: return ColorRole::SuccessFg;
    case SameAnswer::State::Ready:
    case SameAnswer::State::Sending: break;
    }
    return ColorRole::TextTertiary;
}

} // namespace

SameCard::SameCard(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_title(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_hint(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_all(new ActionButton(host, ButtonKind::Primary, {}, this)),
      m_close(new ActionButton(host, ButtonKind::Quiet, tr("Close"), this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this))
{
    setAccessibleName(tr("Same question in several groups"));
    m_all->setGlyph(Icon::Check);
    m_all->setKeyHint(u"Ctrl+Shift+Enter"_s);
    m_close->setGlyph(Icon::X);
    m_body->column()->setContentsMargins(0, space::x2, 0, space::x2);
    m_body->column()->setSpacing(space::x2);
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    head->addLayout(words, 1);
    head->addWidget(m_close);
    head->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x5, space::x3, space::x5, space::x2);
    column->setSpacing(space::x2);
    column->addLayout(head);
    column->addWidget(m_body);
    connect(m_all, &ActionButton::clicked, this, &SameCard::pressAll);
    connect(m_close, &ActionButton::clicked, this, &SameCard::closed);
    hide();
}

void SameCard::setAnswers(const QList<SameAnswer> &answers, const DraftId &current)
{
    setVisible(answers.size() > 1);
    if (answers == m_answers && current == m_current)
        return;
    m_answers = answers;
    m_current = current;
    refresh();
}

void SameCard::setLocked(const QString &why)
{
    m_locked = why;
    m_all->setEnabled(m_locked.isEmpty() && ready() > 0);
    m_all->setToolTip(m_locked);
}

int SameCard::ready() const
{
    return countOf(m_answers, SameAnswer::State::Ready);
}

bool SameCard::isOver() const
{
    return countOf(m_answers, SameAnswer::State::Done)
        + countOf(m_answers, SameAnswer::State::Refused)
        + countOf(m_answers, SameAnswer::State::Sending) > 0;
}

void SameCard::pressAll()
{
    if (isVisible() && m_all->isEnabled())
        Q_EMIT approvedAll();
}

void SameCard::refresh()
{
    int people = 0;
    QSet<QString> groups;
    for (const auto &answer : std::as_const(m_answers)) {
        people += answer.count;
        groups.insert(answer.group);
    }
    m_title->setPlainText(tr("Same question: %1 people in %2 groups").arg(people).arg(groups.size()));
    const int refused = countOf(m_answers, SameAnswer::State::Refused);
    const int done = countOf(m_answers, SameAnswer::State::Done);
    if (isOver())
        m_hint->setPlainText(refused > 0
                                 ? tr("%1 approved, %2 not: see below why").arg(done).arg(refused)
                                 : tr("%1 of %2 approved").arg(done).arg(m_answers.size()));
    else
        m_hint->setPlainText(tr("Decided once; each group gets its own text when its send budget "
                                "allows"));
    const bool isChanged = std::ranges::any_of(m_answers, &SameAnswer::isChanged);
    m_all->setText(isChanged ? tr("Send the change to all %1").arg(ready())
                             : tr("Approve all %1").arg(ready()));
    m_all->setVisible(!isOver() || ready() > 0);
    m_close->setVisible(isOver());
    refreshRows();
    setLocked(m_locked);
}

void SameCard::refreshRows()
{
    qDeleteAll(std::exchange(m_rows, {}));
    auto sorted = m_answers;
    // What went wrong must be seen without scrolling.
    std::ranges::stable_partition(sorted, [](const SameAnswer &answer) {
        return answer.state == SameAnswer::State::Refused;
    });
    int height = space::x4;
    for (const auto &answer : std::as_const(sorted)) {
        m_rows.append(makeRow(answer));
        m_body->addCard(m_rows.last());
        height += m_rows.last()->sizeHint().height() + space::x2;
    }
    m_body->setFixedHeight(std::min(height, mostHeight));
}

QWidget *SameCard::makeRow(const SameAnswer &answer)
{
    auto *row = new QWidget;
    const bool isOpen = answer.draft == m_current;
    auto *group = new PlainLabel(host(), visibleText(answer.group, 40), TextRole::Ui,
                                 isOpen ? ColorRole::AccentFg : ColorRole::TextPrimary, row);
    auto *people = new PlainLabel(host(), peopleText(answer), TextRole::Caption,
                                  ColorRole::TextSecondary, row);
    auto *note = new PlainLabel(host(), answer.note, TextRole::Caption, colorOf(answer.state), row);
    auto *text = new PlainLabel(host(), visibleText(answer.text, shownText), TextRole::Caption,
                                ColorRole::TextTertiary, row);
    auto *open = new ActionButton(host(), ButtonKind::Quiet, tr("Open"), row);
    open->setButtonSize(ButtonSize::Small);
    open->setAccessibleName(tr("Open the draft for %1").arg(visibleText(answer.group, 40)));
    open->setEnabled(!isOpen && answer.state != SameAnswer::State::Done);
    connect(open, &ActionButton::clicked, this, [this, draft = answer.draft] {
        // The row goes with the click.
        QMetaObject::invokeMethod(this, [this, draft] { Q_EMIT opened(draft); },
                                  Qt::QueuedConnection);
    });
    auto *first = new QHBoxLayout;
    first->setSpacing(space::x2);
    first->addWidget(group);
    first->addWidget(people, 1);
    first->addWidget(note);
    first->addWidget(open);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(first);
    column->addWidget(text);
    return row;
}

void SameCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
