// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console of tst_console_kill, without windows: the production session over its real link and
// files. It takes over the topics of its groups and sends the texts its parent orders.
//
//   test_typist FOLDER URL USER GROUP…    the password in QUNTAI_TEST_PASSWORD
//   stdin:   type TEXT | end     (a text that ends in 附图 goes with a picture made of it)
//   stdout:  live | found TEXT (in the outbox at the start) | kept TEXT (in it now) | again TEXT |
//            trouble WHY | done
#include "models/session/livesession.h"
#include "tests/scenario/typedpicture.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace quntai;
using tests::pictureOf;
using namespace Qt::StringLiterals;

namespace {

void say(const char *word, const QString &what = {})
{
    std::printf("%s %s\n", word, what.toUtf8().constData());
    std::fflush(stdout);
}

/** A person who types what they are told, into a topic of theirs. */
class Typist : public QObject
{
public:
    Typist(const QString &folder, const SignIn &who, QList<GroupId> groups)
        : m_session(folder), m_groups(std::move(groups)), m_orders(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_orders, &QSocketNotifier::activated, this, &Typist::readOrders);
        m_session.signIn(who);
        connect(&m_session, &Session::reset, this, &Typist::look);
        connect(&m_session, &Session::changed, this, &Typist::look);
        connect(&m_session, &Session::outboxChanged, this, &Typist::look);
        connect(&m_session, &Session::linkChanged, this, &Typist::noteLink);
        connect(&m_session, &Session::trouble, this, [](const QString &why) { say("trouble", why); });
        connect(&m_stuck, &QTimer::timeout, this, &Typist::tellWhyNot);
        m_stuck.start(20'000);
    }

private:
    void readOrders()
    {
        char bytes[4096];
        const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::exit(1);
        m_unread.append(bytes, count);
        for (auto end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            const auto line = QString::fromUtf8(m_unread.left(end));
            m_unread.remove(0, end + 1);
            if (line.startsWith("type "_L1))
                m_ordered.append(line.mid(5));
            m_mayEnd = m_mayEnd || line == "end"_L1;
        }
        look();
    }

    /** On stderr, for whoever waits for the end in vain. */
    void tellWhyNot() const
    {
        if (!m_mayEnd)
            return;
        const auto outbox = m_session.outbox();
        qWarning("not done: link %d, %lld ordered, %d under way, %lld in the outbox",
                 int(m_session.link().state), qlonglong(m_ordered.size()), m_underWay,
                 qlonglong(outbox.size()));
        for (const auto &item : outbox.first(std::min<qsizetype>(3, outbox.size())))
            qWarning().noquote() << "in the outbox:" << int(item.state) << methodName(item.command.data)
                                 << textOf(item.command.data) << item.problem.message;
    }

    void noteLink()
    {
        const auto state = m_session.link().state;
        if (state == LinkState::Live && m_was != state)
            say("live");
        if (state == LinkState::Refused && m_was != state)
            say("trouble", m_session.link().reason);
        m_was = state;
    }

    void look()
    {
        if (!std::exchange(m_isLoaded, true)) {
            for (const auto &item : m_session.outbox())
                if (const auto text = textOf(item.command.data); !text.isEmpty())
                    say("found", text);
        }
        for (const auto &group : std::as_const(m_groups))
            for (const auto &topic : openTopics(m_session.state(), group))
                attend(topic);
        decideRefused();
        if (m_mayEnd && m_ordered.isEmpty() && m_underWay == 0 && m_session.outbox().isEmpty()) {
            say("done");
            QCoreApplication::exit(0);
        }
    }

    void attend(const Topic &topic)
    {
        if (!topic.lease || topic.lease->user != m_session.me()) {
            if (m_session.link().state == LinkState::Live && !m_claimed.contains(topic.id)) {
                m_claimed.insert(topic.id);
                m_session.submit(ClaimTopic{topic.id, topic.version}, this, {});
            }
            return;
        }
        m_claimed.remove(topic.id);
        if (m_ordered.isEmpty())
            return;
        const SendMessage message{topic.id, topic.lease->fence, topic.version,
                                  m_ordered.takeFirst(), {}, {}};
        ++m_underWay;
        if (message.text.endsWith(u"附图"_s))
            attach(message);
        else
            submit(message);
    }

    void attach(SendMessage message)
    {
        const NewFile file{{}, pictureOf(message.text), u"图.png"_s};
        m_session.takeFile(file, this, [this, message](const Result<Attachment> &taken) mutable {
            if (!taken)
                return say("trouble", taken.error().message);
            message.attachments = {*taken};
            submit(message);
        });
    }

    void submit(const SendMessage &message)
    {
        m_session.submit(message, this, [this, text = message.text](const Result<> &kept) {
            --m_underWay;
            say(kept ? "kept" : "trouble", kept ? text : kept.error().message);
            look();
        });
    }

    /** The person reads what came meanwhile, and means it all the same. */
    void decideRefused()
    {
        const auto live = m_session.link().state == LinkState::Live;
        const auto items = m_session.outbox();
        for (const auto &item : items) {
            if (!live || item.state != OutboxItem::State::Refused || m_decided.contains(item.command.id))
                continue;
            m_decided.insert(item.command.id);
            const auto text = textOf(item.command.data);
            say("again", text + u" | "_s + item.problem.message);
            if (text.isEmpty()) { // a claim that came too late
                m_claimed.clear();
                m_session.discard(item.command.id);
            } else {
                m_session.retry(item.command.id);
            }
            return; // the outbox is another one now
        }
    }

    LiveSession m_session;
    QList<GroupId> m_groups;
    QSocketNotifier m_orders;
    QByteArray m_unread;
    QStringList m_ordered;
    QSet<TopicId> m_claimed;
    QSet<CommandId> m_decided;
    LinkState m_was = LinkState::SignedOut;
    QTimer m_stuck;
    int m_underWay = 0;
    bool m_isLoaded = false;
    bool m_mayEnd = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = app.arguments();
    if (arguments.size() < 5)
        return 2;
    QList<GroupId> groups;
    for (const auto &group : arguments.mid(4))
        groups.append({group});
    Typist typist(arguments[1],
                  {QUrl(arguments[2]), arguments[3], qEnvironmentVariable("QUNTAI_TEST_PASSWORD"), {}},
                  groups);
    return app.exec();
}
