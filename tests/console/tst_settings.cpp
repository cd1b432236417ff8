// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/settings/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_file;

    void write(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray onDisk() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".json"_s);
    }

    void withoutAFileEverythingIsAsAtFirst()
    {
        Settings settings(m_file);
        QVERIFY(settings.trouble().isEmpty());
        const auto check = [&](const auto &row) {
            QVERIFY2(settings.get(row) == row.fallback, row.key);
        };
        std::apply([&](const auto &...row) { (check(row), ...); }, settings::table());
    }

    void keysOfTheTableAreDifferent()
    {
        QSet<QString> keys;
        const auto count = std::apply(
            [&](const auto &...row) {
                (keys.insert(QString::fromLatin1(row.key)), ...);
                return qsizetype(sizeof...(row));
            },
            settings::table());
        QCOMPARE(keys.size(), count);
    }

    void whatIsSetIsThereNextTime()
    {
        {
            Settings settings(m_file);
            QSignalSpy changed(&settings, &Settings::changed);
            QVERIFY(settings.set(settings::theme, ThemeMode::Dark));
            QVERIFY(settings.set(settings::theme, ThemeMode::Dark));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(changed.at(0).at(0).toString(), u"theme"_s);
            settings.set(settings::language, Language::English);
            settings.set(settings::quietFrom, 61);
            settings.set(settings::geometry, QByteArray("\0\xff", 2));
            settings.set(settings::keys, {{u"desk.take"_s, {u"F3"_s}}, {u"desk.correct"_s, {}}});
            settings.set(settings::splitters, {{u"0.0"_s, {248, 800, 320}}});
            settings.set(settings::recent, {u"group:g"_s});
        }
        Settings again(m_file);
        QVERIFY(again.trouble().isEmpty());
        QCOMPARE(again.get(settings::theme), ThemeMode::Dark);
        QCOMPARE(again.get(settings::language), Language::English);
        QCOMPARE(again.get(settings::quietFrom), 61);
        QCOMPARE(again.get(settings::geometry), QByteArray("\0\xff", 2));
        QCOMPARE(again.get(settings::keys).value(u"desk.take"_s), QStringList(u"F3"_s));
        QVERIFY(again.get(settings::keys).contains(u"desk.correct"_s));
        QCOMPARE(again.get(settings::splitters).value(u"0.0"_s), (QList<int>{248, 800, 320}));
        QCOMPARE(again.get(settings::recent), QStringList(u"group:g"_s));
    }

    void whatIsNotAllowedChangesNothing()
    {
        Settings settings(m_file);
        QVERIFY(!settings.set(settings::quietTo, 24 * 60));
        QCOMPARE(settings.get(settings::quietTo), settings::quietTo.fallback);
    }

    void defaultsDoNotStandInTheFile()
    {
        {
            Settings settings(m_file);
            settings.set(settings::density, Density::Compact);
            settings.reset(settings::density);
            settings.set(settings::theme, ThemeMode::Light);
        }
        const auto object = QJsonDocument::fromJson(onDisk()).object();
        QCOMPARE(object.keys(), QStringList(u"theme"_s));
    }

    void aDamagedFileIsPutAsideAndSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray("{\"theme\": \"da");
        QTest::newRow("no object") << QByteArray("[1,2]");
        QTest::newRow("noise") << QByteArray(1000, '\xfe');
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedFileIsPutAsideAndSaid()
    {
        QFETCH(QByteArray, bytes);
        write(bytes);
        Settings settings(m_file);
        QVERIFY2(settings.trouble().contains(u".damaged"_s), qPrintable(settings.trouble()));
        QCOMPARE(settings.get(settings::theme), ThemeMode::System);
        QFile aside(m_file + u".damaged"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
    }

    void oneWrongValueIsNamedAndTheRestHolds_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("key");
        QTest::newRow("word") << QByteArray("\"purple\"") << u"theme"_s;
        QTest::newRow("type") << QByteArray("3") << u"theme"_s;
        QTest::newRow("not allowed") << QByteArray("-1") << u"notices.quietFrom"_s;
        QTest::newRow("fraction") << QByteArray("1.5") << u"notices.quietFrom"_s;
        QTest::newRow("list") << QByteArray("[\"a\", 3]") << u"palette.recent"_s;
        QTest::newRow("base64") << QByteArray("\"%%%\"") << u"window.geometry"_s;
        QTest::newRow("keys") << QByteArray("{\"desk.take\": \"F2\"}") << u"keys"_s;
    }
    void oneWrongValueIsNamedAndTheRestHolds()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, key);
        write("{\"density\": \"compact\", \"" + key.toLatin1() + "\": " + value + "}");
        Settings settings(m_file);
        QVERIFY2(settings.trouble().contains(key), qPrintable(settings.trouble()));
        QVERIFY(!settings.trouble().contains(u"density"));
        QCOMPARE(settings.get(settings::density), Density::Compact);
        QCOMPARE(settings.get(settings::theme), ThemeMode::System);
        QCOMPARE(settings.get(settings::quietFrom), settings::quietFrom.fallback);
    }

    void keysOfANewerVersionStay()
    {
        write("{\"tomorrow\": [1]}");
        {
            Settings settings(m_file);
            settings.set(settings::theme, ThemeMode::Dark);
        }
        const auto object = QJsonDocument::fromJson(onDisk()).object();
        QCOMPARE(object.value("tomorrow"_L1).toArray().size(), 1);
        QCOMPARE(object.value("theme"_L1).toString(), u"dark"_s);
    }

    void aDiskThatRefusesIsSaid()
    {
        Settings settings(m_folder.filePath(u"nowhere/settings.json"_s));
        QSignalSpy refused(&settings, &Settings::notWritten);
        settings.set(settings::theme, ThemeMode::Dark);
        QVERIFY(!settings.flush());
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(settings.get(settings::theme), ThemeMode::Dark);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
