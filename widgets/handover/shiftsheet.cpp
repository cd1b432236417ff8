// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/shiftsheet.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/words.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWidth = 760;
constexpr int mostHeight = 720;
constexpr int margin = 24;
constexpr int longestName = 40;
constexpr int leastCombo = 140;
constexpr int tickDrop = 3;  // to the middle of the first line

QString stateLine(const ShiftTopic &topic, Instant now)
{
    QStringList parts;
    if (!topic.asker.isEmpty())
        parts.append(topic.asker);
    parts.append(topic.mine ? ShiftSheet::tr("you hold it") : topicStateName(topic.state));
    if (topic.waitingSince.isSet())
        parts.append(ShiftSheet::tr("waits since %1").arg(whenText(topic.waitingSince, now)));
    if (!topic.later.isEmpty())
        parts.append(topic.later);
    return parts.join(u" · "_s);
}

} // namespace

ShiftSheet::ShiftSheet(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_line(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_since(new SegmentedControl(host, tr("Notes since"), this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this)),
      m_empty(new EmptyState(host, Icon::Check, tr("Nothing is left open: no topic of yours, no "
                                                   "promise, no note of this shift."),
                             this)),
      m_news(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_colleagues(new QComboBox(this)),
      m_hand(new ActionButton(host, ButtonKind::Primary, tr("Hand over"), this))
{
    setAccessibleName(tr("Shift hand-over sheet"));
    setFocusPolicy(Qt::StrongFocus);
    m_since->addSegment(tr("Since sign-in"));
    m_since->addSegment(tr("8 hours"));
    m_since->addSegment(tr("24 hours"));
    m_since->setCurrentIndex(SignIn);
    m_body->addCard(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_body, 1);
    column->addWidget(buildFoot());
    connect(m_since, &SegmentedControl::chosen, this, &ShiftSheet::sinceChanged);
    hide();
    parent->installEventFilter(this);
    refreshFoot();
}

QWidget *ShiftSheet::buildHead()
{
    auto *head = new QWidget(this);
    auto *close = new IconButton(host(), Icon::X, tr("Close"), head);
    close->setKeyHint(u"Esc"_s);
    connect(close, &IconButton::clicked, this, &ShiftSheet::dismiss);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel(host(), tr("Shift hand-over sheet"), TextRole::Title,
                                    ColorRole::TextPrimary, head));
    words->addWidget(m_line);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, space::x3, space::x2, space::x2);
    row->setSpacing(space::x3);
    row->addLayout(words, 1);
    row->addWidget(m_since);
    row->addWidget(close, 0, Qt::AlignTop);
    return head;
}

QWidget *ShiftSheet::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *copy = new ActionButton(host(), ButtonKind::Secondary, tr("Copy"), foot);
    copy->setGlyph(Icon::Copy);
    copy->setObjectName(u"copy"_s);
    auto *save = new ActionButton(host(), ButtonKind::Secondary, tr("Save or print…"), foot);
    save->setGlyph(Icon::Download);
    save->setObjectName(u"save"_s);
    m_colleagues->setAccessibleName(tr("Who takes over"));
    m_colleagues->view()->setAccessibleName(tr("Who takes over"));
    m_colleagues->setMinimumWidth(leastCombo);
    m_colleagues->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_hand->setGlyph(Icon::Transfer);
    m_news->setFlow(PlainLabel::Flow::Wrapped);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x2);
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    row->addWidget(new PlainLabel(host(), tr("To"), TextRole::Caption, ColorRole::TextSecondary,
                                  foot));
    row->addWidget(m_colleagues);
    row->addWidget(m_hand);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(space::x4, space::x2, space::x4, space::x3);
    column->setSpacing(space::x1);
    column->addWidget(m_news);
    column->addLayout(row);
    m_news->hide();
    connect(copy, &QAbstractButton::clicked, this, &ShiftSheet::copyWanted);
    connect(save, &QAbstractButton::clicked, this, &ShiftSheet::saveWanted);
    connect(m_colleagues, &QComboBox::currentIndexChanged, this, &ShiftSheet::refreshFoot);
    connect(m_hand, &QAbstractButton::clicked, this, [this] {
        if (!chosen().isEmpty() && !colleague().isEmpty())
            Q_EMIT handOverWanted(chosen(), colleague());
    });
    return foot;
}

void ShiftSheet::open()
{
    if (isHidden())
        m_before = window()->focusWidget();
    m_unticked.clear();
    setNews({});
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void ShiftSheet::dismiss()
{
    if (isHidden())
        return;
    const QPointer<QWidget> back = std::exchange(m_before, nullptr);
    hide();
    if (back)
        back->setFocus(Qt::OtherFocusReason);
}

ShiftSheet::Since ShiftSheet::since() const
{
    return static_cast<Since>(m_since->currentIndex());
}

void ShiftSheet::setShift(const ShiftSummary &shift)
{
    const bool same = shift.groups == m_shift.groups && shift.name == m_shift.name;
    m_shift = shift;
    m_line->setPlainText(tr("%1 · %n topic(s)", nullptr, int(shift.topics()))
                             .arg(visibleText(shift.name, longestName))
                         + u" · "_s
                         + tr("%n open promise(s)", nullptr, int(shift.openPromises()))
                         + u" · "_s + tr("notes since %1").arg(whenText(shift.from, shift.at)));
    if (!same)
        refresh();
}

void ShiftSheet::refresh()
{
    m_ticks.clear();
    for (auto *card : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater();
    }
    for (const auto &group : std::as_const(m_shift.groups)) {
        m_cards.append(cardFor(group));
        m_body->addCard(m_cards.constLast());
    }
    m_empty->setVisible(m_shift.groups.isEmpty());
    refreshFoot();
}

QWidget *ShiftSheet::cardFor(const ShiftGroup &group)
{
    auto *card = new Card(host(), group.name, this);
    card->content()->setSpacing(space::x3);
    for (const auto &topic : group.topics)
        card->content()->addWidget(rowFor(topic, card));
    return card;
}

QWidget *ShiftSheet::rowFor(const ShiftTopic &topic, QWidget *card)
{
    auto *row = new QWidget(card);
    auto *tick = new QCheckBox(row);
    const auto title = topic.gone ? topic.title : laneLetter(topic.lane) + u' ' + topic.title;
    tick->setAccessibleName(tr("Hand over: %1").arg(title));
    tick->setEnabled(topic.mine);
    tick->setChecked(topic.mine && !m_unticked.contains(topic.id));
    tick->setToolTip(topic.mine ? QString() : tr("Only a topic you hold can be handed over"));
    m_ticks.insert(topic.id, tick);
    connect(tick, &QCheckBox::toggled, this, [this, id = topic.id](bool on) {
        if (on)
            m_unticked.remove(id);
        else
            m_unticked.insert(id);
        refreshFoot();
    });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new PlainLabel(host(), title, TextRole::UiStrong, ColorRole::TextPrimary, row);
    words->addWidget(name);
    addLine(words, stateLine(topic, m_shift.at), false, row);
    if (!topic.asked.isEmpty())
        addLine(words, tr("Asked: %1").arg(topic.asked), false, row);
    for (const auto &promise : topic.promises)
        addLine(words, tr("Promised: %1").arg(promiseLine(promise, m_shift.at)),
                isOverdue(promise, m_shift.at), row);
    for (const auto &note : topic.notes)
        addLine(words, tr("Note, %1 %2: %3").arg(visibleText(note.author, longestName),
                                                whenText(note.at, m_shift.at), note.text),
                false, row);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::x2);
    auto *mark = new QVBoxLayout;
    mark->setContentsMargins(0, tickDrop, 0, 0);
    mark->addWidget(tick);
    mark->addStretch(1);
    columns->addLayout(mark);
    columns->addLayout(words, 1);
    if (!topic.gone) {
        auto *look = new IconButton(host(), Icon::Target, tr("Show %1").arg(title), row);
        look->setSmall(true);
        connect(look, &QAbstractButton::clicked, this,
                [this, id = topic.id] { Q_EMIT topicWanted(id); });
        columns->addWidget(look, 0, Qt::AlignTop);
    }
    return row;
}

void ShiftSheet::addLine(QLayout *words, const QString &text, bool alarming, QWidget *row)
{
    auto *line = new PlainLabel(host(), text, TextRole::Caption,
                                alarming ? ColorRole::DangerFg : ColorRole::TextSecondary, row);
    line->setFlow(PlainLabel::Flow::Wrapped);
    words->addWidget(line);
}

void ShiftSheet::setColleagues(const QList<Presence> &colleagues)
{
    const auto before = colleague();
    auto there = colleagues;
    there.removeIf([](const Presence &one) { return one.status != AgentStatus::Online; });
    std::ranges::sort(there, {}, [](const Presence &one) {
        return std::pair{one.name, one.user.value};
    });
    const QSignalBlocker quiet(m_colleagues);
    m_colleagues->clear();
    if (there.isEmpty())
        m_colleagues->addItem(tr("No colleague is at work"), QString());
    for (const auto &one : std::as_const(there)) {
        m_colleagues->addItem(visibleText(one.name, longestName), one.user.value);
        if (one.user == before)
            m_colleagues->setCurrentIndex(m_colleagues->count() - 1);
    }
    m_colleagues->setEnabled(!there.isEmpty());
    refreshFoot();
}

void ShiftSheet::setNews(const QString &news, bool bad)
{
    m_news->setPlainText(news);
    m_news->setRole(TextRole::Caption, bad ? ColorRole::DangerFg : ColorRole::SuccessFg);
    m_news->setVisible(!news.isEmpty());
}

QList<TopicId> ShiftSheet::chosen() const
{
    QList<TopicId> ids;
    for (const auto &group : m_shift.groups) {
        for (const auto &topic : group.topics) {
            const auto *tick = m_ticks.value(topic.id);
            if (topic.mine && tick && tick->isChecked())
                ids.append(topic.id);
        }
    }
    return ids;
}

UserId ShiftSheet::colleague() const
{
    return {m_colleagues->currentData().toString()};
}

void ShiftSheet::refreshFoot()
{
    const auto count = int(chosen().size());
    m_hand->setText(count > 0 ? tr("Hand over %1").arg(count) : tr("Hand over"));
    m_hand->setEnabled(count > 0 && !colleague().isEmpty());
    m_hand->setToolTip(m_hand->isEnabled()
                           ? tr("They have 20 s to accept each; otherwise it waits in the queue")
                           : tr("Tick topics you hold and choose a colleague at work"));
}

void ShiftSheet::place()
{
    const auto room = parentWidget()->rect().adjusted(margin, margin, -margin, -margin);
    QRect at(0, 0, std::min(mostWidth, room.width()), std::min(mostHeight, room.height()));
    at.moveCenter(room.center());
    setGeometry(at);
}

bool ShiftSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void ShiftSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        ThemedWidget::keyPressEvent(event);
}

void ShiftSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::popup, theme().color(ColorRole::SurfaceOverlay),
             theme().color(ColorRole::BorderStrong));
}

} // namespace quntai
