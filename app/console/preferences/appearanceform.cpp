// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/appearanceform.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"

#include <QHBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

AppearanceForm::AppearanceForm(ThemeHost &host, Settings &settings, QWidget *parent)
    : Form(host, tr("Appearance"), {}, parent), m_host(host), m_settings(settings),
      m_spoken(settings.get(settings::language)), m_reopen(new QWidget)
{
    addLanguage();
    addTheme();
    addDensity();
}

void AppearanceForm::addLanguage()
{
    auto *choice = new SegmentedControl(m_host, tr("Language"));
    choice->addSegment(tr("Like the desktop"));
    choice->addSegment(u"中文"_s);
    choice->addSegment(u"English"_s);
    choice->setCurrentIndex(int(m_spoken));
    addRow(tr("Language"), {}, choice);
    auto *row = new QHBoxLayout(m_reopen);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new PlainLabel(m_host,
                                 tr("The language changes with the next start, or when the window "
                                    "is opened anew. What you have written is kept."),
                                 TextRole::Caption, ColorRole::WarningFg);
    words->setFlow(PlainLabel::Flow::Wrapped);
    auto *now = new ActionButton(m_host, ButtonKind::Secondary, tr("Open anew"));
    row->addWidget(words, 1);
    row->addWidget(now, 0, Qt::AlignTop);
    m_reopen->hide();
    addWide(m_reopen);
    connect(choice, &SegmentedControl::chosen, this, [this](int index) {
        m_settings.set(settings::language, Language(index));
        m_reopen->setVisible(Language(index) != m_spoken);
    });
    connect(now, &ActionButton::clicked, this, &AppearanceForm::reopenWanted);
}

void AppearanceForm::addTheme()
{
    auto *choice = new SegmentedControl(m_host, tr("Colours"));
    choice->addSegment(tr("Like the desktop"));
    choice->addSegment(tr("Light"), Icon::Sun);
    choice->addSegment(tr("Dark"), Icon::Moon);
    choice->setCurrentIndex(int(m_host.mode()));
    addRow(tr("Colours"), {}, choice);
    connect(choice, &SegmentedControl::chosen, this,
            [this](int index) { m_settings.set(settings::theme, ThemeMode(index)); });
}

void AppearanceForm::addDensity()
{
    auto *choice = new SegmentedControl(m_host, tr("Density"));
    choice->addSegment(tr("Comfortable"));
    choice->addSegment(tr("Compact"));
    choice->setCurrentIndex(int(m_settings.get(settings::density)));
    addRow(tr("Density"), tr("Compact shows more rows at once."), choice);
    connect(choice, &SegmentedControl::chosen, this,
            [this](int index) { m_settings.set(settings::density, Density(index)); });
}

} // namespace quntai
