// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/settingspage.h"

#include "app/console/preferences/aboutform.h"
#include "app/console/preferences/accountform.h"
#include "app/console/preferences/appearanceform.h"
#include "app/console/preferences/cannedform.h"
#include "app/console/preferences/keysform.h"
#include "app/console/preferences/noticesform.h"
#include "app/console/preferences/peopleform.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme/stylecontrols.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int leftWidth = 220;

/** A section's row: the whole of it is chosen and shows the focus, not its words alone. */
class SectionDelegate : public QStyledItemDelegate
{
public:
    SectionDelegate(ThemeHost &host, QList<Icon> &icons, QObject *parent)
        : QStyledItemDelegate(parent), m_host(host), m_icons(icons)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {leftWidth - 1, m_host.theme().metrics().controlLarge + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_host.theme();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen)
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
        const QRect row = option.rect.adjusted(space::x4, 0, -space::x3, 0);
        theme.paintIcon(*painter, QRect(row.left(), row.top(), component::icon, row.height()),
                        m_icons.at(index.row()),
                        chosen ? ColorRole::AccentFg : ColorRole::TextSecondary);
        paintText(*painter, theme, row.adjusted(component::icon + space::x2, 0, 0, 0),
                  index.data().toString(), chosen ? TextRole::UiStrong : TextRole::Ui);
        if (option.state.testFlag(QStyle::State_HasFocus))
            controls::paintInnerFocus(*painter, theme, option.rect);
    }

private:
    ThemeHost &m_host;
    QList<Icon> &m_icons;
};

} // namespace

SettingsPage::SettingsPage(ThemeHost &host, Session &session, Settings &settings,
                           ActionRegistry &registry, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_sections(new QListWidget),
      m_forms(new QStackedWidget),
      m_canned(new CannedForm(host, session)), m_people(new PeopleForm(host, session)),
      m_account(new AccountForm(host, session))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildLeft());
    row->addWidget(m_forms, 1);
    auto *appearance = new AppearanceForm(host, settings);
    addSection(Icon::Sun, tr("Appearance"), appearance);
    addSection(Icon::Bell, tr("Notifications"), new NoticesForm(host, session, settings));
    addSection(Icon::Target, tr("Keys"), new KeysForm(host, registry, settings));
    addSection(Icon::Chat, tr("Canned replies"), m_canned);
    addSection(Icon::People, tr("People"), m_people);
    addSection(Icon::Person, tr("Account"), m_account);
    addSection(Icon::Doc, tr("About"), new AboutForm(host, session));
    connect(m_sections, &QListWidget::currentRowChanged, m_forms, &QStackedWidget::setCurrentIndex);
    connect(appearance, &AppearanceForm::reopenWanted, this, &SettingsPage::reopenWanted);
    connect(m_account, &AccountForm::signOutWanted, this, &SettingsPage::signOutWanted);
    connect(m_account, &AccountForm::serverWanted, this, &SettingsPage::serverWanted);
    connect(m_account, &AccountForm::seatWanted, this, &SettingsPage::seatWanted);
    connect(&host, &ThemeHost::changed, this, &SettingsPage::refreshLook);
    connect(&session, &Session::reset, this, &SettingsPage::refreshSections);
    connect(&session, &Session::linkChanged, this, &SettingsPage::refreshSections);
    refreshLook();
    m_sections->setCurrentRow(0);
    refreshSections();
}

QWidget *SettingsPage::buildLeft()
{
    auto *left = new QWidget;
    left->setFixedWidth(leftWidth);
    auto *head = new QWidget;
    head->setFixedHeight(layout::header);
    auto *title = new QHBoxLayout(head);
    title->setContentsMargins(space::x4, 0, space::x2, 0);
    title->addWidget(new PlainLabel(host(), tr("Settings"), TextRole::Title), 1);
    auto *close = new IconButton(host(), Icon::X, tr("Close the settings"));
    close->setKeyHint(u"Esc"_s);
    title->addWidget(close);
    connect(close, &IconButton::clicked, this, &SettingsPage::closed);
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setItemDelegate(new SectionDelegate(host(), m_icons, m_sections));
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_sections, 1);
    return left;
}

void SettingsPage::addSection(Icon icon, const QString &name, QWidget *form)
{
    m_sections->addItem(name);
    m_forms->addWidget(form);
    m_icons.append(icon);
}

/** Rights come with the link, and others with another person. */
void SettingsPage::refreshSections()
{
    const int people = int(Section::People);
    const bool listed = mayReadPeople(m_session);
    m_sections->setRowHidden(people, !listed);
    if (!listed && m_sections->currentRow() == people)
        m_sections->setCurrentRow(0);
}

void SettingsPage::refreshLook()
{
    auto look = m_sections->palette();
    look.setColor(QPalette::Base, theme().color(ColorRole::SurfaceWindow));
    m_sections->setPalette(look);
    m_sections->doItemsLayout(); // rows follow the density
}

void SettingsPage::setSample(bool sample)
{
    m_account->setSample(sample);
}

void SettingsPage::open(Section section)
{
    refreshSections();
    const int row = int(section);
    m_sections->setCurrentRow(m_sections->isRowHidden(row) ? 0 : row);
    m_sections->setFocus();
}

SettingsPage::Section SettingsPage::section() const
{
    return Section(m_sections->currentRow());
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void SettingsPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintVLine(painter, leftWidth - 1, 0, height(), theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
