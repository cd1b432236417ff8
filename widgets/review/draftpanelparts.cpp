// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the draft's panel is put together; what it does is in draftpanel.cpp.
#include "widgets/review/draftpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/composer/replyedit.h"
#include "widgets/context/confidencebar.h"
#include "widgets/context/personmark.h"
#include "widgets/review/actionbar.h"
#include "widgets/review/preview.h"
#include "widgets/review/rejectpanel.h"
#include "widgets/review/talkbox.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int diffDelayMs = 150;

} // namespace

DraftPanel::DraftPanel(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_mark(new PersonMark(host, this)),
      m_title(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_where(note()), m_banner(new InlineBanner(host, this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceBase, this)), m_talkNote(note()),
      m_talk(new TalkBox(host, this)), m_intent(note(ColorRole::TextPrimary)),
      m_confidence(new ConfidenceBar(host, this)), m_emotion(note(ColorRole::TextSecondary)),
      m_why(new ChipLabel(host, {}, this)), m_made(note()), m_stale(new ChipLabel(host, {}, this)),
      m_mode(new SegmentedControl(host, tr("Edit or compare"), this)),
      m_edit(new ReplyEdit(host, this)), m_compare(new QWidget(this)),
      m_old(new DiffView(host, DiffView::Side::Old, tr("The bot's draft"), m_compare)),
      m_new(new DiffView(host, DiffView::Side::New, tr("Changed"), m_compare)),
      m_source(note(ColorRole::TextSecondary)), m_change(note()), m_sendNote(note()),
      m_preview(new Preview(host, this)), m_problem(note(ColorRole::DangerFg)),
      m_hindrance(note(ColorRole::WarningFg)),
      m_reject(new RejectPanel(host, this)), m_actions(new ActionBar(host, this)),
      m_diffSoon(new QTimer(this))
{
    setAccessibleName(tr("Draft"));
    m_body->column()->setContentsMargins(space::x5, space::x3, space::x5, space::x3);
    m_body->column()->setSpacing(space::x2);
    m_body->setMostWidth(ScrollColumn::readableWidth);
    buildTalk();
    buildDraft();
    buildPreview();
    m_banner->hide();
    m_reject->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    column->addWidget(m_body, 1);
    column->addWidget(m_problem);
    column->addWidget(m_hindrance);
    column->addWidget(m_reject);
    column->addWidget(m_actions);
    for (auto *line : {m_problem, m_hindrance}) {
        line->setFlow(PlainLabel::Flow::Wrapped);
        line->setContentsMargins(space::x5, 6, space::x5, 6);
    }
    m_hindrance->hide();
    m_problem->hide();
    m_diffSoon->setSingleShot(true);
    m_diffSoon->setInterval(diffDelayMs);
    join();
    fitEdit();
}

PlainLabel *DraftPanel::note(ColorRole color)
{
    return new PlainLabel(host(), {}, TextRole::Caption, color, this);
}

QWidget *DraftPanel::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_mark);
    row->addWidget(m_title);
    row->addWidget(m_where, 1);
    const auto button = [&](Icon icon, const QString &name, const QString &keys) {
        auto *made = new IconButton(host(), icon, name, head);
        made->setKeyHint(keys);
        row->addWidget(made);
        return made;
    };
    connect(button(Icon::Up, tr("Previous draft"), u"Alt+↑"_s), &IconButton::clicked, this,
            [this] { Q_EMIT stepped(-1); });
    connect(button(Icon::Down, tr("Next draft"), u"Alt+↓"_s), &IconButton::clicked, this,
            [this] { Q_EMIT stepped(1); });
    return head;
}

QHBoxLayout *DraftPanel::addSection(const QString &title, PlainLabel *note)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, space::x1, 0, 0);
    row->setSpacing(space::x2);
    row->addWidget(new PlainLabel(host(), title, TextRole::UiStrong, ColorRole::TextPrimary, head));
    row->addWidget(note, 1);
    m_body->addCard(head);
    return row;
}

void DraftPanel::buildTalk()
{
    auto *desk = new ActionButton(host(), ButtonKind::Link, tr("Show in the group"), this);
    connect(desk, &ActionButton::clicked, this, &DraftPanel::deskWanted);
    addSection(tr("What was said"), m_talkNote)->addWidget(desk);
    m_body->addCard(m_talk);
    auto *verdict = new QWidget(this);
    auto *row = new QHBoxLayout(verdict);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x3);
    row->addWidget(new PlainLabel(host(), tr("Verdict"), TextRole::UiStrong, ColorRole::TextPrimary,
                                  verdict));
    row->addWidget(m_intent);
    row->addWidget(m_confidence);
    row->addWidget(m_emotion);
    row->addWidget(m_why);
    row->addStretch(1);
    m_body->addCard(verdict);
}

void DraftPanel::buildDraft()
{
    auto *row = addSection(tr("The bot's draft"), m_made);
    row->addWidget(m_stale);
    m_mode->addSegment(tr("Edit"));
    m_mode->addSegment(tr("Compare"));
    row->addWidget(m_mode);
    m_edit->setAccessibleName(tr("The text that is sent"));
    m_edit->setFrameShape(QFrame::StyledPanel);
    m_body->addCard(m_edit);
    auto *sides = new QHBoxLayout(m_compare);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::x2);
    const auto side = [&](const QString &name, DiffView *view) {
        auto *column = new QVBoxLayout;
        column->setSpacing(space::x1);
        column->addWidget(new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextTertiary,
                                         m_compare));
        column->addWidget(view);
        column->addStretch(1);
        sides->addLayout(column, 1);
    };
    side(tr("The bot's draft"), m_old);
    side(tr("Changed"), m_new);
    m_compare->hide();
    m_body->addCard(m_compare);
    auto *source = new QWidget(this);
    auto *line = new QHBoxLayout(source);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::x3);
    line->addWidget(m_source, 1);
    line->addWidget(m_change);
    m_body->addCard(source);
}

void DraftPanel::buildPreview()
{
    addSection(tr("As the group sees it"), m_sendNote);
    m_body->addCard(m_preview);
}

void DraftPanel::join()
{
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
            this, &DraftPanel::fitEdit);
    connect(m_diffSoon, &QTimer::timeout, this, &DraftPanel::refreshDiff);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_opening)
            return;
        setProblem({});
        refreshText();
        Q_EMIT textEdited(text());
    });
    connect(m_edit, &ReplyEdit::submitted, this, &DraftPanel::pressMain);
    connect(m_mode, &SegmentedControl::chosen, this, [this](int index) { showCompare(index == 1); });
    connect(m_actions, &ActionBar::mainPressed, this, &DraftPanel::pressMain);
    connect(m_actions, &ActionBar::rejectPressed, this, &DraftPanel::openReject);
    connect(m_actions, &ActionBar::takeOverPressed, this, &DraftPanel::takeOverPressed);
    connect(m_reject, &RejectPanel::cancelled, this, &DraftPanel::closeReject);
    connect(m_reject, &RejectPanel::rejected, this, &DraftPanel::rejected);
    connect(m_banner, &InlineBanner::dismissed, m_banner, &QWidget::hide);
    connect(m_banner, &InlineBanner::actionTriggered, this, &DraftPanel::left);
}

void DraftPanel::themeChanged()
{
    refreshMarks();
    fitEdit();
}

void DraftPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
