package se.vagvisaren.rules;

import java.util.function.Function;
import org.drools.model.Rule;

/// A rule that says what follows from how conditions stand. Its name is a sentence that says what it does.
public final class Policy {

    private final String name;
    private final Function<String, Rule> rule;

    /// @param rule makes the Drools rule of that name
    Policy(String name, Function<String, Rule> rule) {
        this.name = name;
        this.rule = rule;
    }

    /// What it does, as a sentence.
    public String name() {
        return name;
    }

    Rule rule() {
        return rule.apply(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
