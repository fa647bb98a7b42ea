package org.lockkeeper.edit;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.TextEdit;

/**
 * What came of carrying out an edit.
 *
 * @param title a short imperative, or the new code in backquotes; empty without edits
 * @param edits in any order; empty when nothing can be done
 * @param imports fully qualified names
 * @param refused why it, or the form that one would rather see, is not offered; empty otherwise
 */
record Outcome(String title, List<TextEdit> edits, List<String> imports, String refused) {

  /** Nothing can be done, and nothing need be said about it. */
  static final Outcome NONE = new Outcome("", List.of(), List.of(), "");

  static Outcome refused(String why) {
    return new Outcome("", List.of(), List.of(), why);
  }

  /** With the new code for a title. */
  static Outcome of(String code, TextEdit... edits) {
    return of(code, List.of(edits));
  }

  static Outcome of(String code, List<TextEdit> edits) {
    return new Outcome("`" + code + "`", edits, List.of(), "");
  }

  /** With words for a title. */
  static Outcome saying(String title, TextEdit... edits) {
    return new Outcome(title, List.of(edits), List.of(), "");
  }

  /** The same, with the reason why a better form is not offered. */
  Outcome insteadOf(String why) {
    return new Outcome(title, edits, imports, why);
  }

  Outcome importing(String type) {
    return new Outcome(title, edits, List.of(type), refused);
  }

  boolean done() {
    return !edits.isEmpty();
  }

  /** Both, as one. */
  Outcome and(Outcome other) {
    List<TextEdit> all = new ArrayList<>(edits);
    all.addAll(other.edits);
    List<String> both = new ArrayList<>(imports);
    both.addAll(other.imports);
    String titles = other.title.isEmpty() ? title : title + ", and " + other.title;
    return new Outcome(titles, all, both, refused);
  }
}
