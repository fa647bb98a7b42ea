package org.lockkeeper.bytecode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link IrWriter} has written. */
final class IrReader {
  private final DataInputStream in;
  private final List<Object> known = new ArrayList<>();
  private final Object[] beside;

  IrReader(byte[] bytes, Object... beside) {
    this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    this.beside = beside;
  }

  /**
   * The next object.
   *
   * @throws IOException when these bytes were not written by this version's writer
   */
  Object read() throws IOException {
    try {
      return get();
    } catch (ReflectiveOperationException | RuntimeException damaged) {
      throw new IOException(damaged);
    }
  }

  /** The next object, a list of texts. */
  List<String> texts() throws IOException {
    List<String> all = new ArrayList<>();
    for (Object each : (List<?>) read()) {
      all.add((String) each);
    }
    return all;
  }

  private Object get() throws IOException, ReflectiveOperationException {
    int tag = in.readByte();
    Object value =
        switch (tag) {
          case IrTypes.NOTHING -> null;
          case IrTypes.TEXT -> in.readUTF();
          case IrTypes.INT -> number();
          case IrTypes.TRUE -> true;
          case IrTypes.FALSE -> false;
          case IrTypes.LONG -> in.readLong();
          case IrTypes.DOUBLE -> in.readDouble();
          case IrTypes.FLOAT -> in.readFloat();
          case IrTypes.CHAR -> in.readChar();
          case IrTypes.NONE -> Optional.empty();
          case IrTypes.SOME -> Optional.of(get());
          case IrTypes.LIST -> list();
          case IrTypes.MAP -> map();
          case IrTypes.CONSTANT -> IrTypes.constant(in.readByte(), in.readByte());
          case IrTypes.RECORD -> record(in.readByte());
          case IrTypes.EARLIER -> known.get(number());
          case IrTypes.BESIDE -> beside[number()];
          default -> throw new IOException("no such tag: " + tag);
        };
    if (tag != IrTypes.EARLIER && tag != IrTypes.BESIDE && IrTypes.shared(value)) {
      known.add(value);
    }
    return value;
  }

  private int number() throws IOException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int part = in.readByte();
      value |= (part & 0x7F) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IOException("no such number");
  }

  private List<Object> list() throws IOException, ReflectiveOperationException {
    Object[] all = new Object[size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = get();
    }
    return List.of(all);
  }

  private SortedMap<Object, Object> map() throws IOException, ReflectiveOperationException {
    int size = size();
    SortedMap<Object, Object> all = size == 0 ? Collections.emptySortedMap() : new TreeMap<>();
    for (int i = size; i > 0; i--) {
      all.put(get(), get());
    }
    return all;
  }

  private int size() throws IOException {
    int size = number();
    if (size < 0 || size > in.available()) {
      throw new IOException("no such size: " + size);
    }
    return size;
  }

  private Object record(int number) throws IOException, ReflectiveOperationException {
    IrTypes.Form form = IrTypes.form(number);
    Object[] values = new Object[form.parts().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get();
    }
    return form.constructor().newInstance(values);
  }
}
