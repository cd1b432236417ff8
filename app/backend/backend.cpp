// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/backend.h"

#include "app/backend/accounts/accountstore.h"
#include "app/backend/connectors/connectorfactory.h"
#include "app/backend/connectors/replay.h"
#include "app/backend/crm/httpcustomersource.h"
#include "app/backend/crm/samplecustomersource.h"
#include "app/backend/decide/decider.h"
#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/ledger/sqliteledgerreader.h"
#include "app/backend/rehearsal/samplehistory.h"

#include <QCoreApplication>
#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const QString sampleFolder = u":/quntai/sample"_s;
const QString sampleChannel = u"sample"_s;
const UserId ownerId{u"u-owner"_s};
/** Script time that is already past when the sample company opens. */
constexpr qint64 sampleHeadStartMs = 180000;

Result<std::pair<QHostAddress, quint16>> splitListen(const QString &listen)
{
    const auto colon = listen.lastIndexOf(u':');
    bool ok = false;
    const auto port = listen.mid(colon + 1).toUShort(&ok);
    auto host = listen.first(std::max<qsizetype>(colon, 0));
    host.remove(u'[').remove(u']');
    const QHostAddress address(host == u"localhost" ? u"127.0.0.1"_s : host);
    if (colon < 0 || !ok || address.isNull()) {
        return failure(ErrorKind::InvalidParams,
                       u"--listen needs ADDR:PORT such as 127.0.0.1:8790, not \"%1\"."_s.arg(listen));
    }
    return std::pair(address, port);
}

} // namespace

Backend::Backend(Options options, Config config, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_config(std::move(config))
{
}

Backend::~Backend()
{
    stop();
}

Result<> Backend::start()
{
    if (m_options.sample) {
        if (const auto read = readSample(); !read)
            return read;
    }
    if (const auto opened = openLedger(); !opened)
        return opened;
    if (const auto opened = openGateway(); !opened)
        return opened;
    if (const auto added = addConnectors(); !added)
        return added;
    addCustomers();
    m_engine->state(this, [this](const StatePtr &state) { introduce(state); });
    return {};
}

Result<> Backend::readSample()
{
    auto company = readSampleCompany(sampleFolder, {QDateTime::currentMSecsSinceEpoch()});
    if (!company)
        return std::unexpected(company.error());
    m_company = std::move(*company);
    if (embeddedUser(m_options.as).isEmpty()) {
        return failure(ErrorKind::InvalidParams,
                       u"--as: nobody of the sample company is called \"%1\"."_s.arg(m_options.as));
    }
    return m_options.historyDays > 0 ? playHistory() : Result<>{};
}

/** A past for reports and search; a ledger that has one already keeps it. */
Result<> Backend::playHistory()
{
    SampleHistoryOptions options;
    options.folder = m_options.data;
    options.days = m_options.historyDays;
    options.end = {QDateTime::currentMSecsSinceEpoch()};
    const auto played = playSampleHistory(m_company, sampleFolder + u"/history.yaml"_s, options);
    if (played)
        qInfo("made up %lld events", played->events);
    if (played || played.error().kind == ErrorKind::Conflict)
        return {};
    return std::unexpected(played.error());
}

Result<> Backend::openLedger()
{
    SqliteLedgerOptions where;
    where.folder = m_options.data;
    auto ledger = SqliteLedger::open(where);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto people = (*ledger)->head(u"c0"_s);
    if (!people)
        return std::unexpected(people.error());
    auto accounts = AccountStore::open(m_options.data + u"/accounts.db"_s, *people > 0);
    if (!accounts)
        return std::unexpected(accounts.error());
    m_accounts = std::move(*accounts);
    m_engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>());
    connect(m_engine.get(), &Engine::troubleChanged, this, [](const QString &trouble) {
        if (!trouble.isEmpty())
            qWarning("%s", qUtf8Printable(trouble));
    });
    m_engine->setBlobEraser([this, blobs = blobs()](const QString &sha256) {
        blobs.remove(sha256);
        QMetaObject::invokeMethod(this, [this, sha256] { forgetBlob(sha256); }, Qt::QueuedConnection);
    });
    return m_engine->start();
}

/** What was read in it is theirs as well. */
void Backend::forgetBlob(const QString &sha256)
{
    if (m_gateway)
        m_gateway->forgetBlob(sha256);
    if (m_pictures)
        m_pictures->forget(sha256);
}

QString Backend::blobFolder() const
{
    return m_options.data + u"/blobs"_s;
}

Result<GatewayOptions> Backend::gatewayOptions() const
{
    const auto listen = splitListen(m_options.listen);
    if (!listen)
        return std::unexpected(listen.error());
    GatewayOptions options;
    options.address = listen->first;
    options.port = listen->second;
    options.certificate = m_config.certificate;
    options.key = m_config.key;
    options.origins = m_config.origins;
    options.blobFolder = blobFolder();
    options.dataFolder = m_options.data;
    if (!options.address.isLoopback() && options.certificate.isEmpty()) {
        return failure(ErrorKind::InvalidParams,
                       u"Listening beyond this machine needs TLS: name certificate and key under "
                       "\"tls\" in the configuration file."_s);
    }
    return options;
}

Result<> Backend::openGateway()
{
    auto options = gatewayOptions();
    if (!options)
        return std::unexpected(options.error());
    auto reader = SqliteLedgerReader::open(m_options.data);
    if (!reader)
        return std::unexpected(reader.error());
    auto reports = SqliteLedgerReader::open(m_options.data);
    if (!reports)
        return std::unexpected(reports.error());
    Gateway::Readers readers{std::move(*reader), std::move(*reports)};
    m_gateway = std::make_unique<Gateway>(*m_engine, std::move(readers), *m_accounts, *options);
    connect(m_gateway.get(), &Gateway::ready, this, &Backend::announce);
    readPictures();
    return m_gateway->listen();
}

void Backend::readPictures()
{
    const auto program = QCoreApplication::applicationDirPath() + u"/quntai-picturereader"_s;
    m_pictures = std::make_unique<PictureWatch>(*m_engine, blobs(), program);
    m_gateway->setPictureReader(
        [this](const QString &sha256, QObject *context, PictureWatch::Done done) {
            m_pictures->readOutgoing(sha256, context, std::move(done));
        });
}

Result<> Backend::addConnectors()
{
    m_connectors = std::make_unique<ConnectorHost>(*m_engine, blobs());
    if (m_options.sample) {
        m_connectors->add(std::make_unique<ReplayLink>(m_company, m_options.speed,
                                                       sampleHeadStartMs));
    }
    for (const auto &config : m_config.connectors) {
        auto link = makeConnector(config);
        if (!link) {
            return failure(ErrorKind::InvalidParams,
                           u"connector \"%1\": the kind \"%2\" is not known"_s.arg(config.id,
                                                                                     config.kind));
        }
        m_connectors->add(std::move(link));
    }
    return {};
}

void Backend::addCustomers()
{
    CustomerKeeperOptions options;
    std::unique_ptr<CustomerSource> source;
    if (m_config.crm) {
        options.name = m_config.crm->name;
        options.maxAgeMs = m_config.crm->maxAgeMs;
        source = std::make_unique<HttpCustomerSource>(*m_config.crm);
    } else if (m_options.sample) {
        options.name = m_company.name + u"会员系统"_s;
        source = std::make_unique<SampleCustomerSource>(m_company);
    } else {
        return;
    }
    m_customers = std::make_unique<CustomerKeeper>(*m_engine, std::move(source), options);
    m_gateway->setCustomerRefresher(
        [this](const RefreshCustomerParams &params, const User &by, QObject *context,
               CustomerKeeper::Refreshed done) {
            m_customers->refresh(params, by, context, std::move(done));
        });
}

/** Brings what is new into the ledger, then lets consoles and platforms in. */
void Backend::introduce(const StatePtr &state)
{
    if (m_options.sample && state->entries.isEmpty())
        m_engine->record(foundingEvents(m_company, sampleChannel));
    if (!m_options.sample && m_options.tokenFd >= 0 && !state->users.contains(ownerId)) {
        User owner;
        owner.id = ownerId;
        owner.name = qEnvironmentVariable("USER", u"owner"_s);
        owner.role = Role::Admin;
        m_engine->record({{{}, {}, UserChanged{owner, {}}}});
    }
    if (!m_config.policyFile.isEmpty()) {
        m_policy = std::make_unique<PolicyImport>(
            m_config.policyFile, m_options.data + u"/policy.imported"_s, *m_engine);
        m_policy->start();
    }
    if (!m_config.flowFile.isEmpty()) {
        m_flows = std::make_unique<FlowImport>(m_config.flowFile, *m_engine);
        m_flows->start();
    }
    if (const auto started = m_gateway->start(); !started) {
        Q_EMIT failed(started.error().message);
        return;
    }
    if (m_customers)
        m_customers->start();
    else
        noteNoCustomerSystem(*m_engine, *state);
    m_pictures->start(*state);
    m_connectors->start();
}

UserId Backend::embeddedUser(const QString &named) const
{
    if (!m_options.sample || m_company.staff.isEmpty())
        return named.isEmpty() ? ownerId : UserId{};
    if (named.isEmpty())
        return m_company.staff.first().id;
    for (const auto &user : m_company.staff) {
        if (user.id.value == named || user.name == named)
            return user.id;
    }
    return {};
}

void Backend::announce()
{
    if (m_options.tokenFd >= 0) {
        m_parent = std::make_unique<ParentLink>(m_options.tokenFd);
        connect(m_parent.get(), &ParentLink::parentGone, this, &Backend::parentGone);
        connect(m_parent.get(), &ParentLink::wanted, this, [this](const QString &who) {
            const auto user = embeddedUser(who);
            m_parent->tell(user.isEmpty() ? QString() : m_accounts->makeOneTimeToken(user));
        });
        m_parent->tell(m_accounts->makeOneTimeToken(embeddedUser(m_options.as)));
    }
    const auto scheme = m_config.certificate.isEmpty() ? u"ws"_s : u"wss"_s;
    const auto address = splitListen(m_options.listen)->first.toString();
    Q_EMIT ready(u"%1://%2:%3"_s.arg(scheme, address).arg(m_gateway->port()));
}

void Backend::stop()
{
    if (m_stopped)
        return;
    m_stopped = true;
    if (m_connectors)
        m_connectors->stop();
    if (m_gateway)
        m_gateway->stop(u"the backend is being restarted"_s);
    if (m_engine)
        m_engine->stop();
}

} // namespace quntai
