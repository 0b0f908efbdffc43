package se.vagvisaren.engine;

/// How sure one has to be before something is done about it. Fitted by `LimitsFitting` in the tests of the module api on
/// labelled questions.
///
/// @param least  how likely a part of a text must hold an errand to be taken so, see [Acceptance]
/// @param nearly an event is meant rather than one of its services when it is this part as sure
/// @param foreign how sure it must be that a text is nothing that any authority has to do with, to say so
public record Limits(double least, double nearly, double foreign) {

    /// Those in use.
    public static final Limits IN_USE = new Limits(.55, .5, .25);
}
