package se.vagvisaren.knowledge;

/// A provision of an act (CPSV-AP LegalResource).
///
/// @param act       the act's number, `SFS 2010:110`
/// @param provision chapter and section, `12 kap. 35 §`; empty when the act as a whole is meant
/// @param name      the act's name in Swedish
/// @param url       the act's address
public record LegalResource(String act, String provision, String name, String url) {
}
