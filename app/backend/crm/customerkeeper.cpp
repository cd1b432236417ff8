// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/customerkeeper.h"

#include "app/backend/crm/customernews.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMissed = 200;
constexpr qsizetype mostAtStart = 200;

const QString crmId = QString::fromLatin1(Connector::crm.data(), qsizetype(Connector::crm.size()));

QString nameOf(const CustomerKey &key)
{
    return key.member.value + u'\n' + key.customer.value + u'\n' + key.phone;
}

/** The topic of an event that makes a person look at it, or soon will. */
TopicId topicToLookAt(const Event &event)
{
    const bool opens = std::holds_alternative<TopicOpened>(event.data)
        || std::holds_alternative<EscalationRaised>(event.data)
        || std::holds_alternative<LeaseOffered>(event.data)
        || std::holds_alternative<LeaseGranted>(event.data);
    return opens ? event.topic : TopicId();
}

std::unexpected<Error> asError(const SystemTrouble &trouble)
{
    const auto word = wordOf(trouble.problem);
    return failure(ErrorKind::Unavailable,
                   u"The system of customers gave nothing: %1"_s.arg(trouble.detail),
                   {{u"problem"_s, QString::fromLatin1(word.data(), qsizetype(word.size()))}});
}

} // namespace

CustomerKeeper::CustomerKeeper(Engine &engine, std::unique_ptr<CustomerSource> source,
                               CustomerKeeperOptions options, QObject *parent, ClockSource clock)
    : QObject(parent), m_engine(engine), m_source(std::move(source)),
      m_options(std::move(options)), m_clock(std::move(clock)), m_pauseMs(m_options.retryMs)
{
    m_health = {crmId, crmId, m_options.name, ConnectorState::Connecting, {}, {}, {}};
    m_gather.setSingleShot(true);
    m_gather.setInterval(m_options.gatherMs);
    connect(&m_gather, &QTimer::timeout, this, [this] {
        m_engine.state(this, [this, topics = std::exchange(m_gathered, {})](const StatePtr &state) {
            lookAt(*state, topics);
        });
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &CustomerKeeper::retry);
    connect(&m_engine, &Engine::committed, this, &CustomerKeeper::take);
}

CustomerKeeper::~CustomerKeeper() = default;

void CustomerKeeper::start()
{
    m_engine.state(this, [this](const StatePtr &state) {
        if (state->connectors.value(crmId) != m_health)
            m_engine.takeIn(m_health);
        QList<Topic> open;
        for (const auto &topic : state->topics) {
            if (!hasEnded(topic))
                open.append(topic);
        }
        std::ranges::sort(open, std::greater{}, &Topic::lastAt);
        QList<TopicId> topics;
        for (const auto &topic : open.first(std::min(mostAtStart, open.size())))
            topics.append(topic.id);
        lookAt(*state, topics);
        lookUp(pendingIn(*state), *state);
    });
}

void CustomerKeeper::take(const EventList &events)
{
    QList<Wanted> wanted;
    for (const auto &event : *events) {
        if (const auto *asked = std::get_if<LookupAsked>(&event.data))
            wanted.append({event.group, asked->lookup});
        const auto topic = topicToLookAt(event);
        if (!topic.isEmpty() && !m_gathered.contains(topic))
            m_gathered.append(topic);
    }
    if (!wanted.isEmpty()) {
        m_engine.state(this, [this, wanted](const StatePtr &state) { lookUp(wanted, *state); });
    }
    // A copy of the state makes the engine pay for its next change, so not one for every topic.
    if (!m_gathered.isEmpty() && !m_gather.isActive())
        m_gather.start();
}

/** What was asked for before the backend went away. */
QList<CustomerKeeper::Wanted> CustomerKeeper::pendingIn(const State &state)
{
    QList<Wanted> pending;
    for (const auto &topic : state.topics) {
        for (const auto &lookup : topic.lookups) {
            if (lookup.outcome == LookupOutcome::Pending && !hasEnded(topic))
                pending.append({topic.group, lookup});
        }
    }
    return pending;
}

/** At once and of the asker alone: a customer waits. */
void CustomerKeeper::lookUp(const QList<Wanted> &wanted, const State &state)
{
    for (const auto &one : wanted) {
        const auto member = state.groups.value(one.group).members.value(one.lookup.asker);
        const CustomerKey key{one.lookup.asker, member.customer, {}, true};
        m_wanted[nameOf(key)].append(one);
        ask(key, nullptr);
    }
}

/** Where it is to be concluded: the topic its question is in now, which may have been moved since, and
 * whichever still waits for it. The question itself may be too old for the state to have it. */
QList<TopicId> CustomerKeeper::topicsOf(const Wanted &one, const State &state)
{
    QList<TopicId> topics;
    const auto question = findMessage(state, one.group, one.lookup.message);
    if (question && !question->topic.isEmpty())
        topics.append(question->topic);
    const auto waits = [&](const Lookup &lookup) {
        return lookup.message == one.lookup.message && lookup.outcome == LookupOutcome::Pending;
    };
    for (const auto &id : state.groups.value(one.group).open) {
        if (!topics.contains(id) && std::ranges::any_of(state.topics.value(id).lookups, waits))
            topics.append(id);
    }
    return topics;
}

QList<NewEvent> CustomerKeeper::doneWith(const CustomerKey &key, const Found &found,
                                         const State &state)
{
    QList<NewEvent> done;
    for (const auto &one : m_wanted.take(nameOf(key))) {
        const auto result = found ? resultOf(one.lookup, *found)
                                  : LookupDone{one.lookup.message, LookupOutcome::Down,
                                               found.error().problem};
        for (const auto &topic : topicsOf(one, state))
            done.append({one.group, topic, result});
    }
    return done;
}

void CustomerKeeper::lookAt(const State &state, const QList<TopicId> &topics)
{
    for (const auto &id : topics) {
        const auto topic = state.topics.value(id);
        const auto member = state.groups.value(topic.group).members.value(topic.asker);
        const bool asks = member.role == MemberRole::Customer
            || member.role == MemberRole::GroupAdmin;
        if (!member.id.isEmpty() && asks && member.user.isEmpty() && !isFresh(state, member))
            want({member.id, member.customer, {}, false});
    }
}

bool CustomerKeeper::isFresh(const State &state, const Member &member) const
{
    const auto customer = state.customers.constFind(member.customer);
    const auto at = customer == state.customers.cend() ? member.askedAt : customer->fetchedAt;
    return at.isSet() && now().ms - at.ms < m_options.maxAgeMs;
}

void CustomerKeeper::want(const CustomerKey &key)
{
    if (m_asked.contains(nameOf(key)))
        return;
    if (m_health.state != ConnectorState::Down)
        return ask(key, nullptr);
    miss(key);
}

/** To be looked up once the system is there again. */
void CustomerKeeper::miss(const CustomerKey &key)
{
    const bool known = std::ranges::contains(m_missed, key.member, &CustomerKey::member);
    if (!known && key.phone.isEmpty() && m_missed.size() < mostMissed)
        m_missed.append({key.member, key.customer, {}, false});
}

void CustomerKeeper::refresh(const RefreshCustomerParams &params, const User &by, QObject *context,
                             Refreshed done)
{
    const Waiter waiter{by.id, context, std::move(done)};
    if (!params.phone.isEmpty() && !m_source->findsByPhone()) {
        return tell({waiter}, failure(ErrorKind::InvalidParams,
                                      u"This system cannot be asked for a phone number"_s,
                                      {{u"field"_s, u"phone"_s}}));
    }
    m_engine.state(this, [this, params, waiter](const StatePtr &state) {
        const auto member = memberIn(*state, params.member);
        const auto customer = state->customers.value(member.customer);
        const bool plain = params.phone.isEmpty() && params.external.isEmpty();
        const auto age = now().ms - customer.fetchedAt.ms;
        if (plain && customer.problem == SystemProblem::None && age >= 0 && age < m_options.soonMs)
            return tell({waiter}, RefreshCustomerResult{customer.id, customer.fetchedAt});
        // What is known anyway costs nobody anything; only questions are counted.
        if (!mayWish(waiter.by)) {
            return tell({waiter},
                        failure(ErrorKind::RateLimited,
                                u"%1 lookups a minute are enough; wait a little"_s.arg(
                                    m_options.wishesPerMinute),
                                {{u"limit"_s, m_options.wishesPerMinute}}));
        }
        CustomerKey key{member.id, member.customer, params.phone.left(40), true};
        if (!params.external.isEmpty())
            key.customer = {params.external.left(120)};
        ask(key, &waiter);
    });
}

bool CustomerKeeper::mayWish(const UserId &user)
{
    auto &[minute, count] = m_wishes[user];
    if (std::exchange(minute, now().ms / 60'000) != now().ms / 60'000)
        count = 0;
    return ++count <= m_options.wishesPerMinute;
}

void CustomerKeeper::ask(const CustomerKey &key, const Waiter *waiter)
{
    const bool onTheWay = m_asked.contains(nameOf(key));
    auto &waiters = m_asked[nameOf(key)];
    if (waiter)
        waiters.append(*waiter);
    if (!onTheWay)
        m_source->look(key, [this, key](const Found &found) { answered(key, found); });
}

void CustomerKeeper::answered(const CustomerKey &key, const Found &found)
{
    const auto trouble = !found ? found.error() : *found ? (*found)->trouble : SystemTrouble{};
    setHealth(trouble);
    if (isDown(trouble))
        miss(key);
    if (!found && isDown(trouble)) {
        m_engine.state(this, [this, key, found](const StatePtr &state) {
            m_engine.record(doneWith(key, found, *state));
        });
        return tell(m_asked.take(nameOf(key)), asError(trouble));
    }
    m_engine.state(this, [this, key, found](const StatePtr &state) {
        conclude(key, found, *state);
    });
}

void CustomerKeeper::conclude(const CustomerKey &key, const Found &found, const State &state)
{
    const auto waiters = m_asked.value(nameOf(key));
    const auto by = waiters.isEmpty() ? UserId() : waiters.constFirst().by;
    // By a number or a foreign id nobody was found: that says nothing of who the member is.
    const bool plain = key.phone.isEmpty()
        && (key.customer.isEmpty() || key.customer == memberIn(state, key.member).customer);
    QList<NewEvent> news;
    Result<RefreshCustomerResult> result = RefreshCustomerResult{{}, now()};
    if (!found) {
        news = newsOfTrouble(state, key.member, found.error().problem, now(), by);
        result = asError(found.error());
    } else if (*found) {
        news = newsOfCustomer(state, key.member, **found, now(), by);
        result->customer = (*found)->customer.id;
    } else if (plain) {
        news = newsOfNobody(state, key.member, now());
    }
    news += doneWith(key, found, state);
    if (!news.isEmpty())
        m_engine.record(news);
    // Told once the news are on disk: the engine takes up its work in order. Until then it counts
    // as being asked, for nobody can see yet that it was answered.
    m_engine.state(this, [this, name = nameOf(key), result](const StatePtr &) {
        tell(m_asked.take(name), result);
    });
}

void CustomerKeeper::tell(const Waiters &waiters, const Result<RefreshCustomerResult> &result)
{
    for (const auto &waiter : waiters) {
        if (waiter.context)
            waiter.done(result);
    }
}

void CustomerKeeper::setHealth(const SystemTrouble &trouble)
{
    auto health = m_health;
    const bool down = isDown(trouble);
    health.state = down ? ConnectorState::Down : ConnectorState::Connected;
    health.problem = down ? trouble.problem : SystemProblem::None;
    health.detail = down ? trouble.detail : QString();
    health.since = !down ? Instant() : m_health.since.isSet() ? m_health.since : now();
    if (health != m_health) {
        m_health = health;
        m_engine.takeIn(m_health);
    }
    if (down)
        return retryLater();
    m_retry.stop();
    m_pauseMs = m_options.retryMs;
    for (const auto &key : std::exchange(m_missed, {}))
        want(key);
}

void CustomerKeeper::retryLater()
{
    if (!m_retry.isActive())
        m_retry.start(m_pauseMs);
}

/** One lookup decides whether the system is there again. */
void CustomerKeeper::retry()
{
    m_pauseMs = std::min(2 * m_pauseMs, m_options.longestRetryMs);
    if (m_missed.isEmpty())
        return retryLater();
    auto key = m_missed.takeFirst();
    key.hurry = true;
    ask(key, nullptr);
}

void noteNoCustomerSystem(Engine &engine, const State &state)
{
    auto known = state.connectors.value(crmId);
    if (known.id.isEmpty())
        return;
    known.state = ConnectorState::Replaced;
    known.detail = u"no system of customers is configured any more"_s;
    known.problem = SystemProblem::None;
    known.since = {};
    engine.takeIn(known);
}

} // namespace quntai
