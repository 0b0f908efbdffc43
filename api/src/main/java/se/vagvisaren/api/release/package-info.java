/// Keeps the content that is running, with one engine per period of it, and swaps it as a whole.
package se.vagvisaren.api.release;
