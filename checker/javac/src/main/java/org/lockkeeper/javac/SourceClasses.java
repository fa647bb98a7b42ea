package org.lockkeeper.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.bytecode.PackedBody;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Turns attributed class declarations of one source file into classes with lowered bodies. */
final class SourceClasses {
  private final Unit unit;
  private final Names names;
  private final Members members;
  private final Written written;
  private final Functional functional;
  private final List<String> notices;
  private final List<ClassInfo> classes = new ArrayList<>();
  private final Map<TypeElement, ClassScope> scopes = new HashMap<>();
  private final Map<ClassScope, ClassTree> trees = new HashMap<>();
  private final Set<Tree> done = new HashSet<>();

  SourceClasses(CompilationUnitTree tree, Trees trees, Names names, List<String> notices) {
    this.unit = new Unit(tree, trees);
    this.names = names;
    this.members = new Members(names);
    this.written = new Written(names);
    this.functional = new Functional(names);
    this.notices = notices;
  }

  Unit unit() {
    return unit;
  }

  Names names() {
    return names;
  }

  Members members() {
    return members;
  }

  /** The class as far as it is known to be lowered or being lowered here, or null. */
  ClassScope scope(TypeElement type) {
    return scopes.get(type);
  }

  /** How a local variable is annotated. */
  List<Annotation> annotations(VariableElement local, ModifiersTree modifiers) {
    return written.all(members.annotations(local), modifiers.getAnnotations());
  }

  /** How a type is annotated where it is used. */
  List<Annotation> annotations(AnnotatedTypeTree type) {
    return written.all(List.of(), type.getAnnotations());
  }

  /** What a lambda for this functional interface returns, erased. */
  String returned(TypeMirror type) {
    return functional.returned(type);
  }

  /** Lowers a top-level class and all within; returns it and those, outer ones first. */
  List<ClassInfo> lower(ClassTree tree) {
    classes.clear();
    declare(tree, null, Optional.empty());
    if (!classes.isEmpty() && unit.suppresses()) {
      classes.set(0, LocalSuppressions.on(classes.get(0), tree, this));
    }
    return List.copyOf(classes);
  }

  /** Lowers a local or anonymous class where its declaration is met first. */
  void local(ClassTree tree, Lowering around) {
    declare(tree, around, Optional.of(around.ref));
  }

  private void declare(ClassTree tree, Lowering around, Optional<MethodRef> method) {
    if (done.add(tree) && unit.element(tree) instanceof TypeElement type) {
      ClassScope outer = around == null ? null : around.owner;
      boolean inner = around != null && around.self != null && isInnerLocal(type);
      Set<VariableElement> free =
          around == null || !isInnerLocal(type) ? Set.of() : free(tree, around);
      lower(tree, new ClassScope(type, names.type(type), outer, inner, free, names), method);
    }
  }

  private Set<VariableElement> free(ClassTree tree, Lowering around) {
    Set<VariableElement> free = new LinkedHashSet<>(Captures.of(tree, this).locals());
    for (ClassScope each = around.owner; each != null; each = each.outer) {
      free.removeAll(each.captured().keySet());
    }
    return free;
  }

  private static boolean isInnerLocal(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        || type.getKind() == ElementKind.ENUM && type.getNestingKind() == NestingKind.ANONYMOUS;
  }

  private void member(ClassTree tree, ClassScope outer) {
    if (done.add(tree) && unit.element(tree) instanceof TypeElement type) {
      boolean inner = Names.isInnerMember(type);
      lower(
          tree,
          new ClassScope(type, names.type(type), outer, inner, List.of(), names),
          Optional.empty());
    }
  }

  private void lower(ClassTree tree, ClassScope scope, Optional<MethodRef> around) {
    scopes.put(scope.element, scope);
    trees.put(scope, tree);
    int place = classes.size();
    classes.add(null);
    Site site = unit.site(Members.initializer(scope.name), tree);
    List<FieldInfo> fields = fields(tree, scope, site);
    List<MethodInfo> methods = new ArrayList<>();
    Set<Element> seen = new HashSet<>();
    for (Tree each : tree.getMembers()) {
      if (each instanceof MethodTree method
          && unit.element(method) instanceof ExecutableElement element) {
        seen.add(element);
        MethodInfo made = method(method, element, scope);
        MethodInfo read = written.method(made, method.getModifiers(), method.getParameters());
        MethodInfo said = unit.documented().method(read, method, unit.positions());
        methods.add(unit.accepted().method(said, method, unit.positions()));
        methods.addAll(scope.takeLambdas());
      }
    }
    implicit(scope, seen, site, methods);
    initializer(tree, scope, site).ifPresent(methods::add);
    methods.addAll(scope.takeLambdas());
    for (Tree each : tree.getMembers()) {
      if (each instanceof ClassTree nested) {
        member(nested, scope);
      }
    }
    ClassInfo made = members.type(scope.element, fields, methods, around, site, unit.file());
    ClassInfo read = written.type(made, tree.getModifiers());
    classes.set(place, unit.documented().type(read, tree, unit.positions()));
  }

  private List<FieldInfo> fields(ClassTree tree, ClassScope scope, Site site) {
    List<FieldInfo> fields = new ArrayList<>();
    MethodRef outside = Members.initializer(scope.name);
    for (Tree each : tree.getMembers()) {
      if (each instanceof VariableTree variable
          && unit.element(variable) instanceof VariableElement field) {
        FieldInfo made = members.field(field, unit.site(outside, variable));
        FieldInfo read = written.field(made, variable.getModifiers());
        fields.add(unit.accepted().field(read, variable, unit.positions()));
      }
    }
    if (scope.outerField != null) {
      fields.add(Members.synthetic(scope.outerField, site));
    }
    for (FieldRef each : scope.captured().values()) {
      fields.add(Members.synthetic(each, site));
    }
    return fields;
  }

  private MethodInfo method(MethodTree tree, ExecutableElement element, ClassScope scope) {
    MethodRef ref = names.method(element);
    boolean generated = Generated.is(element, names);
    Site site = generated ? unit.site(ref, trees.get(scope)) : unit.site(ref, tree);
    if (tree.getBody() == null) {
      return members.method(element, site, Optional.empty());
    }
    try {
      return members.method(element, site, Optional.of(body(tree, element, scope, site)));
    } catch (RuntimeException | AssertionError | StackOverflowError fault) {
      scope.takeLambdas();
      notices.add(
          "skipped " + ref + " (" + site + ") after an internal fault: " + Faults.describe(fault));
      return members.method(element, site, Optional.empty());
    }
  }

  private MethodBody body(MethodTree tree, ExecutableElement element, ClassScope scope, Site site) {
    boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
    Lowering in = new Lowering(this, scope, names.method(element), isStatic);
    List<Var> params = new ArrayList<>();
    if (!isStatic) {
      params.add(in.self);
    }
    for (VariableElement each : element.getParameters()) {
      params.add(in.declare(each));
    }
    for (int i = 0; i < tree.getParameters().size(); i++) {
      if (unit.element(tree.getParameters().get(i)) instanceof VariableElement parameter
          && in.local(parameter) == null) {
        in.alias(parameter, params.get(params.size() - tree.getParameters().size() + i));
      }
    }
    in.lower(tree.getBody());
    new Generated(this).recordFields(tree, element, scope, in, site);
    return in.graph.finish(
        in.ref, params, Generated.is(element, names) ? site : end(tree, in, site));
  }

  private Site end(MethodTree tree, Lowering in, Site site) {
    int closing = unit.positions().closing(tree.getBody());
    return closing < site.offset() ? site : unit.site(in.ref, closing);
  }

  private void implicit(ClassScope scope, Set<Element> seen, Site site, List<MethodInfo> methods) {
    if (scope.element.getKind() != ElementKind.RECORD
        && scope.element.getKind() != ElementKind.ENUM) {
      return;
    }
    for (Element each : scope.element.getEnclosedElements()) {
      if (each instanceof ExecutableElement method && seen.add(method)) {
        methods.add(new Generated(this).method(method, scope, site));
      }
    }
  }

  /**
   * Runs field initialisers and initialiser blocks, as each constructor does after {@code super}.
   */
  void initialise(Lowering in) {
    if (in.ref.isConstructor()) {
      initialisers(trees.get(in.owner), in, false);
    }
  }

  private Optional<MethodInfo> initializer(ClassTree tree, ClassScope scope, Site site) {
    MethodRef ref = Members.initializer(scope.name);
    boolean needed = false;
    for (Tree each : tree.getMembers()) {
      needed |= each instanceof BlockTree block && block.isStatic() || runsStatically(each);
    }
    if (!needed) {
      return Optional.empty();
    }
    Lowering in = new Lowering(this, scope, ref, true);
    Optional<MethodBody> body;
    try {
      initialisers(tree, in, true);
      body = Optional.of(in.graph.finish(ref, List.of(), site));
    } catch (RuntimeException | AssertionError | StackOverflowError fault) {
      notices.add("skipped " + ref + " after an internal fault: " + Faults.describe(fault));
      body = Optional.empty();
    }
    int bits = java.lang.reflect.Modifier.STATIC;
    return Optional.of(
        new MethodInfo(
            ref,
            bits,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            site,
            PackedBody.of(body)));
  }

  private boolean runsStatically(Tree member) {
    return member instanceof VariableTree variable
        && variable.getInitializer() != null
        && unit.element(variable) instanceof VariableElement field
        && field.getModifiers().contains(Modifier.STATIC)
        && field.getConstantValue() == null;
  }

  private void initialisers(ClassTree tree, Lowering in, boolean isStatic) {
    for (Tree each : tree.getMembers()) {
      if (each instanceof BlockTree block && block.isStatic() == isStatic) {
        in.lower(block);
      } else if (each instanceof VariableTree variable
          && variable.getInitializer() != null
          && unit.element(variable) instanceof VariableElement field
          && field.getModifiers().contains(Modifier.STATIC) == isStatic
          && !(isStatic && field.getConstantValue() != null)) {
        Optional<Value> base = isStatic ? Optional.empty() : Optional.of(in.self());
        Value value = in.lower(variable.getInitializer());
        in.graph.add(
            new Op.Write(
                new Op.Slot(base, names.field(field), Optional.empty()), value, in.site(variable)));
      }
    }
  }
}
