// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/historyview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/compareview.h"
#include "widgets/studio/studiowords.h"

#include <QListWidget>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
constexpr int mostRows = 7;

} // namespace

HistoryView::HistoryView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("History"), parent), m_list(new QListWidget(this)),
      m_state(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_detail(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_compare(new CompareView(host, this)),
      m_more(new ActionButton(host, ButtonKind::Quiet, tr("Older versions"), this)),
      m_against(new ActionButton(host, ButtonKind::Secondary, tr("Against the editor"), this)),
      m_back(new ActionButton(host, ButtonKind::Primary, tr("Take into the editor"), this))
{
    m_list->setAccessibleName(tr("Versions"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detail->setFlow(PlainLabel::Flow::Wrapped);
    body().addCard(m_state);
    body().addCard(m_list);
    body().addCard(m_detail);
    body().addCard(m_compare);
    m_against->setCheckable(true);
    addToFoot(m_more);
    addFootStretch();
    addToFoot(m_against);
    addToFoot(m_back);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryView::showVersion);
    connect(m_more, &ActionButton::clicked, this, [this] {
        m_more->setEnabled(false);
        Q_EMIT moreWanted(m_next);
    });
    connect(m_against, &ActionButton::toggled, this, [this](bool with) {
        m_withNow = with;
        showVersion();
    });
    connect(m_back, &ActionButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row >= 0 && row < m_versions.size())
            Q_EMIT takeBackWanted(m_versions.at(row).entry);
    });
}

void HistoryView::begin(const Entry &now)
{
    m_now = now;
    m_versions.clear();
    m_next = 0;
    m_wanted = 0;
    m_list->clear();
    m_against->setChecked(false);
    setTitle(tr("History"), visibleText(now.question, 60));
    refreshState(tr("Asking the backend…"));
    showVersion();
}

void HistoryView::compareWith(int version)
{
    m_wanted = version;
    m_against->setChecked(true);
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        if (m_versions.at(i).entry.version == version)
            m_list->setCurrentRow(int(i));
    }
}

void HistoryView::refreshState(const QString &words)
{
    m_state->setPlainText(words);
    m_list->setFixedHeight(std::min(m_list->count(), mostRows) * rowHeight + 2);
    m_list->setVisible(m_list->count() > 0);
    m_state->setVisible(!words.isEmpty());
    m_more->setVisible(m_next > 0);
    m_more->setEnabled(true);
}

void HistoryView::setProblem(const QString &problem)
{
    refreshState(problem);
}

void HistoryView::addVersions(const QList<EntryVersion> &versions,
                              const QHash<UserId, QString> &names, qint64 next)
{
    m_next = next;
    const bool first = m_versions.isEmpty();
    for (const auto &version : versions) {
        m_versions.append(version);
        const auto who = names.value(version.by, version.by.value);
        auto *item = new QListWidgetItem(u"v%1 · %2 · %3 · %4"_s.arg(
            QString::number(version.entry.version), dayClockText(version.at),
            who.isEmpty() ? tr("the backend") : visibleText(who, 24),
            entryChangeName(version.change)));
        item->setSizeHint({0, rowHeight});
        m_list->addItem(item);
    }
    refreshState(m_versions.isEmpty() ? tr("Nothing was ever live") : QString());
    if (m_wanted > 0)
        compareWith(m_wanted);
    if (first && m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void HistoryView::setWritable(bool writable)
{
    m_writable = writable;
    m_back->setEnabled(writable && m_list->currentRow() >= 0);
}

void HistoryView::showVersion()
{
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < m_versions.size();
    m_compare->setVisible(any);
    m_back->setEnabled(any && m_writable);
    m_against->setEnabled(any);
    m_detail->setVisible(false);
    if (!any)
        return;
    const auto &version = m_versions.at(row);
    const auto name = u"v%1"_s.arg(version.entry.version);
    if (m_withNow) {
        m_compare->setTitles(name, tr("In the editor"));
        m_compare->showEntries(version.entry, m_now);
    } else {
        const auto before = m_versions.value(row + 1);
        m_compare->setTitles(before.entry.version > 0 ? u"v%1"_s.arg(before.entry.version)
                                                      : tr("Before"),
                             name);
        m_compare->showEntries(before.entry, version.entry);
    }
    QStringList words;
    if (!version.question.isEmpty())
        words.append(tr("A customer asked: “%1”").arg(visibleText(version.question, 120)));
    for (const auto &fault : version.faults)
        words.append(faultName(fault));
    m_detail->setPlainText(words.join(u" · "_s));
    m_detail->setVisible(!words.isEmpty());
}

} // namespace quntai
