// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pictures/picturetext.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>

namespace quntai {

PictureText::PictureText(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_head(new PlainLabel(host, tr("In the picture"), TextRole::Ui, ColorRole::TextPrimary, this)),
      m_hint(new PlainLabel(host, tr("Read by a program; it may be wrong."), TextRole::Caption,
                            ColorRole::TextTertiary, this)),
      m_copy(new IconButton(host, Icon::Copy, tr("Copy the words"), this)),
      m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Words in the picture"));
    connect(m_copy, &IconButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x2, space::x4, space::x3);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addWidget(m_text, 1);
    themeChanged();
    hide();
}

void PictureText::setWords(const QString &words)
{
    m_text->setPlainText(cleanedText(words));
}

void PictureText::themeChanged()
{
    m_text->setFont(theme().font(TextRole::Message));
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, theme().color(ColorRole::SurfaceBase));
    palette.setColor(QPalette::Text, theme().color(ColorRole::TextPrimary));
    m_text->setPalette(palette);
}

void PictureText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintVLine(painter, 0, 0, height(), theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
