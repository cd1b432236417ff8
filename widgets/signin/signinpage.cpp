// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/signin/signinpage.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 320;
constexpr int markSize = 48;
constexpr int longestField = 256;

bool isLoopback(const QString &host)
{
    return host == u"localhost" || host == u"127.0.0.1" || host == u"::1";
}

} // namespace

QUrl serverFromText(const QString &text)
{
    auto words = text.trimmed();
    if (words.isEmpty())
        return {};
    if (!words.contains(u"://"))
        words.prepend(u"wss://"_s);
    const QUrl url(words, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    const bool plain = url.scheme() == u"ws" && isLoopback(url.host());
    return plain || url.scheme() == u"wss" ? url : QUrl();
}

SignInPage::SignInPage(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_form(new QWidget(this))
{
    m_form->setFixedWidth(formWidth);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, markSize + space::x4, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(new PlainLabel(host, tr("Sign in to Quntai"), TextRole::Title,
                                     ColorRole::TextPrimary, m_form));
    m_server = addField(tr("Server"));
    m_name = addField(tr("Name"));
    m_password = addField(tr("Password"));
    m_server->setPlaceholderText(u"wss://kf.example.com"_s);
    m_password->setEchoMode(QLineEdit::Password);
    addProblem();
    m_button = new ActionButton(host, ButtonKind::Primary, tr("Sign in"), m_form);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addSpacing(space::x2);
    column->addWidget(m_button);
    auto *middle = new QVBoxLayout(this);
    middle->addStretch(2);
    // Not by alignment: the height of wrapped lines would be asked for the page's width.
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(m_form);
    across->addStretch();
    middle->addLayout(across);
    middle->addStretch(3);
    connect(m_button, &ActionButton::clicked, this, &SignInPage::submit);
    showProblem({});
    setAgain(-1);
    refresh();
}

void SignInPage::addProblem()
{
    m_problem = new PlainLabel(host(), {}, TextRole::UiStrong, ColorRole::DangerFg, m_form);
    m_advice = new PlainLabel(host(), {}, TextRole::Ui, ColorRole::TextSecondary, m_form);
    m_again = new QWidget(m_form);
    m_countdown = new PlainLabel(host(), {}, TextRole::Ui, ColorRole::TextSecondary, m_again);
    m_tryNow = new ActionButton(host(), ButtonKind::Link, tr("Try now"), m_again);
    m_tick = new QTimer(this);
    m_tick->setInterval(1000);
    auto *across = new QHBoxLayout(m_again);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_countdown, 1);
    across->addWidget(m_tryNow);
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->addSpacing(space::x2);
    for (auto *label : {m_problem, m_advice}) {
        label->setFlow(PlainLabel::Flow::Wrapped);
        column->addWidget(label);
    }
    column->addWidget(m_again);
    connect(m_tryNow, &ActionButton::clicked, this, &SignInPage::tryNowPressed);
    connect(m_tick, &QTimer::timeout, this, &SignInPage::refreshCountdown);
}

QLineEdit *SignInPage::addField(const QString &label)
{
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->addSpacing(space::x2);
    column->addWidget(
        new PlainLabel(host(), label, TextRole::Caption, ColorRole::TextSecondary, m_form));
    auto *field = new QLineEdit(m_form);
    field->setAccessibleName(label);
    field->setMaxLength(longestField);
    column->addWidget(field);
    connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(field, &QLineEdit::textEdited, this, &SignInPage::edit);
    return field;
}

void SignInPage::setServer(const QUrl &server)
{
    m_server->setText(server.toString());
}

void SignInPage::setName(const QString &name)
{
    m_name->setText(name);
}

QUrl SignInPage::server() const
{
    return serverFromText(m_server->text());
}

QString SignInPage::name() const
{
    return m_name->text().trimmed();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SignInPage::setProblem(const QString &problem, const QString &advice)
{
    const bool isAnswer = m_busy || m_problem->rawText().isEmpty();
    if (!problem.isEmpty() && isAnswer) {
        m_password->clear();
        m_busy = false;
        refresh();
    }
    showProblem(problem, advice);
    if (!problem.isEmpty() && isAnswer)
        focusFirst();
}

void SignInPage::setAgain(qint64 ms)
{
    m_triesAgain = ms >= 0;
    m_again->setVisible(m_triesAgain);
    m_tryNow->setVisible(ms > 0);
    m_next.setRemainingTime(std::max<qint64>(ms, 0));
    if (ms > 0)
        m_tick->start();
    else
        m_tick->stop();
    refreshCountdown();
}

void SignInPage::refreshCountdown()
{
    const auto seconds = (m_next.remainingTime() + 999) / 1000;
    m_countdown->setPlainText(seconds > 0 ? tr("Tries again in %1 s").arg(seconds)
                                          : tr("Trying again…"));
}

/** What stood there is not meant any more, and neither is what was wrong with it. */
void SignInPage::edit()
{
    const bool tried = std::exchange(m_triesAgain, false);
    showProblem({});
    setAgain(-1);
    if (tried)
        Q_EMIT corrected();
}

void SignInPage::showProblem(const QString &problem, const QString &advice)
{
    const bool isNew = m_problem->rawText() != problem;
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_advice->setPlainText(advice);
    m_advice->setVisible(!advice.isEmpty());
    if (problem.isEmpty() || !isNew)
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SignInPage::focusFirst()
{
    for (auto *field : {m_server, m_name, m_password}) {
        if (field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
    m_password->setFocus();
}

void SignInPage::refresh()
{
    for (auto *field : {m_server, m_name, m_password})
        field->setEnabled(!m_busy);
    m_button->setEnabled(!m_busy);
    m_button->setText(m_busy ? tr("Signing in…") : tr("Sign in"));
    m_button->setAccessibleName(m_button->text());
}

void SignInPage::submit()
{
    if (m_busy)
        return;
    const auto server = serverFromText(m_server->text());
    if (server.isEmpty()) {
        showProblem(tr("This is no server address. Write it as wss://name; plain ws:// works on "
                       "this computer only."));
        m_server->setFocus();
    } else if (m_name->text().trimmed().isEmpty()) {
        showProblem(tr("Your name is missing."));
        m_name->setFocus();
    } else if (m_password->text().isEmpty()) {
        showProblem(tr("Your password is missing."));
        m_password->setFocus();
    } else {
        showProblem({});
        setAgain(-1);
        setBusy(true);
        Q_EMIT submitted(server, m_name->text().trimmed(), m_password->text());
    }
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    const auto form = m_form->geometry();
    const QRect mark(form.left(), form.top(), markSize, markSize);
    paintBox(painter, mark, radius::popup, theme().color(ColorRole::AccentSolid));
    theme().paintIcon(painter, mark, Icon::Chat, ColorRole::AccentOn, component::iconNav + 4);
}

} // namespace quntai
