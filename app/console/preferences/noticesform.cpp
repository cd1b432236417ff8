// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/noticesform.h"

#include "app/console/notices/groupnotices.h"
#include "app/console/preferences/groupnoticesform.h"
#include "widgets/common/plainlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

NoticesForm::NoticesForm(ThemeHost &host, Session &session, Settings &settings, QWidget *parent)
    : Form(host, tr("Notifications"),
           tr("They come only while you look elsewhere. Without content they say what happened and "
              "in which group, and nothing of what customers wrote."),
           parent),
      m_host(host), m_settings(settings)
{
    addSeverities();
    addQuietHours();
    addHeading(tr("By group"));
    addWide(new GroupNoticesForm(host, session, settings));
    addHeading(tr("By event"));
    addKinds();
}

/** In two columns; what is left out here comes from no group. */
void NoticesForm::addKinds()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::x6);
    const auto kinds = allKinds();
    const int lines = int(kinds.size() + 1) / 2;
    for (int at = 0; at < kinds.size(); ++at) {
        auto *box = new QCheckBox(noticeKindName(kinds.at(at)));
        box->setChecked(wantsKind(m_settings, kinds.at(at)));
        connect(box, &QCheckBox::toggled, this, [this, kind = kinds.at(at)](bool on) {
            setWantsKind(m_settings, kind, on);
        });
        grid->addWidget(box, at % lines, at / lines);
    }
    addWide(table);
}

void NoticesForm::addSeverities()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::x6);
    grid->setVerticalSpacing(space::x4);
    grid->setColumnStretch(0, 1);
    int column = 1;
    for (const auto &head : {tr("Show"), tr("Sound"), tr("Content")})
        grid->addWidget(new PlainLabel(m_host, head, TextRole::Caption, ColorRole::TextSecondary),
                        0, column++, Qt::AlignHCenter);
    addSeverity(*grid, tr("Urgent"),
                tr("A topic needs a person or is offered to you. Stays until seen to."),
                {settings::urgentShow, settings::urgentSound, settings::urgentContent});
    addSeverity(*grid, tr("Normal"),
                tr("Messages in your topics, whispers, what could not be sent."),
                {settings::normalShow, settings::normalSound, settings::normalContent});
    addSeverity(*grid, tr("For information"), tr("A channel is disconnected."),
                {settings::infoShow, settings::infoSound, settings::infoContent});
    addWide(table);
}

void NoticesForm::addSeverity(QGridLayout &grid, const QString &name, const QString &about,
                              const QList<Setting<bool>> &settings)
{
    const int row = grid.rowCount();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel(m_host, name));
    auto *more = new PlainLabel(m_host, about, TextRole::Caption, ColorRole::TextSecondary);
    more->setFlow(PlainLabel::Flow::Wrapped);
    words->addWidget(more);
    grid.addLayout(words, row, 0);
    const QStringList whats{tr("Show"), tr("Sound"), tr("Content")};
    QList<QCheckBox *> boxes;
    for (int at = 0; at < settings.size(); ++at) {
        auto *box = new QCheckBox;
        box->setAccessibleName(u"%1: %2"_s.arg(name, whats.at(at)));
        box->setChecked(m_settings.get(settings.at(at)));
        connect(box, &QCheckBox::toggled, this,
                [this, one = settings.at(at)](bool on) { m_settings.set(one, on); });
        grid.addWidget(box, row, 1 + at, Qt::AlignHCenter | Qt::AlignTop);
        boxes.append(box);
    }
    const auto follow = [boxes](bool shown) {
        for (auto *box : boxes.sliced(1))
            box->setEnabled(shown);
    };
    connect(boxes.constFirst(), &QCheckBox::toggled, this, follow);
    follow(boxes.constFirst()->isChecked());
}

QTimeEdit *NoticesForm::timeField(const Setting<int> &setting, const QString &name)
{
    auto *field = new QTimeEdit(QTime(0, 0).addSecs(m_settings.get(setting) * 60));
    field->setDisplayFormat(u"HH:mm"_s);
    field->setAccessibleName(name);
    connect(field, &QTimeEdit::timeChanged, this, [this, setting](QTime time) {
        m_settings.set(setting, time.hour() * 60 + time.minute());
    });
    return field;
}

void NoticesForm::addQuietHours()
{
    auto *quiet = new QCheckBox;
    quiet->setChecked(m_settings.get(settings::quietHours));
    addRow(tr("Quiet hours"), tr("Only urgent notifications come, without a sound."), quiet);
    auto *hours = new QWidget;
    auto *row = new QHBoxLayout(hours);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(timeField(settings::quietFrom, tr("Quiet from")));
    row->addWidget(new PlainLabel(m_host, u"–"_s));
    row->addWidget(timeField(settings::quietTo, tr("Quiet until")));
    hours->setAccessibleName(tr("Quiet from and until"));
    addRow(tr("From, until"), {}, hours);
    connect(quiet, &QCheckBox::toggled, this, [this, hours](bool on) {
        m_settings.set(settings::quietHours, on);
        hours->setEnabled(on);
    });
    hours->setEnabled(quiet->isChecked());
}

} // namespace quntai
