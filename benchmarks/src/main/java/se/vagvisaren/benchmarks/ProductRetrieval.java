package se.vagvisaren.benchmarks;

import java.util.List;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.ServiceIndex;

/// The product's own search.
final class ProductRetrieval implements Retrieval {

    private final ServiceIndex index;

    ProductRetrieval(KnowledgeBase knowledge) {
        index = ServiceIndex.of(knowledge);
    }

    @Override
    public String name() {
        return "Vägvisaren";
    }

    @Override
    public List<String> find(String text, String language, int most) {
        return index.search(text, language, most).stream().map(SearchHit::id).toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
