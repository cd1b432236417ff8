// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/shiftdesk.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "widgets/common/words/fileproblem.h"
#include "widgets/common/words/refusals.h"
#include "widgets/handover/shiftsheet.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int againMs = 10'000;
constexpr qint64 hourMs = 3600LL * 1000;
constexpr int pageMargin = 15;  // mm

/** For the printer. */
QByteArray pdfOf(const QString &text, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin),
                              QPageLayout::Millimeter);
        QTextDocument document;
        document.setPlainText(text);
        document.print(&writer);
    }
    return bytes;
}

QByteArray bytesFor(const QString &path, const ShiftSummary &shift)
{
    if (path.endsWith(u".pdf", Qt::CaseInsensitive))
        return pdfOf(shiftText(shift), shift.name);
    return (path.endsWith(u".md", Qt::CaseInsensitive) ? shiftMarkdown(shift) : shiftText(shift))
        .toUtf8();
}

} // namespace

ShiftDesk::ShiftDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent)
    : PageCommands(session, parent), m_host(host), m_page(page), m_signedIn(session.now())
{
    m_worker.setMaxThreadCount(1);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &ShiftDesk::refresh);
    connect(&session, &Session::changed, this, &ShiftDesk::refresh);
    connect(&session, &Session::reset, this, &ShiftDesk::refresh);
    connect(this, &PageCommands::refused, this,
            [this](const CommandData &command, const Error &error) {
                giveUp(command);
                if (m_sheet)
                    m_sheet->setNews(refusalText(error), true);
            });
    connect(this, &ShiftDesk::wrote, this, [this](const QString &path) {
        if (m_sheet)
            m_sheet->setNews(tr("Written to %1").arg(path));
    });
    connect(this, &ShiftDesk::failed, this, [this](const QString &problem) {
        if (m_sheet)
            m_sheet->setNews(problem, true);
    });
}

ShiftDesk::~ShiftDesk()
{
    m_worker.waitForDone();
}

ShiftSheet *ShiftDesk::sheet() const
{
    return m_sheet;
}

void ShiftDesk::addActions(ActionRegistry &registry)
{
    registry.add({u"desk.shift"_s, tr("Shift hand-over sheet"), tr("Moving about"), Icon::Transfer,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, [this] { toggle(); }, {},
                  &m_page});
}

void ShiftDesk::make()
{
    m_sheet = new ShiftSheet(m_host, &m_page);
    connect(m_sheet, &ShiftSheet::sinceChanged, this, &ShiftDesk::refresh);
    connect(m_sheet, &ShiftSheet::copyWanted, this, &ShiftDesk::copy);
    connect(m_sheet, &ShiftSheet::saveWanted, this, &ShiftDesk::askPath);
    connect(m_sheet, &ShiftSheet::handOverWanted, this, &ShiftDesk::handOver);
    connect(m_sheet, &ShiftSheet::topicWanted, this, [this](const TopicId &topic) {
        m_sheet->dismiss();
        m_page.chooseTopic(topic);
    });
    Q_EMIT m_page.partMade(*m_sheet);
}

void ShiftDesk::toggle()
{
    if (m_sheet && m_sheet->isVisible())
        return m_sheet->dismiss();
    if (!m_sheet)
        make();
    m_sheet->open();
    m_again.start();
    refresh();
}

Instant ShiftDesk::from() const
{
    const auto now = session().now();
    switch (m_sheet->since()) {
    case ShiftSheet::SignIn: return m_signedIn;
    case ShiftSheet::EightHours: return {now.ms - 8 * hourMs};
    case ShiftSheet::Day: return {now.ms - 24 * hourMs};
    }
    return m_signedIn;
}

void ShiftDesk::refresh()
{
    if (!m_sheet || m_sheet->isHidden())
        return m_again.stop();
    auto people = session().state().presence.values();
    people.removeIf([this](const Presence &one) { return one.user == session().me(); });
    m_sheet->setColleagues(people);
    m_sheet->setShift(shiftOf(session().state(), session().me(), from(), session().now()));
}

void ShiftDesk::copy()
{
    QGuiApplication::clipboard()->setText(shiftText(m_sheet->shift()));
    m_sheet->setNews(tr("Copied"));
}

void ShiftDesk::askPath()
{
    auto *dialog = new QFileDialog(&m_page, tr("Save the hand-over sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Markdown (*.md)"), tr("Plain text (*.txt)"), tr("PDF, for the "
                                                                                "printer (*.pdf)")});
    dialog->setDefaultSuffix(u"md"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"pdf") ? u"pdf"_s
                                 : filter.contains(u"txt") ? u"txt"_s
                                                           : u"md"_s);
    });
    dialog->selectFile(tr("hand-over %1").arg(
        QDateTime::fromMSecsSinceEpoch(session().now().ms).toString(u"yyyy-MM-dd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &ShiftDesk::write);
    dialog->open();
}

void ShiftDesk::write(const QString &path)
{
    const auto shift = m_sheet ? m_sheet->shift()
                               : shiftOf(session().state(), session().me(), m_signedIn,
                                         session().now());
    m_worker.start([this, path, shift] {
        QSaveFile file(path);
        const auto bytes = bytesFor(path, shift);
        const bool good = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
        const auto problem = good ? QString() : fileProblem(file);
        QMetaObject::invokeMethod(this, [this, path, problem] {
            if (problem.isEmpty())
                Q_EMIT wrote(path);
            else
                Q_EMIT failed(tr("The sheet could not be written: %1").arg(problem));
        });
    });
}

void ShiftDesk::handOver(const QList<TopicId> &topics, const UserId &to)
{
    int count = 0;
    for (const auto &group : m_sheet->shift().groups) {
        for (const auto &topic : group.topics) {
            const auto held = session().state().topics.value(topic.id);
            if (!topics.contains(topic.id) || !held.lease || held.lease->user != session().me())
                continue;
            submit(TransferTopic{topic.id, held.lease->fence, to, shiftNoteFor(topic)});
            ++count;
        }
    }
    const auto name = session().state().presence.value(to).name;
    m_sheet->setNews(tr("%n topic(s) are offered to %1. What is not accepted within 20 s waits in "
                        "the queue.",
                        nullptr, count)
                         .arg(name));
}

} // namespace quntai
