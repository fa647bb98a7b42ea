package org.lockkeeper.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.facts.FactSyntaxException;

/** Models that libraries bring along: {@code META-INF/lockkeeper/*.facts} on the class path. */
public final class PackagedModels {

  private static final String FOLDER = "META-INF/lockkeeper/";

  private final Consumer<String> complaints;
  private final List<Settings.Model> found = new ArrayList<>();

  private PackagedModels(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /**
   * All of them, those of the first class path entry last, since it is the strongest.
   *
   * @param classpath folders and archives
   * @param complaints hears what had to be left out, and why
   */
  public static List<Settings.Model> on(List<Path> classpath, Consumer<String> complaints) {
    PackagedModels models = new PackagedModels(complaints);
    for (int i = classpath.size() - 1; i >= 0; i--) {
      models.read(classpath.get(i));
    }
    return models.found;
  }

  private void read(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        folder(entry.resolve(FOLDER));
      } else {
        jar(entry);
      }
    } catch (IOException e) {
      complaints.accept("cannot read class path entry " + entry + ": " + e.getMessage());
    }
  }

  private void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".facts")).sorted().toList()) {
          add(file.toString(), Files.readString(file));
        }
      }
    }
  }

  private void jar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(e -> e.getName().startsWith(FOLDER) && e.getName().endsWith(".facts"))
              .toList();
      for (ZipEntry entry : entries) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        add(jar + "!/" + entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  /** A library's broken model is no reason to refuse the user's code. */
  private void add(String name, String text) {
    try {
      FactFile.parse(name, text);
      found.add(new Settings.Model(name, text));
    } catch (FactSyntaxException e) {
      complaints.accept("left out a model: " + e.getMessage());
    }
  }
}
