// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/attachments.h"
#include "models/session/session.h"
#include "widgets/composer/attachmentstrip.h"

#include <QThreadPool>

namespace quntai {

class Composer;

/** Pictures and files of the reply that is being written: takes them over, says at once what cannot
 * go to the group, and keeps them with the draft of their topic. GUI thread; reading, encoding and
 * hashing happen elsewhere.
 */
class ReplyFiles : public QObject
{
    Q_OBJECT
public:
    ReplyFiles(Session &session, Composer &composer, QObject *parent = nullptr);
    ~ReplyFiles() override;

    /** Shows what the topic's draft goes with. */
    void setTopic(const TopicId &topic);
    /** Shows it again: the editor was emptied. */
    void show();
    void addPaths(const QStringList &paths);
    void addPicture(const QImage &picture);
    /** Of a text that is taken back into the editor. */
    void putBack(const QList<Attachment> &attachments);
    /** What the text goes with. */
    QList<Attachment> attachments() const;
    /** The text is on disk with them. */
    void sent();

Q_SIGNALS:
    void openWanted(const quntai::Attachment &picture);
    /** What is shown has changed. */
    void shown();

private:
    struct Entry
    {
        ComposerFile shown;
        int ticket = 0;  //!< of one that is coming
    };

    void take(const NewFile &file, int ticket, const TopicId &topic);
    void taken(int ticket, const TopicId &topic, const Result<Attachment> &attachment);
    void settle(int ticket, const TopicId &topic, const Attachment &file,
                const std::optional<AttachmentRefusal> &why);
    int expect(const QString &name);
    void look(int ticket, const TopicId &topic, const Attachment &picture);
    void remove(int index);
    void complain(const QString &sentence);
    void changed();
    QString kindOfConnector(const TopicId &topic) const;

    Session &m_session;
    Composer &m_composer;
    TopicId m_topic;
    QList<Entry> m_entries;
    QStringList m_problems;
    int m_lastTicket = 0;
    QThreadPool m_encoding;
};

} // namespace quntai
