package org.lockkeeper.bytecode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** What is kept of the classes of one archive. */
final class KeptClasses {
  private static final int FORMAT = 0x4c4b0002;
  private static final int HEAD = Integer.BYTES + Long.BYTES;

  private final Map<String, Entry> entries = new TreeMap<>();
  private boolean changed;

  /**
   * A class.
   *
   * @param needs classes of other places that were asked for, with what names the content of those
   *     places
   * @param declaration for {@link KeptClass}
   * @param lowered whether all bodies are there
   * @param bodies by the position of the method in the declaration
   */
  record Entry(
      Map<String, String> needs,
      byte[] declaration,
      boolean lowered,
      Map<Integer, byte[]> bodies) {}

  /** Reads what {@link #bytes} has written; nothing from anything else. */
  static KeptClasses of(byte[] bytes) {
    KeptClasses kept = new KeptClasses();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      boolean whole = bytes.length > HEAD && in.readInt() == FORMAT && in.readLong() == sum(bytes);
      int count = whole ? in.readInt() : 0;
      for (int i = 0; i < count; i++) {
        kept.entries.put(in.readUTF(), entry(in));
      }
    } catch (IOException | RuntimeException damaged) {
      return new KeptClasses();
    }
    return kept;
  }

  private static Entry entry(DataInputStream in) throws IOException {
    Map<String, String> needs = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      needs.put(in.readUTF(), in.readUTF());
    }
    byte[] declaration = blob(in);
    boolean lowered = in.readBoolean();
    Map<Integer, byte[]> bodies = new HashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      bodies.put(in.readInt(), blob(in));
    }
    return new Entry(needs, declaration, lowered, bodies);
  }

  private static byte[] blob(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new IOException("no such size: " + size);
    }
    return in.readNBytes(size);
  }

  /** The class; {@code null} when it is not kept. */
  synchronized Entry get(String binaryName) {
    return entries.get(binaryName);
  }

  /**
   * Keeps the class, unless another thread was faster.
   *
   * @param known what {@link #get} told before
   */
  synchronized void replace(String binaryName, Entry known, Entry entry) {
    if (entries.get(binaryName) == known) {
      entries.put(binaryName, entry);
      changed = true;
    }
  }

  /** Whether there is something to write. */
  synchronized boolean changed() {
    return changed;
  }

  synchronized byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FORMAT);
    out.writeLong(0);
    out.writeInt(entries.size());
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      out.writeUTF(each.getKey());
      write(each.getValue(), out);
    }
    byte[] all = bytes.toByteArray();
    ByteBuffer.wrap(all).putLong(Integer.BYTES, sum(all));
    return all;
  }

  /** Of all behind the head. */
  private static long sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, HEAD, bytes.length - HEAD);
    return sum.getValue();
  }

  private static void write(Entry entry, DataOutputStream out) throws IOException {
    out.writeInt(entry.needs().size());
    for (Map.Entry<String, String> need : entry.needs().entrySet()) {
      out.writeUTF(need.getKey());
      out.writeUTF(need.getValue());
    }
    out.writeInt(entry.declaration().length);
    out.write(entry.declaration());
    out.writeBoolean(entry.lowered());
    out.writeInt(entry.bodies().size());
    for (Map.Entry<Integer, byte[]> body : new TreeMap<>(entry.bodies()).entrySet()) {
      out.writeInt(body.getKey());
      out.writeInt(body.getValue().length);
      out.write(body.getValue());
    }
  }
}
