package org.lockkeeper.javac;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/** A class whose bodies are being lowered: what its code can see, and what its lambdas became. */
final class ClassScope {
  final TypeElement element;
  final String name;
  final ClassScope outer;

  /** The enclosing instance; null when there is none. */
  final FieldRef outerField;

  private final Map<VariableElement, FieldRef> captured = new LinkedHashMap<>();
  private final Map<Tree, Op.Function> lambdas = new IdentityHashMap<>();
  private final List<MethodInfo> lambdaMethods = new ArrayList<>();
  private Set<TypeElement> supertypes;
  private int lambdaCount;

  ClassScope(
      TypeElement element,
      String name,
      ClassScope outer,
      boolean inner,
      Iterable<VariableElement> free,
      Names names) {
    this.element = element;
    this.name = name;
    this.outer = outer;
    this.outerField = inner ? new FieldRef(name, "this$0", outer.name) : null;
    for (VariableElement each : free) {
      String field = "val$" + each.getSimpleName();
      captured.put(each, new FieldRef(name, field, names.type(each.asType())));
    }
  }

  /** Whether this is a member of another class, not local to a method. */
  boolean isMember() {
    return element.getNestingKind() == NestingKind.MEMBER;
  }

  /** Locals of methods around that instances keep, with the fields that hold them. */
  Map<VariableElement, FieldRef> captured() {
    return captured;
  }

  /** Lambdas seen so far: {@code finally} blocks and initialisers are lowered several times. */
  Map<Tree, Op.Function> lambdas() {
    return lambdas;
  }

  /** The bodies of lambdas that were finished since the last call. */
  List<MethodInfo> takeLambdas() {
    List<MethodInfo> taken = List.copyOf(lambdaMethods);
    lambdaMethods.clear();
    return taken;
  }

  /** Where the next lambda's body goes in the list. */
  int reserve() {
    lambdaMethods.add(null);
    return lambdaMethods.size() - 1;
  }

  void add(int reserved, MethodInfo lambda) {
    lambdaMethods.set(reserved, lambda);
  }

  /** A name as javac makes them. */
  String lambdaName(String method) {
    String of = method.equals("<init>") ? "new" : method.equals("<clinit>") ? "static" : method;
    if (of.startsWith("lambda$")) {
      of = of.substring("lambda$".length(), of.lastIndexOf('$'));
    }
    return "lambda$" + of + "$" + lambdaCount++;
  }

  /** Whether members of {@code declaring} are members here. */
  boolean inherits(Element declaring) {
    if (declaring == element) {
      return true;
    }
    if (supertypes == null) {
      supertypes = new HashSet<>();
      collect(element);
    }
    return supertypes.contains(declaring);
  }

  private void collect(TypeElement type) {
    if (supertypes.add(type)) {
      collect(type.getSuperclass());
      for (TypeMirror each : type.getInterfaces()) {
        collect(each);
      }
    }
  }

  private void collect(TypeMirror type) {
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement up) {
      collect(up);
    }
  }

  /** The nearest class around, starting here, of which members of {@code declaring} are members. */
  ClassScope memberOf(Element declaring) {
    for (ClassScope each = this; each != null; each = each.outer) {
      if (each.inherits(declaring)) {
        return each;
      }
    }
    return null;
  }
}
