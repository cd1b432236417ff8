// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportview.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"
#include "widgets/report/measurestrip.h"
#include "widgets/report/reporttables.h"
#include "widgets/report/reportwords.h"
#include "widgets/report/topicspanel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int loadingAfterMs = 200;
constexpr int chartsMin = 640;
constexpr int chartsMax = 1320;
constexpr int topicsMin = 320;

enum Body { ChartsBody, TablesBody, EmptyBody, LoadingBody };

/** Where the charts will stand, in grey and still. */
class LoadingBlocks : public ThemedWidget
{
public:
    using ThemedWidget::ThemedWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect all = rect().adjusted(space::x4, space::x3, 0, -space::x3);
        const int third = (all.height() - 2 * space::x3) / 3;
        for (int row = 0; row < 3; ++row)
            paintCard(painter, {all.left(), all.top() + row * (third + space::x3), all.width(), third});
    }

private:
    void paintCard(QPainter &painter, const QRect &card) const
    {
        paintBox(painter, card, radius::card, theme().color(ColorRole::SurfaceRaised),
                 theme().color(ColorRole::BorderSubtle));
        const auto &grey = theme().color(ColorRole::SurfaceSkeleton);
        paintBox(painter, QRect(card.left() + 16, card.top() + 14, 120, 12), radius::bar, grey);
        paintBox(painter, card.adjusted(16, 44, -16, -16), radius::bar, grey);
    }
};

} // namespace

ReportView::ReportView(ThemeHost &host, ReportTopicModel &topics, QWidget *parent)
    : ThemedWidget(host, parent), m_loadingSoon(new QTimer(this)),
      m_head(new ReportHead(host, this)), m_strip(new MeasureStrip(host, this)),
      m_banner(new InlineBanner(host, this)), m_left(new QStackedWidget),
      m_charts(new ReportCharts(host)), m_tables(new ReportTables(host)),
      m_empty(new EmptyState(host, Icon::Report, {})), m_topics(new TopicsPanel(host, topics)),
      m_splitter(new QSplitter(this))
{
    m_banner->hide();
    m_loadingSoon->setSingleShot(true);
    m_loadingSoon->setInterval(loadingAfterMs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(buildBody(), 1);
    body->addStretch(0);
    column->addLayout(body, 1);
    m_slice.measure = Measure::Transfer;
    m_slice.side = ReportSide::Part;
    join();
    showBody();
}

QWidget *ReportView::buildBody()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_charts->setMaximumWidth(chartsMax);
    scroll->setWidget(m_charts);
    auto *framed = new QWidget;
    auto *frame = new QVBoxLayout(framed);
    frame->setContentsMargins(space::x4, space::x3, 0, space::x3);
    frame->addWidget(m_tables);
    m_left->addWidget(scroll);
    m_left->addWidget(framed);
    m_left->addWidget(m_empty);
    m_left->addWidget(new LoadingBlocks(host()));
    m_left->setMinimumWidth(chartsMin);
    m_left->setMaximumWidth(chartsMax);
    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(space::x2, space::x3, space::x4, space::x3);
    rightColumn->addWidget(m_topics);
    right->setMinimumWidth(topicsMin);
    right->setMaximumWidth(layout::whatIf.max);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setMaximumWidth(chartsMax + layout::whatIf.max);
    m_splitter->setSizes({900, 460});
    return m_splitter;
}

void ReportView::join()
{
    connect(m_loadingSoon, &QTimer::timeout, this, [this] {
        m_strip->setLoading(true);
        m_left->setCurrentIndex(LoadingBody);
    });
    connect(m_head, &ReportHead::tablesWanted, this, [this](bool tables) {
        m_tablesWanted = tables;
        showBody();
    });
    connect(m_strip, &MeasureStrip::chosen, this, [this](Measure measure, ReportSide side) {
        showSlice({.measure = measure, .side = side});
    });
    connect(m_charts, &ReportCharts::sliceChosen, this, [this](const ReportSlice &slice) {
        m_strip->setChosen(slice.measure);
        showSlice(slice);
    });
    connect(m_banner, &InlineBanner::actionTriggered, this, &ReportView::retryWanted);
    connect(m_topics, &TopicsPanel::chosen, this, &ReportView::topicChosen);
}

void ReportView::showBody()
{
    const bool nothing = !m_hasReport || m_report.now.topics == 0;
    // Tables and the coverage of a quiet time are still worth a look.
    const bool covered = m_hasReport && m_report.now.coverage.whole > 0;
    if (nothing && !covered)
        m_left->setCurrentIndex(EmptyBody);
    else
        m_left->setCurrentIndex(m_tablesWanted ? TablesBody : ChartsBody);
}

void ReportView::setReport(const Report &report, int offsetMinutes)
{
    m_loadingSoon->stop();
    m_strip->setLoading(false);
    m_banner->hide();
    m_report = report;
    m_offset = offsetMinutes;
    m_hasReport = true;
    m_strip->setMeasures(measureViews(report));
    m_charts->setReport(report, offsetMinutes);
    m_tables->setReport(report, offsetMinutes);
    m_empty->setSentence(tr("No topics in this time"));
    m_head->setStamp(tr("As of %1 · click a number for its topics").arg(clockText(report.asOf)),
                     false);
    showBody();
    const bool stale = m_slice.step
        && std::ranges::none_of(report.steps, [&](const FiguresStep &step) {
               return step.from == *m_slice.step;
           });
    if (stale)
        m_slice = {.measure = m_slice.measure, .side = m_slice.side};
    m_strip->setChosen(m_slice.measure);
    // A list somebody reads does not move under their eyes each time the numbers are new.
    auto question = questionFor(m_slice);
    question.side = m_topics->question().side;
    if (!(question == m_topics->question()))
        showSlice(m_slice);
}

void ReportView::setAsking()
{
    m_banner->hide();
    if (!m_hasReport) {
        m_empty->setSentence({});
        m_loadingSoon->start();
    }
}

void ReportView::setProblem(const QString &why, bool offline)
{
    m_loadingSoon->stop();
    m_strip->setLoading(false);
    if (offline && m_hasReport)
        m_head->setStamp(tr("As of %1 · offline").arg(clockTextSeconds(m_report.asOf)), true);
    m_banner->showMessage(offline ? InlineBanner::Kind::Warning : InlineBanner::Kind::Error,
                          offline ? tr("No connection") : tr("The report did not come"),
                          offline ? (m_hasReport ? tr("These numbers are old. They are asked for "
                                                      "anew when the connection is back.")
                                                 : tr("The report comes when the connection is back."))
                                  : why);
    m_banner->setAction(offline ? QString() : tr("Try again"), Icon::Refresh);
    if (!m_hasReport)
        m_empty->setSentence(tr("There is no report yet"));
    showBody();
}

void ReportView::setClosed(const QString &sentence)
{
    const bool open = sentence.isEmpty();
    m_strip->setVisible(open);
    m_head->setEnabled(open);
    m_splitter->widget(1)->setVisible(open);
    if (open)
        return;
    m_banner->hide();
    m_hasReport = false;
    m_empty->setSentence(sentence);
    showBody();
}

ReportTopicsParams ReportView::questionFor(const ReportSlice &slice) const
{
    ReportTopicsParams question;
    question.measure = slice.measure;
    question.side = slice.side;
    question.who = slice.who;
    question.reason = slice.reason;
    question.weekday = slice.weekday;
    question.hour = slice.hour;
    question.from = slice.step.value_or(m_report.from);
    question.to = slice.step ? Instant{slice.step->ms + m_report.stepMs} : m_report.to;
    question.groups = slice.group.isEmpty() ? m_head->chosenGroups() : QList{slice.group};
    return question;
}

void ReportView::showSlice(const ReportSlice &slice)
{
    m_slice = slice;
    if (m_hasReport)
        m_topics->show(questionFor(slice), slice.words);
}

QPixmap ReportView::picture() const
{
    const int wide = std::max(m_strip->width(), m_charts->width());
    QPixmap all(QSize(wide, m_strip->height() + m_charts->height()) * devicePixelRatioF());
    all.setDevicePixelRatio(devicePixelRatioF());
    all.fill(theme().color(ColorRole::SurfaceWindow));
    QPainter painter(&all);
    painter.drawPixmap(0, 0, m_strip->grab());
    painter.drawPixmap(0, m_strip->height(), m_charts->grab());
    return all;
}

void ReportView::copyFigures()
{
    m_tables->copy();
}

void ReportView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
}

} // namespace quntai
