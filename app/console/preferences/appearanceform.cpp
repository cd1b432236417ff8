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
      m_spoken(settings.get(settings::language)), m_theme(new SegmentedControl(host, tr("Colours"))),
      m_density(new SegmentedControl(host, tr("Density"))), m_reopen(new QWidget)
{
    addLanguage();
    addTheme();
    addDensity();
    refresh();
    // They can be changed by name, too.
    connect(&settings, &Settings::changed, this, &AppearanceForm::refresh);
}

void AppearanceForm::refresh()
{
    m_theme->setCurrentIndex(int(m_settings.get(settings::theme)));
    m_density->setCurrentIndex(int(m_settings.get(settings::density)));
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
    m_theme->addSegment(tr("Like the desktop"));
    m_theme->addSegment(tr("Light"), Icon::Sun);
    m_theme->addSegment(tr("Dark"), Icon::Moon);
    addRow(tr("Colours"), {}, m_theme);
    connect(m_theme, &SegmentedControl::chosen, this,
            [this](int index) { m_settings.set(settings::theme, ThemeMode(index)); });
}

void AppearanceForm::addDensity()
{
    m_density->addSegment(tr("Comfortable"));
    m_density->addSegment(tr("Compact"));
    addRow(tr("Density"), tr("Compact shows more rows at once."), m_density);
    connect(m_density, &SegmentedControl::chosen, this,
            [this](int index) { m_settings.set(settings::density, Density(index)); });
}

} // namespace quntai
