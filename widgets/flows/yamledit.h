// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcheck.h"
#include "widgets/common/theme/themehost.h"

#include <QPlainTextEdit>

class QPainter;
class QTextBlock;

namespace quntai {

class YamlHighlighter;

/** Where YAML is written: numbered lines, highlighted, what is wrong beside its line. Enter keeps
 * the indentation, Tab leaves the editor, F8 goes to the next problem, Ctrl+Space offers the
 * variables. Plain text only. */
class YamlEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit YamlEdit(ThemeHost &host, QWidget *parent = nullptr);
    ~YamlEdit() override;

    /** Another text, without a signal and as one step that can be undone; the cursor keeps its
     * line. */
    void setYaml(const QString &text);
    QString yaml() const { return toPlainText(); }
    void setProblems(const QList<FlowProblem> &problems);
    void setVariables(const QStringList &names) { m_variables = names; }
    void goToNextProblem();

Q_SIGNALS:
    /** A person changed the text; colours are no edit. */
    void edited();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    class Gutter;

    void paintGutter();
    void paintProblem(QPainter &painter, const QTextBlock &block, const FlowProblem &problem);
    const FlowProblem *problemAt(int line) const;
    QRectF rectOf(const QTextBlock &block) const;
    void refreshLook();
    void breakLine();
    void offerVariables();

    ThemeHost &m_host;
    Gutter *m_gutter;
    YamlHighlighter *m_highlighter = nullptr;
    QList<FlowProblem> m_problems;
    QStringList m_variables;
    QString m_text;
    bool m_composing = false;
    bool m_loading = false;
};

} // namespace quntai
