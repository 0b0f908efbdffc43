/// HTTP, pages and the command line around the engine, in one Spring Boot application.
///
/// Nothing that a visitor writes is stored, logged or used as a key of a cache.
package se.vagvisaren.api;
