package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import se.vagvisaren.knowledge.LocalText;

/// Lucene as it comes: any word of the text, ranked by BM25, in an index for each language.
final class LuceneRetrieval implements Retrieval {

    private static final String ID = "id";
    private static final String TEXT = "text";

    /// The index of one language.
    private record Index(DirectoryReader reader, IndexSearcher searcher, QueryBuilder queries) {
    }

    private final Map<String, Index> indexes = new TreeMap<>();

    LuceneRetrieval(List<Document> documents) {
        documents.stream().map(Document::language).distinct().forEach(language -> {
            var analyzer = language.equals(LocalText.SWEDISH) ? new SwedishAnalyzer() : new StandardAnalyzer();
            var reader = index(documents.stream().filter(each -> each.language().equals(language)).toList(), analyzer);
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            indexes.put(language, new Index(reader, searcher, new QueryBuilder(analyzer)));
        });
    }

    private static DirectoryReader index(List<Document> documents, Analyzer analyzer) {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var each : documents) {
                var document = new org.apache.lucene.document.Document();
                document.add(new StoredField(ID, each.id()));
                document.add(new TextField(TEXT, each.text(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            return DirectoryReader.open(directory);
        } catch (IOException outOfMemory) {
            throw new UncheckedIOException(outOfMemory);
        }
    }

    @Override
    public String name() {
        return "Lucene, BM25";
    }

    @Override
    public List<String> find(String text, String language, int most) {
        var index = indexes.get(language);
        var query = index == null ? null : index.queries().createBooleanQuery(TEXT, text, BooleanClause.Occur.SHOULD);
        if (query == null) {
            return List.of();
        }
        try {
            var ids = new ArrayList<String>();
            var stored = index.searcher().storedFields();
            for (var hit : index.searcher().search(query, most).scoreDocs) {
                ids.add(stored.document(hit.doc).get(ID));
            }
            return ids;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        indexes.values().forEach(index -> {
            try {
                index.reader().close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }
}
