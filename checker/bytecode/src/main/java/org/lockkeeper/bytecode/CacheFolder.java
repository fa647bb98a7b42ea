package org.lockkeeper.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with what was read of archives before, a file for each content of one. Several processes
 * may use it at once: files appear whole, and whoever is second wins.
 *
 * @param folder made when first needed
 * @param most bytes; what was not used for longest goes first
 */
public record CacheFolder(Path folder, long most) {
  private static final long USUAL = 256L << 20;
  private static final String SUFFIX = ".ir";

  /**
   * The usual place, by the XDG base directory specification; {@code LOCALAPPDATA} on Windows.
   *
   * @param environment of the process
   * @param home of the user
   * @return empty when there is none
   */
  public static Optional<CacheFolder> ofUser(Map<String, String> environment, String home) {
    String given =
        Stream.of("XDG_CACHE_HOME", "LOCALAPPDATA")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(path -> !path.isEmpty() && Path.of(path).isAbsolute())
            .findFirst()
            .orElse(home == null || home.isEmpty() ? "" : Path.of(home, ".cache").toString());
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new CacheFolder(Path.of(given, "lockkeeper"), USUAL));
  }

  /** What is kept of contents with this hash; empty when there is nothing, or it is unreadable. */
  Optional<byte[]> read(String key) {
    Path file = folder.resolve(key + SUFFIX);
    try {
      byte[] bytes = Files.readAllBytes(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(bytes);
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps something; without success nothing is lost but time. */
  void write(String key, byte[] bytes) {
    if (bytes.length > most / 4) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, key, ".tmp");
      try {
        Files.write(fresh, bytes);
        Files.move(fresh, folder.resolve(key + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      prune();
    } catch (IOException | UncheckedIOException | SecurityException full) {
      return; // the next run reads the class files again
    }
  }

  private void prune() throws IOException {
    record Kept(Path file, long size, FileTime used) {}
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        all.add(new Kept(each, Files.size(each), Files.getLastModifiedTime(each)));
      }
    }
    all.sort(Comparator.comparing(Kept::used).reversed());
    long sum = 0;
    for (Kept each : all) {
      sum += each.size();
      if (sum > most) {
        Files.deleteIfExists(each.file());
      }
    }
  }

  /** SHA-256 of a text and of bytes, in hexadecimal digits. */
  static String hash(String text, byte[] bytes) {
    return HexFormat.of().formatHex(digest(text).digest(bytes));
  }

  private static MessageDigest digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Names this very build: what another one has written may mean something else. */
  static String build() throws IOException {
    try {
      Path home =
          Path.of(CacheFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(home)) {
        return hash("", ArchiveIndex.of(home));
      }
      try (Stream<Path> classes = Files.walk(home.resolve("org/lockkeeper/bytecode"))) {
        MessageDigest all = digest("");
        for (Path each : classes.filter(Files::isRegularFile).sorted().toList()) {
          all.update(Files.readAllBytes(each));
        }
        return HexFormat.of().formatHex(all.digest());
      }
    } catch (URISyntaxException | UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
