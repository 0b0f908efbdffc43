package se.vagvisaren.knowledge;

/// The kinds of thing that content names by id: what each is called in a message, and where it is written.
enum IdKind {

    SERVICE("Tjänsten", "services/"),
    LIFE_EVENT("Livshändelsen", "life-events/"),
    FACT("Uppgiften", "facts/"),
    DOCUMENT("Handlingen", "documents/"),
    AMOUNT("Beloppet", "parameters/"),
    ACT("Lagen", "acts/"),
    ORGANISATION("Myndigheten", "organisation.yaml"),
    REQUIREMENT("Kravet", "services/"),
    STEP("Steget", "services/"),
    STEP_OR_SERVICE("Tjänsten eller steget", "services/"),
    OFFICE("Kontoret", "offices/service-offices.csv"),
    MUNICIPALITY("Kommunen", "places/municipalities.csv"),
    REGION("Regionen", "places/counties.csv"),
    SUBJECT("Personen", "facts/");

    final String noun;
    private final String place;

    IdKind(String noun, String place) {
        this.noun = noun;
        this.place = place;
    }

    /// Whether a file is one of those in which things of this kind are written.
    boolean writtenIn(String file) {
        return in(file, place) && !ContentLoader.isTranslation(file);
    }

    /// Whether a file lies in a folder (`services/`) or has a name (`organisation.yaml`), anywhere in the content.
    static boolean in(String file, String place) {
        return place.endsWith("/") ? ("/" + file).contains("/" + place) : ("/" + file).endsWith("/" + place);
    }
}
