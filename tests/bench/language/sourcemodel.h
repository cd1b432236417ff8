// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/linearmodel.h"

#include <QString>

#include <map>
#include <memory>

namespace quntai::bench {

/** One labelled text of a training file. */
struct Case
{
    QString source;  //!< the data set it is from
    QString unit;    //!< cases of one unit (a dialogue) are never split between learning and trying
    Features features;
    bool positive = false;
};

/** A way to learn; which one is used is decided on the training file alone. */
struct Recipe
{
    double cost = 0.3;
    double ratioShare = 0;  //!< of a second model whose features are stretched by how differently
                            //!< the classes show them (after Wang and Manning, ACL 2012)
};

/** A classifier for several data sets of one kind: every feature counts once for all of them and
 * once for its own (Daumé III, ACL 2007), with a threshold for each, all from the training cases.
 *
 * The recipe and the thresholds come from scores of cases that were held out (5 parts by unit).
 */
class SourceModel
{
public:
    /** accuracyFrom: share of the class in a source from which thresholds aim at accuracy and not
     * at F1. */
    explicit SourceModel(double accuracyFrom) : m_accuracyFrom(accuracyFrom) {}

    void learn(const std::vector<Case> &cases, const std::vector<Recipe> &recipes);
    /** Above 0: of the class. */
    double score(const QString &source, const Features &features) const;
    /** From this score on a text counts as of the class. 0 for an unknown source. */
    double threshold(const QString &source) const;
    /** A probability, by a logistic curve through the threshold at one half. */
    double probability(const QString &source, double score) const;

private:
    class Learned;

    std::vector<double> heldOut(const std::vector<Case> &cases, const Recipe &recipe) const;
    void setThresholds(const std::vector<Case> &cases, const std::vector<double> &scores);

    double m_accuracyFrom;
    std::map<QString, double> m_thresholds;
    std::shared_ptr<const Learned> m_model;
};

/** Area under the curve of scores of positives against negatives; 0.5 when one is missing. */
double areaUnderCurve(const std::vector<std::pair<double, bool>> &scored);

} // namespace quntai::bench
