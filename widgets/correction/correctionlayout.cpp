// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the correction panel is put together; what it does is in correctionpanel.cpp.
#include "widgets/correction/correctionpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/composer/replyedit.h"
#include "widgets/correction/choicechip.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int diffDelayMs = 150;
constexpr int longestQuestion = 500;
constexpr int underRadio = 20;   // where the words of a radio button start

} // namespace

CorrectionPanel::CorrectionPanel(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_body(new ScrollColumn(host, ColorRole::SurfaceBase, this)),
      m_source(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_before(new DiffView(host, DiffView::Side::Old, tr("Original answer"), this)),
      m_mode(new SegmentedControl(host, tr("Edit or compare"), this)),
      m_pages(new QStackedWidget(this)), m_edit(new ReplyEdit(host, this)),
      m_after(new DiffView(host, DiffView::Side::New, tr("Right answer"), this)),
      m_hint(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_update(new QRadioButton(tr("Update the entry it came from"), this)),
      m_updateLine(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_new(new QRadioButton(tr("Make a new entry"), this)), m_question(new QLineEdit(this)),
      m_send(new QCheckBox(tr("Send it to the group now"), this)),
      m_sendLine(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_submit(new ActionButton(host, ButtonKind::Primary, tr("Submit correction"), this)),
      m_diffSoon(new QTimer(this))
{
    build();
}

void CorrectionPanel::build()
{
    setMinimumWidth(layout::correction.min);
    setAccessibleName(tr("Correct the bot's answer"));
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    m_body->column()->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
    m_body->column()->setSpacing(6);
    m_body->addCard(sectionHead(tr("Original answer"), m_source));
    m_body->addCard(m_before);
    m_body->addCard(sectionHead(tr("What was wrong"), nullptr));
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(6, chips);
    for (const auto &name : {tr("Incomplete"), tr("Wrong facts"), tr("Beside the question"),
                             tr("Wrong tone")}) {
        m_faults.append(new ChoiceChip(host(), name, chips));
        flow->addWidget(m_faults.constLast());
    }
    m_body->addCard(chips);
    buildAnswer();
    buildTarget();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_body, 1);
    column->addWidget(buildFoot());
    m_diffSoon->setSingleShot(true);
    m_diffSoon->setInterval(diffDelayMs);
    connect(m_diffSoon, &QTimer::timeout, this, &CorrectionPanel::refreshDiff);
}

QWidget *CorrectionPanel::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->addWidget(new PlainLabel(host(), tr("Correct the bot's answer"), TextRole::Title,
                                  ColorRole::TextPrimary, head),
                   1);
    auto *close = new IconButton(host(), Icon::X, tr("Close; the text is kept"), head);
    close->setKeyHint(u"Esc"_s);
    connect(close, &IconButton::clicked, this, &CorrectionPanel::leave);
    row->addWidget(close);
    return head;
}

QWidget *CorrectionPanel::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(space::x4, space::x2, space::x4, 10);
    column->setSpacing(6);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x2);
    row->addWidget(new PlainLabel(host(), tr("The bot uses it at once"), TextRole::Caption,
                                  ColorRole::TextTertiary, foot),
                   1);
    auto *cancel = new ActionButton(host(), ButtonKind::Secondary, tr("Cancel"), foot);
    connect(cancel, &ActionButton::clicked, this, &CorrectionPanel::leave);
    m_submit->setKeyHint(u"Ctrl+Enter"_s);
    connect(m_submit, &ActionButton::clicked, this, &CorrectionPanel::submit);
    row->addWidget(cancel);
    row->addWidget(m_submit);
    column->addLayout(row);
    return foot;
}

QWidget *CorrectionPanel::sectionHead(const QString &title, QWidget *right)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(space::x2);
    auto *label = new PlainLabel(host(), title, TextRole::UiStrong, ColorRole::TextPrimary, head);
    row->addWidget(label);
    row->addStretch(1);
    if (right)
        row->addWidget(right);
    return head;
}

void CorrectionPanel::buildAnswer()
{
    m_mode->addSegment(tr("Edit"));
    m_mode->addSegment(tr("Compare"));
    m_edit->setAccessibleName(tr("Right answer"));
    m_edit->setFrameShape(QFrame::StyledPanel);
    m_pages->addWidget(m_edit);
    m_pages->addWidget(m_after);
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_hint->setFlow(PlainLabel::Flow::Wrapped);
    m_hint->setPlainText(tr("What stands in {{ }} is filled in when the answer is sent"));
    m_body->addCard(sectionHead(tr("Right answer"), m_mode));
    m_body->addCard(m_pages);
    m_body->addCard(m_hint);
    connect(m_mode, &SegmentedControl::chosen, this, [this](int index) {
        refreshDiff();
        m_pages->setCurrentIndex(index);
        if (index == 0)
            m_edit->setFocus();
    });
    connect(m_edit, &ReplyEdit::submitted, this, &CorrectionPanel::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        setProblem({});
        m_diffSoon->start();
    });
}

void CorrectionPanel::buildTarget()
{
    m_body->addCard(sectionHead(tr("Write back to the knowledge base"), nullptr));
    m_body->addCard(m_update);
    m_updateLine->setContentsMargins(underRadio, 0, 0, 0);
    m_body->addCard(m_updateLine);
    m_body->addCard(m_new);
    m_question->setMaxLength(longestQuestion);
    m_question->setAccessibleName(tr("Question of the new entry"));
    m_question->setPlaceholderText(tr("The question, as a customer asks it"));
    m_body->addCard(m_question);
    auto *targets = new QButtonGroup(this);
    targets->addButton(m_update);
    targets->addButton(m_new);
    connect(m_new, &QRadioButton::toggled, m_question, &QWidget::setVisible);
    m_body->addCard(sectionHead(tr("In the group"), nullptr));
    m_body->addCard(m_send);
    m_sendLine->setFlow(PlainLabel::Flow::Wrapped);
    m_sendLine->setContentsMargins(underRadio, 0, 0, 0);
    m_body->addCard(m_sendLine);
    connect(m_send, &QCheckBox::toggled, this, &CorrectionPanel::refreshSending);
}

void CorrectionPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    const auto line = theme().color(ColorRole::BorderSubtle);
    paintHLine(painter, 0, width(), layout::header - 1, line);
    paintHLine(painter, 0, width(), m_body->geometry().bottom() + 1, line);
}

} // namespace quntai
