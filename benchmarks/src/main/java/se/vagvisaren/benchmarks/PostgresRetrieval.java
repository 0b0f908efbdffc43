package se.vagvisaren.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// PostgreSQL's full-text search, with trigrams (pg_trgm) for what is misspelt.
///
/// How the two are put together is what did best for it of some sixty ways on the development questions: the documents
/// that `ts_rank` puts first, in order of `ts_rank` and a tenth of `strict_word_similarity`; by trigrams alone when no
/// lexeme is known. `ts_rank_cd` did worse at its best.
final class PostgresRetrieval implements Retrieval {

    private static final String TABLE = """
            create extension if not exists pg_trgm;
            create temporary table document (id text, language text, text text, words tsvector)""";
    private static final String INSERT = "insert into document values (?, ?, ?, to_tsvector(cast(? as regconfig), ?))";
    private static final String INDEX = "create index on document using gin (words); analyze document";

    /// So many documents have their trigrams compared: all of them take twenty times as long and are no better.
    private static final int BEST = 20;
    private static final String BY_LEXEMES = """
            with asked as (
                select cast(string_agg(quote_literal(lexeme), ' | ') as tsquery) as lexemes
                from unnest(to_tsvector(cast(? as regconfig), ?))),
            best as (
                select id, text, ts_rank(words, lexemes) as rank
                from document, asked
                where language = ? and words @@ lexemes
                order by rank desc, id
                limit ?)
            select id from best order by rank + 0.1 * strict_word_similarity(?, text) desc, id limit ?""";
    private static final String BY_TRIGRAMS = """
            select id from document where language = ? order by strict_word_similarity(?, text) desc, id limit ?""";

    private final Closeable server;
    private final Connection connection;
    private final Set<String> configurations = new HashSet<>();
    private final PreparedStatement byLexemes;
    private final PreparedStatement byTrigrams;

    private PostgresRetrieval(Closeable server, Connection connection, List<Document> documents) throws SQLException {
        this.server = server;
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var names = statement.executeQuery("select cfgname from pg_ts_config")) {
                while (names.next()) {
                    configurations.add(names.getString(1));
                }
            }
            try (var insert = connection.prepareStatement(INSERT)) {
                for (var document : documents) {
                    insert.setString(1, document.id());
                    insert.setString(2, document.language());
                    insert.setString(3, document.text());
                    insert.setString(4, configuration(document.language()));
                    insert.setString(5, document.text());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute(INDEX);
        }
        byLexemes = connection.prepareStatement(BY_LEXEMES);
        byTrigrams = connection.prepareStatement(BY_TRIGRAMS);
    }

    /// In a database that is there, or in one that is started for it and removed afterwards.
    ///
    /// @param url       JDBC address of a database; blank to start one
    /// @param directory where to start it
    /// @throws UsageException when there is none, or it lacks something; says what to do
    static PostgresRetrieval of(String url, Path directory, List<Document> documents) {
        EmbeddedPostgres server = null;
        try {
            if (!url.isBlank()) {
                return new PostgresRetrieval(() -> { }, DriverManager.getConnection(url), documents);
            }
            // With the locale of the machine, letters such as ö might be none.
            server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(directory.toFile())
                    .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("locale", "C.UTF-8").start();
            return new PostgresRetrieval(server, server.getPostgresDatabase().getConnection(), documents);
        } catch (IOException | SQLException | IllegalStateException failed) {
            close(server == null ? () -> { } : server);
            throw new UsageException("There is no PostgreSQL with pg_trgm here: " + failed.getMessage() + """

                    Either build with -Dpostgres.platform= and the name of this platform (see benchmarks/pom.xml); for\
                     root, `unshare -U` must be allowed.
                    Or install PostgreSQL with its contrib extensions, and give the address of a UTF-8 database:
                    --postgres 'jdbc:postgresql://localhost/<database>?user=<superuser>'""");
        }
    }

    /// The configuration with the language's name, such as `swedish`.
    private String configuration(String language) {
        var name = Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        return configurations.contains(name) ? name : "simple";
    }

    @Override
    public String name() {
        return "PostgreSQL, pg_trgm";
    }

    @Override
    public List<String> find(String text, String language, int most) {
        try {
            var ids = ids(byLexemes, configuration(language), text, language, Math.max(BEST, most), text, most);
            return ids.isEmpty() ? ids(byTrigrams, language, text, most) : ids;
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL does not answer.", failed);
        }
    }

    private static List<String> ids(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        var ids = new ArrayList<String>();
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                ids.add(found.getString(1));
            }
        }
        return ids;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then there is nothing left to close.
        }
        close(server);
    }

    private static void close(Closeable server) {
        try {
            server.close();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL cannot be stopped.", failed);
        }
    }
}
