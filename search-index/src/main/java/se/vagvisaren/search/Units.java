package se.vagvisaren.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Gathers the scores of the units that match into one score for each entity.
final class Units implements CollectorManager<Units.Best, double[]> {

    static final String NUMBER = "unit";

    private final List<Unit> units;
    private final int entities;
    private final double phraseWeight;

    Units(List<Unit> units, int entities, double phraseWeight) {
        this.units = units;
        this.entities = entities;
        this.phraseWeight = phraseWeight;
    }

    @Override
    public Best newCollector() {
        return new Best();
    }

    @Override
    public double[] reduce(Collection<Best> collectors) {
        var scores = new double[entities];
        for (int entity = 0; entity < entities; entity++) {
            double description = 0;
            double phrase = 0;
            for (var best : collectors) {
                description = Math.max(description, best.descriptions[entity]);
                phrase = Math.max(phrase, best.phrases[entity]);
            }
            scores[entity] = description + phraseWeight * phrase;
        }
        return scores;
    }

    /// The best scores seen of each entity.
    final class Best extends SimpleCollector {
        private final double[] descriptions = new double[entities];
        private final double[] phrases = new double[entities];
        private NumericDocValues numbers;
        private Scorable scorer;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            numbers = context.reader().getNumericDocValues(NUMBER);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            numbers.advanceExact(document);
            var unit = units.get((int) numbers.longValue());
            var best = unit.kind() == Unit.Kind.PHRASE ? phrases : descriptions;
            best[unit.entity()] = Math.max(best[unit.entity()], scorer.score());
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
