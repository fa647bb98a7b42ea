package cases.unguardedcheckthenact;

import java.util.Objects;
import java.util.Optional;

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
