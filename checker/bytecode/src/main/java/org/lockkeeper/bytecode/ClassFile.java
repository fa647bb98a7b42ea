package org.lockkeeper.bytecode;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodRef;
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

  /** Asked for by a class of which a body had to be left out. */
  static final String FLAWED = "";

  private final BodySource source;
  private final Set<String> asked;
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

  /**
   * @param asked the classes that reading and lowering asks for; grows
   */
  ClassFile(Traits traits, BodySource source, Set<String> asked) {
    this.traits = traits;
    this.source = source;
    this.asked = asked;
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

  /** The classes that reading and lowering it has asked for. */
  Set<String> asked() {
    return asked;
  }

  /** Whether part of it had to be left out. */
  boolean flawed() {
    return asked.contains(FLAWED);
  }

  /** All bodies, if one was asked for and they are not forgotten; otherwise {@code null}. */
  synchronized Map<MethodRef, MethodBody> lowered() {
    Map<String, MethodBody> all = bodies.get();
    if (all == null) {
      return null;
    }
    Map<MethodRef, MethodBody> named = new HashMap<>();
    all.values().forEach(body -> named.put(body.ref(), body));
    return named;
  }

  /** The body of the method with this name and descriptor. */
  synchronized Optional<MethodBody> body(String key) {
    Map<String, MethodBody> all = bodies.get();
    if (all == null) {
      try {
        all = source.lower();
      } catch (IOException e) {
        asked.add(FLAWED);
        all = Map.of();
      }
      bodies = new SoftReference<>(all);
    }
    return Optional.ofNullable(all.get(key));
  }
}
