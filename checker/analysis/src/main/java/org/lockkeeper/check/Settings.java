package org.lockkeeper.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a driver's options say. A door or driver turns its command line into this.
 *
 * @param severities overrides by check name
 * @param models users' facts files, as text with a name for messages, strongest last
 * @param strict unknown callees are pessimistic, opt-in clauses of checks speak, internal faults
 *     are errors
 * @param only analyse only classes whose binary name starts with one of these; empty for all
 * @param exclude leave out classes whose binary name starts with one of these
 * @param release Java release that the code will run on; 0 when unknown
 */
public record Settings(
    Map<String, Severity> severities,
    List<Model> models,
    boolean strict,
    List<String> only,
    List<String> exclude,
    int release) {

  /** Freezes the collections. */
  public Settings {
    severities = Map.copyOf(severities);
    models = List.copyOf(models);
    only = List.copyOf(only);
    exclude = List.copyOf(exclude);
  }

  /** Everything by default. */
  public static Settings defaults() {
    return new Settings(Map.of(), List.of(), false, List.of(), List.of(), 0);
  }

  /**
   * Whether a class is to be looked at.
   *
   * @param name binary name
   */
  public boolean wants(String name) {
    return (only.isEmpty() || only.stream().anyMatch(name::startsWith))
        && exclude.stream().noneMatch(name::startsWith);
  }

  /** With other models that are weaker than those given. */
  public Settings behind(List<Model> weaker) {
    List<Model> all = new ArrayList<>(weaker);
    all.addAll(models);
    return new Settings(severities, all, strict, only, exclude, release);
  }

  /** The text of a facts file. */
  public record Model(String name, String text) {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when that fails; the message names the file
     */
    public static Model read(String file) {
      try {
        return new Model(file, Files.readString(Path.of(file)));
      } catch (IOException | InvalidPathException unreadable) {
        throw new IllegalArgumentException(
            "cannot read models from " + file + ": " + why(file, unreadable), unreadable);
      }
    }

    private static String why(String file, Exception unreadable) {
      if (unreadable instanceof CharacterCodingException) {
        return "it is not in UTF-8";
      }
      if (unreadable instanceof InvalidPathException) {
        return "it is no name of a file";
      }
      if (Files.isDirectory(Path.of(file))) {
        return "it is a folder";
      }
      boolean there = Files.exists(Path.of(file));
      return there ? "it is not readable" : "no such file below " + Path.of("").toAbsolutePath();
    }
  }
}
