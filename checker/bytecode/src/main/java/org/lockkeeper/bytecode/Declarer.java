package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes the declaration of a class from its class file. */
final class Declarer {
  /** Flags that mean something else, or nothing, in the IR. */
  private static final int INTERNAL =
      Opcodes.ACC_SUPER | Opcodes.ACC_DEPRECATED | Opcodes.ACC_RECORD;

  private final ClassNode node;
  private final Location location;
  private final Resolver resolver;
  private final Names names;
  private final Traits traits;
  private final ClassFile file;
  private final AnnotationReader annotations;
  private final String name;
  private final String sourceFile;
  private final MethodRef initialiser;

  Declarer(ClassNode node, Location location, Resolver resolver, Traits traits, ClassFile file) {
    this.resolver = resolver;
    this.node = node;
    this.location = location;
    names = resolver.names();
    this.traits = traits;
    this.file = file;
    annotations = new AnnotationReader(names);
    name = names.internal(node.name);
    sourceFile = location.shown(sourceFile(node));
    initialiser = new MethodRef(name, "<clinit>", List.of(), "void");
  }

  /** The package's path and the recorded file name, or the one that the class's name suggests. */
  static String sourceFile(ClassNode node) {
    int slash = node.name.lastIndexOf('/') + 1;
    if (node.sourceFile != null) {
      return node.name.substring(0, slash) + node.sourceFile;
    }
    int nested = node.name.indexOf('$', slash + 1);
    return (nested < 0 ? node.name : node.name.substring(0, nested)) + ".java";
  }

  ClassInfo declare() {
    List<MethodInfo> methods = methods();
    int line = methods.stream().mapToInt(m -> m.site().line()).filter(n -> n > 0).min().orElse(0);
    List<String> interfaces = new ArrayList<>();
    node.interfaces.forEach(each -> interfaces.add(names.internal(each)));
    return new ClassInfo(
        name,
        Optional.ofNullable(node.superName).map(names::internal),
        List.copyOf(interfaces),
        modifiers(),
        annotations.all(node.visibleAnnotations, node.invisibleAnnotations),
        outer(),
        enclosingMethod(),
        List.copyOf(fields()),
        methods,
        site(initialiser, line),
        location.origin());
  }

  private Site site(MethodRef in, int line) {
    return new Site(in, sourceFile, line, 0, -1);
  }

  private int modifiers() {
    int flags = node.access;
    for (InnerClassNode each : node.innerClasses) {
      if (each.name.equals(node.name)) {
        flags = each.access;
      }
    }
    return flags & ~INTERNAL;
  }

  private Optional<String> outer() {
    for (InnerClassNode each : node.innerClasses) {
      if (each.name.equals(node.name) && each.outerName != null) {
        return Optional.of(names.internal(each.outerName));
      }
    }
    return Optional.ofNullable(node.outerClass).map(names::internal);
  }

  /** The attribute names no initialiser (JVMS 4.7.7); a static one shows in its code. */
  private Optional<MethodRef> enclosingMethod() {
    if (node.outerClass == null) {
      return Optional.empty();
    }
    String outer = names.internal(node.outerClass);
    if (node.outerMethod != null) {
      MethodRef ref = names.method(outer, node.outerMethod, node.outerMethodDesc);
      return Optional.of(resolver.declared(ref, node));
    }
    return resolver.initialises(node.outerClass, node.name)
        ? Optional.of(initialiser.in(outer))
        : Optional.empty();
  }

  private List<FieldInfo> fields() {
    Map<String, Integer> lines = assignmentLines();
    List<FieldInfo> fields = new ArrayList<>();
    for (FieldNode each : node.fields) {
      boolean made = (each.access & Opcodes.ACC_SYNTHETIC) != 0;
      if (made && (each.name.startsWith("$") || each.name.contains("$SwitchMap$"))) {
        continue;
      }
      boolean outer = made && ConstructorShape.isOuterField(each.name);
      String fieldName = outer ? ConstructorShape.OUTER : each.name;
      FieldRef ref = new FieldRef(name, fieldName, names.descriptor(each.desc));
      List<Annotation> all = annotations.all(each.visibleAnnotations, each.invisibleAnnotations);
      annotations.addTypeUses(each.visibleTypeAnnotations, TypeReference.FIELD, all);
      annotations.addTypeUses(each.invisibleTypeAnnotations, TypeReference.FIELD, all);
      annotations.addArguments(each.visibleTypeAnnotations, all);
      annotations.addArguments(each.invisibleTypeAnnotations, all);
      Site site = site(initialiser, lines.getOrDefault(each.name, 0));
      fields.add(new FieldInfo(ref, each.access & ~Opcodes.ACC_DEPRECATED, all, site));
    }
    return fields;
  }

  /** Where each field is first assigned by an initialiser or constructor. */
  private Map<String, Integer> assignmentLines() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (MethodNode each : node.methods) {
      int line = 0;
      for (AbstractInsnNode at :
          each.name.startsWith("<") ? each.instructions : List.<AbstractInsnNode>of()) {
        if (at instanceof LineNumberNode number) {
          line = number.line;
        } else if (at instanceof FieldInsnNode put
            && (put.getOpcode() == Opcodes.PUTFIELD || put.getOpcode() == Opcodes.PUTSTATIC)
            && put.owner.equals(node.name)) {
          lines.putIfAbsent(put.name, line);
        }
      }
    }
    return lines;
  }

  /** Lambda bodies follow the method that makes them. */
  private List<MethodInfo> methods() {
    Map<MethodNode, List<MethodNode>> made = new LinkedHashMap<>();
    List<MethodNode> top = new ArrayList<>();
    for (MethodNode each : node.methods) {
      MethodNode creator = traits.lambdas().get(each.name + each.desc);
      boolean unknown = location.declarationsOnly() && each.name.startsWith("lambda$");
      if (creator != null) {
        made.computeIfAbsent(creator, m -> new ArrayList<>()).add(0, each);
      } else if (!unknown && !Traits.isHidden(node, each) && !Traits.isOnlyForAssertions(each)) {
        top.add(each);
      }
    }
    List<MethodInfo> all = new ArrayList<>();
    for (MethodNode each : top) {
      add(each, Optional.empty(), made, all);
    }
    return List.copyOf(all);
  }

  private void add(
      MethodNode method,
      Optional<MethodRef> enclosing,
      Map<MethodNode, List<MethodNode>> made,
      List<MethodInfo> to) {
    MethodInfo info = method(method, enclosing);
    to.add(info);
    List<MethodNode> lambdas = made.remove(method);
    if (lambdas != null) {
      lambdas.forEach(each -> add(each, Optional.of(info.ref()), made, to));
    }
  }

  private MethodInfo method(MethodNode method, Optional<MethodRef> enclosing) {
    Optional<ConstructorShape> shape =
        method.name.equals("<init>")
            ? Optional.ofNullable(traits.shapes().get(method.desc))
            : Optional.empty();
    MethodRef ref =
        shape
            .map(ConstructorShape::source)
            .orElseGet(() -> names.method(name, method.name, method.desc));
    List<String> thrown = new ArrayList<>();
    method.exceptions.forEach(each -> thrown.add(names.internal(each)));
    return new MethodInfo(
        ref,
        method.access & ~Opcodes.ACC_DEPRECATED,
        new MethodDetails(node, method, annotations).annotations(),
        new MethodDetails(node, method, annotations).params(ref, shape),
        List.copyOf(thrown),
        enclosing,
        site(ref, firstLine(method)),
        body(method));
  }

  private Supplier<Optional<MethodBody>> body(MethodNode method) {
    boolean none =
        location.declarationsOnly() || method.instructions.size() == 0 || isOfEveryEnum(method);
    String key = method.name + method.desc;
    return none ? Optional::empty : () -> file.body(key);
  }

  private boolean isOfEveryEnum(MethodNode method) {
    return (node.access & Opcodes.ACC_ENUM) != 0
        && (method.name.equals("values") && method.desc.startsWith("()")
            || method.name.equals("valueOf") && method.desc.startsWith("(Ljava/lang/String;)"));
  }

  private static int firstLine(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }
}
