package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// The Lucene index: one document for all that is said of an entity in one language, with its stems and its 4-grams.
///
/// Descriptions and example phrases stand in the same document: measured with some twenty phrases for each entity, that
/// finds the right one first more often than a document for each phrase does, and is faster.
final class EntitySearch implements AutoCloseable {

    private static final float STEM_WEIGHT = 2;
    private static final float GRAM_WEIGHT = 1;
    private static final int MOST_CLAUSES = 900;
    private static final String ENTITY = "entity";

    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final int[] entityOfDocument;

    EntitySearch(List<Unit> units, Map<String, Vocabulary> vocabularies) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var texts = new LinkedHashMap<Integer, Map<String, List<String>>>();
            units.stream().filter(unit -> unit.kind() != Unit.Kind.NAME).forEach(unit ->
                    texts.computeIfAbsent(unit.entity(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(unit.language(), _ -> new ArrayList<>()).add(unit.text()));
            for (var entity : texts.entrySet()) {
                for (var inLanguage : entity.getValue().entrySet()) {
                    writer.addDocument(document(entity.getKey(), inLanguage.getKey(), inLanguage.getValue(),
                            vocabularies.get(inLanguage.getKey())));
                }
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        entityOfDocument = new int[reader.maxDoc()];
        var entities = MultiDocValues.getNumericValues(reader, ENTITY);
        for (int document = 0; document < entityOfDocument.length; document++) {
            entities.advanceExact(document);
            entityOfDocument[document] = (int) entities.longValue();
        }
    }

    private static Document document(int entity, String language, List<String> texts, Vocabulary vocabulary) {
        var stems = new ArrayList<String>();
        var grams = new ArrayList<String>();
        texts.stream().flatMap(text -> Words.of(text).stream()).map(Words.Word::text)
                .filter(word -> !vocabulary.isGeneric(word)).forEach(word -> {
                    stems.add(vocabulary.stem(word));
                    grams.addAll(Words.grams(Words.fold(word)));
                });
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        var document = new Document();
        document.add(new NumericDocValuesField(ENTITY, entity));
        document.add(new Field(stemField(language), new Terms(stems), type));
        document.add(new Field(gramField(language), new Terms(grams), type));
        return document;
    }

    private static String stemField(String language) {
        return "stem." + language;
    }

    private static String gramField(String language) {
        return "gram." + language;
    }

    /// The score of each entity, 0 for no match.
    double[] scores(Reading reading, String language, int entities) {
        try {
            var scores = new double[entities];
            for (var hit : searcher.search(query(reading, language), Math.max(1, entities)).scoreDocs) {
                scores[entityOfDocument[hit.doc]] = hit.score;
            }
            return scores;
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
