// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList forms;
    bool unfinished = false;
};

QList<Text> textsOf(const QString &path)
{
    QFile file(path);
    QList<Text> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    Text text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message")
            all.append(text);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            text = {context, {}, {}, false};
        else if (xml.name() == u"source")
            text.source = xml.readElementText();
        else if (xml.name() == u"translation") {
            text.unfinished = xml.attributes().hasAttribute("type"_L1);
            for (xml.readNext(); !(xml.isEndElement() && xml.name() == u"translation");
                 xml.readNext()) {
                if (xml.isCharacters() && !xml.isWhitespace())
                    text.forms.append(xml.text().toString());
            }
        }
    }
    return all;
}

QSet<QString> placesIn(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:[0-9]|n)"_s);
    QSet<QString> places;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        places.insert(matches.next().captured());
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    QString m_root = qEnvironmentVariable("QUNTAI_SOURCE_DIR");
    QString chinese() const { return m_root + u"/translations/quntai_zh_CN.ts"_s; }

private Q_SLOTS:
    void everyChineseTextIsThere()
    {
        const auto all = textsOf(chinese());
        QVERIFY(all.size() > 200);
        for (const auto &text : all) {
            const auto what = qPrintable(text.context + u": "_s + text.source);
            QVERIFY2(!text.unfinished, what);
            QVERIFY2(!text.forms.isEmpty(), what);
            for (const auto &form : text.forms)
                QVERIFY2(placesIn(form) == placesIn(text.source), what);
        }
    }

    void englishPluralsAreThere()
    {
        for (const auto &text : textsOf(m_root + u"/translations/quntai_en.ts"_s)) {
            QVERIFY2(!text.unfinished && text.forms.size() == 2, qPrintable(text.source));
            for (const auto &form : text.forms)
                QVERIFY2(!form.contains(u"(s)"), qPrintable(form));
        }
    }

    void noTextOfTheSourcesIsMissing()
    {
        const auto lupdate = QString::fromLocal8Bit(LUPDATE);
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed");
        QTemporaryDir folder;
        const auto list = folder.filePath(u"sources"_s);
        QFile sources(list);
        QVERIFY(sources.open(QIODevice::WriteOnly));
        for (const auto *part : {"/widgets", "/app/console", "/models/domain"}) {
            QDirIterator files(m_root + QString::fromLatin1(part), {u"*.cpp"_s, u"*.h"_s},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext())
                sources.write(files.next().toLocal8Bit() + '\n');
        }
        sources.close();
        const auto fresh = folder.filePath(u"fresh.ts"_s);
        QProcess run;
        run.start(lupdate, {u"-silent"_s, u"-I"_s, m_root, u"-locations"_s, u"none"_s, u'@' + list,
                            u"-source-language"_s, u"en"_s, u"-ts"_s, fresh});
        QVERIFY(run.waitForFinished());
        QCOMPARE(run.exitCode(), 0);
        QSet<std::pair<QString, QString>> known;
        for (const auto &text : textsOf(chinese()))
            known.insert({text.context, text.source});
        QSet<std::pair<QString, QString>> plurals;
        for (const auto &text : textsOf(m_root + u"/translations/quntai_en.ts"_s))
            plurals.insert({text.context, text.source});
        QStringList missing;
        for (const auto &text : textsOf(fresh)) {
            const std::pair key(text.context, text.source);
            if (!known.contains(key) || (text.source.contains(u"%n") && !plurals.contains(key)))
                missing.append(text.context + u": "_s + text.source);
        }
        QVERIFY2(missing.isEmpty(),
                 qPrintable(u"run update_translations and translate:\n"_s + missing.join(u'\n')));
    }

    void theProgramSpeaksBoth()
    {
        QCoreApplication &application = *QCoreApplication::instance();
        QCOMPARE(installTranslations(application, {u"fr-FR"_s, u"en-GB"_s, u"zh-CN"_s}), u"en"_s);
        QCOMPARE(QCoreApplication::translate("quntai::SearchPanel", "%n message(s)", nullptr, 1),
                 u"1 message"_s);
        QCOMPARE(QCoreApplication::translate("quntai::SearchPanel", "%n message(s)", nullptr, 2),
                 u"2 messages"_s);
        QCOMPARE(installTranslations(application, {u"zh-Hans-CN"_s}), u"zh_CN"_s);
        QCOMPARE(QCoreApplication::translate("quntai::SearchPanel", "%n message(s)", nullptr, 2),
                 u"2 条消息"_s);
        QCOMPARE(QCoreApplication::translate("Words", "Needs a look"), u"待干预"_s);
        QCOMPARE(QCoreApplication::translate("quntai::OwnershipBar", "Hand back to bot"), u"交还机器人"_s);
        QCOMPARE(installTranslations(application, {u"ja-JP"_s}), u"zh_CN"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
