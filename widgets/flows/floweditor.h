// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcheck.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class ChipLabel;
class IconButton;
class InlineBanner;
class PlainLabel;
class YamlEdit;

/** What the editor shows of a flow besides its text. */
struct FlowPlace
{
    Flow flow;             //!< as the bot has it; version 0: it has none of it
    QString title;
    QString saved;         //!< "11-26 14:28 · 许静雯"
    bool dirty = false;
    bool busy = false;
    bool valid = false;    //!< what stands in the editor may be saved
    bool online = true;
    QString readOnlyWhy;   //!< empty: it can be written
};

/** Where one flow is written. Text, not the way it is kept: who owns it checks and saves. */
class FlowEditor : public ThemedWidget
{
    Q_OBJECT
public:
    FlowEditor(ThemeHost &host, QWidget *parent = nullptr);

    /** Puts a text into the editor; no signal. */
    void load(const QString &text);
    QString text() const;
    void setPlace(const FlowPlace &place);
    void setReading(const FlowReading &reading);
    void setProblem(const QString &problem);
    void showBanner(bool warning, const QString &title, const QString &text,
                    const QString &action = {});
    void hideBanner();
    void focusText();

Q_SIGNALS:
    void edited();
    void saveWanted();
    void switchWanted(bool enabled);
    void discardWanted();
    void removeWanted();
    void bannerAction();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void refresh();
    void showMore();

    FlowPlace m_place;
    PlainLabel *m_title;
    ChipLabel *m_chip;
    PlainLabel *m_saved;
    ActionButton *m_switch;
    ActionButton *m_save;
    IconButton *m_more;
    InlineBanner *m_banner;
    YamlEdit *m_edit;
    PlainLabel *m_state;    //!< what is wrong, or that it can be saved
    PlainLabel *m_problem;  //!< what the backend refused
    PlainLabel *m_hint;
};

} // namespace quntai
