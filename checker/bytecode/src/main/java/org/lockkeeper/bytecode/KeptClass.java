package org.lockkeeper.bytecode;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockkeeper.bytecode.KeptClasses.Entry;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** A class to bytes and back. */
final class KeptClass {
  private KeptClass() {}

  /**
   * As it is kept.
   *
   * @param bodies all of them, or {@code null} when nobody has asked for one
   * @throws IllegalArgumentException when it cannot be kept
   */
  static Entry entry(ClassInfo info, Map<MethodRef, MethodBody> bodies, Map<String, String> needs) {
    IrWriter out = new IrWriter();
    out.write(info.name());
    out.write(info.superName());
    out.write(info.interfaces());
    out.write(info.modifiers());
    out.write(info.annotations());
    out.write(info.outer());
    out.write(info.enclosingMethod());
    out.write(info.fields());
    out.write(info.methods().size());
    Map<Integer, byte[]> written = new HashMap<>();
    for (int i = 0; i < info.methods().size(); i++) {
      MethodInfo method = info.methods().get(i);
      write(method, out);
      MethodBody body = bodies == null ? null : bodies.get(method.ref());
      if (body != null) {
        IrWriter each = new IrWriter();
        each.write(body);
        written.put(i, each.bytes());
      }
    }
    out.write(info.site());
    return new Entry(needs, out.bytes(), bodies != null, written);
  }

  private static void write(MethodInfo method, IrWriter out) {
    out.write(method.ref());
    out.write(method.modifiers());
    out.write(method.annotations());
    out.write(method.params());
    out.write(method.thrown());
    out.write(method.enclosing());
    out.write(method.site());
  }

  /**
   * As it was.
   *
   * @param origin where it is now
   * @param again finds a body that is not kept
   * @throws IOException when the bytes were not written by this version
   */
  static ClassInfo read(Entry entry, String origin, Function<MethodRef, Optional<MethodBody>> again)
      throws IOException {
    IrReader in = new IrReader(entry.declaration());
    try {
      return new ClassInfo(
          (String) in.read(),
          optional(in.read(), String.class),
          list(in.read(), String.class),
          (Integer) in.read(),
          list(in.read(), Annotation.class),
          optional(in.read(), String.class),
          optional(in.read(), MethodRef.class),
          list(in.read(), FieldInfo.class),
          methods(in, entry, again),
          (Site) in.read(),
          origin);
    } catch (ClassCastException damaged) {
      throw new IOException(damaged);
    }
  }

  private static List<MethodInfo> methods(
      IrReader in, Entry entry, Function<MethodRef, Optional<MethodBody>> again)
      throws IOException {
    List<MethodInfo> all = new ArrayList<>();
    int count = (Integer) in.read();
    for (int i = 0; i < count; i++) {
      MethodRef ref = (MethodRef) in.read();
      byte[] body = entry.bodies().get(i);
      Supplier<Optional<MethodBody>> lowered =
          body != null
              ? new Body(body, () -> again.apply(ref))
              : entry.lowered() ? Optional::empty : () -> again.apply(ref);
      all.add(
          new MethodInfo(
              ref,
              (Integer) in.read(),
              list(in.read(), Annotation.class),
              list(in.read(), MethodInfo.Param.class),
              list(in.read(), String.class),
              optional(in.read(), MethodRef.class),
              (Site) in.read(),
              lowered));
    }
    return List.copyOf(all);
  }

  /** A body that is read when first asked for, and may be forgotten when memory is short. */
  private static final class Body implements MethodInfo.Lowered {
    private final byte[] bytes;
    private final Supplier<Optional<MethodBody>> again;
    private SoftReference<MethodBody> body = new SoftReference<>(null);

    Body(byte[] bytes, Supplier<Optional<MethodBody>> again) {
      this.bytes = bytes;
      this.again = again;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public synchronized void putAside() {
      body.clear();
    }

    @Override
    public synchronized Optional<MethodBody> get() {
      MethodBody known = body.get();
      if (known == null) {
        try {
          known = (MethodBody) new IrReader(bytes).read();
        } catch (IOException | ClassCastException damaged) {
          return again.get();
        }
        body = new SoftReference<>(known);
      }
      return Optional.of(known);
    }
  }

  private static <T> Optional<T> optional(Object value, Class<T> type) {
    return ((Optional<?>) value).map(type::cast);
  }

  private static <T> List<T> list(Object value, Class<T> type) {
    List<T> all = new ArrayList<>();
    ((List<?>) value).forEach(each -> all.add(type.cast(each)));
    return List.copyOf(all);
  }
}
