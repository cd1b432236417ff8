// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/lookuppart.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/lookupwords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace quntai {

namespace {

constexpr int blocksAfterMs = 200;  // what comes at once needs no placeholder
constexpr int blockHeight = 10;
constexpr int blockStep = 18;
constexpr int longestField = 64;

/** Grey blocks where lines of text will stand. */
class Blocks : public ThemedWidget
{
public:
    Blocks(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
    {
        setFixedHeight(3 * blockStep);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto color = theme().color(ColorRole::SurfaceSkeleton);
        int y = (blockStep - blockHeight) / 2;
        for (const int share : {70, 90, 50}) {
            paintBox(painter, QRect(0, y, width() * share / 100, blockHeight), radius::control, color,
                     color);
            y += blockStep;
        }
    }
};

ColorRole colorOf(const CustomerLookup &lookup)
{
    return lookup.problem != SystemProblem::None || !lookup.answer.isEmpty()
        ? ColorRole::WarningFg : ColorRole::TextTertiary;
}

} // namespace

LookupPart::LookupPart(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_text(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_blocks(new Blocks(host, this)), m_blocksSoon(new QTimer(this)),
      m_findRow(new QWidget(this)), m_field(new QLineEdit(m_findRow)),
      m_find(new ActionButton(host, ButtonKind::Secondary, tr("Find"), m_findRow))
{
    m_text->setFlow(PlainLabel::Flow::Wrapped);
    m_field->setMaxLength(longestField);
    m_field->setPlaceholderText(tr("Phone number or customer id"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_find->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(m_findRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_field, 1);
    row->addWidget(m_find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_text);
    column->addWidget(m_blocks);
    column->addWidget(m_findRow);
    m_blocks->hide();
    m_blocksSoon->setSingleShot(true);
    m_blocksSoon->setInterval(blocksAfterMs);
    connect(m_blocksSoon, &QTimer::timeout, m_blocks, &QWidget::show);
    connect(m_field, &QLineEdit::returnPressed, this, &LookupPart::find);
    connect(m_field, &QLineEdit::textChanged, this, &LookupPart::refreshFind);
    connect(m_find, &QAbstractButton::clicked, this, &LookupPart::find);
    setLookup({});
}

void LookupPart::setLookup(const CustomerLookup &lookup)
{
    m_lookup = lookup;
    const bool loading = lookup.standing == CustomerLookup::Standing::Loading;
    if (!loading) {
        m_blocksSoon->stop();
        m_blocks->hide();
    } else if (m_blocks->isHidden() && !m_blocksSoon->isActive()) {
        m_blocksSoon->start();
    }
    m_text->setRole(TextRole::Caption, colorOf(lookup));
    m_text->setPlainText(lookupText(lookup));
    m_text->setToolTip(lookup.detail);
    m_text->setVisible(!m_text->rawText().isEmpty());
    const bool stranger = lookup.standing == CustomerLookup::Standing::NotFound;
    m_findRow->setVisible(stranger && lookup.mayAsk);
    setVisible(lookup.standing != CustomerLookup::Standing::Off
               && (loading || !m_text->isHidden() || !m_findRow->isHidden()));
    refreshFind();
}

void LookupPart::clearField()
{
    m_field->clear();
}

void LookupPart::refreshFind()
{
    m_find->setEnabled(!m_lookup.asking && !m_field->text().trimmed().isEmpty());
}

void LookupPart::find()
{
    if (m_find->isEnabled())
        Q_EMIT findWanted(m_field->text().trimmed());
}

} // namespace quntai
