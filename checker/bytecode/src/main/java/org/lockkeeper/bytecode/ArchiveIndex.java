package org.lockkeeper.bytecode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells one content of an archive from another without reading all of it: its central
 * directory, which has the name, the sizes, the time and the CRC-32 of each entry (APPNOTE.TXT,
 * 4.3.12).
 */
final class ArchiveIndex {
  /** The record at the end, without the comment that may follow it (4.3.16). */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final long MAX_WHOLE = 1L << 28;

  private ArchiveIndex() {}

  /** From the central directory to the end; the whole file where no directory is found. */
  static byte[] of(Path archive) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      byte[] tail = last(file, Math.min(file.length(), END + MAX_COMMENT));
      ByteBuffer at = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int end = tail.length - END; end >= 0; end--) {
        if (at.getInt(end) == END_SIGNATURE) {
          long size = Integer.toUnsignedLong(at.getInt(end + 12)) + tail.length - end;
          return size <= file.length() ? directory(file, size, archive) : whole(archive);
        }
      }
    }
    return whole(archive);
  }

  private static byte[] directory(RandomAccessFile file, long size, Path archive)
      throws IOException {
    if (size > Integer.MAX_VALUE / 2) {
      return whole(archive);
    }
    byte[] found = last(file, size);
    int first = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    return first == ENTRY_SIGNATURE ? found : whole(archive);
  }

  private static byte[] last(RandomAccessFile file, long size) throws IOException {
    byte[] bytes = new byte[(int) size];
    file.seek(file.length() - size);
    file.readFully(bytes);
    return bytes;
  }

  private static byte[] whole(Path archive) throws IOException {
    if (Files.size(archive) > MAX_WHOLE) {
      throw new IOException("no central directory, and too large to be read: " + archive);
    }
    return Files.readAllBytes(archive);
  }
}
