package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Memo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/** Annotations over users' models over shipped models, remembered per declaration. */
final class LayeredFactBook implements FactBook {

  /** Kinds that a class or package states for its methods. */
  private static final Set<Class<? extends Fact>> SPREADING =
      Set.of(
          Fact.Blocks.class,
          Fact.Yields.class,
          Fact.Cooperative.class,
          Fact.RunsOn.class,
          Fact.Answers.class,
          Fact.ConfinedTo.class);

  /** What is known of one method. */
  private record Known(List<Fact> facts, Set<Class<? extends Fact>> denied) {}

  private static final Known NOTHING = new Known(List.of(), Set.of());
  private static final String OBJECT = "java.lang.Object";
  private static final String OVERRIDE = "java.lang.Override";

  private final Hierarchy hierarchy;
  private final List<Models> models = new ArrayList<>();
  private final Memo<MethodRef, Known> methods = new Memo<>();
  private final Memo<FieldRef, List<Fact>> fields = new Memo<>();
  private final Memo<String, List<Fact>> types = new Memo<>();
  private final Memo<String, Boolean> silent = new Memo<>();
  private final Memo<String, Boolean> quiet = new Memo<>();
  private final Memo<String, Boolean> ofObject = new Memo<>();

  LayeredFactBook(Hierarchy hierarchy, List<FactFile> users, Models shipped) {
    this.hierarchy = hierarchy;
    for (int i = users.size() - 1; i >= 0; i--) {
      models.add(new Models(List.of(users.get(i))));
    }
    models.add(shipped);
  }

  @Override
  public List<Fact> facts(MethodRef method) {
    return known(method).facts();
  }

  @Override
  public <F extends Fact> List<F> all(Class<F> kind, MethodRef method) {
    return only(kind, known(method).facts());
  }

  @Override
  public boolean denies(Class<? extends Fact> kind, MethodRef method) {
    return known(method).denied().contains(kind);
  }

  @Override
  public <F extends Fact> List<F> ofField(Class<F> kind, FieldRef field) {
    return only(kind, fields.get(field, this::field));
  }

  @Override
  public <F extends Fact> List<F> ofType(Class<F> kind, String type) {
    return only(kind, types.get(type, this::type));
  }

  @Override
  public <F extends Fact> List<F> ofParam(Class<F> kind, MethodRef method, int param) {
    Verdict verdict = new Verdict();
    Optional<MethodInfo> declaration = hierarchy.resolve(method);
    for (String type : line(method, declaration)) {
      for (MethodInfo each : declared(type, method, declaration)) {
        if (param < each.params().size()) {
          MethodInfo.Param it = each.params().get(param);
          annotated(verdict, it.annotations(), it.name(), k -> true);
        }
      }
    }
    return only(kind, verdict.facts());
  }

  private static <F extends Fact> List<F> only(Class<F> kind, List<Fact> facts) {
    List<F> some = List.of();
    for (Fact fact : facts) {
      if (kind.isInstance(fact)) {
        some = some.isEmpty() ? new ArrayList<>() : some;
        some.add(kind.cast(fact));
      }
    }
    return some;
  }

  // ---- methods
  // -----------------------------------------------------------------------------------

  private Known known(MethodRef method) {
    if (quiet(method.owner()) && !ofObject(method.name())) {
      return NOTHING;
    }
    return methods.get(
        method,
        m -> {
          Verdict verdict = method(m);
          return new Known(verdict.facts(), verdict.denied());
        });
  }

  private Verdict method(MethodRef method) {
    Verdict verdict = new Verdict();
    Optional<MethodInfo> declaration = hierarchy.resolve(method);
    for (String type : line(method, declaration)) {
      if (silent.get(type, this::silent)) {
        continue;
      }
      List<MethodInfo> declared = declared(type, method, declaration);
      for (MethodInfo each : declared) {
        annotated(verdict, each.annotations(), each.ref().name(), k -> true);
      }
      boolean member =
          !declared.isEmpty()
              || type.equals(method.owner()) && declaration.isEmpty()
              || declaration.isPresent() && mayDeclare(type, declaration.get());
      boolean plain = isPlain(method, declaration);
      modelled(verdict, type, method, declared, plain && isMember(type, method));
      if (member && plain) {
        enclosing(verdict, type, SPREADING::contains);
      }
    }
    return verdict;
  }

  @Override
  public boolean quiet(String type) {
    return quiet.get(type, this::unspoken);
  }

  @Override
  public boolean ofObject(String method) {
    return ofObject.get(method, name -> models.stream().anyMatch(m -> m.knows(OBJECT, name)));
  }

  /** Whether no type is spoken of where its methods may get facts from, Object aside. */
  private boolean unspoken(String owner) {
    for (String type : hierarchy.supertypes(owner)) {
      if (!type.equals(OBJECT) && !silent.get(type, this::silent)) {
        return false;
      }
    }
    return !owner.equals(OBJECT);
  }

  /** Whether nobody says anything of the type, its package or its methods. */
  private boolean silent(String type) {
    String name = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    for (Models each : models) {
      if (each.knows(type) || !each.inPackage(name).isEmpty()) {
        return false;
      }
    }
    ClassInfo info = hierarchy.find(type).orElse(null);
    return hierarchy.find(name + ".package-info").map(p -> p.annotations().isEmpty()).orElse(true)
        && (info == null
            || info.annotations().isEmpty()
                && info.methods().stream().allMatch(m -> m.annotations().isEmpty()));
  }

  /** The types to ask, nearest first; those that can override it not, only its own. */
  private List<String> line(MethodRef method, Optional<MethodInfo> declaration) {
    boolean overrides =
        !method.isConstructor()
            && declaration.map(d -> !d.isStatic() && !d.isLambda() && !isPrivate(d)).orElse(true);
    if (overrides) {
      return hierarchy.supertypes(method.owner());
    }
    Set<String> line = new LinkedHashSet<>(List.of(method.owner()));
    declaration.ifPresent(d -> line.add(d.ref().owner()));
    return List.copyOf(line);
  }

  /**
   * Whether the type has the method, declared or inherited, but not from Object; what is unknown
   * has all.
   */
  private boolean isMember(String type, MethodRef method) {
    return hierarchy.find(type).isEmpty()
        ? type.equals(method.owner())
        : hierarchy
            .resolve(method.in(type))
            .filter(m -> !m.ref().owner().equals("java.lang.Object"))
            .isPresent();
  }

  /** Whether the type, which is missing, is the one from which the method inherits. */
  private boolean mayDeclare(String type, MethodInfo method) {
    if (hierarchy.find(type).isPresent()
        || method.annotations().stream().noneMatch(a -> a.type().equals(OVERRIDE))) {
      return false;
    }
    for (String each : hierarchy.supertypes(method.ref().owner())) {
      if (!each.equals(method.ref().owner())
          && hierarchy.find(each).map(ClassInfo::methods).orElse(List.of()).stream()
              .anyMatch(m -> hierarchy.overrides(method, m))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrivate(MethodInfo method) {
    return method.has(java.lang.reflect.Modifier.PRIVATE);
  }

  private static boolean isPlain(MethodRef method, Optional<MethodInfo> declaration) {
    return !method.name().startsWith("<") && !declaration.map(MethodInfo::isLambda).orElse(false);
  }

  /**
   * The method as {@code type} declares it: itself, or what it overrides there; several at most
   * through generics.
   */
  private List<MethodInfo> declared(
      String type, MethodRef method, Optional<MethodInfo> declaration) {
    List<MethodInfo> found = List.of();
    for (MethodInfo each : hierarchy.find(type).map(ClassInfo::methods).orElse(List.of())) {
      if (each.ref().name().equals(method.name())
          && (each.ref().params().equals(method.params())
              || declaration.isPresent() && hierarchy.overrides(declaration.get(), each))) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(each);
      }
    }
    return found;
  }

  private void modelled(
      Verdict verdict,
      String type,
      MethodRef method,
      List<MethodInfo> declared,
      boolean everyMethod) {
    if (models.stream().noneMatch(m -> m.knows(type))) {
      return;
    }
    Set<String> signatures = new LinkedHashSet<>(List.of(method.signature()));
    declared.forEach(each -> signatures.add(each.ref().signature()));
    for (Models each : models) {
      signatures.forEach(signature -> verdict.hear(each.member(type, signature)));
      verdict.hear(each.member(type, method.name()));
      if (everyMethod) {
        verdict.hear(each.everyMethod(type));
      }
    }
  }

  // ---- types, fields, annotations
  // ----------------------------------------------------------------

  private List<Fact> type(String type) {
    Verdict verdict = new Verdict();
    for (String each : hierarchy.supertypes(type)) {
      enclosing(verdict, each, k -> true);
    }
    return verdict.facts();
  }

  /** What the type, then its package, says. */
  private void enclosing(Verdict verdict, String type, Predicate<Class<? extends Fact>> eligible) {
    String simple = MethodRef.simple(type);
    hierarchy.find(type).ifPresent(c -> annotated(verdict, c.annotations(), simple, eligible));
    models.forEach(m -> verdict.hear(m.type(type), eligible));
    String name = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    hierarchy
        .find(name + ".package-info")
        .ifPresent(c -> annotated(verdict, c.annotations(), simple, eligible));
    models.forEach(m -> verdict.hear(m.inPackage(name), eligible));
  }

  private List<Fact> field(FieldRef field) {
    Verdict verdict = new Verdict();
    Optional<FieldInfo> declaration = hierarchy.resolve(field);
    declaration.ifPresent(f -> annotated(verdict, f.annotations(), field.name(), k -> true));
    models.forEach(m -> verdict.hear(m.member(field.owner(), field.name())));
    return verdict.facts();
  }

  /** First what the annotations mean in themselves, then what models say of them. */
  private void annotated(
      Verdict verdict,
      List<Annotation> annotations,
      String element,
      Predicate<Class<? extends Fact>> eligible) {
    if (annotations.isEmpty()) {
      return;
    }
    verdict.hear(
        annotations.stream()
            .flatMap(a -> AnnotationFacts.of(a, element).stream())
            .collect(Collectors.toList()),
        eligible);
    for (Models each : models) {
      List<Fact> said = new ArrayList<>();
      for (Annotation a : annotations) {
        Arrays.asList(a.type(), a.simpleName()).forEach(name -> said.addAll(each.annotation(name)));
      }
      verdict.hear(said, eligible);
    }
  }
}
