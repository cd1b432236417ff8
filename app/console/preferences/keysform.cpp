// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/keysform.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/palette/palettedelegate.h"

#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QListView>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int mostWidth = 640;
constexpr int fieldWidth = 160;

/** Qt tells screen readers nothing of such a field. */
QAccessibleInterface *keyFieldOf(const QString &, QObject *object)
{
    auto *field = qobject_cast<QKeySequenceEdit *>(object);
    return field ? new QAccessibleWidget(field, QAccessible::HotkeyField) : nullptr;
}

void installKeyField()
{
    static const bool done = [] {
        QAccessible::installFactory(keyFieldOf);
        return true;
    }();
    Q_UNUSED(done);
}

} // namespace

KeysForm::KeysForm(ThemeHost &host, ActionRegistry &registry, Settings &settings, QWidget *parent)
    : ThemedWidget(host, parent), m_registry(registry), m_settings(settings),
      m_model(new PaletteModel(this)),
      m_search(new SearchField(host, tr("Find an action or a key"), this)),
      m_list(new QListView(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(host, m_list));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    body->setMaximumWidth(mostWidth);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x3);
    column->addWidget(new PlainLabel(host, tr("Keys"), TextRole::Title));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(buildEditor());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x6, space::x5, space::x6, space::x4);
    row->addWidget(body, 1000);
    row->addStretch(1);
    join();
    fill();
}

/** What a list or a field says while it goes has nobody to hear it: the registry may be gone. */
KeysForm::~KeysForm()
{
    m_list->selectionModel()->disconnect(this);
    m_field->disconnect(this);
    m_search->disconnect(this);
}

QWidget *KeysForm::buildEditor()
{
    auto *editor = new QWidget;
    m_name = new PlainLabel(host(), {}, TextRole::UiStrong);
    installKeyField();
    m_field = new QKeySequenceEdit;
    m_field->setMaximumSequenceLength(1);
    m_field->setFixedWidth(fieldWidth);
    m_field->setAccessibleName(tr("New key; press it"));
    m_none = new ActionButton(host(), ButtonKind::Secondary, tr("No key"));
    m_reset = new ActionButton(host(), ButtonKind::Secondary, tr("Its own key"));
    m_resetAll = new ActionButton(host(), ButtonKind::Quiet, tr("All back"));
    m_problem = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::DangerFg);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_takeOver = new ActionButton(host(), ButtonKind::Secondary, tr("Use it here"));
    m_takeOver->setButtonSize(ButtonSize::Small);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::x2);
    first->addWidget(m_name, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_none),
                            static_cast<QWidget *>(m_reset), static_cast<QWidget *>(m_resetAll)})
        first->addWidget(widget);
    auto *second = new QHBoxLayout;
    second->addWidget(m_problem, 1);
    second->addWidget(m_takeOver, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(first);
    column->addLayout(second);
    say({});
    return editor;
}

void KeysForm::join()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setWords(words);
        select(m_id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!now.isValid())
                    return;
                m_id = now.data(PaletteModel::Id).toString();
                say({});
                refreshEditor();
            });
    connect(m_field, &QKeySequenceEdit::keySequenceChanged, this, &KeysForm::tryKeys);
    connect(m_takeOver, &ActionButton::clicked, this, [this] {
        const auto wanted = m_wanted;
        while (const auto *holder = m_registry.holderOf(wanted, m_id)) {
            auto left = m_registry.keys(holder->id);
            left.removeAll(wanted);
            m_registry.setKeys(holder->id, left);
        }
        give(wanted);
    });
    connect(m_none, &ActionButton::clicked, this, [this] { m_registry.setKeys(m_id, {}); });
    connect(m_reset, &ActionButton::clicked, this, [this] { m_registry.resetKeys(m_id); });
    connect(m_resetAll, &ActionButton::clicked, &m_registry, &ActionRegistry::resetAllKeys);
    connect(&m_registry, &ActionRegistry::added, this, &KeysForm::fill);
    connect(&m_registry, &ActionRegistry::keysChanged, this, [this] {
        m_settings.set(settings::keys, m_registry.chosenKeys());
        say({});
        fill();
    });
}

void KeysForm::fill()
{
    QList<PaletteItem> items;
    for (const auto &action : m_registry.actions()) {
        PaletteItem item;
        item.id = action.id;
        item.text = action.text;
        item.detail = action.group;
        item.icon = action.icon;
        item.keys = keyText(m_registry.keys(action.id));
        item.kind = action.fixed                       ? tr("fixed")
            : m_registry.hasOwnKeys(action.id) ? tr("changed")
                                                       : QString();
        item.weight = -int(items.size());
        item.always = true;
        items.append(item);
    }
    m_model->setItems(items);
    select(m_id.isEmpty() && !items.isEmpty() ? items.constFirst().id : m_id);
}

/** Its row is the current one, the first where it is not among what was found. */
void KeysForm::select(const QString &id)
{
    int row = 0;
    for (int at = 0; at < m_model->rowCount(); ++at) {
        if (m_model->at(at)->id == id)
            row = at;
    }
    m_list->setCurrentIndex(m_model->index(row));
    refreshEditor();
}

void KeysForm::refreshEditor()
{
    const auto *action = m_registry.find(m_id);
    m_name->setPlainText(action ? action->text : QString());
    const QSignalBlocker quiet(m_field);
    const auto keys = m_registry.keys(m_id);
    m_field->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.constFirst());
    const bool free = action && !action->fixed;
    m_field->setEnabled(free);
    m_none->setEnabled(free && !keys.isEmpty());
    m_reset->setEnabled(free && m_registry.hasOwnKeys(m_id));
    m_resetAll->setEnabled(!m_registry.chosenKeys().isEmpty());
}

void KeysForm::tryKeys(const QKeySequence &keys)
{
    m_wanted = {};
    // The field also says what it has when the focus leaves it.
    if (keys.isEmpty() || m_registry.keys(m_id).value(0) == keys)
        return;
    if (const auto problem = keyProblem(keys); problem != KeyProblem::None) {
        say(problemText(problem));
        return;
    }
    const auto *holder = m_registry.holderOf(keys, m_id);
    if (!holder) {
        give(keys);
        return;
    }
    say(tr("%1 belongs to “%2”.").arg(keyWords(keys), holder->text));
    m_wanted = keys;
    m_takeOver->setVisible(!holder->fixed);
}

void KeysForm::give(const QKeySequence &keys)
{
    m_registry.setKeys(m_id, {keys});
}

void KeysForm::say(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_takeOver->hide();
}

QString KeysForm::problemText(KeyProblem problem) const
{
    switch (problem) {
    case KeyProblem::None: return {};
    case KeyProblem::Nothing: return tr("This key cannot be used.");
    case KeyProblem::NeedsModifier:
        return tr("It would fire while somebody writes. Hold Ctrl or Alt, or use a function key.");
    case KeyProblem::ForWriting:
        return tr("Writing, the input method or the desktop needs this key.");
    }
    return {};
}

void KeysForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
