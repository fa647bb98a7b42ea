package org.lockkeeper.bytecode;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Modifiers;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads one class file with ASM, for its declaration first and for its bodies later. */
final class ClassReading {
  private final Location location;
  private final String path;
  private final Resolver resolver;
  private final Collection<String> messages;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  ClassReading(Location location, String path, Resolver resolver, Collection<String> messages) {
    this.location = location;
    this.path = path;
    this.resolver = resolver;
    this.messages = messages;
  }

  /** The class; empty, with a message, when it is damaged or newer than can be read. */
  Optional<ClassFile> read(byte[] bytes) {
    try {
      ClassNode node = parse(bytes);
      if (!path.equals(node.name + ".class")) {
        throw new IllegalArgumentException("it holds " + node.name.replace('/', '.'));
      }
      Traits traits = new Traits(node, resolver.names());
      ClassFile file =
          new ClassFile(
              traits.collect(), () -> resolver.noting(asked, () -> lower(traits.shapes())), asked);
      Declarer declarer = new Declarer(node, location, resolver, traits, file);
      file.declare(resolver.noting(asked, declarer::declare));
      return Optional.of(file);
    } catch (IOException | RuntimeException e) {
      complain(e);
      return Optional.empty();
    }
  }

  private void complain(Exception e) {
    String why = e.getMessage();
    if (e instanceof IndexOutOfBoundsException || why == null) {
      why = "damaged";
    } else if (why.startsWith("Unsupported class file")) {
      why = "newer than this program reads: " + why;
    }
    messages.add(location.origin() + ": left out " + path + ": " + why);
  }

  private ClassNode parse(byte[] bytes) {
    ClassNode node = new ClassNode(Opcodes.ASM9);
    int skipped = location.declarationsOnly() ? ClassReader.SKIP_CODE : 0;
    new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES | skipped);
    return node;
  }

  private Map<String, MethodBody> lower(Map<String, ConstructorShape> shapes) throws IOException {
    byte[] bytes = location.read(path);
    if (bytes == null) {
      return Map.of();
    }
    ClassNode node = parse(bytes);
    Map<String, MethodBody> bodies = new HashMap<>();
    String file = location.shown(Declarer.sourceFile(node));
    for (MethodNode each : node.methods) {
      if (each.instructions.size() > 0 && !Traits.isHidden(node, each)) {
        Optional<ConstructorShape> shape = Optional.ofNullable(shapes.get(each.desc));
        if (!each.name.equals("<init>")) {
          shape = Optional.empty();
        }
        lower(node, each, file, shape).ifPresent(b -> bodies.put(each.name + each.desc, b));
      }
    }
    return bodies;
  }

  private Optional<MethodBody> lower(
      ClassNode node, MethodNode each, String file, Optional<ConstructorShape> shape) {
    Names names = resolver.names();
    String owner = names.internal(node.name);
    MethodRef ref =
        shape
            .map(ConstructorShape::source)
            .orElseGet(() -> names.method(owner, each.name, each.desc));
    Set<String> fed = new HashSet<>();
    shape.ifPresent(s -> fed.addAll(s.fields()));
    boolean ofEnum = (node.access & Opcodes.ACC_ENUM) != 0;
    Method method =
        new Method(
            ref, node.name, node.superName, ofEnum, node.version & 0xFFFF, file, fed, resolver);
    List<String> params = new ArrayList<>(ParameterNames.of(each, shape));
    try {
      return Optional.of(new BodyLowering(method, each, params, shape).lower());
    } catch (RuntimeException e) {
      asked.add(ClassFile.FLAWED);
      messages.add(
          location.origin()
              + ": left out the body of "
              + ref
              + ": "
              + (e instanceof UnsupportedOperationException ? e.getMessage() : "damaged"));
      return Optional.empty();
    }
  }

  /** Whether the class exists only to hold tables for switches. */
  static boolean isHolder(ClassInfo info) {
    return info.has(Modifiers.SYNTHETIC)
        && info.fields().isEmpty()
        && info.methods().stream().allMatch(m -> Modifier.isStatic(m.modifiers()));
  }
}
