package io.vertx.core.buffer;

/** Outline of Vert.x 4's {@code Buffer}. */
public interface Buffer {
  static Buffer buffer() {
    throw new UnsupportedOperationException();
  }

  static Buffer buffer(String text) {
    throw new UnsupportedOperationException();
  }

  String toString();

  byte[] getBytes();

  Buffer appendString(String text);

  int length();
}
