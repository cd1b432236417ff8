// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/topicspanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/report/reportwords.h"
#include "widgets/report/topicrows.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 40;

} // namespace

TopicsPanel::TopicsPanel(ThemeHost &host, ReportTopicModel &model, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model),
      m_title(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_count(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_sides(new SegmentedControl(host, tr("Which topics"), this)),
      m_banner(new InlineBanner(host, this)), m_pages(new QStackedWidget(this)),
      m_list(new QListView(this)),
      m_empty(new EmptyState(host, Icon::Report, tr("Choose a number to see its topics"), this))
{
    for (int side = 0; side < 3; ++side)
        m_sides->addSegment(QString());
    m_sides->hide();
    m_banner->hide();
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_list->setAccessibleName(tr("Topics behind the number"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new TopicRows(host, m_list));
    m_list->setModel(&model);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);

    auto *head = new QWidget(this);
    head->setFixedHeight(headHeight);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_title);
    row->addWidget(m_count, 1);
    row->addWidget(m_sides);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);

    connect(&model, &ReportTopicModel::stateChanged, this, &TopicsPanel::showState);
    connect(m_banner, &InlineBanner::actionTriggered, this, &TopicsPanel::ask);
    connect(m_sides, &SegmentedControl::chosen, this, [this](int side) {
        m_question.side = ReportSide(side);
        ask();
    });
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(ReportTopicModel::TopicValue).value<ReportTopic>());
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    m_pages->setCurrentWidget(m_empty);
}

/** What a measure counts and what it does not, in its own words. */
void TopicsPanel::nameSides(Measure measure)
{
    QString part, rest;
    switch (measure) {
    case Measure::FirstResponse:
    case Measure::AverageResponse:
        part = tr("Answered");
        rest = tr("Unanswered");
        break;
    case Measure::FirstContact:
        part = tr("Settled at once");
        rest = tr("Came back");
        break;
    case Measure::Transfer:
        part = tr("Escalated");
        rest = tr("Not escalated");
        break;
    case Measure::Automation:
        part = tr("By the bot alone");
        rest = tr("Not by it alone");
        break;
    case Measure::Coverage:
        part = tr("Somebody there");
        rest = tr("Nobody there");
        break;
    case Measure::KnowledgeHit:
        part = tr("Hit");
        rest = tr("Missed");
        break;
    case Measure::NewKnowledge:
        part = tr("Corrected");
        break;
    }
    m_sides->setSegmentText(0, tr("All"));
    m_sides->setSegmentText(1, part);
    m_sides->setSegmentText(2, rest);
    m_sides->setVisible(!rest.isEmpty() && measure != Measure::AverageResponse);
}

void TopicsPanel::show(const ReportTopicsParams &question, const QString &where)
{
    m_question = question;
    nameSides(question.measure);
    m_sides->setCurrentIndex(int(question.side));
    const auto name = measureName(question.measure);
    m_title->setPlainText(where.isEmpty() ? name : name + u" · "_s + where);
    m_banner->hide();
    ask();
}

void TopicsPanel::ask()
{
    m_banner->hide();
    m_model.show(m_question);
    m_list->scrollToTop();
}

void TopicsPanel::say(const QString &what)
{
    m_banner->showMessage(InlineBanner::Kind::Info, {}, what);
    m_banner->setAction({});
}

void TopicsPanel::showState()
{
    const auto &problem = m_model.problem();
    if (!problem.isEmpty()) {
        m_banner->showMessage(InlineBanner::Kind::Error, tr("The topics did not come"), problem);
        m_banner->setAction(tr("Try again"));
    }
    const bool some = m_model.rowCount() > 0;
    m_count->setPlainText(some ? tr("%n topic(s)", nullptr, m_model.total()) : QString());
    m_empty->setSentence(m_model.isAsking() ? tr("Looking…")
                             : problem.isEmpty() ? tr("No topic in this time")
                                                 : tr("Nothing to show"));
    m_pages->setCurrentWidget(some ? static_cast<QWidget *>(m_list) : m_empty);
}

void TopicsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised),
             theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
