package org.lockkeeper.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.World;

/** The running JDK's and the test's own classes, with annotations added by key. */
final class ReflectedWorld implements World {
  private static final Site NOWHERE =
      new Site(new MethodRef("T", "m", List.of(), "void"), "T.java", 0, 0, -1);

  private final Map<String, List<Annotation>> annotations = new HashMap<>();

  /**
   * Adds an annotation.
   *
   * @param key {@code Type}, {@code Type#name} or {@code Type#name:0} for a parameter
   */
  ReflectedWorld annotate(String key, String annotation, Map<String, Object> values) {
    annotations
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Annotation(annotation, values));
    return this;
  }

  /** The reference of the method as this class sees it. */
  static MethodRef ref(Class<?> owner, String name, Class<?>... params) {
    List<String> types = Arrays.stream(params).map(Class::getTypeName).toList();
    return new MethodRef(owner.getName(), name, types, "void");
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    if (name.endsWith("package-info")) {
      return Optional.of(
          info(name, Optional.of("java.lang.Object"), List.of(), 0, List.of(), List.of()));
    }
    try {
      Class<?> c = Class.forName(name, false, getClass().getClassLoader());
      return Optional.of(reflect(c));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private ClassInfo reflect(Class<?> c) {
    List<MethodInfo> methods = new ArrayList<>();
    for (Method m : c.getDeclaredMethods()) {
      if (!m.isBridge()) {
        methods.add(method(m, m.getName(), m.getReturnType().getTypeName()));
      }
    }
    for (Constructor<?> m : c.getDeclaredConstructors()) {
      methods.add(method(m, "<init>", "void"));
    }
    List<FieldInfo> fields =
        Arrays.stream(c.getDeclaredFields())
            .map(f -> new FieldRef(c.getName(), f.getName(), f.getType().getTypeName()))
            .map(f -> new FieldInfo(f, 0, on(f.key()), NOWHERE))
            .toList();
    Optional<String> superName =
        c == Object.class
            ? Optional.empty()
            : Optional.of(c.isInterface() ? "java.lang.Object" : c.getSuperclass().getName());
    List<String> interfaces = Arrays.stream(c.getInterfaces()).map(Class::getName).toList();
    return info(c.getName(), superName, interfaces, c.getModifiers(), fields, methods);
  }

  private ClassInfo info(
      String name,
      Optional<String> superName,
      List<String> interfaces,
      int modifiers,
      List<FieldInfo> fields,
      List<MethodInfo> methods) {
    return new ClassInfo(
        name,
        superName,
        interfaces,
        modifiers,
        on(name),
        Optional.empty(),
        Optional.empty(),
        fields,
        methods,
        NOWHERE,
        "test");
  }

  private MethodInfo method(Executable m, String name, String returns) {
    String owner = m.getDeclaringClass().getName();
    List<MethodInfo.Param> params = new ArrayList<>();
    Type[] generic = m.getGenericParameterTypes();
    for (int i = 0; i < m.getParameterCount(); i++) {
      boolean variable =
          generic.length == m.getParameterCount() && generic[i] instanceof TypeVariable;
      String type = m.getParameterTypes()[i].getTypeName();
      params.add(new MethodInfo.Param("p" + i, type, variable, on(owner + "#" + name + ":" + i)));
    }
    List<String> types = params.stream().map(MethodInfo.Param::type).toList();
    return new MethodInfo(
        new MethodRef(owner, name, types, returns),
        m.getModifiers(),
        on(owner + "#" + name),
        params,
        List.of(),
        Optional.empty(),
        NOWHERE,
        Optional::empty);
  }

  private List<Annotation> on(String key) {
    return annotations.getOrDefault(key, List.of());
  }
}
