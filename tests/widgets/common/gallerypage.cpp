// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/common/gallerypage.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/countbadge.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/navrail.h"
#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/sectionheader.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/statusstrip.h"
#include "widgets/common/theme/stylecontrols.h"
#include "widgets/common/theme/styleviews.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStyleOption>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/// Shows the painting functions, which have no widget of their own.
class Canvas : public ThemedWidget
{
public:
    Canvas(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent) { setFixedHeight(190); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintAvatars(painter);
        paintLanes(painter);
        paintMeters(painter);
        paintChipRows(painter);
        paintMenu(painter);
    }

private:
    void paintAvatars(QPainter &p)
    {
        paintAvatar(p, theme(), QRect(0, 0, 28, 28), {.name = u"王阿姨"_s});
        paintAvatar(p, theme(), QRect(36, 0, 28, 28),
                    {.name = u"滨江花园"_s, .shape = AvatarShape::Group});
        paintAvatar(p, theme(), QRect(72, 0, 28, 28), {.name = u"小禾"_s, .tone = Tone::Bot});
        paintAvatar(p, theme(), QRect(108, 0, 28, 28),
                    {.name = u"林悦"_s, .tone = Tone::Agent, .presence = PresenceMark::Online});
        paintAvatar(p, theme(), QRect(146, 4, 20, 20),
                    {.name = u"周敏"_s, .tone = Tone::Agent, .ring = true});
        paintAvatar(p, theme(), QRect(176, 4, 20, 20),
                    {.name = u"江"_s, .shape = AvatarShape::Group});
        paintAvatar(p, theme(), QRect(204, 4, 20, 20), {.name = u"小禾"_s, .tone = Tone::Bot});
        paintAvatar(p, theme(), QRect(232, 0, 36, 36), {.name = u"leo"_s});
    }

    void paintLanes(QPainter &p)
    {
        for (int i = 0; i < kLaneCount; ++i) {
            paintLaneBadge(p, theme(), QRectF(290 + 22 * i, 0, 16, 16), i);
            paintLaneBadge(p, theme(), QRectF(290 + 22 * i, 20, 16, 16), i, LaneFill::Hollow);
        }
    }

    void paintMeters(QPainter &p)
    {
        const int y = 48;
        int x = 0;
        for (int permille : {930, 610, 410}) {
            paintConfidence(p, theme(), QRect({x, y}, confidenceSize(theme())), permille);
            x += 100;
        }
        for (EmotionSpec emotion : {EmotionSpec{38, 0}, EmotionSpec{61, -21}, EmotionSpec{82, 9}}) {
            paintEmotion(p, theme(), QRect({x, y}, emotionSize(theme(), emotion)), emotion);
            x += 56;
        }
        for (int permille : {820, 460, 200}) {
            const ColorRole ink = deadlineRole(permille);
            paintRing(p, theme(), QRectF(x, y + 1, 14, 14), permille, theme().color(ink));
            paintText(p, theme(), QRect(x + 18, y, 60, 16), u"03:12"_s, TextRole::Caption, ink);
            x += 62;
        }
        paintSpark(p, theme(), QRectF(474, 0, 64, 32), {40, 42, 50, 48, 60, 78, 82});
    }

    void paintChipRows(QPainter &p)
    {
        const QList<ChipSpec> reasons{
            {.text = u"情绪 82 ↑"_s, .tone = Tone::Danger},
            {.text = u"追问 3 次"_s, .tone = Tone::Warning},
            {.text = u"VIP"_s, .tone = Tone::Note},
            {.text = u"自动答复"_s, .tone = Tone::Bot, .icon = Icon::Bot},
            {.text = u"客服"_s, .tone = Tone::Agent},
            {.text = u"生效"_s, .tone = Tone::Success},
            {.text = u"派给我"_s, .tone = Tone::Accent},
            {.text = u"人工"_s},
            {.text = u"AI 生成"_s, .line = true},
            {.text = u"A 同一人 0.97"_s, .lane = 0},
            {.text = u"B 0.54？"_s, .line = true, .lane = 1},
        };
        const QRect wide(0, 76, width(), 18);
        paintChips(p, theme(), layoutChips(theme(), reasons, wide), reasons);
        const QRect narrow(0, 100, 190, 18);
        paintChips(p, theme(), layoutChips(theme(), reasons, narrow), reasons);
        int x = 220;
        for (const QString &keys : {u"Ctrl+E"_s, u"F2"_s, u"Alt+0"_s}) {
            const QSize size = keyCapSize(theme(), keys);
            paintKeyCap(p, theme(), QRect({x, 101}, size), keys);
            x += size.width() + 6;
        }
        paintRef(p, theme(), QRect({x, 102}, refSize(theme(), u"#31"_s)), u"#31"_s);
        paintCountBadge(p, theme(), QRect({x + 34, 101}, countBadgeSize(theme(), 3)), 3, true);
        paintCountBadge(p, theme(), QRect({x + 60, 101}, countBadgeSize(theme(), 1200)), 1200);
        const auto &icons = kIconNames;
        for (int i = 0; i < int(icons.size()); ++i)
            theme().paintIcon(p, QRectF((i % 22) * 18, 126 + (i / 22) * 20, 16, 16), Icon(i),
                              ColorRole::TextSecondary);
    }

    void paintMenu(QPainter &p)
    {
        const QRect popup(402, 122, 182, 64);
        views::paintPopup(p, theme(), popup, true);
        const QList<std::pair<QString, bool>> items{{u"移到话题 B\tAlt+B"_s, false},
                                                    {u"拆成新话题"_s, true}};
        int y = popup.top() + 4;
        for (const auto &[text, selected] : items) {
            QStyleOptionMenuItem item;
            item.rect = QRect(popup.left(), y, popup.width(), views::kMenuItemHeight);
            item.state =
                QStyle::State_Enabled | (selected ? QStyle::State_Selected : QStyle::State_None);
            item.text = text;
            item.icon = theme().icon(selected ? Icon::Split : Icon::Transfer);
            views::paintMenuItem(p, theme(), item);
            y += views::kMenuItemHeight;
        }
        controls::paintButtonPanel(p, theme(), QRect(548, 3, 36, 28), ButtonKind::Secondary, {});
        controls::paintFocusRing(p, theme(), QRectF(545, 0, 42, 34));
    }
};

QWidget *surface(ThemeHost &host, ColorRole role)
{
    auto *widget = new QWidget;
    widget->setAutoFillBackground(true);
    const auto refresh = [&host, widget, role] {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::Window, host.theme().color(role));
        widget->setPalette(palette);
    };
    refresh();
    QObject::connect(&host, &ThemeHost::changed, widget, refresh);
    return widget;
}

QBoxLayout *rowIn(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    return row;
}

} // namespace

GalleryPage::GalleryPage(ThemeHost &host) : ThemedWidget(host)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    auto *rail = new NavRail(host);
    rail->addPage(Icon::Desk, u"工作台"_s);
    rail->addPage(Icon::Wall, u"群监控"_s);
    rail->addPage(Icon::Review, u"审核"_s);
    rail->addPage(Icon::Book, u"知识"_s);
    rail->addPage(Icon::Report, u"报表"_s);
    rail->setBadge(0, 3);
    rail->setBadge(2, 5);
    rail->setPerson(u"林悦"_s, PresenceMark::Online);
    body->addWidget(rail);
    auto *splitter = new QSplitter;
    splitter->addWidget(makeQueue());
    splitter->addWidget(makeMain());
    splitter->addWidget(makeContext());
    splitter->setSizes({230, 620, 280});
    body->addWidget(splitter, 1);
    column->addLayout(body, 1);
    column->addWidget(makeStatus());
}

QWidget *GalleryPage::makeQueue()
{
    QWidget *queue = surface(host(), ColorRole::SurfaceWindow);
    auto *column = new QVBoxLayout(queue);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 12, 10);
    head->addWidget(new PlainLabel(host(), u"工作台"_s, TextRole::Title), 1);
    head->addWidget(new IconButton(host(), Icon::Sort, u"排序"_s));
    head->addWidget(new IconButton(host(), Icon::More, u"更多"_s));
    column->addLayout(head);
    auto *search = new SearchField(host(), u"搜索话题、群、客户"_s);
    search->setKeyHint(u"Ctrl+K"_s);
    auto *tool = new QHBoxLayout;
    tool->setContentsMargins(12, 4, 12, 8);
    tool->addWidget(search);
    column->addLayout(tool);
    const QList<std::pair<QString, int>> sections{{u"会话中"_s, 2}, {u"待干预"_s, 3}};
    for (const auto &[name, count] : sections) {
        auto *header = new SectionHeader(host(), name);
        header->setCount(count);
        header->setHot(name == u"待干预"_s);
        header->setNote(name == u"待干预"_s ? u"SLA 最近优先"_s : QString());
        column->addWidget(header);
    }
    auto *list = new QListWidget;
    list->setFrameShape(QFrame::NoFrame);
    for (int i = 1; i <= 30; ++i)
        list->addItem(u"荔枝坏果赔付 %1"_s.arg(i));
    list->setAccessibleName(u"话题"_s);
    list->setCurrentRow(1);
    column->addWidget(list, 1);
    auto *closed = new SectionHeader(host(), u"已结束"_s);
    closed->setChecked(false);
    closed->setCount(126);
    column->addWidget(closed);
    return queue;
}

QWidget *GalleryPage::makeMain()
{
    QWidget *main = surface(host(), ColorRole::SurfaceBase);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (auto kind :
         {InlineBanner::Kind::Warning, InlineBanner::Kind::Error, InlineBanner::Kind::Info}) {
        auto *banner = new InlineBanner(host());
        const bool warning = kind == InlineBanner::Kind::Warning;
        banner->showMessage(kind, warning ? u"网络已断开"_s : u"发送失败"_s,
                            warning ? u"现为只读。新回复存入待发箱。"_s : u"内容仍在草稿里。"_s);
        if (warning) {
            banner->setGlyph(Icon::Off);
            banner->setCountdown(u"9 秒后重连"_s, 640);
            banner->setAction(u"立即重连"_s, Icon::Refresh);
        } else {
            banner->setDismissible(true);
        }
        column->addWidget(banner);
    }
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(16, 12, 16, 12);
    inner->setSpacing(10);
    column->addLayout(inner, 1);
    addButtons(inner);
    addFields(inner);
    addPaintings(inner);
    addTable(inner);
    return main;
}

void GalleryPage::addButtons(QBoxLayout *column)
{
    QBoxLayout *row = rowIn(column);
    auto *take = new ActionButton(host(), ButtonKind::Primary, u"接管话题 A"_s);
    take->setGlyph(Icon::Take);
    take->setKeyHint(u"F2"_s);
    row->addWidget(take);
    auto *quiet = new ActionButton(host(), ButtonKind::Quiet, u"转交"_s);
    quiet->setKeyHint(u"F4"_s);
    row->addWidget(quiet);
    row->addWidget(new ActionButton(host(), ButtonKind::Secondary, u"发备注"_s));
    row->addWidget(new ActionButton(host(), ButtonKind::Danger, u"重发"_s));
    auto *disabled = new ActionButton(host(), ButtonKind::Secondary, u"交还机器人"_s);
    disabled->setGlyph(Icon::Undo);
    disabled->setEnabled(false);
    row->addWidget(disabled);
    row->addWidget(new ActionButton(host(), ButtonKind::Link, u"显示全部"_s));
    row->addStretch(1);

    row = rowIn(column);
    auto *mode = new SegmentedControl(host(), u"模式"_s);
    mode->addSegment(u"备注"_s, Icon::Edit);
    mode->addSegment(u"回复"_s, Icon::Lock);
    row->addWidget(mode);
    for (Icon icon : {Icon::At, Icon::Clip, Icon::Quote})
        row->addWidget(new IconButton(host(), icon, u"工具"_s));
    auto *small = new ActionButton(host(), ButtonKind::Secondary, u"编辑"_s);
    small->setButtonSize(ButtonSize::Small);
    row->addWidget(small);
    row->addWidget(new QPushButton(u"标准按钮"_s));
    row->addWidget(new ChipLabel(host(), {.text = u"待干预"_s, .tone = Tone::Danger}));
    auto *count = new CountBadge(host());
    count->setCount(38);
    row->addWidget(count);
    row->addStretch(1);
}

void GalleryPage::addFields(QBoxLayout *column)
{
    QBoxLayout *row = rowIn(column);
    auto *edit = new QLineEdit(u"退款多久能到账"_s);
    edit->setAccessibleName(u"标准问"_s);
    row->addWidget(edit, 1);
    auto *combo = new QComboBox;
    combo->addItems({u"审核通过后立即"_s, u"定时"_s});
    combo->setAccessibleName(u"生效时间"_s);
    row->addWidget(combo, 1);
    auto *spin = new QSpinBox;
    spin->setValue(72);
    spin->setAccessibleName(u"阈值"_s);
    row->addWidget(spin);
    auto *off = new QLineEdit(u"不可编辑"_s);
    off->setEnabled(false);
    off->setAccessibleName(u"负责人"_s);
    row->addWidget(off, 1);

    row = rowIn(column);
    auto *check = new QCheckBox(u"通知"_s);
    check->setChecked(true);
    row->addWidget(check);
    row->addWidget(new QCheckBox(u"隐藏"_s));
    auto *radio = new QRadioButton(u"直接答复"_s);
    radio->setChecked(true);
    row->addWidget(radio);
    row->addWidget(new QRadioButton(u"先审后发"_s));
    auto *bar = new QProgressBar;
    bar->setValue(64);
    bar->setTextVisible(false);
    row->addWidget(bar, 1);

    auto *tabs = new QTabBar;
    for (const QString &tab : {u"上下文"_s, u"订单 6"_s, u"证据"_s, u"成员"_s})
        tabs->addTab(tab);
    tabs->setAccessibleName(u"侧栏"_s);
    tabs->setExpanding(false);
    column->addWidget(tabs);
}

void GalleryPage::addPaintings(QBoxLayout *column)
{
    column->addWidget(new Canvas(host(), this));
}

void GalleryPage::addTable(QBoxLayout *column)
{
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({u"姓名"_s, u"状态"_s, u"首响"_s});
    table->setAccessibleName(u"客服"_s);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList names{u"林悦"_s, u"周敏"_s, u"陈思远"_s};
    for (int i = 0; i < 3; ++i) {
        table->setItem(i, 0, new QTableWidgetItem(names[i]));
        table->setItem(i, 1, new QTableWidgetItem(u"在线"_s));
        table->setItem(i, 2, new QTableWidgetItem(u"0:4%1"_s.arg(i)));
    }
    table->selectRow(1);
    column->addWidget(table, 1);
}

QWidget *GalleryPage::makeContext()
{
    QWidget *context = surface(host(), ColorRole::SurfaceWindow);
    auto *column = new QVBoxLayout(context);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *card = new Card(host(), u"摘要"_s);
    card->addHeadWidget(new ChipLabel(host(), {.text = u"AI 生成"_s, .line = true}));
    auto *text = new PlainLabel(host(), u"退款 ¥68.90 未到账，要人工。银行返回“处理中”。"_s,
                                TextRole::Caption);
    text->setFlow(PlainLabel::Flow::Wrapped);
    card->content()->addWidget(text);
    card->content()->addWidget(new PlainLabel(host(),
                                              u"<img src=file:///etc/passwd> 账单\u202Egpj.exe"_s,
                                              TextRole::Caption, ColorRole::TextSecondary));
    column->addWidget(card);
    auto *order = new Card(host(), u"订单 7731"_s);
    auto *actions = new QHBoxLayout;
    auto *urge = new ActionButton(host(), ButtonKind::Secondary, u"催办退款"_s);
    urge->setButtonSize(ButtonSize::Small);
    actions->addWidget(urge);
    actions->addStretch(1);
    order->content()->addLayout(actions);
    column->addWidget(order);
    auto *empty = new EmptyState(host(), Icon::Doc, u"机器人正在接待 38 个话题"_s);
    empty->setTitle(u"现在没有需要你处理的话题"_s);
    empty->setSteps(u"空闲时可以做"_s,
                    {{Icon::Fold, u"抽查闲聊"_s, u"今天 20 条"_s, {}},
                     {Icon::Eye, u"旁观"_s, u"望京宝妈"_s, u"F9"_s}});
    column->addWidget(empty, 1);
    auto *small = new EmptyState(host(), Icon::Doc, u"选中一个话题，这里显示摘要"_s);
    small->setFixedHeight(90);
    column->addWidget(small);
    return context;
}

QWidget *GalleryPage::makeStatus()
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (bool offline : {true, false}) {
        auto *strip = new StatusStrip(host());
        auto *link = new StatusPill(host());
        link->setPresence(offline ? PresenceMark::Busy : PresenceMark::Online);
        link->setWords(offline ? u"· 9 秒后重连"_s : u"已连接 · 38 ms"_s,
                       offline ? u"离线"_s : QString());
        strip->addLeft(link);
        auto *outbox = new StatusPill(host());
        outbox->setGlyph(Icon::Send);
        outbox->setWords(u"待发 0"_s);
        strip->addLeft(outbox);
        auto *hint = new StatusPill(host());
        hint->setKeyHint(u"Ctrl+K"_s);
        hint->setWords(u"命令"_s);
        strip->addRight(hint);
        strip->setOffline(offline);
        column->addWidget(strip);
    }
    return both;
}

} // namespace quntai
