package org.lockkeeper.javac;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What functional interfaces (JLS 9.8) return. */
final class Functional {
  private final Names names;
  private final Map<Element, ExecutableElement> methods = new HashMap<>();

  Functional(Names names) {
    this.names = names;
  }

  /** The erased result type of a lambda for the interface; {@code void} when that is unknown. */
  String returned(TypeMirror type) {
    if (type instanceof IntersectionType intersection) {
      for (TypeMirror each : intersection.getBounds()) {
        if (each instanceof DeclaredType bound && method(bound.asElement()) != null) {
          return returned(bound);
        }
      }
    }
    if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
      return "void";
    }
    ExecutableElement method = method(declared.asElement());
    if (method == null) {
      return "void";
    }
    TypeMirror result = method.getReturnType();
    boolean plain = result.getKind().isPrimitive() || result.getKind() == TypeKind.VOID;
    return names.type(plain ? result : names.returned(declared, method));
  }

  private ExecutableElement method(Element type) {
    if (!methods.containsKey(type)) {
      methods.put(type, type instanceof TypeElement interfaceType ? search(interfaceType) : null);
    }
    return methods.get(type);
  }

  private ExecutableElement search(TypeElement type) {
    for (Element each : type.getEnclosedElements()) {
      if (each.getKind() == ElementKind.METHOD
          && each.getModifiers().contains(Modifier.ABSTRACT)
          && !isOfObject((ExecutableElement) each)) {
        return (ExecutableElement) each;
      }
    }
    for (TypeMirror each : type.getInterfaces()) {
      ExecutableElement inherited = each instanceof DeclaredType up ? method(up.asElement()) : null;
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private static boolean isOfObject(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int params = method.getParameters().size();
    return params == 0 && (name.equals("hashCode") || name.equals("toString"))
        || params == 1 && name.equals("equals");
  }
}
