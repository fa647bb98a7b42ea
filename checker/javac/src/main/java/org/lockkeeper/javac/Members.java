package org.lockkeeper.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.lockkeeper.bytecode.PackedBody;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Modifiers;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/** Declarations as javac's symbols tell them: modifiers, annotations, parameters, supertypes. */
final class Members {
  private static final Map<Modifier, Integer> BITS =
      Map.ofEntries(
          Map.entry(Modifier.PUBLIC, java.lang.reflect.Modifier.PUBLIC),
          Map.entry(Modifier.PROTECTED, java.lang.reflect.Modifier.PROTECTED),
          Map.entry(Modifier.PRIVATE, java.lang.reflect.Modifier.PRIVATE),
          Map.entry(Modifier.ABSTRACT, java.lang.reflect.Modifier.ABSTRACT),
          Map.entry(Modifier.STATIC, java.lang.reflect.Modifier.STATIC),
          Map.entry(Modifier.FINAL, java.lang.reflect.Modifier.FINAL),
          Map.entry(Modifier.TRANSIENT, java.lang.reflect.Modifier.TRANSIENT),
          Map.entry(Modifier.VOLATILE, java.lang.reflect.Modifier.VOLATILE),
          Map.entry(Modifier.SYNCHRONIZED, java.lang.reflect.Modifier.SYNCHRONIZED),
          Map.entry(Modifier.NATIVE, java.lang.reflect.Modifier.NATIVE),
          Map.entry(Modifier.STRICTFP, java.lang.reflect.Modifier.STRICT));

  private final Names names;

  Members(Names names) {
    this.names = names;
  }

  /** A class without bodies, and without the methods that only its own file can call. */
  ClassInfo library(TypeElement type) {
    String name = names.type(type);
    Site nowhere = new Site(initializer(name), "", 0, 0, -1);
    List<FieldInfo> fields = new ArrayList<>();
    List<MethodInfo> methods = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind().isField()) {
        fields.add(field((VariableElement) member, nowhere));
      } else if (member instanceof ExecutableElement method
          && !method.getModifiers().contains(Modifier.PRIVATE)) {
        methods.add(method(method, nowhere, Optional.empty()));
      }
    }
    return type(type, fields, methods, Optional.empty(), nowhere, "");
  }

  /** A package's annotations as a class. */
  static ClassInfo annotations(String name, List<Annotation> annotations) {
    return new ClassInfo(
        name,
        Optional.of(Names.OBJECT),
        List.of(),
        java.lang.reflect.Modifier.INTERFACE | Modifiers.SYNTHETIC,
        annotations,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Site(initializer(name), "", 0, 0, -1),
        "");
  }

  /** The class with the given members. */
  ClassInfo type(
      TypeElement type,
      List<FieldInfo> fields,
      List<MethodInfo> methods,
      Optional<MethodRef> enclosingMethod,
      Site site,
      String origin) {
    TypeMirror up = type.getSuperclass();
    String name = names.type(type);
    boolean isObject = name.equals(Names.OBJECT);
    String superName = up.getKind() == TypeKind.NONE ? Names.OBJECT : names.type(up);
    return new ClassInfo(
        name,
        isObject ? Optional.empty() : Optional.of(superName),
        namesOf(type.getInterfaces()),
        modifiers(type),
        annotations(type),
        outer(type),
        enclosingMethod,
        List.copyOf(fields),
        List.copyOf(methods),
        site,
        origin);
  }

  private Optional<String> outer(TypeElement type) {
    Element around = type.getEnclosingElement();
    while (around != null && !(around instanceof TypeElement)) {
      around = around.getEnclosingElement();
    }
    return Optional.ofNullable((TypeElement) around).map(names::type);
  }

  /** A field as declared. */
  FieldInfo field(VariableElement field, Site site) {
    return new FieldInfo(names.field(field), modifiers(field), annotations(field), site);
  }

  /** A field that the compiler makes. */
  static FieldInfo synthetic(FieldRef ref, Site site) {
    int bits = java.lang.reflect.Modifier.FINAL | Modifiers.SYNTHETIC;
    return new FieldInfo(ref, bits, List.of(), site);
  }

  /** A method as declared, with the given body. */
  MethodInfo method(ExecutableElement method, Site site, Optional<MethodBody> body) {
    return new MethodInfo(
        names.method(method),
        modifiers(method),
        annotations(method),
        params(method.getParameters()),
        namesOf(method.getThrownTypes()),
        Optional.empty(),
        site,
        PackedBody.of(body));
  }

  /** Declared parameters. */
  List<MethodInfo.Param> params(List<? extends VariableElement> declared) {
    List<MethodInfo.Param> params = new ArrayList<>(declared.size());
    for (VariableElement each : declared) {
      params.add(
          new MethodInfo.Param(
              names.text(each.getSimpleName()),
              names.type(each.asType()),
              each.asType() instanceof TypeVariable,
              annotations(each)));
    }
    return List.copyOf(params);
  }

  private List<String> namesOf(List<? extends TypeMirror> types) {
    List<String> all = new ArrayList<>(types.size());
    for (TypeMirror each : types) {
      all.add(names.type(each));
    }
    return List.copyOf(all);
  }

  /** A class initialiser, also what stands for a place outside of all methods. */
  static MethodRef initializer(String owner) {
    return new MethodRef(owner, "<clinit>", List.of(), "void");
  }

  /** Class file access flags. */
  static int modifiers(Element element) {
    int bits = bits(element.getModifiers());
    if (element instanceof TypeElement type) {
      ElementKind kind = type.getKind();
      bits |= kind.isInterface() ? java.lang.reflect.Modifier.INTERFACE : 0;
      bits |= kind == ElementKind.ANNOTATION_TYPE ? Modifiers.ANNOTATION : 0;
      bits |= kind == ElementKind.ENUM ? Modifiers.ENUM : 0;
    } else if (element instanceof ExecutableElement method && method.isVarArgs()) {
      bits |= Modifiers.VARARGS;
    } else if (element.getKind() == ElementKind.ENUM_CONSTANT) {
      bits |= Modifiers.ENUM;
    }
    return bits;
  }

  private static int bits(Set<Modifier> modifiers) {
    int bits = 0;
    for (Modifier each : modifiers) {
      bits |= BITS.getOrDefault(each, 0);
    }
    return bits;
  }

  /**
   * Annotations on the declaration and on its type; those on what a variable holds under another
   * name.
   */
  List<Annotation> annotations(Element element) {
    List<Annotation> all = new ArrayList<>(0);
    add(element.getAnnotationMirrors(), all);
    if (element instanceof VariableElement) {
      add(element.asType().getAnnotationMirrors(), all);
    }
    boolean kept =
        element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.LOCAL_VARIABLE;
    if (kept && element.asType() instanceof DeclaredType type) {
      for (TypeMirror argument : type.getTypeArguments()) {
        List<Annotation> own = new ArrayList<>(0);
        add(argument.getAnnotationMirrors(), own);
        own.forEach(a -> all.add(new Annotation(a.type() + "Argument", a.values())));
      }
    }
    return all.isEmpty() ? List.of() : List.copyOf(all);
  }

  private void add(List<? extends AnnotationMirror> mirrors, List<Annotation> all) {
    for (AnnotationMirror each : mirrors) {
      Annotation annotation = annotation(each);
      if (!all.contains(annotation)) {
        all.add(annotation);
      }
    }
  }

  private Annotation annotation(AnnotationMirror mirror) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        mirror.getElementValues().entrySet()) {
      values.put(each.getKey().getSimpleName().toString(), value(each.getValue().getValue()));
    }
    return new Annotation(names.type(mirror.getAnnotationType()), values);
  }

  private Object value(Object value) {
    if (value instanceof TypeMirror type) {
      return new Value.ClassLiteral(names.type(type));
    } else if (value instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    } else if (value instanceof AnnotationMirror nested) {
      return annotation(nested);
    } else if (value instanceof List<?> several) {
      List<Object> all = new ArrayList<>(several.size());
      for (Object each : several) {
        all.add(value(((AnnotationValue) each).getValue()));
      }
      return List.copyOf(all);
    }
    return value;
  }
}
