package org.lockkeeper.bytecode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;

/**
 * A body that can be put aside: it is a few bytes then, beside the names that stand in it, which
 * others have in memory anyway. Safe for use by several threads.
 */
public final class PackedBody implements MethodInfo.Lowered {
  private MethodBody body;
  private byte[] bytes;
  private Object[] names;

  private PackedBody(MethodBody body) {
    this.body = body;
  }

  /** Gives what was lowered, if anything. */
  public static Supplier<Optional<MethodBody>> of(Optional<MethodBody> body) {
    return body.isPresent() ? new PackedBody(body.get()) : Optional::empty;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public synchronized void putAside() {
    if (body == null) {
      return;
    }
    Map<Object, Integer> beside = new LinkedHashMap<>();
    IrWriter out = new IrWriter(beside);
    try {
      out.write(body);
    } catch (IllegalArgumentException tooLong) {
      return; // stays as it is
    }
    bytes = out.bytes();
    names = beside.keySet().toArray();
    body = null;
  }

  @Override
  public synchronized Optional<MethodBody> get() {
    if (body == null) {
      try {
        body = (MethodBody) new IrReader(bytes, names).read();
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
      bytes = null;
      names = null;
    }
    return Optional.of(body);
  }
}
