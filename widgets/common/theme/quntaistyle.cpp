// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/quntaistyle.h"

#include "widgets/common/theme/stylecontrols.h"
#include "widgets/common/theme/styleviews.h"
#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolTip>
#include <QWidget>

namespace quntai {

using namespace Qt::StringLiterals;
using controls::ButtonKind;

namespace {

constexpr int kScrollBar = 10;
constexpr int kScrollThumbMin = 24;
constexpr int kFieldPad = 8;
constexpr int kComboArrow = 28;
constexpr int kSpinButton = 20;

/// Round corners need a window with transparency, which X11 has only under a compositor.
bool popupsMayBeRound()
{
    return QGuiApplication::platformName() != "xcb"_L1
        && QGuiApplication::platformName() != "vnc"_L1;
}

/// A scroll bar stands on what it scrolls, not on the window around it.
QColor behindScrollBar(const QWidget *bar, const QStyleOption &option)
{
    for (const QWidget *widget = bar; widget; widget = widget->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const QWidget *view = area->viewport();
            return view->palette().color(view->backgroundRole());
        }
    }
    return option.palette.color(QPalette::Window);
}

/// Editors of several lines; their frame looks like a field's.
bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

/// In a list that opened over others the selection already says where the keyboard is.
bool isInPopup(const QWidget *widget)
{
    return widget && widget->window()->windowType() == Qt::Popup;
}

ButtonKind kindOf(const QStyleOptionButton *button)
{
    if (!button)
        return ButtonKind::Secondary;
    if (button->features.testFlag(QStyleOptionButton::Flat))
        return ButtonKind::Quiet;
    return button->features.testFlag(QStyleOptionButton::DefaultButton) ? ButtonKind::Primary
                                                                        : ButtonKind::Secondary;
}

void setDisabledColors(QPalette &palette, const Theme &theme)
{
    const QColor faded = theme.color(ColorRole::TextDisabled);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                      QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, theme.color(ColorRole::SurfaceSunken));
}

} // namespace

QPalette paletteOf(const Theme &theme)
{
    using enum ColorRole;
    QPalette palette;
    const std::pair<QPalette::ColorRole, ColorRole> roles[]{
        {QPalette::Window, SurfaceWindow},
        {QPalette::WindowText, TextPrimary},
        {QPalette::Base, SurfaceBase},
        {QPalette::AlternateBase, SurfaceSunken},
        {QPalette::Text, TextPrimary},
        {QPalette::PlaceholderText, TextTertiary},
        {QPalette::Button, SurfaceRaised},
        {QPalette::ButtonText, TextPrimary},
        {QPalette::BrightText, DangerFg},
        {QPalette::ToolTipBase, SurfaceOverlay},
        {QPalette::ToolTipText, TextPrimary},
        {QPalette::Link, TextLink},
        {QPalette::LinkVisited, TextLink},
        {QPalette::Light, SurfaceRaised},
        {QPalette::Midlight, SurfaceHover},
        {QPalette::Mid, BorderSubtle},
        {QPalette::Dark, BorderStrong},
        {QPalette::Shadow, BorderStrong},
        {QPalette::Accent, AccentSolid},
        {QPalette::Highlight, SurfaceSelected},
        {QPalette::HighlightedText, TextPrimary},
    };
    for (const auto &[target, role] : roles)
        palette.setColor(target, theme.color(role));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, theme.color(SurfaceSelectedInactive));
    setDisabledColors(palette, theme);
    return palette;
}

QuntaiStyle::QuntaiStyle(const Theme &theme) : QProxyStyle(u"fusion"_s), m_theme(theme) {}

void QuntaiStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (isTextArea(widget))
        widget->installEventFilter(this);
    if (qobject_cast<QMenu *>(widget) && popupsMayBeRound()) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
        widget->setWindowFlag(Qt::FramelessWindowHint);
    }
}

bool QuntaiStyle::eventFilter(QObject *watched, QEvent *event)
{
    // Text areas repaint only their viewport on focus; the frame shows it, too.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget *>(watched)->update();
    return QProxyStyle::eventFilter(watched, event);
}

QPalette QuntaiStyle::standardPalette() const
{
    return paletteOf(m_theme);
}

int QuntaiStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return kScrollThumbMin;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_HeaderMargin:
    case PM_MenuHMargin:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuPanelWidth:
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? component::focusRing : 1;
    case PM_SplitterWidth:
        return 1;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_FocusFrameHMargin:
        // Item views take their text margin from here, less one.
        if (qobject_cast<const QAbstractItemView *>(widget))
            return kFieldPad - 1;
        return component::focusRing + component::focusGap;
    case PM_FocusFrameVMargin:
        return component::focusRing + component::focusGap;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 6;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return component::icon;
    case PM_ToolBarIconSize:
        return component::iconNav;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuntaiStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_Widget_Animate:
        return m_theme.reducedMotion() ? 0 : 1;
    case SH_Widget_Animation_Duration:
        return m_theme.duration(Motion::Popup);
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize QuntaiStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    const int control = m_theme.metrics().control;
    switch (type) {
    case CT_PushButton:
        return {size.width() + 22, control};
    case CT_LineEdit:
        return {size.width() + 2 * kFieldPad, control};
    case CT_ComboBox:
        return {size.width() + kFieldPad + kComboArrow, control};
    case CT_SpinBox:
        return {size.width() + kFieldPad + kSpinButton, control};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return views::menuItemSize(m_theme, *item);
        break;
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return views::tabSize(m_theme, *tab);
        break;
    case CT_HeaderSection:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, control})
            + QSize(2 * kFieldPad, 0);
    case CT_ItemViewItem:
        return QProxyStyle::sizeFromContents(type, option, size, widget)
            .expandedTo({0, m_theme.metrics().tableRow});
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect QuntaiStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine))
            return {};
        if (bar && subControl == SC_ScrollBarGroove)
            return rect;
        if (bar && subControl == SC_ScrollBarSlider) {
            const bool vertical = bar->orientation == Qt::Vertical;
            const int room = vertical ? rect.height() : rect.width();
            const int range = bar->maximum - bar->minimum;
            const qint64 share = qint64(room) * bar->pageStep / qMax(1, range + bar->pageStep);
            const int length =
                range > 0 ? qBound(qMin(kScrollThumbMin, room), int(share), room) : room;
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                   room - length, bar->upsideDown);
            return vertical ? QRect(rect.left(), rect.top() + at, rect.width(), length)
                            : QRect(rect.left() + at, rect.top(), length, rect.height());
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return rect.adjusted(kFieldPad, 1, -kComboArrow, -1);
    if (control == CC_SpinBox) {
        const int half = rect.height() / 2;
        const QRect buttons(rect.right() - kSpinButton, rect.top() + 1, kSpinButton, rect.height());
        if (subControl == SC_SpinBoxUp)
            return {buttons.left(), rect.top() + 1, kSpinButton - 2, half - 1};
        if (subControl == SC_SpinBoxDown)
            return {buttons.left(), rect.top() + half, kSpinButton - 2, half - 1};
        if (subControl == SC_SpinBoxEditField)
            return rect.adjusted(kFieldPad, 1, -kSpinButton - 2, -1);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect QuntaiStyle::subElementRect(SubElement element, const QStyleOption *option,
                                  const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (panel && panel->lineWidth > 0)
            return option->rect.adjusted(kFieldPad - 2, 1, -kFieldPad + 2, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void QuntaiStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        controls::paintButtonPanel(*painter, m_theme, option->rect,
                                   kindOf(qstyleoption_cast<const QStyleOptionButton *>(option)),
                                   controls::stateOf(*option));
        return;
    case PE_PanelButtonTool:
        controls::paintButtonPanel(*painter, m_theme, option->rect, ButtonKind::Quiet,
                                   controls::stateOf(*option));
        return;
    case PE_PanelLineEdit: {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (panel && panel->lineWidth > 0)
            controls::paintField(*painter, m_theme, option->rect,
                                 option->state.testFlag(State_HasFocus),
                                 option->state.testFlag(State_Enabled));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        controls::paintCheck(*painter, m_theme, *option);
        return;
    case PE_IndicatorRadioButton:
        controls::paintRadio(*painter, m_theme, *option);
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange) && !isInPopup(widget))
            controls::paintInnerFocus(*painter, m_theme, option->rect);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            views::paintItemBackground(*painter, m_theme, *item);
        return;
    case PE_PanelItemViewRow:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            m_theme.color(ColorRole::BorderSubtle));
        return;
    case PE_PanelTipLabel:
        views::paintPopup(*painter, m_theme, option->rect, false);
        return;
    case PE_PanelMenu:
        views::paintPopup(*painter, m_theme, option->rect, popupsMayBeRound());
        return;
    case PE_FrameMenu:
        return;
    case PE_Frame:
        if (isTextArea(widget)) {
            controls::paintField(*painter, m_theme, option->rect, widget->hasFocus(),
                                 option->state.testFlag(State_Enabled));
            return;
        }
        painter->save();
        painter->setPen(
            m_theme.color(isInPopup(widget) ? ColorRole::BorderStrong : ColorRole::BorderSubtle));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuntaiStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_FocusFrame:
        controls::paintFocusRing(*painter, m_theme, option->rect);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            const QColor ink =
                controls::buttonColors(m_theme, kindOf(button), controls::stateOf(*option)).text;
            copy.palette.setColor(QPalette::ButtonText, ink);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            views::paintMenuItem(*painter, m_theme, *item);
        return;
    case CE_MenuEmptyArea:
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            views::paintTab(*painter, m_theme, *tab);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            views::paintHeaderSection(*painter, m_theme, *header);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            views::paintHeaderLabel(*painter, m_theme, *header);
        return;
    case CE_Splitter: {
        const bool upright = option->state.testFlag(State_Horizontal);
        const QRect rect = option->rect;
        painter->fillRect(upright ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                  : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          m_theme.color(ColorRole::BorderSubtle));
        return;
    }
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            controls::paintProgress(*painter, m_theme, *bar);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuntaiStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, behindScrollBar(widget, *option));
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            controls::paintScrollBar(*painter, m_theme, *bar,
                                     subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            controls::paintComboBox(*painter, m_theme, *combo);
        return;
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            controls::paintSpinBox(*painter, m_theme, *spin,
                                   subControlRect(control, option, SC_SpinBoxUp, widget),
                                   subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void applyTheme(QApplication &application, ThemeHost &host)
{
    auto *style = new QuntaiStyle(host.theme()); // the application owns its style
    QApplication::setStyle(style);
    const auto refresh = [&host, style] {
        style->setTheme(host.theme());
        const QPalette palette = paletteOf(host.theme());
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
        QApplication::setFont(host.theme().font(TextRole::Ui));
        QToolTip::setFont(host.theme().font(TextRole::Caption));
        const auto widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets) {
            widget->updateGeometry();
            widget->update();
        }
    };
    refresh();
    QObject::connect(&host, &ThemeHost::changed, style, refresh);
    Q_UNUSED(application)
}

} // namespace quntai
