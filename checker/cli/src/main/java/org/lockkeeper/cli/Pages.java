package org.lockkeeper.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lockkeeper.check.About;

/** The documentation of the checks, packaged with the command. */
final class Pages {

  private Pages() {}

  /** The page about a check, as Markdown; empty when none is packaged. */
  static Optional<String> of(About check) {
    try (InputStream page = Pages.class.getResourceAsStream("/" + check.page())) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
