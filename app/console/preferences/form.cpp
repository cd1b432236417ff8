// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/form.h"

#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int mostWidth = 640;

PlainLabel *wrapped(ThemeHost &host, const QString &text, TextRole font, ColorRole color)
{
    auto *label = new PlainLabel(host, text, font, color);
    label->setFlow(PlainLabel::Flow::Wrapped);
    return label;
}

} // namespace

Form::Form(ThemeHost &host, const QString &title, const QString &about, QWidget *parent)
    : ScrollColumn(host, ColorRole::SurfaceBase, parent), m_theme(host), m_rows(new QVBoxLayout)
{
    auto *body = new QWidget(this);
    body->setMaximumWidth(mostWidth);
    body->setLayout(m_rows);
    m_rows->setContentsMargins(0, space::x2, 0, space::x4);
    m_rows->setSpacing(space::x4);
    auto *head = new QVBoxLayout;
    head->setSpacing(space::x1);
    head->addWidget(new PlainLabel(host, title, TextRole::Title));
    if (!about.isEmpty())
        head->addWidget(wrapped(host, about, TextRole::Caption, ColorRole::TextSecondary));
    m_rows->addLayout(head);
    // A stretch beside, or a narrow form would stand in the middle of a wide window.
    auto *beside = new QHBoxLayout;
    beside->setContentsMargins(space::x3, 0, space::x3, 0);
    beside->addWidget(body, 1000);
    beside->addStretch(1);
    column()->insertLayout(0, beside);
}

void Form::addHeading(const QString &text)
{
    m_rows->addSpacing(space::x1);
    m_rows->addWidget(new PlainLabel(m_theme, text, TextRole::UiStrong));
}

QWidget *Form::addRow(const QString &name, const QString &about, QWidget *control)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel(m_theme, name));
    if (!about.isEmpty())
        words->addWidget(wrapped(m_theme, about, TextRole::Caption, ColorRole::TextSecondary));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x6);
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignTop);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    m_rows->addLayout(row);
    return control;
}

void Form::addWide(QWidget *widget, int stretch)
{
    m_rows->addWidget(widget, stretch);
}

} // namespace quntai
