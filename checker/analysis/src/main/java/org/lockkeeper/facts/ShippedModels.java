package org.lockkeeper.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that come with the product: resources {@code models/*.facts}, listed in {@code
 * models/index}.
 */
public final class ShippedModels {
  private ShippedModels() {}

  /** All of them, in the order of the index. */
  public static List<FactFile> files() {
    return names().map(name -> FactFile.parse(name, read(name))).toList();
  }

  /** The same for lookup: a line is read when it is asked for. */
  static Models models() {
    return Models.ofLines(names().flatMap(name -> FactLine.of(name, read(name)).stream()).toList());
  }

  private static Stream<String> names() {
    return read("index").lines();
  }

  private static String read(String name) {
    try (InputStream in = ShippedModels.class.getResourceAsStream("/models/" + name)) {
      if (in == null) {
        throw new IllegalStateException("resource models/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
