package org.lockkeeper.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIndexTest {
  private static final int LARGE = 100_000;

  @TempDir private Path work;

  /** An archive with a large entry that ends in {@code last}, and {@code comment}. */
  private Path archive(String name, int last, String comment) throws IOException {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    bytes[LARGE - 1] = (byte) last;
    Path file = work.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setComment(comment);
      ZipEntry entry = new ZipEntry("A.class");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
    return file;
  }

  @Test
  void equalContentsAreEqual() throws IOException {
    byte[] one = ArchiveIndex.of(archive("one.jar", 1, ""));
    assertThat(one).isEqualTo(ArchiveIndex.of(archive("two.jar", 1, "")));
    assertThat(one.length).isLessThan(LARGE / 100);
  }

  @Test
  void oneByteMakesADifference() throws IOException {
    Path one = archive("one.jar", 1, "");
    Path two = archive("two.jar", 2, "");
    assertThat(Files.size(one)).isEqualTo(Files.size(two));
    assertThat(ArchiveIndex.of(one)).isNotEqualTo(ArchiveIndex.of(two));
  }

  @Test
  void findsTheDirectoryBeforeAComment() throws IOException {
    byte[] plain = ArchiveIndex.of(archive("plain.jar", 1, ""));
    String comment = "built by hand";
    byte[] commented = ArchiveIndex.of(archive("commented.jar", 1, comment));
    assertThat(commented).hasSize(plain.length + comment.length());
  }

  @Test
  void readsAllOfWhatHasNoDirectory() throws IOException {
    byte[] bytes = "not an archive".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path odd = Files.write(work.resolve("odd.jar"), bytes);
    assertThat(ArchiveIndex.of(odd)).isEqualTo(bytes);
    byte[] whole = Files.readAllBytes(archive("cut.jar", 1, ""));
    byte[] damaged = java.util.Arrays.copyOfRange(whole, whole.length - 30, whole.length);
    Path cut = Files.write(work.resolve("short.jar"), damaged);
    assertThat(ArchiveIndex.of(cut)).isEqualTo(damaged);
  }
}
