package org.lockkeeper.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The models that come with the product: resources {@code models/*.facts}, listed in {@code
 * models/index}.
 */
public final class ShippedModels {
  private static final List<FactFile> FILES = load();

  private ShippedModels() {}

  /** All of them, in the order of the index. */
  public static List<FactFile> files() {
    return FILES;
  }

  private static List<FactFile> load() {
    return read("index").lines().map(name -> FactFile.parse(name, read(name))).toList();
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
