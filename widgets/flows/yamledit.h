// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcheck.h"
#include "widgets/studio/numberededit.h"

namespace quntai {

/** Where YAML is written, what is wrong beside its line. Enter keeps the indentation, F8 goes to the
 * next problem. */
class YamlEdit : public NumberedEdit
{
    Q_OBJECT
public:
    explicit YamlEdit(ThemeHost &host, QWidget *parent = nullptr);

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
    QSyntaxHighlighter *makeHighlighter() override;
    QStringList variables() const override { return m_variables; }
    void takeTheme() override;
    void paintUnder(QPainter &painter) override;
    bool isWrong(int line) const override { return problemAt(line) != nullptr; }
    QString pasted(const QString &text) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintProblem(QPainter &painter, const QTextBlock &block, const FlowProblem &problem);
    const FlowProblem *problemAt(int line) const;
    void breakLine();

    QList<FlowProblem> m_problems;
    QStringList m_variables;
    QString m_text;
    bool m_loading = false;
};

} // namespace quntai
