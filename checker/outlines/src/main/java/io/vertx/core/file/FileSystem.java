package io.vertx.core.file;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Outline of Vert.x 4's {@code FileSystem}. */
public interface FileSystem {
  FileSystem copyBlocking(String text, String text2);

  FileSystem moveBlocking(String text, String text2);

  FileSystem deleteBlocking(String text);

  FileSystem mkdirsBlocking(String text);

  FileSystem mkdirsBlocking(String text, String text2);

  List<String> readDirBlocking(String text);

  List<String> readDirBlocking(String text, String text2);

  Future<Buffer> readFile(String text);

  Buffer readFileBlocking(String text);

  Future<Void> writeFile(String text, Buffer buffer);

  FileSystem writeFileBlocking(String text, Buffer buffer);

  boolean existsBlocking(String text);
}
