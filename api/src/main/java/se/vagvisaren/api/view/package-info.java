/// The checklist as a reader sees it, in that reader's language: what HTTP answers, pages show and the terminal prints.
package se.vagvisaren.api.view;
