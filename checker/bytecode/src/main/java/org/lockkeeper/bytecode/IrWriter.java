package org.lockkeeper.bytecode;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes declarations and bodies for {@link IrReader}: records by their components, whatever occurs
 * often (strings, names of methods and fields) once, and a number from then on.
 */
final class IrWriter {
  private final Bytes bytes = new Bytes();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<Object, Integer> known = new HashMap<>();
  private final Map<Object, Integer> beside;

  /** {@link java.io.ByteArrayOutputStream} takes a lock for each byte. */
  private static final class Bytes extends OutputStream {
    private byte[] all = new byte[256];
    private int size;

    @Override
    public void write(int one) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = (byte) one;
    }
  }

  IrWriter() {
    this(null);
  }

  /** Names are not written but put into a map, by the number that is written for each. */
  IrWriter(Map<Object, Integer> beside) {
    this.beside = beside;
  }

  /** All that was written. */
  byte[] bytes() {
    return Arrays.copyOf(bytes.all, bytes.size);
  }

  /**
   * Writes an object.
   *
   * @throws IllegalArgumentException for one that does not occur in the IR
   */
  void write(Object value) {
    try {
      put(value);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void put(Object value) throws IOException, ReflectiveOperationException {
    if (beside != null && IrTypes.named(value)) {
      out.writeByte(IrTypes.BESIDE);
      number(beside.computeIfAbsent(value, v -> beside.size()));
      return;
    }
    Integer earlier = IrTypes.shared(value) ? known.get(value) : null;
    if (earlier != null) {
      out.writeByte(IrTypes.EARLIER);
      number(earlier);
      return;
    }
    int tag = IrTypes.tag(value);
    out.writeByte(tag);
    switch (tag) {
      case IrTypes.TEXT -> out.writeUTF((String) value);
      case IrTypes.INT -> number((Integer) value);
      case IrTypes.LONG -> out.writeLong((Long) value);
      case IrTypes.DOUBLE -> out.writeDouble((Double) value);
      case IrTypes.FLOAT -> out.writeFloat((Float) value);
      case IrTypes.CHAR -> out.writeChar((Character) value);
      case IrTypes.SOME -> put(((Optional<?>) value).get());
      case IrTypes.LIST -> list((List<?>) value);
      case IrTypes.MAP -> map((SortedMap<?, ?>) value);
      case IrTypes.CONSTANT -> {
        out.writeByte(IrTypes.enumNumber(value));
        out.writeByte(((Enum<?>) value).ordinal());
      }
      case IrTypes.RECORD -> record((Record) value);
      default -> {
        return; // the tag says all
      }
    }
    if (IrTypes.shared(value)) {
      known.put(value, known.size());
    }
  }

  /** Small ones in one byte, seven bits a byte. */
  private void number(int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private void list(List<?> value) throws IOException, ReflectiveOperationException {
    number(value.size());
    for (Object each : value) {
      put(each);
    }
  }

  private void map(SortedMap<?, ?> value) throws IOException, ReflectiveOperationException {
    number(value.size());
    for (Map.Entry<?, ?> each : value.entrySet()) {
      put(each.getKey());
      put(each.getValue());
    }
  }

  private void record(Record value) throws IOException, ReflectiveOperationException {
    int number = IrTypes.recordNumber(value);
    out.writeByte(number);
    for (Method each : IrTypes.form(number).parts()) {
      put(each.invoke(value));
    }
  }
}
