package org.lockkeeper.bytecode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What an input may cost before it is refused, so that a hostile archive cannot exhaust memory or
 * disk.
 *
 * @param classFile bytes of one class file
 * @param nested bytes of one archive inside another
 * @param total bytes of all nested archives of one run
 * @param entries of one archive
 * @param depth of archives in archives
 */
record Limits(long classFile, long nested, long total, int entries, int depth) {

  static Limits standard() {
    return new Limits(8L << 20, 1L << 30, 4L << 30, 500_000, 3);
  }

  /** Reads all, or fails as soon as there is more than {@code most}. */
  static byte[] read(InputStream in, long most, String what) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(Math.max(64, in.available()));
    copy(in, all, most, what);
    return all.toByteArray();
  }

  /** Copies all, or fails as soon as there is more than {@code most}; returns the size. */
  static long copy(InputStream in, OutputStream to, long most, String what) throws IOException {
    byte[] buffer = new byte[16384];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > most) {
        throw new IOException(what + " is larger than " + most + " bytes when unpacked");
      }
      to.write(buffer, 0, n);
    }
    return size;
  }
}
