package cases.unguardedcheckthenact;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Fields that are filled when an {@code Optional} is empty. */
class OptionalFields {
  private volatile StringBuilder header;
  private volatile StringBuilder footer;
  private volatile StringBuilder body;
  private volatile StringBuilder title;

  StringBuilder header() {
    return Optional.ofNullable(header)
        .orElseGet(() -> header = new StringBuilder("h")); // want UnguardedCheckThenAct "header"
  }

  StringBuilder footer() {
    return Objects.requireNonNullElseGet(
        footer, () -> footer = new StringBuilder("f")); // want UnguardedCheckThenAct "footer"
  }

  synchronized StringBuilder body() {
    return Optional.ofNullable(body).orElseGet(() -> body = new StringBuilder("b"));
  }

  StringBuilder title() {
    return Optional.ofNullable(title).orElseGet(() -> new StringBuilder("t"));
  }

  void title(String text) {
    title = new StringBuilder(text);
  }
}

/** The same, where a method is named that fills the field or the map. */
class NamedFillers {
  private final ConcurrentMap<String, StringBuilder> pages = new ConcurrentHashMap<>();
  private volatile StringBuilder cover;
  private volatile StringBuilder index;
  private volatile StringBuilder spine;
  private volatile StringBuilder notes;

  StringBuilder cover() {
    return Optional.ofNullable(cover).orElseGet(this::makeCover); // want UnguardedCheckThenAct "cover"
  }

  private StringBuilder makeCover() {
    return cover = new StringBuilder("c");
  }

  StringBuilder index() {
    StringBuilder there = index;
    return Objects.requireNonNullElseGet(there, this::makeIndex); // want UnguardedCheckThenAct "index"
  }

  private StringBuilder makeIndex() {
    StringBuilder made = new StringBuilder("i");
    index = made;
    return made;
  }

  StringBuilder first() {
    return Optional.ofNullable(pages.get("1")).orElseGet(this::makeFirst); // want UnguardedCheckThenAct "pages"
  }

  private StringBuilder makeFirst() {
    StringBuilder made = new StringBuilder();
    pages.put("1", made);
    return made;
  }

  StringBuilder last() {
    return Optional.ofNullable(pages.get("9")).orElseGet(this::makeLast);
  }

  private StringBuilder makeLast() {
    return pages.computeIfAbsent("9", StringBuilder::new);
  }

  synchronized StringBuilder spine() {
    return Optional.ofNullable(spine).orElseGet(this::makeSpine);
  }

  private StringBuilder makeSpine() {
    return spine = new StringBuilder("s");
  }

  /** Looks again under the lock. */
  StringBuilder notes() {
    return Optional.ofNullable(notes).orElseGet(this::makeNotes);
  }

  private synchronized StringBuilder makeNotes() {
    if (notes == null) {
      notes = new StringBuilder("n");
    }
    return notes;
  }
}
