// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/testbench.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/words.h"
#include "widgets/studio/candidaterow.h"
#include "widgets/studio/studiowords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 6;

} // namespace

TestBench::TestBench(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_mode(new SegmentedControl(host, tr("Which version is tried"), this)),
      m_question(new QLineEdit(this)),
      m_run(new ActionButton(host, ButtonKind::Secondary, tr("Test"), this)),
      m_group(new QComboBox(this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this))
{
    m_body->column()->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_body, 1);
    m_body->addCard(buildQuestion());
    connect(m_question, &QLineEdit::returnPressed, this, &TestBench::run);
    connect(m_question, &QLineEdit::textChanged, this, &TestBench::refreshRun);
    connect(m_run, &ActionButton::clicked, this, &TestBench::run);
    connect(m_mode, &SegmentedControl::chosen, this, &TestBench::run);
    connect(m_group, &QComboBox::activated, this, [this] {
        Q_EMIT groupChanged();
        run();
    });
    setEntry({}, 0, false);
    clear();
    addText(tr("Ask a question as a customer would. Nothing is sent and nothing is recorded."),
            TextRole::Caption, ColorRole::TextTertiary);
}

QWidget *TestBench::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->addWidget(new PlainLabel(host(), tr("Test bench"), TextRole::Title,
                                  ColorRole::TextPrimary, head),
                   1);
    m_mode->addSegment({});
    m_mode->addSegment(tr("Editor"));
    row->addWidget(m_mode);
    return head;
}

QWidget *TestBench::buildQuestion()
{
    auto *box = new QWidget(this);
    m_question->setMaxLength(int(TrialQuestion::longest));
    m_question->setPlaceholderText(tr("A customer's question"));
    m_question->setAccessibleName(tr("Question to try"));
    m_run->setGlyph(Icon::Play);
    m_run->setKeyHint(u"F5"_s);
    m_group->setAccessibleName(tr("Group whose rules hold"));
    m_group->view()->setAccessibleName(tr("Group whose rules hold"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x2);
    row->addWidget(m_question, 1);
    row->addWidget(m_run);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x2);
    column->addLayout(row);
    column->addWidget(m_group);
    return box;
}

void TestBench::setEntry(const EntryId &entry, int liveVersion, bool draftable)
{
    m_entry = entry;
    m_mode->setSegmentText(0, liveVersion > 0 ? tr("v%1 live").arg(liveVersion) : tr("Live"));
    m_mode->setSegmentEnabled(1, draftable);
    if (!draftable)
        m_mode->setCurrentIndex(0);
}

void TestBench::setGroups(const QList<std::pair<GroupId, QString>> &groups)
{
    const auto before = group();
    m_group->clear();
    m_group->addItem(tr("Rules of all groups"), QVariant::fromValue(GroupId{}));
    for (const auto &[id, name] : groups) {
        m_group->addItem(visibleText(name, 40), QVariant::fromValue(id));
        if (id == before)
            m_group->setCurrentIndex(m_group->count() - 1);
    }
}

GroupId TestBench::group() const
{
    return m_group->currentData().value<GroupId>();
}

QString TestBench::question() const
{
    return m_question->text().trimmed();
}

bool TestBench::triesDraft() const
{
    return m_mode->currentIndex() == 1;
}

void TestBench::setTriesDraft(bool draft)
{
    m_mode->setCurrentIndex(draft ? 1 : 0);
}

void TestBench::setOnline(bool online, const QString &why)
{
    m_online = online;
    m_run->setToolTip(why);
    refreshRun();
}

void TestBench::focusQuestion()
{
    m_question->setFocus();
    m_question->selectAll();
}

void TestBench::refreshRun()
{
    m_run->setEnabled(m_online && !m_busy && !question().isEmpty());
}

void TestBench::run()
{
    if (!m_online || m_busy || question().isEmpty())
        return;
    m_busy = true;
    m_asked = question();
    refreshRun();
    Q_EMIT testWanted();
}

void TestBench::clear()
{
    delete m_results;
    m_results = new QWidget(this);
    m_column = new QVBoxLayout(m_results);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::x1);
    m_body->addCard(m_results);
}

PlainLabel *TestBench::addText(const QString &text, TextRole font, ColorRole color)
{
    auto *label = new PlainLabel(host(), text, font, color, m_results);
    label->setFlow(PlainLabel::Flow::Wrapped);
    m_column->addWidget(label);
    return label;
}

void TestBench::addHeading(const QString &text, const QString &note)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, space::x2, 0, 0);
    row->addWidget(new PlainLabel(host(), text, TextRole::Caption, ColorRole::TextSecondary,
                                  m_results));
    row->addStretch(1);
    row->addWidget(new PlainLabel(host(), note, TextRole::Caption, ColorRole::TextTertiary,
                                  m_results));
    m_column->addLayout(row);
}

void TestBench::addWords(const Trial &trial)
{
    addHeading(tr("Read as"), {});
    auto *chips = new QWidget(m_results);
    auto *flow = new FlowLayout(space::x1, chips);
    for (const auto &word : trial.words.first(std::min<qsizetype>(trial.words.size(), 16)))
        flow->addWidget(new ChipLabel(host(), {visibleText(word, 24), Tone::Accent}, chips));
    m_column->addWidget(chips);
    chips->setVisible(!trial.words.isEmpty());
    addText(trial.verdict.query, TextRole::Caption, ColorRole::TextTertiary);
}

void TestBench::addCandidates(const Trial &trial)
{
    const auto &verdict = trial.verdict;
    addHeading(tr("Candidates"), tr("Threshold %1 · out of scope %2")
                                     .arg(confidenceText(verdict.threshold),
                                          confidenceText(verdict.outOfScope)));
    if (verdict.candidates.isEmpty())
        addText(tr("No entry has anything of this question"), TextRole::Ui,
                ColorRole::TextSecondary);
    for (qsizetype i = 0; i < verdict.candidates.size(); ++i) {
        const auto &candidate = verdict.candidates.at(i);
        const bool mine = candidate.entry == m_entry && !m_entry.isEmpty();
        auto *row = new CandidateRow(host(), candidate, int(i) + 1, verdict.threshold,
                                     trial.nearest.value(i), i == 0 || mine, mine, m_results);
        connect(row, &CandidateRow::chosen, this, &TestBench::entryChosen);
        m_column->addWidget(row);
    }
}

void TestBench::addWhy(const Trial &trial, const std::optional<Entry> &entry)
{
    if (m_entry.isEmpty() && trial.asked.entry.isEmpty())
        return;
    const bool isIt = trial.rank == 1 && trial.verdict.action == Action::Answer;
    auto *card = new Card(host(), isIt ? tr("Why this entry") : tr("Why not this entry"), m_results);
    auto *why = new PlainLabel(host(), whyText(trial, entry), TextRole::Ui,
                               isIt ? ColorRole::SuccessFg : ColorRole::WarningFg, card);
    why->setFlow(PlainLabel::Flow::Wrapped);
    card->content()->addWidget(why);
    const bool shown = std::ranges::any_of(trial.verdict.candidates, [&](const Candidate &other) {
        return other.entry == trial.asked.entry;
    });
    if (trial.rank > 0 && !shown)
        card->content()->addWidget(new CandidateRow(host(), trial.asked, trial.rank,
                                                    trial.verdict.threshold, trial.askedNearest,
                                                    true, true, card));
    m_column->addWidget(card);
}

void TestBench::addOutcome(const Trial &trial)
{
    addHeading(tr("What the bot does"), {});
    const bool fine = trial.verdict.action == Action::Answer;
    addText(trialOutcome(trial), TextRole::UiStrong,
            fine ? ColorRole::SuccessFg : ColorRole::WarningFg);
    if (!trial.text.isEmpty())
        addText(trial.text, TextRole::Ui, ColorRole::TextPrimary);
}

void TestBench::remember(const Trial &trial, Instant at)
{
    if (m_asked.isEmpty())
        return;
    m_recent.removeIf([this](const Recent &other) { return other.question == m_asked; });
    m_recent.prepend({m_asked, trial.verdict.confidence, trial.verdict.threshold, at});
    if (m_recent.size() > mostRecent)
        m_recent.removeLast();
}

void TestBench::addRecent()
{
    addHeading(tr("Latest tests"), {});
    for (const auto &recent : std::as_const(m_recent)) {
        auto *again = new ActionButton(host(), ButtonKind::Link,
                                       elidedText(theme().font(TextRole::Ui),
                                                  visibleText(recent.question, 60), 200),
                                       m_results);
        auto *row = new QHBoxLayout;
        row->setSpacing(space::x3);
        row->addWidget(again);
        row->addStretch(1);
        const bool below = recent.confidence < recent.threshold;
        row->addWidget(new PlainLabel(host(), confidenceText(recent.confidence), TextRole::Caption,
                                      below ? ColorRole::WarningFg : ColorRole::TextPrimary,
                                      m_results));
        row->addWidget(new PlainLabel(host(), clockText(recent.at), TextRole::Caption,
                                      ColorRole::TextTertiary, m_results));
        m_column->addLayout(row);
        connect(again, &ActionButton::clicked, this, [this, question = recent.question] {
            m_question->setText(question);
            QMetaObject::invokeMethod(this, &TestBench::run, Qt::QueuedConnection);
        });
    }
}

void TestBench::showTrial(const Trial &trial, const std::optional<Entry> &entry, Instant at)
{
    m_busy = false;
    refreshRun();
    clear();
    remember(trial, at);
    addWords(trial);
    addOutcome(trial);
    addWhy(trial, entry);
    addCandidates(trial);
    addRecent();
}

void TestBench::showProblem(const QString &problem)
{
    m_busy = false;
    refreshRun();
    clear();
    addText(problem, TextRole::Ui, ColorRole::DangerFg);
}

void TestBench::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
