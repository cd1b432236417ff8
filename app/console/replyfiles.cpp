// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replyfiles.h"

#include "models/domain/attachments.h"
#include "widgets/common/words/attachmentwords.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/composer.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QTime>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

ReplyFiles::ReplyFiles(Session &session, Composer &composer, QObject *parent)
    : QObject(parent), m_session(session), m_composer(composer)
{
    m_encoding.setMaxThreadCount(1);
    connect(&composer, &Composer::filesGiven, this, &ReplyFiles::addPaths);
    connect(&composer, &Composer::pictureGiven, this, &ReplyFiles::addPicture);
    connect(&composer, &Composer::fileRemoved, this, &ReplyFiles::remove);
    connect(&composer, &Composer::fileOpened, this, [this](int index) {
        const auto entry = m_entries.value(index);
        if (!entry.shown.coming && entry.shown.file.kind == MessageKind::Image)
            Q_EMIT openWanted(entry.shown.file);
    });
}

ReplyFiles::~ReplyFiles()
{
    m_encoding.waitForDone();
}

QString ReplyFiles::kindOfConnector(const TopicId &topic) const
{
    const auto &state = m_session.state();
    const auto group = state.groups.value(state.topics.value(topic).group).info;
    return state.connectors.value(group.channel).kind;
}

void ReplyFiles::setTopic(const TopicId &topic)
{
    m_topic = topic;
    m_entries.clear();
    m_problems.clear();
    const auto kind = kindOfConnector(topic);
    for (const auto &file : m_session.draftFiles(topic)) {
        const auto why = refusalOf(kind, file);
        m_entries.append({{file, false, why ? attachmentProblemText(*why, {}) : QString()}, 0});
    }
    show();
}

void ReplyFiles::show()
{
    QList<ComposerFile> files;
    for (const auto &entry : std::as_const(m_entries))
        files.append(entry.shown);
    m_composer.setFiles(files);
    m_composer.setFileProblems(m_problems);
    Q_EMIT shown();
}

void ReplyFiles::changed()
{
    m_session.keepDraftFiles(m_topic, attachments());
    show();
}

QList<Attachment> ReplyFiles::attachments() const
{
    QList<Attachment> all;
    for (const auto &entry : m_entries) {
        if (!entry.shown.coming)
            all.append(entry.shown.file);
    }
    return all;
}

void ReplyFiles::complain(const QString &sentence)
{
    m_problems.append(sentence);
    show();
}

/** The place of one that is coming; 0: there is no room for it. */
int ReplyFiles::expect(const QString &name)
{
    if (m_entries.size() >= mostAttachments) {
        complain(attachmentProblemText({AttachmentProblem::TooMany, 0}, name));
        return 0;
    }
    if (!takesAttachments(kindOfConnector(m_topic))) {
        complain(attachmentProblemText({AttachmentProblem::Channel, 0}, {}));
        return 0;
    }
    Attachment file;
    file.kind = MessageKind::File;
    file.name = name;
    m_entries.append({{file, true, {}}, ++m_lastTicket});
    show();
    return m_lastTicket;
}

void ReplyFiles::addPaths(const QStringList &paths)
{
    m_problems.clear();
    for (const auto &path : paths) {
        if (const int ticket = expect(QFileInfo(path).fileName()))
            take({path, {}, {}}, ticket, m_topic);
        else
            break; // said once
    }
}

void ReplyFiles::addPicture(const QImage &picture)
{
    m_problems.clear();
    const auto name = tr("Picture %1.png").arg(QTime::currentTime().toString(u"HH-mm-ss"_s));
    const int ticket = expect(name);
    if (ticket == 0)
        return;
    m_encoding.start([this, picture, name, ticket, topic = m_topic] {
        const auto bytes = pngOf(picture);
        QMetaObject::invokeMethod(this, [=, this] { take({{}, bytes, name}, ticket, topic); },
                                  Qt::QueuedConnection);
    });
}

void ReplyFiles::take(const NewFile &file, int ticket, const TopicId &topic)
{
    m_session.takeFile(file, this, [this, ticket, topic](const Result<Attachment> &attachment) {
        taken(ticket, topic, attachment);
    });
}

void ReplyFiles::taken(int ticket, const TopicId &topic, const Result<Attachment> &attachment)
{
    if (!attachment) {
        const auto at = std::ranges::find(m_entries, ticket, &Entry::ticket);
        if (at == m_entries.end())
            return; // taken away, or of another topic by now
        auto error = attachment.error();
        error.data.insert(u"name"_s, at->shown.file.name);
        m_entries.erase(at);
        const bool unread = error.kind == ErrorKind::NotFound;
        complain(unread ? tr("“%1” cannot be read.").arg(error.data.value(u"name"_s).toString())
                        : refusalText(error));
        return;
    }
    const auto kind = kindOfConnector(topic);
    // Which kind of picture it is, only its bytes tell.
    if (kind == u"wecom" && attachment->kind == MessageKind::Image)
        look(ticket, topic, *attachment);
    else
        settle(ticket, topic, *attachment, refusalOf(kind, *attachment));
}

void ReplyFiles::look(int ticket, const TopicId &topic, const Attachment &picture)
{
    m_session.blob(picture.sha256, this, [=, this](const Result<QByteArray> &bytes) {
        const auto begin = bytes.value_or(QByteArray());
        settle(ticket, topic, picture,
               refusalOf(kindOfConnector(topic), begin.first(std::min(begin.size(), magicBytes)),
                         picture.bytes));
    });
}

void ReplyFiles::settle(int ticket, const TopicId &topic, const Attachment &file,
                        const std::optional<AttachmentRefusal> &why)
{
    const auto at = std::ranges::find(m_entries, ticket, &Entry::ticket);
    if (at == m_entries.end()) {
        // The person looks at another topic meanwhile: it waits with the draft of its own.
        if (topic != m_topic && !why)
            m_session.keepDraftFiles(topic, m_session.draftFiles(topic) << file);
        return;
    }
    const bool known = std::ranges::any_of(m_entries, [&](const Entry &entry) {
        return !entry.shown.coming && entry.shown.file.sha256 == file.sha256;
    });
    if (why || known) {
        m_entries.erase(at);
        why ? complain(attachmentProblemText(*why, file.name)) : show();
        return;
    }
    *at = {{file, false, {}}, 0};
    changed();
}

void ReplyFiles::remove(int index)
{
    if (index < 0 || index >= m_entries.size())
        return;
    m_entries.removeAt(index);
    m_problems.clear();
    changed();
}

void ReplyFiles::putBack(const QList<Attachment> &attachments)
{
    QList<Entry> back;
    for (const auto &file : attachments)
        back.append({{file, false, {}}, 0});
    m_entries = back + m_entries;
    changed();
}

void ReplyFiles::sent()
{
    // One that came too late for this text goes with the next.
    m_entries.removeIf([](const Entry &entry) { return !entry.shown.coming; });
    m_problems.clear();
    changed();
}

} // namespace quntai
