// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/reportpage.h"

#include "models/items/reporttopicmodel.h"
#include "models/session/query.h"
#include "widgets/common/words/refusals.h"
#include "widgets/report/reportview.h"
#include "widgets/report/reportwords.h"
#include "widgets/report/topicspanel.h"

#include <QDateTime>
#include <QFileDialog>
#include <QSaveFile>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int againMs = 60'000;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

ReportPage::ReportPage(ThemeHost &host, Session &session, QWidget *parent)
    : Page(host, session, parent), m_topics(new ReportTopicModel(&session, this)),
      m_view(new ReportView(host, *m_topics, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            ask();
    });
    connect(&session, &Session::linkChanged, this, &ReportPage::refreshLink);
    connect(&session, &Session::reset, this, [this] {
        refreshGroups();
        refreshLink();
    });
    connect(&m_view->head(), &ReportHead::questionChanged, this, &ReportPage::ask);
    connect(&m_view->head(), &ReportHead::refreshWanted, this, [this] {
        ask();
        if (m_view->report().asOf.isSet() && this->session().link().state == LinkState::Live)
            m_view->topics().refresh();
    });
    connect(m_view, &ReportView::retryWanted, this, &ReportPage::ask);
    connect(m_view, &ReportView::topicChosen, this, &ReportPage::openTopic);
    connect(&m_view->head(), &ReportHead::exportWanted, this, [this](ReportHead::Export what) {
        switch (what) {
        case ReportHead::Export::FiguresCsv:
            return askForFile(tr("Figures as CSV"), u"report.csv"_s, &ReportPage::writeFigures);
        case ReportHead::Export::TopicsCsv:
            return askForFile(tr("Listed topics as CSV"), u"topics.csv"_s, &ReportPage::writeTopics);
        case ReportHead::Export::Picture:
            return askForFile(tr("Charts as a picture"), u"report.png"_s, &ReportPage::writePicture);
        case ReportHead::Export::Clipboard: return m_view->copyFigures();
        }
    });
}

bool ReportPage::mayAsk() const
{
    return session().rights().contains(u"report.query"_s);
}

int ReportPage::offset() const
{
    return session().state().policy.hours.offset;
}

void ReportPage::entered()
{
    refreshGroups();
    m_again.start();
    ask();
}

void ReportPage::refreshGroups()
{
    QList<std::pair<GroupId, QString>> groups;
    for (const auto &group : session().state().groups)
        groups.append({group.info.id, group.info.name});
    std::ranges::sort(groups, [](const auto &a, const auto &b) {
        return a.second == b.second ? a.first < b.first : a.second < b.second;
    });
    m_view->head().setGroups(groups);
}

ReportParams ReportPage::question() const
{
    const auto &head = m_view->head();
    const auto today = localDayStart(session().now(), offset()).ms;
    const auto startOf = [&](const QDate &day) {
        return Instant{day.startOfDay(QTimeZone(offset() * 60)).toMSecsSinceEpoch()};
    };
    ReportParams params{{today}, {today + dayMs}, head.chosenGroups()};
    switch (head.range()) {
    case ReportHead::Range::Today: break;
    case ReportHead::Range::Week: params.from.ms -= 6 * dayMs; break;
    case ReportHead::Range::Month: params.from.ms -= 29 * dayMs; break;
    case ReportHead::Range::Own: {
        const auto [from, to] = head.ownDays();
        params.from = startOf(std::max(from, to.addDays(-365)));
        params.to = startOf(to.addDays(1));
        break;
    }
    }
    return params;
}

void ReportPage::ask()
{
    m_answered = false;
    const auto state = session().link().state;
    if (state != LinkState::Live)
        return refreshLink();
    if (!mayAsk()) {
        m_view->setClosed(tr("The report is for supervisors, knowledge editors and "
                             "administrators."));
        return;
    }
    m_view->setClosed({});
    m_view->setAsking();
    askBackend(session(), question(), this,
               [this, generation = ++m_generation](const Result<Report> &report) {
                   if (generation == m_generation)
                       take(report);
               });
}

void ReportPage::take(const Result<Report> &report)
{
    if (!report)
        return m_view->setProblem(refusalText(report.error()),
                                  session().link().state != LinkState::Live);
    m_answered = true;
    m_view->setReport(*report, offset());
}

void ReportPage::refreshLink()
{
    const auto state = session().link().state;
    const bool back = state == LinkState::Live && m_state != LinkState::Live;
    m_state = state;
    switch (state) {
    case LinkState::Live:
        if (back && isVisible())
            ask();
        return;
    case LinkState::Offline: m_view->setProblem({}, true); return;
    default: return;
    }
}

/** A topic that ended long ago is not in the console any more; its group is. */
void ReportPage::openTopic(const ReportTopic &topic)
{
    if (session().state().topics.contains(topic.topic))
        Q_EMIT topicWanted(topic.topic);
    else if (session().state().groups.contains(topic.group))
        Q_EMIT groupWanted(topic.group);
    else
        m_view->topics().say(tr("This group is not among yours any more."));
}

bool ReportPage::writeFigures(const QString &file) const
{
    return write(file, csvOf(figuresTable(m_view->report(), offset())));
}

bool ReportPage::writeTopics(const QString &file) const
{
    QList<ReportTopic> topics;
    for (int row = 0; row < m_topics->rowCount(); ++row)
        topics.append(m_topics->index(row, 0).data(ReportTopicModel::TopicValue).value<ReportTopic>());
    return write(file, csvOf(topicsTable(topics)));
}

bool ReportPage::writePicture(const QString &file) const
{
    return m_view->picture().save(file, "PNG");
}

void ReportPage::askForFile(const QString &title, const QString &name,
                            bool (ReportPage::*write)(const QString &) const)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write](const QString &file) {
        const bool done = (this->*write)(file);
        m_view->topics().say(done ? tr("Written: %1").arg(file)
                                  : tr("%1 could not be written").arg(file));
    });
    dialog->open();
}

} // namespace quntai
