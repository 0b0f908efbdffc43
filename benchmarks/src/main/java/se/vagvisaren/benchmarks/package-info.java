/// Measures what the other modules promise to be fast at, beside the same rules in plain Java as the limit. Promises
/// repeatable input, by seed, and prints every number with the machine it was measured on. Never shipped.
package se.vagvisaren.benchmarks;
