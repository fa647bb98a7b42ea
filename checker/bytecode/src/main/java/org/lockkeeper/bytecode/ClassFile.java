package org.lockkeeper.bytecode;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.objectweb.asm.tree.MethodNode;

/**
 * One class file: its declaration, what lowering other classes needs to know of it, and its bodies,
 * which are lowered when first asked for and may be forgotten when memory is short.
 *
 * <p>Maps and sets have a member's name followed by its descriptor; {@code shapes} only has the
 * descriptor.
 */
final class ClassFile {
  private final Traits traits;
  private final BodySource source;
  private ClassInfo info;
  private SoftReference<Map<String, MethodBody>> bodies = new SoftReference<>(null);

  /** What is remembered beside the declaration. */
  record Traits(
      Map<String, ConstructorShape> shapes,
      Map<String, MethodNode> accessors,
      Set<String> privates,
      Set<String> lambdas,
      Map<String, Map<Integer, String>> switchMaps,
      Set<String> initialised) {}

  /** Reads and lowers the whole class again. */
  interface BodySource {
    Map<String, MethodBody> lower() throws IOException;
  }

  ClassFile(Traits traits, BodySource source) {
    this.traits = traits;
    this.source = source;
  }

  void declare(ClassInfo declaration) {
    info = declaration;
  }

  ClassInfo info() {
    return info;
  }

  Map<String, ConstructorShape> shapes() {
    return traits.shapes();
  }

  Map<String, MethodNode> accessors() {
    return traits.accessors();
  }

  Set<String> privates() {
    return traits.privates();
  }

  Set<String> lambdas() {
    return traits.lambdas();
  }

  Map<String, Map<Integer, String>> switchMaps() {
    return traits.switchMaps();
  }

  /** Internal names of the classes that the static initialiser makes instances of. */
  Set<String> initialised() {
    return traits.initialised();
  }

  /** The body of the method with this name and descriptor. */
  synchronized Optional<MethodBody> body(String key) {
    Map<String, MethodBody> all = bodies.get();
    if (all == null) {
      try {
        all = source.lower();
      } catch (IOException e) {
        all = Map.of();
      }
      bodies = new SoftReference<>(all);
    }
    return Optional.ofNullable(all.get(key));
  }
}
