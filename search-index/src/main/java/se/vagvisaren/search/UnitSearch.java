package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// The Lucene index of descriptions and phrases: each is a document with its stems and its 4-grams in the fields of its
/// language.
final class UnitSearch implements AutoCloseable {

    private static final float STEM_WEIGHT = 2;
    private static final float GRAM_WEIGHT = 1;
    /// Beside the description an example phrase counts so much: measured, more lets chance likenesses win.
    private static final double PHRASE_WEIGHT = .3;
    private static final int MOST_CLAUSES = 900;

    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Unit> units;

    UnitSearch(List<Unit> units, Map<String, Vocabulary> vocabularies) throws IOException {
        this.units = List.copyOf(units);
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int number = 0; number < units.size(); number++) {
                if (units.get(number).kind() != Unit.Kind.NAME) {
                    writer.addDocument(document(units.get(number), number, vocabularies));
                }
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    private static Document document(Unit unit, int number, Map<String, Vocabulary> vocabularies) {
        var vocabulary = vocabularies.get(unit.language());
        var stems = new ArrayList<String>();
        var grams = new ArrayList<String>();
        for (var word : Words.of(unit.text())) {
            if (!vocabulary.isGeneric(word.text())) {
                stems.add(vocabulary.stem(word.text()));
                grams.addAll(Words.grams(Words.fold(word.text())));
            }
        }
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        var document = new Document();
        document.add(new NumericDocValuesField(Units.NUMBER, number));
        document.add(new Field(stemField(unit.language()), new Terms(stems), type));
        document.add(new Field(gramField(unit.language()), new Terms(grams), type));
        return document;
    }

    private static String stemField(String language) {
        return "stem." + language;
    }

    private static String gramField(String language) {
        return "gram." + language;
    }

    /// The score of each entity: that of its best description and, for less, of its best phrase; 0 for no match.
    double[] scores(Reading reading, String language, int entities) {
        try {
            return searcher.search(query(reading, language), new Units(units, entities, PHRASE_WEIGHT));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BooleanQuery query(Reading reading, String language) {
        var weights = new LinkedHashMap<Term, Float>();
        for (var word : reading.words()) {
            for (var meaning : word.says().meanings()) {
                weights.merge(new Term(stemField(language), meaning.term().stem()),
                        STEM_WEIGHT * (float) meaning.similarity(), Float::sum);
            }
            if (word.says().information() > 0) {
                for (var gram : Words.grams(word.says().spelling())) {
                    weights.merge(new Term(gramField(language), gram), GRAM_WEIGHT, Float::sum);
                }
            }
        }
        var query = new BooleanQuery.Builder();
        weights.entrySet().stream().limit(MOST_CLAUSES).forEach(entry ->
                query.add(new BoostQuery(new TermQuery(entry.getKey()), entry.getValue()), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
