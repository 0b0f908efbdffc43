package se.vagvisaren.knowledge;

import java.util.List;
import java.util.Map;

/// An emergency: what tells of it, and whom to contact first. Word patterns tell of it unless the text is quite unlike
/// any; phrases are what people write, from which the search learns to know others that are like them.
///
/// @param text     what to do first
/// @param contact  the first contact
/// @param also     further contacts
/// @param phrases  what people write who tell of it, by language
/// @param triggers word patterns by language
/// @param except   word patterns by language that make it no emergency
public record Crisis(String id, LocalText text, Contact contact, List<Contact> also,
                     Map<String, List<String>> phrases, Map<String, List<PhrasePattern>> triggers, Map<String, List<PhrasePattern>> except, Position at) {

    /// Somebody to contact.
    ///
    /// @param phone a number that two independent sources give, or null
    public record Contact(String authority, String phone, LocalText text, List<Source> sources) {
    }
}
