package se.vagvisaren.engine;

/// How sure one has to be before something is done about it. Fitted by `LimitsFitting` in the tests of the module api on
/// labelled questions.
///
/// @param nearly an event is meant rather than one of its services when it is this part as sure
/// @param foreign how sure it must be that a text is nothing that any authority has to do with, to say so
/// @param rather  and this part as sure as that nobody could tell
/// @param crisis how sure it must be that a text or a sentence of it tells of an emergency
public record Limits(double nearly, double foreign, double rather, double crisis) {

    /// Those in use.
    public static final Limits IN_USE = new Limits(1, .03, .5, .4);
}
