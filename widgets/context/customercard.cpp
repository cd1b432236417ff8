// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/customercard.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"
#include "widgets/context/factgrid.h"
#include "widgets/context/lookuppart.h"
#include "widgets/context/lookupwords.h"
#include "widgets/context/personmark.h"

#include <QHBoxLayout>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTags = 12;
constexpr int ageTickMs = 15'000;

} // namespace

CustomerCard::CustomerCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : Card(host, tr("Customer"), parent), m_clock(std::move(clock)),
      m_age(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_refresh(new IconButton(host, Icon::Refresh, tr("Look the customer up anew"), this)),
      m_part(new LookupPart(host, this)), m_avatar(new PersonMark(host, this)),
      m_name(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_level(new ChipLabel(host, {}, this)),
      m_line(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_facts(new FactGrid(host, this)), m_tags(new FlowLayout(space::x1)),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this))
{
    buildHead();
    m_note->setFlow(PlainLabel::Flow::Wrapped);
    auto *who = new QHBoxLayout;
    who->setSpacing(6);
    who->addWidget(m_name);
    who->addWidget(m_level);
    who->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(who);
    words->addWidget(m_line);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x2);
    head->addWidget(m_avatar, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    content()->setSpacing(6);
    content()->addLayout(head);
    content()->addWidget(m_part);
    content()->addWidget(m_facts);
    content()->addLayout(m_tags);
    content()->addWidget(m_note);
}

void CustomerCard::buildHead()
{
    m_refresh->setSmall(true);
    addHeadWidget(m_age);
    addHeadWidget(m_refresh);
    connect(m_refresh, &QAbstractButton::clicked, this, &CustomerCard::refreshWanted);
    connect(m_part, &LookupPart::findWanted, this, &CustomerCard::findWanted);
    auto *tick = new QTimer(this);
    tick->setInterval(ageTickMs);
    connect(tick, &QTimer::timeout, this, &CustomerCard::refreshAge);
    tick->start();
    m_age->hide();
    m_refresh->hide();
}

void CustomerCard::setLookup(const CustomerLookup &lookup)
{
    m_lookup = lookup;
    m_part->setLookup(lookup);
    m_refresh->setVisible(lookup.standing != CustomerLookup::Standing::Off && lookup.mayAsk);
    m_refresh->setEnabled(!lookup.asking);
    refreshAge();
    refreshLine();
}

void CustomerCard::forgetTyped()
{
    m_part->clearField();
}

void CustomerCard::refreshAge()
{
    const bool known = m_lookup.standing == CustomerLookup::Standing::Known;
    m_age->setPlainText(m_lookup.asking ? tr("Updating")
                                        : known ? ageText(m_lookup.at, m_clock()) : QString());
    m_age->setToolTip(known && m_lookup.at.isSet() ? clockTextSeconds(m_lookup.at) : QString());
    m_age->setVisible(!m_age->rawText().isEmpty());
}

/** Under the name; where a system is asked, what it knows is said by the part below. */
void CustomerCard::refreshLine()
{
    const bool unasked = m_lookup.standing == CustomerLookup::Standing::Off;
    m_line->setPlainText(!m_isKnown && unasked
                             ? tr("No customer record; only the name in the group is known")
                             : m_otherName.isEmpty() ? QString()
                                                     : tr("In the group: %1").arg(m_otherName));
    m_line->setVisible(!m_line->rawText().isEmpty());
}

void CustomerCard::setCustomer(const Customer *customer, const QString &askerName)
{
    const auto name = customer && !customer->name.isEmpty() ? customer->name : askerName;
    AvatarSpec person;
    person.name = name;
    m_avatar->setPerson(person);
    m_name->setPlainText(name);
    const bool vip = customer && customer->level != CustomerLevel::Normal;
    m_level->setVisible(vip);
    if (vip) {
        ChipSpec chip;
        chip.text = customer->level == CustomerLevel::Svip ? u"SVIP"_s : u"VIP"_s;
        chip.tone = Tone::Note;
        m_level->setChip(chip);
    }
    m_isKnown = customer != nullptr;
    m_otherName = customer && askerName != name ? askerName : QString();
    refreshLine();
    m_facts->clear();
    if (customer)
        showFacts(*customer);
    m_facts->setVisible(!m_facts->isEmpty());
    showTags(customer ? customer->tags : QStringList());
    m_note->setPlainText(customer ? customer->note : QString());
    m_note->setVisible(!m_note->rawText().isEmpty());
}

void CustomerCard::showFacts(const Customer &customer)
{
    m_facts->add(tr("Since"), customer.since);
    QStringList month{tr("%n order(s)", nullptr, customer.orders30d),
                      moneyText(customer.spend30dCents)};
    if (customer.refunds > 0)
        month.append(tr("%n refund(s)", nullptr, customer.refunds));
    m_facts->add(tr("30 days"), month.join(u" · "_s));
    m_facts->add(tr("Phone"), customer.phoneMasked);
}

void CustomerCard::showTags(const QStringList &tags)
{
    while (auto *item = m_tags->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &tag : tags.first(std::min<qsizetype>(mostTags, tags.size()))) {
        ChipSpec chip;
        chip.text = tag;
        chip.line = true;
        m_tags->addWidget(new ChipLabel(host(), chip));
    }
    m_tags->invalidate();
}

} // namespace quntai
