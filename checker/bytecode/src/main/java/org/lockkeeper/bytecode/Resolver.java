package org.lockkeeper.bytecode;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Memo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Modifiers;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Answers what lowering asks about other classes. */
final class Resolver {
  private final ClassFiles files;
  private final Names names;
  private final Memo<String, Found> fields = new Memo<>();
  private final ThreadLocal<Set<String>> asked = new ThreadLocal<>();

  /** A field, and the classes that were searched for it. */
  private record Found(FieldRef field, Set<String> searched) {}

  Resolver(ClassFiles files, Names names) {
    this.files = files;
    this.names = names;
  }

  Names names() {
    return names;
  }

  /** Reads or lowers a class. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does some work, and takes note of the classes that it asks about. */
  <T> T noting(Set<String> into, Work<T> work) throws IOException {
    Set<String> outer = asked.get();
    asked.set(into);
    try {
      return work.run();
    } finally {
      asked.set(outer);
    }
  }

  private void note(Collection<String> types) {
    Set<String> into = asked.get();
    if (into != null) {
      into.addAll(types);
    }
  }

  private Optional<ClassFile> file(String internalName) {
    String type = names.internal(internalName);
    note(List.of(type));
    return files.file(type);
  }

  /** The field as a member of the class that declares it (JVMS 5.4.3.2). */
  FieldRef field(String owner, String name, String descriptor) {
    if (ConstructorShape.isOuterField(name)) {
      return new FieldRef(
          names.internal(owner), ConstructorShape.OUTER, names.descriptor(descriptor));
    }
    Found found =
        fields.get(
            owner + '#' + name,
            key -> {
              String start = names.internal(owner);
              Set<String> searched = new HashSet<>();
              String declaring = declaring(start, name, searched).orElse(start);
              return new Found(
                  new FieldRef(declaring, name, names.descriptor(descriptor)), searched);
            });
    note(found.searched());
    return found.field();
  }

  private Optional<String> declaring(String type, String name, Set<String> seen) {
    Optional<ClassInfo> found = seen.add(type) ? files.find(type) : Optional.empty();
    if (found.isEmpty() || found.get().field(name).isPresent()) {
      return found.map(ClassInfo::name);
    }
    for (String each : found.get().interfaces()) {
      Optional<String> there = declaring(each, name, seen);
      if (there.isPresent()) {
        return there;
      }
    }
    return found.get().superName().flatMap(each -> declaring(each, name, seen));
  }

  /** What the source knows of a constructor, where the compiler may have added parameters. */
  Optional<ConstructorShape> shape(String owner, String descriptor) {
    return file(owner).map(f -> f.shapes().get(descriptor));
  }

  /** The method around a class; a constructor as the source declares it. */
  MethodRef declared(MethodRef around, ClassNode inner) {
    boolean known = around.isConstructor() && inner.name.startsWith(inner.outerClass + "$");
    return known
        ? shape(inner.outerClass, inner.outerMethodDesc)
            .map(ConstructorShape::source)
            .orElse(around)
        : around;
  }

  /** The code behind a synthetic method that gives access to a private member. */
  Optional<MethodNode> accessor(String owner, String name, String descriptor) {
    return file(owner).map(f -> f.accessors().get(name + descriptor));
  }

  boolean isPrivate(String owner, String name, String descriptor) {
    return file(owner).filter(f -> f.privates().contains(name + descriptor)).isPresent();
  }

  /** Whether a handle names a lambda's body rather than a method of the source. */
  boolean isLambdaBody(String owner, String name, String descriptor) {
    return file(owner).filter(f -> f.lambdas().contains(name + descriptor)).isPresent();
  }

  /** Enum constants by the numbers that a compiler's table gives them. */
  Map<Integer, String> switchMap(String owner, String field) {
    return file(owner).map(f -> f.switchMaps().getOrDefault(field, Map.of())).orElse(Map.of());
  }

  /** Names of an enum's constants, in order; empty for what is no enum. */
  List<String> constants(String owner) {
    String type = names.internal(owner);
    note(List.of(type));
    return files
        .find(type)
        .map(
            found ->
                found.fields().stream()
                    .filter(f -> f.has(Modifiers.ENUM))
                    .map(f -> f.ref().name())
                    .toList())
        .orElse(List.of());
  }

  /** Whether a class's static initialiser makes instances of a class inside it. */
  boolean initialises(String outer, String inner) {
    return inner.startsWith(outer + "$")
        && file(outer).filter(f -> f.initialised().contains(inner)).isPresent();
  }

  static int arguments(String descriptor) {
    return Type.getArgumentTypes(descriptor).length;
  }
}
